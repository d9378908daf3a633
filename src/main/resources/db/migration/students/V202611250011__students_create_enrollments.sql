create schema students;

-- Who is in which class from when until when. The dates of the year stand here as well, kept by the key, so that the
-- table itself holds an enrolment inside its year and knows the days of one that has no end of its own.
create table students.enrollments (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    pupil_id uuid not null,
    person_id uuid not null,
    school_year_id uuid not null,
    year_starts_on date not null,
    year_ends_on date not null,
    class_id uuid not null,
    class_kind text not null,
    sequence smallint not null,
    from_on date not null,
    -- Null: till the end of the year.
    to_on date,
    entry_ground text not null,
    entry_order_id uuid,
    exit_order_id uuid,
    days daterange generated always as (daterange(from_on, coalesce(to_on, year_ends_on), '[]')) stored,
    constraint pk_enrollments primary key (id),
    constraint fk_enrollments_pupil_id foreign key (pupil_id, person_id, organization_id)
        references people.pupils (id, person_id, organization_id),
    constraint fk_enrollments_school_year_id foreign key (school_year_id, organization_id, year_starts_on, year_ends_on)
        references organization.school_years (id, organization_id, starts_on, ends_on) on update cascade,
    constraint fk_enrollments_class_id foreign key (class_id, school_year_id, class_kind)
        references organization.classes (id, school_year_id, kind),
    constraint fk_enrollments_entry_order_id foreign key (entry_order_id) references orders.orders (id),
    constraint fk_enrollments_exit_order_id foreign key (exit_order_id) references orders.orders (id),
    constraint uq_enrollments_pupil_id_school_year_id_sequence unique (pupil_id, school_year_id, sequence),
    constraint ck_enrollments_sequence check (sequence > 0),
    constraint ck_enrollments_from_on check (from_on between year_starts_on and year_ends_on),
    constraint ck_enrollments_to_on check (to_on between from_on and year_ends_on),
    constraint ck_enrollments_entry_ground check (entry_ground in ('ORDER', 'FIRST_LOADING')),
    constraint ck_enrollments_entry_order_id check ((entry_ground = 'ORDER') = (entry_order_id is not null)),
    constraint ck_enrollments_exit_order_id check (exit_order_id is null or to_on is not null),
    -- Nobody is in two classes on one date, wherever they are; circles one may visit several of.
    constraint uq_enrollments_one_class exclude using gist (person_id with =, days with &&)
        where (class_kind <> 'ASSOCIATION'),
    constraint uq_enrollments_one_place exclude using gist (person_id with =, class_id with =, days with &&)
);
create index ix_enrollments_class_id on students.enrollments (class_id);
create index ix_enrollments_pupil_id on students.enrollments (pupil_id);
create index ix_enrollments_school_year_id on students.enrollments (school_year_id);
create index ix_enrollments_organization_id on students.enrollments (organization_id);
create index ix_enrollments_entry_order_id on students.enrollments (entry_order_id);
create index ix_enrollments_exit_order_id on students.enrollments (exit_order_id);

-- The movement book (F093): a line says what it said when it was written, whatever becomes of names, classes and schools.
create table students.movements (
    id uuid not null,
    organization_id uuid not null,
    school_year_id uuid not null,
    number int not null,
    kind text not null,
    pupil_id uuid not null,
    pupil_name text not null,
    from_class_id uuid,
    from_organization text,
    from_class text,
    to_class_id uuid,
    to_organization text,
    to_class text,
    reason text not null,
    order_id uuid not null,
    order_number text not null,
    ordered_on date not null,
    moved_on date not null,
    recorded_at timestamptz not null,
    recorded_by uuid,
    corrects_id uuid,
    constraint pk_movements primary key (id),
    constraint uq_movements_id_organization_id unique (id, organization_id),
    constraint uq_movements_number unique (organization_id, school_year_id, number),
    constraint fk_movements_pupil_id foreign key (pupil_id) references people.pupils (id),
    constraint fk_movements_school_year_id foreign key (school_year_id, organization_id)
        references organization.school_years (id, organization_id),
    constraint fk_movements_from_class_id foreign key (from_class_id, organization_id)
        references organization.classes (id, organization_id),
    constraint fk_movements_to_class_id foreign key (to_class_id, organization_id)
        references organization.classes (id, organization_id),
    constraint fk_movements_order_id foreign key (order_id) references orders.orders (id),
    constraint fk_movements_corrects_id foreign key (corrects_id, organization_id)
        references students.movements (id, organization_id),
    constraint ck_movements_number check (number > 0),
    constraint ck_movements_kind check (kind in ('ENROLMENT', 'ARRIVAL', 'CLASS_CHANGE', 'WITHDRAWAL', 'DEPARTURE', 'CORRECTION')),
    constraint ck_movements_corrects_id check ((kind = 'CORRECTION') = (corrects_id is not null)),
    constraint ck_movements_reason check (char_length(btrim(reason)) between 1 and 1000),
    constraint ck_movements_from check (kind not in ('CLASS_CHANGE', 'WITHDRAWAL', 'DEPARTURE') or from_class is not null),
    constraint ck_movements_to check (kind not in ('ENROLMENT', 'ARRIVAL', 'CLASS_CHANGE') or to_class is not null)
);
-- One order moves one pupil once; a correction repeats the order of the line it corrects.
create unique index uq_movements_order_id_pupil_id on students.movements (order_id, pupil_id) where kind <> 'CORRECTION';
create unique index uq_movements_corrects_id on students.movements (corrects_id) where corrects_id is not null;
create index ix_movements_pupil_id on students.movements (pupil_id);
create index ix_movements_school_year_id on students.movements (school_year_id, number);
create index ix_movements_from_class_id on students.movements (from_class_id);
create index ix_movements_to_class_id on students.movements (to_class_id);

create function students.refuse_change_of_book() returns trigger language plpgsql as $$
begin
    raise exception 'the movement book is only added to'
        using errcode = 'check_violation', constraint = 'ck_movements_append_only';
end
$$;
create trigger movements_append_only before update or delete on students.movements
    for each row execute function students.refuse_change_of_book();
create trigger movements_not_emptied before truncate on students.movements
    for each statement execute function students.refuse_change_of_book();

-- Lines of the book are numbered by school year, without gaps.
create table students.movement_counters (
    organization_id uuid not null,
    school_year_id uuid not null,
    last_number int not null,
    constraint pk_movement_counters primary key (organization_id, school_year_id),
    constraint fk_movement_counters_school_year_id foreign key (school_year_id, organization_id)
        references organization.school_years (id, organization_id),
    constraint ck_movement_counters_last_number check (last_number > 0)
);
create index ix_movement_counters_school_year_id on students.movement_counters (school_year_id);

alter table students.enrollments enable row level security;
create policy rls_enrollments on students.enrollments
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table students.movements enable row level security;
create policy rls_movements on students.movements
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table students.movement_counters enable row level security;
create policy rls_movement_counters on students.movement_counters
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

grant usage on schema students to ${appRole};
grant select, insert, update, delete on students.enrollments to ${appRole};
grant select, insert on students.movements to ${appRole};
grant select, insert, update on students.movement_counters to ${appRole};
