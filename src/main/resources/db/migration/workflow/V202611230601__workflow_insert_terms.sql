-- Defaults; each organization may set its own. A day of the event is not counted (S3, S4: terms in working days).
insert into workflow.terms (process_key, task_key, amount, unit, remind_before, escalate_after, escalate_to) values
    ('issue-order', 'UserTask_PrepareOrder', 3, 'WORKING_DAYS', 1, 2, 'director'),
    ('issue-order', 'UserTask_SignOrder', 2, 'WORKING_DAYS', 1, 2, 'deputy'),
    ('issue-order', 'UserTask_RecordPaperSignature', 3, 'WORKING_DAYS', 1, 2, 'director'),
    ('acknowledge-order', 'UserTask_Acknowledge', 3, 'WORKING_DAYS', 1, 2, 'director'),
    ('appoint-administrator', 'UserTask_ConfirmCandidate', 2, 'WORKING_DAYS', 1, 2, 'deputy'),
    ('appoint-administrator', 'UserTask_StudyActs', 5, 'WORKING_DAYS', 1, 3, 'director'),
    ('appoint-administrator', 'UserTask_PublishOnWebsite', 5, 'WORKING_DAYS', 1, 3, 'director'),
    ('relieve-administrator', 'UserTask_NameSuccessor', 5, 'WORKING_DAYS', 1, 3, 'deputy'),
    ('register-organization', 'UserTask_PrepareApplication', 5, 'WORKING_DAYS', 1, 3, 'director'),
    ('register-organization', 'UserTask_ApproveApplication', 2, 'WORKING_DAYS', 1, 2, 'deputy'),
    ('register-organization', 'UserTask_FixDelivery', 1, 'WORKING_DAYS', 0, 2, 'director'),
    ('register-organization', 'UserTask_RecordReply', 10, 'WORKING_DAYS', 2, 5, 'director'),
    ('register-organization', 'UserTask_ActivateAdministrator', 3, 'WORKING_DAYS', 1, 3, 'director'),
    ('register-organization', 'UserTask_FillProfile', 5, 'WORKING_DAYS', 1, 3, 'director'),
    ('build-structure', 'UserTask_CreateStructure', 10, 'WORKING_DAYS', 2, 5, 'director'),
    ('resolve-incident', 'UserTask_ResolveIncident', 1, 'WORKING_DAYS', 0, 1, 'director');
