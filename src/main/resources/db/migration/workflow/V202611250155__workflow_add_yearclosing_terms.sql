-- Terms of the year's closing: three weeks between the last lesson and the orders, each step its days.
insert into workflow.terms (process_key, task_key, amount, unit, remind_before, escalate_after, escalate_to) values
    ('close-school-year', 'UserTask_ResolveFindings', 5, 'WORKING_DAYS', 1, 2, 'director'),
    ('close-school-year', 'UserTask_RecordCouncil', 3, 'WORKING_DAYS', 1, 2, 'director'),
    ('close-school-year', 'UserTask_ApproveNextClasses', 5, 'WORKING_DAYS', 1, 2, 'director'),
    ('close-school-year', 'UserTask_ConfirmClosing', 2, 'WORKING_DAYS', 1, 2, 'district-head'),
    ('close-school-year', 'UserTask_CountersignClosing', 2, 'WORKING_DAYS', 1, 2, 'director'),
    ('close-school-year', 'UserTask_ResolveStalePlan', 3, 'WORKING_DAYS', 1, 2, 'director'),
    ('close-school-year', 'UserTask_SealYear', 20, 'WORKING_DAYS', 5, 5, 'district-head'),
    ('close-class', 'UserTask_ProposeOutcomes', 3, 'WORKING_DAYS', 1, 1, 'deputy'),
    ('close-class', 'UserTask_ReviewOutcomes', 2, 'WORKING_DAYS', 1, 1, 'director');
