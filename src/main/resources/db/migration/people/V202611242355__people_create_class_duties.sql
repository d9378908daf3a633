-- What somebody teaches is a subject of their organization.
insert into organization.subjects (id, organization_id, code, name, short_name)
    select gen_random_uuid(), t.organization_id, t.subject, t.subject, left(t.subject, 30)
    from (select distinct organization_id, subject from people.teaching_subjects) t
    where not exists (select from organization.subjects s
        where s.organization_id = t.organization_id and (s.code = t.subject or lower(s.name) = t.subject));
alter table people.teaching_subjects
    drop constraint ck_teaching_subjects_subject,
    add constraint ck_teaching_subjects_subject check (subject ~ '^[a-z]+(-[a-z0-9]+)*$'),
    add constraint fk_teaching_subjects_organization_id_subject foreign key (organization_id, subject)
        references organization.subjects (organization_id, code);
create index ix_teaching_subjects_organization_id_subject on people.teaching_subjects (organization_id, subject);
drop index people.ix_teaching_subjects_organization_id;

-- Who leads a class from when until when, by which order; a row without an order is the first loading.
create table people.class_teachers (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    class_id uuid not null,
    staff_id uuid not null,
    from_on date not null,
    to_on date,
    order_id uuid,
    end_order_id uuid,
    constraint pk_class_teachers primary key (id),
    constraint fk_class_teachers_class_id_organization_id foreign key (class_id, organization_id)
        references organization.classes (id, organization_id),
    constraint fk_class_teachers_staff_id_organization_id foreign key (staff_id, organization_id)
        references people.staff (id, organization_id),
    constraint fk_class_teachers_order_id foreign key (order_id) references orders.orders (id),
    constraint fk_class_teachers_end_order_id foreign key (end_order_id) references orders.orders (id),
    -- The day before the first: taken back before it began.
    constraint ck_class_teachers_to_on check (to_on >= from_on - 1),
    constraint ck_class_teachers_end_order_id check (end_order_id is null or to_on is not null),
    constraint uq_class_teachers_one_at_a_time exclude using gist (
        class_id with =, daterange(from_on, to_on + 1) with &&)
);
create index ix_class_teachers_organization_id on people.class_teachers (organization_id);
create index ix_class_teachers_staff_id on people.class_teachers (staff_id);
create index ix_class_teachers_order_id on people.class_teachers (order_id);
create index ix_class_teachers_end_order_id on people.class_teachers (end_order_id);

create table people.teaching_assignments (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    staff_id uuid not null,
    class_id uuid not null,
    subject_id uuid not null,
    subgroup_id uuid,
    from_on date not null,
    to_on date,
    constraint pk_teaching_assignments primary key (id),
    constraint fk_teaching_assignments_staff_id_organization_id foreign key (staff_id, organization_id)
        references people.staff (id, organization_id),
    constraint fk_teaching_assignments_class_id_organization_id foreign key (class_id, organization_id)
        references organization.classes (id, organization_id),
    constraint fk_teaching_assignments_subject_id_organization_id foreign key (subject_id, organization_id)
        references organization.subjects (id, organization_id),
    constraint fk_teaching_assignments_subgroup_id_class_id foreign key (subgroup_id, class_id)
        references organization.subgroups (id, class_id),
    constraint ck_teaching_assignments_to_on check (to_on >= from_on - 1),
    constraint uq_teaching_assignments_once exclude using gist (
        staff_id with =, class_id with =, subject_id with =,
        coalesce(subgroup_id, '00000000-0000-0000-0000-000000000000') with =, daterange(from_on, to_on + 1) with &&)
);
create index ix_teaching_assignments_organization_id on people.teaching_assignments (organization_id);
create index ix_teaching_assignments_class_id on people.teaching_assignments (class_id);
create index ix_teaching_assignments_subject_id on people.teaching_assignments (subject_id);
create index ix_teaching_assignments_subgroup_id on people.teaching_assignments (subgroup_id);

alter table people.class_teachers enable row level security;
create policy rls_class_teachers on people.class_teachers
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table people.teaching_assignments enable row level security;
create policy rls_teaching_assignments on people.teaching_assignments
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
grant select, insert, update on people.class_teachers, people.teaching_assignments to ${appRole};
