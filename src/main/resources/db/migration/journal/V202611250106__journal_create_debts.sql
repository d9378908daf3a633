-- Академическая задолженность: raised by the closing of the year, to be made good within a year (ст. 58).
create table journal.debts (
    id uuid not null default gen_random_uuid(),
    version bigint not null default 0,
    organization_id uuid not null,
    pupil_id uuid not null,
    person_id uuid not null,
    -- The year it arose in.
    school_year_id uuid not null,
    subject_id uuid not null,
    ground text not null,
    arisen_on date not null,
    -- A year later; pauses move it on.
    due_on date not null,
    state text not null default 'OPEN',
    ended_on date,
    raised_by uuid not null,
    constraint pk_debts primary key (id),
    constraint uq_debts_id_organization_id unique (id, organization_id),
    constraint uq_debts_pupil_id_school_year_id_subject_id unique (pupil_id, school_year_id, subject_id),
    constraint fk_debts_pupil_id foreign key (pupil_id, person_id, organization_id)
        references people.pupils (id, person_id, organization_id),
    constraint fk_debts_school_year_id foreign key (school_year_id, organization_id)
        references organization.school_years (id, organization_id),
    constraint fk_debts_subject_id foreign key (subject_id, organization_id)
        references organization.subjects (id, organization_id),
    constraint ck_debts_ground check (ground in ('UNSATISFACTORY', 'MISSED', 'MISSED_GOOD_REASON')),
    constraint ck_debts_due_on check (due_on >= arisen_on + interval '1 year'),
    constraint ck_debts_state check (state in ('OPEN', 'CLEARED', 'TERM_OVER', 'SETTLED', 'LEFT')),
    constraint ck_debts_ended_on check ((state = 'OPEN') = (ended_on is null) and ended_on >= arisen_on),
    -- Made good in time or not at all.
    constraint ck_debts_in_time check (state <> 'CLEARED' or ended_on <= due_on)
);
comment on column journal.debts.state is
    'CLEARED made good; TERM_OVER the year or both attempts are used up; SETTLED by what the parents chose; LEFT with the pupil';
comment on column journal.debts.raised_by is 'the closing that raised it';
create index ix_debts_organization_id on journal.debts (organization_id, state, due_on);
create index ix_debts_school_year_id on journal.debts (school_year_id);
create index ix_debts_subject_id on journal.debts (subject_id);
create index ix_debts_raised_by on journal.debts (raised_by);

create function journal.refuse_other_debt_step() returns trigger language plpgsql as $$
begin
    if old.state = new.state or (old.state, new.state) in (
        ('OPEN', 'CLEARED'), ('OPEN', 'TERM_OVER'), ('OPEN', 'LEFT'), ('TERM_OVER', 'SETTLED'), ('TERM_OVER', 'LEFT'))
    then
        return new;
    end if;
    raise exception 'a debt does not go from % to %', old.state, new.state
        using errcode = 'check_violation', constraint = 'ck_debts_step';
end
$$;
create trigger debts_refuse_other_step before update of state on journal.debts
    for each row execute function journal.refuse_other_debt_step();

-- At most two attempts, the second before a commission. One that was missed for a good reason is used up by nobody: its
-- row is scheduled anew.
create table journal.debt_attempts (
    debt_id uuid not null,
    number smallint not null,
    organization_id uuid not null,
    version bigint not null default 0,
    scheduled_on date not null,
    commission_order_id uuid,
    held_on date,
    value text,
    constraint pk_debt_attempts primary key (debt_id, number),
    constraint fk_debt_attempts_debt_id foreign key (debt_id, organization_id)
        references journal.debts (id, organization_id),
    constraint fk_debt_attempts_commission_order_id foreign key (commission_order_id) references orders.orders (id),
    constraint ck_debt_attempts_number check (number in (1, 2)),
    constraint ck_debt_attempts_commission check ((number = 2) = (commission_order_id is not null)),
    constraint ck_debt_attempts_value check (value in ('FIVE', 'FOUR', 'THREE', 'TWO', 'CREDIT', 'NO_CREDIT', 'MISSED')),
    constraint ck_debt_attempts_held_on check ((held_on is null) = (value is null))
);
create index ix_debt_attempts_organization_id on journal.debt_attempts (organization_id);
create index ix_debt_attempts_commission_order_id on journal.debt_attempts (commission_order_id);

-- Within the term of the debt, and the second only after the first was not passed.
create function journal.refuse_wrong_attempt() returns trigger language plpgsql as $$
declare
    debt journal.debts;
begin
    select * into debt from journal.debts where id = new.debt_id;
    if new.scheduled_on not between debt.arisen_on and debt.due_on or new.held_on not between debt.arisen_on and debt.due_on
    then
        raise exception 'an attempt lies within the term of its debt'
            using errcode = 'check_violation', constraint = 'ck_debt_attempts_in_time';
    end if;
    if new.number = 2 and not exists (select from journal.debt_attempts
        where debt_id = new.debt_id and number = 1 and value in ('TWO', 'NO_CREDIT', 'MISSED')
            and held_on <= coalesce(new.held_on, new.scheduled_on))
    then
        raise exception 'the second attempt follows one that was not passed'
            using errcode = 'check_violation', constraint = 'ck_debt_attempts_second';
    end if;
    return new;
end
$$;
create trigger debt_attempts_refuse_wrong before insert or update on journal.debt_attempts
    for each row execute function journal.refuse_wrong_attempt();

-- Illness and leave stop the clock, with their papers; of the pupil, so of all debts at once.
create table journal.debt_pauses (
    id uuid not null,
    organization_id uuid not null,
    pupil_id uuid not null,
    kind text not null,
    from_on date not null,
    to_on date not null,
    paper text not null,
    document_id uuid,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    constraint pk_debt_pauses primary key (id),
    constraint fk_debt_pauses_pupil_id foreign key (pupil_id, organization_id)
        references people.pupils (id, organization_id),
    constraint fk_debt_pauses_document_id foreign key (document_id) references documents.files (id),
    constraint ck_debt_pauses_kind check (kind in ('ILLNESS', 'ACADEMIC_LEAVE', 'MATERNITY_LEAVE')),
    constraint ck_debt_pauses_dates check (from_on <= to_on),
    constraint ck_debt_pauses_paper check (char_length(btrim(paper)) between 1 and 300),
    -- A day stops the clock once.
    constraint uq_debt_pauses_overlap exclude using gist (pupil_id with =, daterange(from_on, to_on, '[]') with &&)
);
create index ix_debt_pauses_organization_id on journal.debt_pauses (organization_id);
create index ix_debt_pauses_document_id on journal.debt_pauses (document_id);

-- The last day of a term: a year after the day the debt arose, and as many days more as the clock stood still. A pause
-- that begins within what an earlier one has added counts, too. DebtTerm says the same.
create function journal.debt_due(pupil uuid, arisen date) returns date language plpgsql stable as $$
declare
    due date := arisen + interval '1 year';
    pause record;
begin
    for pause in select from_on, to_on from journal.debt_pauses where pupil_id = pupil and to_on > arisen order by from_on
    loop
        exit when pause.from_on > due;
        due := due + (pause.to_on - greatest(pause.from_on, arisen + 1) + 1);
    end loop;
    return due;
end
$$;

-- What the parents chose for a child whose debt was not made good, or whose programme a ПМПК advises on.
create table journal.parents_choices (
    id uuid not null,
    organization_id uuid not null,
    pupil_id uuid not null,
    school_year_id uuid not null,
    choice text not null,
    chosen_on date not null,
    applicant text not null,
    document_id uuid,
    conclusion_number text,
    conclusion_on date,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    constraint pk_parents_choices primary key (id),
    constraint uq_parents_choices_pupil_id_school_year_id unique (pupil_id, school_year_id),
    constraint fk_parents_choices_pupil_id foreign key (pupil_id, organization_id)
        references people.pupils (id, organization_id),
    constraint fk_parents_choices_school_year_id foreign key (school_year_id, organization_id)
        references organization.school_years (id, organization_id),
    constraint fk_parents_choices_document_id foreign key (document_id) references documents.files (id),
    constraint ck_parents_choices_choice check (choice in ('REPEAT', 'ADAPTED_PROGRAMME', 'INDIVIDUAL_PLAN')),
    constraint ck_parents_choices_applicant check (char_length(btrim(applicant)) between 1 and 300),
    constraint ck_parents_choices_conclusion check ((conclusion_number is null) = (conclusion_on is null)),
    constraint ck_parents_choices_adapted check (choice <> 'ADAPTED_PROGRAMME' or conclusion_number is not null),
    constraint ck_parents_choices_chosen_on check (conclusion_on <= chosen_on)
);
comment on column journal.parents_choices.school_year_id is 'the year that is being closed, or in which the term ran out';
comment on column journal.parents_choices.conclusion_number is 'of the ПМПК: its number and date only, never what it says';
create index ix_parents_choices_school_year_id on journal.parents_choices (school_year_id);
create index ix_parents_choices_organization_id on journal.parents_choices (organization_id);
create index ix_parents_choices_document_id on journal.parents_choices (document_id);

alter table journal.debts enable row level security;
create policy rls_debts on journal.debts
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table journal.debt_attempts enable row level security;
create policy rls_debt_attempts on journal.debt_attempts
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table journal.debt_pauses enable row level security;
create policy rls_debt_pauses on journal.debt_pauses
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table journal.parents_choices enable row level security;
create policy rls_parents_choices on journal.parents_choices
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

-- A debt is deleted only when the closing that raised it is undone.
grant select, insert, update, delete on journal.debts to ${appRole};
grant select, insert, update on journal.debt_attempts to ${appRole};
grant select, insert on journal.debt_pauses to ${appRole};
grant select, insert, update on journal.parents_choices to ${appRole};
