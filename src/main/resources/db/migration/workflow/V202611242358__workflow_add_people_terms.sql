insert into workflow.terms (process_key, task_key, amount, unit, remind_before, escalate_after, escalate_to) values
    ('hire-employee', 'UserTask_HandOverAccess', 1, 'WORKING_DAYS', 0, 2, 'director');
