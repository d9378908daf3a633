create schema yearclosing;

-- Closing a school year: one at a time for each school and year. Two persons confirm one and the same plan.
create table yearclosing.closings (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    school_year_id uuid not null,
    next_school_year_id uuid,
    state text not null default 'OPENED',
    opened_by uuid not null,
    opened_at timestamptz not null,
    frozen_at timestamptz,
    runs int not null default 0,
    council_minutes_id uuid,
    graduates_last_on date not null,
    plan_number int not null default 0,
    plan_hash text,
    planned_at timestamptz,
    confirmed_by uuid,
    confirmed_at timestamptz,
    countersigned_by uuid,
    countersigned_at timestamptz,
    -- Why the plan was given back, last time.
    remark text,
    roll_set_id uuid,
    applied_at timestamptz,
    activated_at timestamptz,
    sealed_by uuid,
    sealed_at timestamptz,
    undo_reason text,
    undo_asked_by uuid,
    undo_order_id uuid,
    ended_at timestamptz,
    constraint pk_closings primary key (id),
    constraint uq_closings_id_organization_id unique (id, organization_id),
    constraint fk_closings_school_year_id foreign key (school_year_id, organization_id)
        references organization.school_years (id, organization_id),
    constraint fk_closings_next_school_year_id foreign key (next_school_year_id, organization_id)
        references organization.school_years (id, organization_id),
    constraint fk_closings_council_minutes_id foreign key (council_minutes_id, organization_id)
        references orders.council_minutes (id, organization_id),
    constraint fk_closings_roll_set_id foreign key (roll_set_id, organization_id)
        references students.roll_sets (id, organization_id),
    constraint fk_closings_undo_order_id foreign key (undo_order_id) references orders.orders (id),
    constraint ck_closings_state check (state in ('OPENED', 'CLASSES', 'COUNCIL', 'PLANNED', 'CONFIRMED', 'COUNTERSIGNED',
        'APPLIED', 'ACTIVE', 'SEALED', 'UNDONE', 'ABANDONED')),
    constraint ck_closings_years check (school_year_id <> next_school_year_id),
    constraint ck_closings_plan_hash check (plan_hash ~ '^[0-9a-f]{64}$'),
    constraint ck_closings_planned check (
        (state in ('PLANNED', 'CONFIRMED', 'COUNTERSIGNED', 'APPLIED', 'ACTIVE', 'SEALED', 'UNDONE')) = (plan_hash is not null)
        and (plan_hash is null) = (planned_at is null)
        and (plan_hash is null or (next_school_year_id is not null and council_minutes_id is not null))),
    constraint ck_closings_two_persons check (confirmed_by <> countersigned_by),
    constraint ck_closings_confirmed check (
        (state in ('CONFIRMED', 'COUNTERSIGNED', 'APPLIED', 'ACTIVE', 'SEALED', 'UNDONE')) = (confirmed_by is not null)
        and (confirmed_by is null) = (confirmed_at is null)),
    constraint ck_closings_countersigned check (
        (state in ('COUNTERSIGNED', 'APPLIED', 'ACTIVE', 'SEALED', 'UNDONE')) = (countersigned_by is not null)
        and (countersigned_by is null) = (countersigned_at is null)),
    constraint ck_closings_applied check (
        (state in ('APPLIED', 'ACTIVE', 'SEALED', 'UNDONE')) = (applied_at is not null)
        and (applied_at is null) = (roll_set_id is null)),
    constraint ck_closings_active check (state not in ('ACTIVE', 'SEALED') or activated_at is not null),
    constraint ck_closings_sealed check ((state = 'SEALED') = (sealed_at is not null) and (sealed_at is null) = (sealed_by is null)),
    constraint ck_closings_undone check ((state = 'UNDONE') = (undo_order_id is not null)),
    constraint ck_closings_ended check ((state in ('SEALED', 'UNDONE', 'ABANDONED')) = (ended_at is not null))
);
create unique index uq_closings_school_year_id on yearclosing.closings (school_year_id)
    where state not in ('UNDONE', 'ABANDONED');
create index ix_closings_school_year_id on yearclosing.closings (school_year_id);
create index ix_closings_next_school_year_id on yearclosing.closings (next_school_year_id);
create index ix_closings_organization_id on yearclosing.closings (organization_id, opened_at);
create index ix_closings_council_minutes_id on yearclosing.closings (council_minutes_id);
create index ix_closings_roll_set_id on yearclosing.closings (roll_set_id);
create index ix_closings_undo_order_id on yearclosing.closings (undo_order_id);

-- Who is counted: every pupil of the year, once, by the last class of the year.
create table yearclosing.roster (
    closing_id uuid not null,
    organization_id uuid not null,
    pupil_id uuid not null,
    person_id uuid not null,
    class_id uuid not null,
    grade smallint not null,
    -- Learns here when the year ends; the others have left before.
    present boolean not null,
    constraint pk_roster primary key (closing_id, pupil_id),
    constraint fk_roster_closing_id foreign key (closing_id, organization_id)
        references yearclosing.closings (id, organization_id),
    constraint fk_roster_pupil_id foreign key (pupil_id, person_id, organization_id)
        references people.pupils (id, person_id, organization_id),
    constraint fk_roster_class_id foreign key (class_id, organization_id)
        references organization.classes (id, organization_id),
    constraint ck_roster_grade check (grade between 1 and 11)
);
create index ix_roster_pupil_id on yearclosing.roster (pupil_id);
create index ix_roster_class_id on yearclosing.roster (class_id, closing_id);
create index ix_roster_organization_id on yearclosing.roster (organization_id);

create table yearclosing.findings (
    id uuid not null default gen_random_uuid(),
    closing_id uuid not null,
    organization_id uuid not null,
    check_code text not null,
    severity text not null,
    pupil_id uuid,
    class_id uuid,
    subject_id uuid,
    run int not null,
    explanation text,
    explained_by uuid,
    explained_at timestamptz,
    constraint pk_findings primary key (id),
    constraint fk_findings_closing_id foreign key (closing_id, organization_id)
        references yearclosing.closings (id, organization_id),
    constraint ck_findings_severity check (severity in ('MUST', 'EXPLAIN', 'HINT')),
    constraint ck_findings_check_code check (check_code ~ '^[A-Z][A-Z_]+$'),
    constraint ck_findings_explained check (
        (explanation is null) = (explained_by is null) and (explanation is null) = (explained_at is null)
        and (explanation is null or severity = 'EXPLAIN')),
    constraint ck_findings_explanation check (char_length(btrim(explanation)) between 1 and 1000)
);
-- What is found again keeps its explanation.
create unique index uq_findings_subject on yearclosing.findings (closing_id, check_code, pupil_id, class_id, subject_id)
    nulls not distinct;
create index ix_findings_closing_id on yearclosing.findings (closing_id, severity);
create index ix_findings_organization_id on yearclosing.findings (organization_id);

create table yearclosing.class_closings (
    id uuid not null,
    version bigint not null default 0,
    closing_id uuid not null,
    organization_id uuid not null,
    class_id uuid not null,
    state text not null default 'OPEN',
    sent_by uuid,
    sent_at timestamptz,
    remark text,
    accepted_by uuid,
    accepted_at timestamptz,
    constraint pk_class_closings primary key (id),
    constraint uq_class_closings_closing_id_class_id unique (closing_id, class_id),
    constraint fk_class_closings_closing_id foreign key (closing_id, organization_id)
        references yearclosing.closings (id, organization_id),
    constraint fk_class_closings_class_id foreign key (class_id, organization_id)
        references organization.classes (id, organization_id),
    constraint ck_class_closings_state check (state in ('OPEN', 'SENT', 'ACCEPTED')),
    constraint ck_class_closings_sent check (state = 'OPEN' or sent_by is not null),
    constraint ck_class_closings_accepted check (
        (state = 'ACCEPTED') = (accepted_by is not null) and (accepted_by is null) = (accepted_at is null))
);
create index ix_class_closings_class_id on yearclosing.class_closings (class_id);
create index ix_class_closings_organization_id on yearclosing.class_closings (organization_id);

-- What became of the year for each pupil: one row each. What the law asks for stands beside it as it was seen then.
create table yearclosing.outcomes (
    id uuid not null default gen_random_uuid(),
    version bigint not null default 0,
    closing_id uuid not null,
    organization_id uuid not null,
    school_year_id uuid not null,
    pupil_id uuid not null,
    class_id uuid not null,
    grade smallint not null,
    present boolean not null,
    proposed text,
    ground text,
    chosen text,
    -- Null: as it was proposed.
    chosen_by uuid,
    chosen_at timestamptz,
    reason text,
    choice text,
    conclusion boolean not null default false,
    term_over boolean not null default false,
    owing boolean not null default false,
    certified boolean not null default false,
    to_class_id uuid,
    -- Null: as the links of the classes say.
    placed_by uuid,
    live boolean not null default true,
    constraint pk_outcomes primary key (id),
    constraint uq_outcomes_closing_id_pupil_id unique (closing_id, pupil_id),
    constraint fk_outcomes_closing_id foreign key (closing_id, organization_id)
        references yearclosing.closings (id, organization_id),
    constraint fk_outcomes_roster foreign key (closing_id, pupil_id) references yearclosing.roster (closing_id, pupil_id),
    constraint fk_outcomes_class_id foreign key (class_id, organization_id)
        references organization.classes (id, organization_id),
    constraint fk_outcomes_to_class_id foreign key (to_class_id, organization_id)
        references organization.classes (id, organization_id),
    constraint ck_outcomes_proposed check (proposed in ('PROMOTED', 'CONDITIONAL', 'REPEATS', 'LEVEL_NOT_COMPLETED',
        'GRADUATED', 'GRADUATED_GOES_ON', 'LEFT_WITH_STATEMENT', 'WITHDRAWN')),
    constraint ck_outcomes_chosen check (chosen in ('PROMOTED', 'CONDITIONAL', 'REPEATS', 'LEVEL_NOT_COMPLETED',
        'GRADUATED', 'GRADUATED_GOES_ON', 'LEFT_WITH_STATEMENT', 'WITHDRAWN')),
    constraint ck_outcomes_choice check (choice in ('REPEAT', 'ADAPTED_PROGRAMME', 'INDIVIDUAL_PLAN')),
    -- Whoever is there has another outcome than whoever has left.
    constraint ck_outcomes_present check (present = (chosen is distinct from 'WITHDRAWN')),
    -- Ст. 58 and 66: nobody comes to the next level who has not mastered this one; on is gone without debts, or
    -- conditionally; the year is repeated only when the parents chose so, after the term of a debt or on ПМПК advice.
    constraint ck_outcomes_promoted check (chosen <> 'PROMOTED' or (grade not in (9, 11) and not owing and not term_over)),
    constraint ck_outcomes_conditional check (chosen <> 'CONDITIONAL' or (grade not in (4, 9, 11) and (owing or term_over))),
    constraint ck_outcomes_repeats check (
        chosen <> 'REPEATS' or (choice is not distinct from 'REPEAT' and (term_over or conclusion))),
    constraint ck_outcomes_level check (chosen <> 'LEVEL_NOT_COMPLETED' or grade in (4, 9)),
    constraint ck_outcomes_graduated check (chosen <> 'GRADUATED' or (grade in (9, 11) and certified)),
    constraint ck_outcomes_goes_on check (chosen <> 'GRADUATED_GOES_ON' or (grade = 9 and certified)),
    constraint ck_outcomes_statement check (chosen <> 'LEFT_WITH_STATEMENT' or (grade = 11 and not certified)),
    constraint ck_outcomes_to_class_id check (
        to_class_id is null or chosen not in ('GRADUATED', 'LEFT_WITH_STATEMENT', 'WITHDRAWN')),
    constraint ck_outcomes_chosen_by check ((chosen_by is null) = (chosen_at is null)),
    constraint ck_outcomes_reason check (char_length(btrim(reason)) between 1 and 1000)
);
-- I1: one outcome for each pupil and year.
create unique index uq_outcomes_pupil_id_school_year_id on yearclosing.outcomes (pupil_id, school_year_id) where live;
create index ix_outcomes_class_id on yearclosing.outcomes (class_id, closing_id);
create index ix_outcomes_to_class_id on yearclosing.outcomes (to_class_id);
create index ix_outcomes_organization_id on yearclosing.outcomes (organization_id);

-- The plan that two persons confirm, as the dry run made it.
create table yearclosing.plan_rows (
    closing_id uuid not null,
    organization_id uuid not null,
    pupil_id uuid not null,
    outcome text not null,
    from_class_id uuid not null,
    to_class_id uuid,
    -- Entered for the next year already, by an order of its own.
    entered boolean not null,
    constraint pk_plan_rows primary key (closing_id, pupil_id),
    constraint fk_plan_rows_closing_id foreign key (closing_id, organization_id)
        references yearclosing.closings (id, organization_id)
);
create index ix_plan_rows_organization_id on yearclosing.plan_rows (organization_id);

-- Why the last dry run made no plan.
create table yearclosing.plan_faults (
    closing_id uuid not null,
    organization_id uuid not null,
    code text not null,
    pupil_id uuid,
    class_id uuid,
    constraint fk_plan_faults_closing_id foreign key (closing_id, organization_id)
        references yearclosing.closings (id, organization_id)
);
create index ix_plan_faults_closing_id on yearclosing.plan_faults (closing_id);
create index ix_plan_faults_organization_id on yearclosing.plan_faults (organization_id);

-- The orders that make a confirmed plan a fact, one of each kind that has pupils.
create table yearclosing.closing_orders (
    id uuid not null,
    closing_id uuid not null,
    organization_id uuid not null,
    plan_number int not null,
    kind text not null,
    order_id uuid,
    revoked_by_order_id uuid,
    constraint pk_closing_orders primary key (id),
    constraint uq_closing_orders_kind unique (closing_id, plan_number, kind),
    constraint fk_closing_orders_closing_id foreign key (closing_id, organization_id)
        references yearclosing.closings (id, organization_id),
    constraint fk_closing_orders_order_id foreign key (order_id) references orders.orders (id),
    constraint fk_closing_orders_revoked_by_order_id foreign key (revoked_by_order_id) references orders.orders (id),
    constraint ck_closing_orders_plan_number check (plan_number > 0)
);
create index ix_closing_orders_organization_id on yearclosing.closing_orders (organization_id);
create index ix_closing_orders_order_id on yearclosing.closing_orders (order_id);
create index ix_closing_orders_revoked_by_order_id on yearclosing.closing_orders (revoked_by_order_id);

-- The way of a closing, and what must be true before its outcomes are facts.
create function yearclosing.guard_closing() returns trigger language plpgsql as $$
begin
    if new.state <> old.state and (old.state, new.state) not in (
            ('OPENED', 'CLASSES'), ('CLASSES', 'COUNCIL'), ('COUNCIL', 'CLASSES'), ('COUNCIL', 'PLANNED'),
            ('PLANNED', 'CONFIRMED'), ('CONFIRMED', 'COUNTERSIGNED'), ('COUNTERSIGNED', 'APPLIED'),
            ('APPLIED', 'ACTIVE'), ('ACTIVE', 'SEALED'), ('APPLIED', 'UNDONE'), ('ACTIVE', 'UNDONE'),
            ('PLANNED', 'COUNCIL'), ('CONFIRMED', 'COUNCIL'), ('COUNTERSIGNED', 'COUNCIL'),
            ('PLANNED', 'CLASSES'), ('CONFIRMED', 'CLASSES'), ('COUNTERSIGNED', 'CLASSES'))
        and not (new.state = 'ABANDONED' and old.state in (
            'OPENED', 'CLASSES', 'COUNCIL', 'PLANNED', 'CONFIRMED', 'COUNTERSIGNED')) then
        raise exception 'a closing does not go from % to %', old.state, new.state
            using errcode = 'check_violation', constraint = 'ck_closings_state_order';
    end if;
    if old.state in ('CONFIRMED', 'COUNTERSIGNED', 'APPLIED', 'ACTIVE', 'SEALED')
            and new.state in ('CONFIRMED', 'COUNTERSIGNED', 'APPLIED', 'ACTIVE', 'SEALED', 'UNDONE')
            and (new.plan_hash, new.confirmed_by) is distinct from (old.plan_hash, old.confirmed_by) then
        raise exception 'what was confirmed stays as it was'
            using errcode = 'check_violation', constraint = 'ck_closings_confirmed_plan';
    end if;
    if old.state = 'OPENED' and new.state = 'CLASSES' and (new.runs = 0 or exists (select from yearclosing.findings f
            where f.closing_id = new.id
                and (f.severity = 'MUST' or f.severity = 'EXPLAIN' and f.explanation is null))) then
        raise exception 'findings hold the closing up'
            using errcode = 'check_violation', constraint = 'ck_closings_findings';
    end if;
    if new.state = 'APPLIED' and old.state <> 'APPLIED' and exists (
            select from yearclosing.roster r
                left join yearclosing.outcomes o on o.closing_id = r.closing_id and o.pupil_id = r.pupil_id
                where r.closing_id = new.id and (o.chosen is null or o.present <> r.present)) then
        raise exception 'a pupil of the roster has no outcome'
            using errcode = 'check_violation', constraint = 'ck_closings_outcomes';
    end if;
    return new;
end
$$;
create trigger closings_guard before update on yearclosing.closings
    for each row execute function yearclosing.guard_closing();

-- Outcomes that are facts are not rewritten; one may be replaced by an order of its own.
create function yearclosing.refuse_settled_outcome() returns trigger language plpgsql as $$
begin
    if (old.chosen, old.to_class_id, old.present) is distinct from (new.chosen, new.to_class_id, new.present)
            and exists (select from yearclosing.closings c where c.id = new.closing_id
                and c.state in ('APPLIED', 'ACTIVE', 'SEALED', 'UNDONE')) then
        raise exception 'the outcome is a fact' using errcode = 'check_violation', constraint = 'ck_outcomes_settled';
    end if;
    return new;
end
$$;
create trigger outcomes_refuse_settled before update of chosen, to_class_id, present on yearclosing.outcomes
    for each row execute function yearclosing.refuse_settled_outcome();

alter table yearclosing.closings enable row level security;
create policy rls_closings on yearclosing.closings
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table yearclosing.roster enable row level security;
create policy rls_roster on yearclosing.roster
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table yearclosing.findings enable row level security;
create policy rls_findings on yearclosing.findings
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table yearclosing.class_closings enable row level security;
create policy rls_class_closings on yearclosing.class_closings
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table yearclosing.outcomes enable row level security;
create policy rls_outcomes on yearclosing.outcomes
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table yearclosing.plan_rows enable row level security;
create policy rls_plan_rows on yearclosing.plan_rows
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table yearclosing.plan_faults enable row level security;
create policy rls_plan_faults on yearclosing.plan_faults
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table yearclosing.closing_orders enable row level security;
create policy rls_closing_orders on yearclosing.closing_orders
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

grant usage on schema yearclosing to ${appRole};
grant select, insert, update on yearclosing.closings, yearclosing.class_closings, yearclosing.closing_orders to ${appRole};
grant select, insert, update, delete on yearclosing.roster, yearclosing.findings, yearclosing.outcomes,
    yearclosing.plan_rows, yearclosing.plan_faults to ${appRole};
