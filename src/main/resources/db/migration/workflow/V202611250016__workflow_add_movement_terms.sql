-- Terms of the pupils' movement; a day of the event is not counted. Those of the law stand in the case itself: an order
-- that has a latest day carries it along.
insert into workflow.terms (process_key, task_key, amount, unit, remind_before, escalate_after, escalate_to) values
    ('transfer-student', 'UserTask_HandOverFile', 3, 'CALENDAR_DAYS', 1, 2, 'director'),
    ('transfer-student', 'UserTask_RecordNotice', 7, 'WORKING_DAYS', 2, 0, 'director'),
    ('receive-student', 'UserTask_AnswerRequest', 3, 'WORKING_DAYS', 1, 0, 'director'),
    ('receive-student', 'UserTask_ReceiveDocuments', 5, 'WORKING_DAYS', 1, 0, 'director'),
    ('find-place', 'UserTask_FindPlace', 3, 'WORKING_DAYS', 1, 1, 'district-head'),
    ('enrol-newcomer', 'UserTask_CheckDocuments', 3, 'WORKING_DAYS', 1, 1, 'deputy'),
    ('enrol-newcomer', 'UserTask_AssignPlace', 3, 'WORKING_DAYS', 1, 1, 'director');
