-- Who holds an attempt: the teacher of the subject, or whoever heads the commission.
alter table journal.debt_attempts
    add column examiner_id uuid,
    add constraint fk_debt_attempts_examiner_id foreign key (examiner_id, organization_id)
        references people.staff (id, organization_id);
create index ix_debt_attempts_examiner_id on journal.debt_attempts (examiner_id);
