create schema workflow;

-- A case = an instance we know of. The engine starts nothing without its row: the row stands first, unbound, and the
-- start guard binds it in the same transaction.
create table workflow.cases (
    id uuid not null,
    organization_id uuid not null,
    process_key text not null,
    business_key uuid not null,
    label text not null,
    process_instance_id text,
    parent_instance_id text,
    started_by uuid,
    started_at timestamptz not null,
    constraint pk_cases primary key (id),
    constraint uq_cases_process_instance_id unique (process_instance_id),
    constraint ck_cases_label check (length(label) between 1 and 200)
);
create index ix_cases_business_key on workflow.cases (business_key, process_key);
create unique index uq_cases_unbound on workflow.cases (process_key, business_key) where process_instance_id is null;

-- An unbound row must not outlive its transaction: it would be a licence to start.
create function workflow.refuse_unbound_case() returns trigger language plpgsql as $$
begin
    if exists (select from workflow.cases where id = new.id and process_instance_id is null) then
        raise exception 'case % was registered but not started', new.id;
    end if;
    return null;
end
$$;
create constraint trigger tr_cases_bound after insert on workflow.cases
    deferrable initially deferred for each row execute function workflow.refuse_unbound_case();

-- Who decided what in which task. The completion guard asks for this row; never changed afterwards.
create table workflow.decisions (
    task_id text not null,
    organization_id uuid not null,
    process_instance_id text not null,
    process_key text not null,
    task_key text not null,
    business_key uuid not null,
    account_id uuid not null,
    role text,
    substituted_account_id uuid,
    substitution_ground text,
    decision text not null,
    reason text,
    decided_at timestamptz not null,
    constraint pk_decisions primary key (task_id),
    constraint ck_decisions_reason check (length(reason) between 1 and 2000),
    constraint ck_decisions_substitution
        check ((substituted_account_id is null) = (substitution_ground is null))
);
create index ix_decisions_process_instance_id on workflow.decisions (process_instance_id, decided_at);
create index ix_decisions_account_id on workflow.decisions (account_id, decided_at);

-- Days a task may take. A row without organization holds for all that have none of their own.
create table workflow.terms (
    id uuid not null default gen_random_uuid(),
    organization_id uuid,
    process_key text not null,
    task_key text not null,
    amount int not null,
    unit text not null,
    remind_before int not null,
    escalate_after int,
    escalate_to text,
    constraint pk_terms primary key (id),
    constraint uq_terms_task unique nulls not distinct (process_key, task_key, organization_id),
    constraint ck_terms_amount check (amount between 0 and 3650),
    constraint ck_terms_unit check (unit in ('WORKING_DAYS', 'CALENDAR_DAYS')),
    constraint ck_terms_remind_before check (remind_before between 0 and amount),
    constraint ck_terms_escalate check (escalate_after >= 0 and (escalate_after is null) = (escalate_to is null))
);

-- The term of one task, counted when it was created; the engine's due date is the same moment.
create table workflow.deadlines (
    task_id text not null,
    organization_id uuid not null,
    process_instance_id text not null,
    process_key text not null,
    task_key text not null,
    due_at timestamptz not null,
    remind_at timestamptz not null,
    escalate_at timestamptz,
    escalate_to text,
    constraint pk_deadlines primary key (task_id),
    constraint ck_deadlines_order check (remind_at <= due_at and (escalate_at is null or escalate_at >= due_at))
);
create index ix_deadlines_remind_at on workflow.deadlines (remind_at);
create index ix_deadlines_escalate_at on workflow.deadlines (escalate_at);

-- One row per task and stage: what is noted here is never told again, by whichever node.
create table workflow.reminders (
    task_id text not null,
    stage text not null,
    organization_id uuid not null,
    noted_at timestamptz not null,
    constraint pk_reminders primary key (task_id, stage),
    constraint ck_reminders_stage check (stage in ('REMIND', 'ESCALATE'))
);

create table workflow.facts (
    id uuid not null,
    organization_id uuid not null,
    kind text not null,
    message text not null,
    business_key uuid not null,
    fact_id uuid not null,
    process_key text,
    label text,
    variables jsonb not null,
    state text not null,
    attempts int not null default 0,
    problem text,
    told_at timestamptz not null,
    next_try_at timestamptz not null,
    settled_at timestamptz,
    constraint pk_facts primary key (id),
    constraint uq_facts_fact unique (message, business_key, fact_id),
    constraint ck_facts_kind check (kind in ('TELL', 'START')),
    constraint ck_facts_start check ((kind = 'START') = (process_key is not null and label is not null)),
    constraint ck_facts_state check (state in ('WAITING', 'DELIVERED', 'TOO_LATE', 'STUCK')),
    constraint ck_facts_settled check ((state in ('DELIVERED', 'TOO_LATE')) = (settled_at is not null))
);
create index ix_facts_next_try_at on workflow.facts (next_try_at) where state = 'WAITING';
create index ix_facts_business_key on workflow.facts (business_key) where state in ('WAITING', 'STUCK');

create table workflow.incidents (
    id uuid not null,
    organization_id uuid not null,
    kind text not null,
    process_key text not null,
    process_instance_id text,
    element_key text,
    business_key uuid,
    job_id text,
    fact_id uuid,
    cause text not null,
    occurred_at timestamptz not null,
    state text not null,
    settled_at timestamptz,
    constraint pk_incidents primary key (id),
    constraint fk_incidents_fact_id foreign key (fact_id) references workflow.facts (id),
    constraint ck_incidents_kind check (kind in ('JOB', 'FACT')),
    constraint ck_incidents_subject check ((kind = 'JOB') = (job_id is not null) and (kind = 'FACT') = (fact_id is not null)),
    constraint ck_incidents_state check (state in ('OPEN', 'RETRIED', 'CLOSED', 'GONE')),
    constraint ck_incidents_settled check ((state = 'OPEN') = (settled_at is null))
);
create index ix_incidents_process_instance_id on workflow.incidents (process_instance_id) where state = 'OPEN';
create unique index uq_incidents_job_id on workflow.incidents (job_id) where state = 'OPEN';
create unique index uq_incidents_fact_id on workflow.incidents (fact_id) where state = 'OPEN';

-- Starts of a job that did not come to an end of any kind: only a crash leaves a row here.
create table workflow.job_attempts (
    job_id text not null,
    attempts int not null,
    last_at timestamptz not null,
    constraint pk_job_attempts primary key (job_id)
);

alter table workflow.cases enable row level security;
create policy rls_cases on workflow.cases using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table workflow.decisions enable row level security;
create policy rls_decisions on workflow.decisions using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table workflow.deadlines enable row level security;
create policy rls_deadlines on workflow.deadlines using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table workflow.reminders enable row level security;
create policy rls_reminders on workflow.reminders using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table workflow.incidents enable row level security;
create policy rls_incidents on workflow.incidents using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
-- The defaults belong to nobody and are everybody's to read.
alter table workflow.terms enable row level security;
create policy rls_terms_read on workflow.terms for select using (organization_id is null or organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
create policy rls_terms_write on workflow.terms using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
-- A case of one organization may tell a case of another, whose facts it must not read.
alter table workflow.facts enable row level security;
create policy rls_facts_tell on workflow.facts for insert with check (true);
create policy rls_facts on workflow.facts using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

grant usage on schema workflow to ${appRole};
grant select, insert, update on workflow.cases to ${appRole};
grant select, insert on workflow.decisions, workflow.reminders to ${appRole};
grant select, insert, update, delete on workflow.terms, workflow.deadlines, workflow.facts, workflow.incidents, workflow.job_attempts to ${appRole};
