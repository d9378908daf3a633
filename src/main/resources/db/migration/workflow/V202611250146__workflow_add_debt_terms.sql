-- Terms of the work on debts; a day of the event is not counted. The term of the law stands in the debt itself.
insert into workflow.terms (process_key, task_key, amount, unit, remind_before, escalate_after, escalate_to) values
    ('settle-debt', 'UserTask_ScheduleAttempt', 10, 'WORKING_DAYS', 2, 1, 'director'),
    ('settle-debt', 'UserTask_RecordAttempt', 20, 'WORKING_DAYS', 3, 2, 'deputy'),
    ('settle-debt', 'UserTask_RecordParentsChoice', 10, 'WORKING_DAYS', 2, 1, 'director');
