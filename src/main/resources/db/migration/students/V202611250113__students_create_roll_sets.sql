-- Many pupils moved at once, all or none: what is to happen is put here by whoever asks for it, row by row of one
-- statement, and stays, so that what was written can be told from what came later, and taken back.
create table students.roll_sets (
    id uuid not null,
    organization_id uuid not null,
    school_year_id uuid not null,
    next_school_year_id uuid not null,
    state text not null default 'PLANNED',
    pupils int,
    applied_at timestamptz,
    undo_order_id uuid,
    undone_at timestamptz,
    constraint pk_roll_sets primary key (id),
    constraint uq_roll_sets_id_organization_id unique (id, organization_id),
    constraint fk_roll_sets_school_year_id foreign key (school_year_id, organization_id)
        references organization.school_years (id, organization_id),
    constraint fk_roll_sets_next_school_year_id foreign key (next_school_year_id, organization_id)
        references organization.school_years (id, organization_id),
    constraint fk_roll_sets_undo_order_id foreign key (undo_order_id) references orders.orders (id),
    constraint ck_roll_sets_years check (school_year_id <> next_school_year_id),
    constraint ck_roll_sets_state check (state in ('PLANNED', 'APPLIED', 'UNDONE')),
    constraint ck_roll_sets_applied check ((state = 'PLANNED') = (applied_at is null) and (applied_at is null) = (pupils is null)),
    constraint ck_roll_sets_undone check ((state = 'UNDONE') = (undone_at is not null) and (undone_at is null) = (undo_order_id is null))
);
-- A year ends once.
create unique index uq_roll_sets_school_year_id on students.roll_sets (school_year_id) where state = 'APPLIED';
create index ix_roll_sets_school_year_id on students.roll_sets (school_year_id, organization_id);
create index ix_roll_sets_next_school_year_id on students.roll_sets (next_school_year_id);
create index ix_roll_sets_organization_id on students.roll_sets (organization_id);
create index ix_roll_sets_undo_order_id on students.roll_sets (undo_order_id);

create table students.roll_plans (
    set_id uuid not null,
    organization_id uuid not null,
    pupil_id uuid not null,
    person_id uuid not null,
    kind text not null,
    -- The stay that ends, as it is before.
    enrollment_id uuid not null,
    from_class_id uuid not null,
    was_to_on date,
    last_on date not null,
    to_class_id uuid,
    -- Null: enters no class, or is entered for the next year already.
    entered_id uuid,
    leaves boolean not null,
    order_id uuid not null,
    reason text not null,
    constraint pk_roll_plans primary key (set_id, pupil_id),
    -- The rows that are written from these hold their keys themselves; here they would be looked up a second time.
    constraint fk_roll_plans_set_id foreign key (set_id, organization_id) references students.roll_sets (id, organization_id),
    constraint ck_roll_plans_kind check (kind in (
        'PROMOTION', 'CONDITIONAL_PROMOTION', 'REPETITION', 'RETENTION', 'GRADUATION', 'LEAVING')),
    -- Whoever leaves goes to no class here, nobody is promoted to nowhere.
    constraint ck_roll_plans_leaves check (not (leaves and (to_class_id is not null or entered_id is not null))),
    constraint ck_roll_plans_to_class_id check (
        kind not in ('PROMOTION', 'CONDITIONAL_PROMOTION', 'REPETITION') or to_class_id is not null),
    constraint ck_roll_plans_entered_id check (entered_id is null or to_class_id is not null)
);

alter table students.movements
    drop constraint ck_movements_kind,
    add constraint ck_movements_kind check (kind in ('ENROLMENT', 'ARRIVAL', 'CLASS_CHANGE', 'WITHDRAWAL', 'DEPARTURE',
        'CORRECTION', 'PROMOTION', 'CONDITIONAL_PROMOTION', 'REPETITION', 'RETENTION', 'GRADUATION', 'LEAVING', 'PROGRAMME_CHANGE', 'REVERSAL')),
    drop constraint ck_movements_corrects_id,
    add constraint ck_movements_corrects_id check ((kind in ('CORRECTION', 'REVERSAL')) = (corrects_id is not null)),
    add constraint ck_movements_rolled check (
        kind not in ('PROMOTION', 'CONDITIONAL_PROMOTION', 'REPETITION', 'PROGRAMME_CHANGE') or (from_class is not null and to_class is not null)),
    add constraint ck_movements_left check (kind not in ('GRADUATION', 'LEAVING', 'RETENTION') or from_class is not null);
-- A line is corrected once and reversed once.
drop index students.uq_movements_corrects_id;
create unique index uq_movements_corrects_id on students.movements (corrects_id, kind) where corrects_id is not null;

alter table students.roll_sets enable row level security;
create policy rls_roll_sets on students.roll_sets
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table students.roll_plans enable row level security;
create policy rls_roll_plans on students.roll_plans
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
grant select, insert, update on students.roll_sets to ${appRole};
grant select, insert, delete on students.roll_plans to ${appRole};

-- Nobody comes into a year whose outcomes are settled. The row of the year is locked: an enrolment that is being written
-- is waited for by whoever closes the year, and the other way round.
create function students.refuse_closed_year() returns trigger language plpgsql as $$
begin
    perform 1 from (select y.state from organization.school_years y
        where y.id in (select school_year_id from entered) for share) y where y.state = 'CLOSED';
    if found then
        raise exception 'the year is closed' using errcode = 'check_violation', constraint = 'ck_enrollments_year_open';
    end if;
    return null;
end
$$;
create trigger enrollments_refuse_closed_year after insert on students.enrollments
    referencing new table as entered for each statement execute function students.refuse_closed_year();
