insert into workflow.terms (process_key, task_key, amount, unit, remind_before, escalate_after, escalate_to) values
    ('appoint-administrator', 'UserTask_ReviewCandidateLeft', 3, 'WORKING_DAYS', 1, 2, 'deputy');
