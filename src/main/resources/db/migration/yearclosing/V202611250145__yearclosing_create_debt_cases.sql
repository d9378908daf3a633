-- The matter of one pupil with what a closing raised: attempts till the term is over, then what the parents choose.
create table yearclosing.debt_cases (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    pupil_id uuid not null,
    closing_id uuid not null,
    school_year_id uuid not null,
    state text not null default 'OPEN',
    opened_at timestamptz not null,
    choice_year_id uuid,
    to_class_id uuid,
    effective_on date,
    chosen_by uuid,
    order_id uuid,
    ended_on date,
    constraint pk_debt_cases primary key (id),
    constraint uq_debt_cases_pupil_id_closing_id unique (pupil_id, closing_id),
    constraint fk_debt_cases_pupil_id foreign key (pupil_id, organization_id)
        references people.pupils (id, organization_id),
    constraint fk_debt_cases_closing_id foreign key (closing_id) references yearclosing.closings (id),
    constraint fk_debt_cases_school_year_id foreign key (school_year_id, organization_id)
        references organization.school_years (id, organization_id),
    constraint fk_debt_cases_choice_year_id foreign key (pupil_id, choice_year_id)
        references journal.parents_choices (pupil_id, school_year_id),
    constraint fk_debt_cases_to_class_id foreign key (to_class_id, organization_id)
        references organization.classes (id, organization_id),
    constraint fk_debt_cases_order_id foreign key (order_id) references orders.orders (id),
    constraint ck_debt_cases_state check (state in ('OPEN', 'CHOSEN', 'CLEARED', 'SETTLED', 'LEFT')),
    -- Nobody repeats, and nobody's programme is changed, without what the parents chose.
    constraint ck_debt_cases_choice check ((choice_year_id is null) = (effective_on is null)
        and (choice_year_id is null) = (chosen_by is null)
        and (state not in ('CHOSEN', 'SETTLED') or choice_year_id is not null)),
    constraint ck_debt_cases_order_id check ((state = 'SETTLED') = (order_id is not null)),
    constraint ck_debt_cases_ended_on check ((state in ('OPEN', 'CHOSEN')) = (ended_on is null))
);
create index ix_debt_cases_organization_id on yearclosing.debt_cases (organization_id, state);
create index ix_debt_cases_closing_id on yearclosing.debt_cases (closing_id);
create index ix_debt_cases_school_year_id on yearclosing.debt_cases (school_year_id);
create index ix_debt_cases_choice_year_id on yearclosing.debt_cases (pupil_id, choice_year_id);
create index ix_debt_cases_to_class_id on yearclosing.debt_cases (to_class_id);
create index ix_debt_cases_order_id on yearclosing.debt_cases (order_id);

alter table yearclosing.debt_cases enable row level security;
create policy rls_debt_cases on yearclosing.debt_cases
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
grant select, insert, update on yearclosing.debt_cases to ${appRole};

-- A conditional promotion is a full one from the day the last debt was made good.
alter table yearclosing.outcomes
    add column full_since date,
    add constraint ck_outcomes_full_since check (full_since is null or chosen = 'CONDITIONAL');
