create schema mail;

create table mail.outbox (
    id uuid not null,
    organization_id uuid not null,
    key text not null,
    recipient text not null,
    subject text not null,
    body text not null,
    case_reference text not null,
    attachment_names text[] not null,
    message_id text not null,
    message bytea not null,
    sha256 text not null,
    created_at timestamptz not null,
    created_by uuid,
    status text not null default 'WAITING',
    due_at timestamptz not null,
    claim uuid,
    attempts int not null default 0,
    first_attempt_at timestamptz,
    maybe_twice boolean not null default false,
    server_answer text,
    settled_at timestamptz,
    told_at timestamptz,
    constraint pk_outbox primary key (id),
    constraint uq_outbox_key unique (organization_id, key),
    constraint uq_outbox_message_id unique (message_id),
    constraint ck_outbox_sha256 check (sha256 = encode(sha256(message), 'hex')),
    constraint ck_outbox_status check (status in ('WAITING', 'SENDING', 'SENT', 'FAILED')),
    constraint ck_outbox_claim check ((status = 'SENDING') = (claim is not null)),
    constraint ck_outbox_settled check ((status in ('SENT', 'FAILED')) = (settled_at is not null)),
    constraint ck_outbox_told check (told_at is null or settled_at is not null)
);

comment on column mail.outbox.due_at is 'WAITING: not tried before; SENDING: the sender''s claim ends, by the clock of the database';
comment on column mail.outbox.told_at is 'the outcome was published; null with settled_at = a listener failed, it is told again';

alter table mail.outbox alter column message set storage external;

create index ix_outbox_due_at on mail.outbox (due_at) where status in ('WAITING', 'SENDING');
create index ix_outbox_untold on mail.outbox (settled_at) where settled_at is not null and told_at is null;
create index ix_outbox_created_at on mail.outbox (organization_id, created_at desc);
create index ix_outbox_case_reference on mail.outbox (upper(case_reference)) where case_reference <> '';

create function mail.keep_owed() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' then
        raise exception 'owed mail is not deleted' using errcode = 'integrity_constraint_violation';
    end if;
    if (new.id, new.organization_id, new.key, new.recipient, new.subject, new.body, new.case_reference, new.message_id,
            new.sha256, new.created_at)
        is distinct from (old.id, old.organization_id, old.key, old.recipient, old.subject, old.body, old.case_reference,
            old.message_id, old.sha256, old.created_at)
    then
        raise exception 'mail % is frozen', old.id using errcode = 'integrity_constraint_violation';
    end if;
    if old.settled_at is not null and (new.status, new.settled_at) is distinct from (old.status, old.settled_at) then
        raise exception 'mail % is settled', old.id using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;

create trigger keep_owed before update or delete on mail.outbox
    for each row execute function mail.keep_owed();
create trigger keep_all before truncate on mail.outbox
    for each statement execute function mail.keep_owed();

alter table mail.outbox enable row level security;
create policy rls_outbox on mail.outbox
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

grant usage on schema mail to ${appRole};
grant select, insert on mail.outbox to ${appRole};
grant update (status, due_at, claim, attempts, first_attempt_at, maybe_twice, server_answer, settled_at, told_at)
    on mail.outbox to ${appRole};
