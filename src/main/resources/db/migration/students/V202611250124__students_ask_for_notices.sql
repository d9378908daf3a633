-- A school outside the system is asked for its notice by mail, when it has an address; what it answers is found by that
-- mail, and the one the notice was read from stands with it.
alter table students.transfers
    add column receiving_email text,
    add column notice_asked_mail_id uuid,
    add column notice_mail_id uuid,
    add constraint fk_transfers_notice_asked_mail_id foreign key (notice_asked_mail_id) references mail.outbox (id),
    add constraint fk_transfers_notice_mail_id foreign key (notice_mail_id) references mail.received (id),
    add constraint ck_transfers_receiving_email check (receiving_email is null or kind = 'OUTSIDE_SCHOOL'),
    add constraint ck_transfers_notice_asked_mail_id check (notice_asked_mail_id is null or receiving_email is not null),
    add constraint ck_transfers_notice_mail_id check (notice_mail_id is null or notice_channel = 'MAIL');
create index ix_transfers_notice_asked_mail_id on students.transfers (notice_asked_mail_id)
    where notice_asked_mail_id is not null;
create index ix_transfers_notice_mail_id on students.transfers (notice_mail_id) where notice_mail_id is not null;
