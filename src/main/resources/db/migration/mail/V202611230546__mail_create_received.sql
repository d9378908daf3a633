create table mail.mailboxes (
    name text not null,
    uid_validity bigint not null default 0,
    last_uid bigint not null default 0,
    claim uuid,
    claimed_until timestamptz,
    read_at timestamptz,
    trouble text,
    constraint pk_mailboxes primary key (name),
    constraint ck_mailboxes_claim check ((claim is null) = (claimed_until is null))
);

comment on table mail.mailboxes is 'How far each mailbox is read; one node at a time holds the claim.';

create table mail.received (
    id uuid not null default gen_random_uuid(),
    organization_id uuid,
    message_id text not null,
    sender text not null,
    subject text not null,
    body text not null,
    raw bytea not null,
    sha256 text not null,
    too_large boolean not null,
    received_at timestamptz not null,
    mail_id uuid,
    matched_by text,
    told_at timestamptz,
    set_aside_at timestamptz,
    set_aside_by uuid,
    constraint pk_received primary key (id),
    constraint uq_received_message_id unique (message_id),
    constraint fk_received_mail_id foreign key (mail_id) references mail.outbox (id),
    constraint ck_received_sha256 check (sha256 = encode(sha256(raw), 'hex')),
    constraint ck_received_matched_by check (matched_by in ('HEADER', 'SUBJECT', 'PERSON')),
    constraint ck_received_matched check ((mail_id is null) = (matched_by is null)),
    constraint ck_received_told check (told_at is null or mail_id is not null),
    constraint ck_received_set_aside check (set_aside_at is null or mail_id is null)
);

comment on column mail.received.organization_id is 'whose case it answers; unmatched: whose mailbox it is; null: shown to nobody';
comment on column mail.received.raw is 'as received; of a mail above the limit only the headers';

alter table mail.received alter column raw set storage external;

create index ix_received_mail_id on mail.received (mail_id, received_at);
create index ix_received_unmatched on mail.received (organization_id, received_at desc)
    where mail_id is null and set_aside_at is null;
create index ix_received_untold on mail.received (received_at) where mail_id is not null and told_at is null;

create table mail.received_attachments (
    received_id uuid not null,
    position int not null,
    name text not null,
    media_type text not null,
    size bigint not null,
    bytes bytea not null,
    constraint pk_received_attachments primary key (received_id, position),
    constraint fk_received_attachments_received_id foreign key (received_id) references mail.received (id),
    constraint ck_received_attachments_size check (size = octet_length(bytes))
);

alter table mail.received_attachments alter column bytes set storage external;

create function mail.keep_received() returns trigger language plpgsql as $$
begin
    raise exception 'received mail is not changed' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger keep_received before delete or update of message_id, sender, subject, body, raw, sha256, received_at
    on mail.received for each row execute function mail.keep_received();
create trigger keep_received before delete or update on mail.received_attachments
    for each row execute function mail.keep_received();

alter table mail.received enable row level security;
create policy rls_received on mail.received
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

-- Visible with the mail they came with; the subquery is under row level security itself.
alter table mail.received_attachments enable row level security;
create policy rls_received_attachments on mail.received_attachments
    using (exists (select from mail.received r where r.id = received_id));

grant select, insert, update on mail.mailboxes to ${appRole};
grant select, insert on mail.received to ${appRole};
grant update (organization_id, mail_id, matched_by, told_at, set_aside_at, set_aside_by) on mail.received to ${appRole};
grant select, insert on mail.received_attachments to ${appRole};
