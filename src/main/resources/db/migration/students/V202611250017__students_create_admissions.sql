-- An application for admission of somebody who is no pupil yet; who it is about stands here until the order makes a
-- pupil of them.
create table students.admissions (
    id uuid not null,
    version bigint not null,
    organization_id uuid not null,
    person_id uuid not null,
    family text not null,
    given text not null,
    patronymic text,
    born_on date not null,
    guardian_person_id uuid not null,
    guardian_family text not null,
    guardian_given text not null,
    guardian_patronymic text,
    guardian_phone text,
    kinship text not null,
    school_year_id uuid not null,
    grade smallint not null,
    applied_on date not null,
    application_document_id uuid,
    permission boolean not null,
    enrol_from date not null,
    order_due_on date not null,
    state text not null,
    drop_reason text,
    reason text,
    documents text[] not null default '{}',
    class_id uuid,
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    order_id uuid,
    constraint pk_admissions primary key (id),
    constraint fk_admissions_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_admissions_school_year_id foreign key (school_year_id, organization_id)
        references organization.school_years (id, organization_id),
    constraint fk_admissions_class_id foreign key (class_id, organization_id)
        references organization.classes (id, organization_id),
    constraint fk_admissions_application_document_id foreign key (application_document_id) references documents.files (id),
    constraint fk_admissions_order_id foreign key (order_id) references orders.orders (id),
    constraint ck_admissions_grade check (grade between 1 and 11),
    constraint ck_admissions_kinship check (kinship in ('MOTHER', 'FATHER', 'GUARDIAN')),
    constraint ck_admissions_born_on check (born_on < applied_on),
    constraint ck_admissions_applied_on check (applied_on <= (proposed_at at time zone 'Pacific/Kiritimati')::date),
    constraint ck_admissions_enrol_from check (enrol_from >= applied_on),
    constraint ck_admissions_state check (state in ('REQUESTED', 'ACCEPTED', 'PLACED', 'ENROLLED', 'DROPPED')),
    constraint ck_admissions_class_id check (state not in ('PLACED', 'ENROLLED') or class_id is not null),
    constraint ck_admissions_order_id check ((state = 'ENROLLED') = (order_id is not null)),
    constraint ck_admissions_drop_reason check ((state = 'DROPPED') = (drop_reason is not null)),
    constraint ck_admissions_drop_reasons check (drop_reason in ('DOCUMENTS_MISSING', 'NO_PLACE', 'ORDER_REJECTED')),
    constraint ck_admissions_person_id check (person_id <> guardian_person_id)
);
-- One application of a child at a time in one school.
create unique index uq_admissions_organization_id_child on students.admissions
    (organization_id, lower(family), lower(given), born_on) where state in ('REQUESTED', 'ACCEPTED', 'PLACED');
create index ix_admissions_organization_id_state on students.admissions (organization_id, state, proposed_at);
create index ix_admissions_school_year_id on students.admissions (school_year_id);
create index ix_admissions_class_id on students.admissions (class_id) where class_id is not null;
create index ix_admissions_application_document_id on students.admissions (application_document_id);
create index ix_admissions_order_id on students.admissions (order_id);

alter table students.admissions enable row level security;
create policy rls_admissions on students.admissions
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
grant select, insert, update on students.admissions to ${appRole};
