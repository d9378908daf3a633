create schema people;

-- A person is one row in the whole installation: somebody with roles in two schools is still one person.
create table people.persons (
    id uuid not null,
    version bigint not null default 0,
    family text not null,
    given text not null,
    patronymic text,
    born_on date,
    sex text,
    email text,
    phone text,
    constraint pk_persons primary key (id),
    constraint ck_persons_family check (family = btrim(family) and char_length(family) between 1 and 100),
    constraint ck_persons_given check (given = btrim(given) and char_length(given) between 1 and 100),
    constraint ck_persons_patronymic check (patronymic = btrim(patronymic) and char_length(patronymic) between 1 and 100),
    constraint ck_persons_born_on check (born_on >= date '1900-01-01'),
    constraint ck_persons_sex check (sex in ('FEMALE', 'MALE')),
    constraint ck_persons_email check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(email) <= 254),
    constraint ck_persons_phone check (phone ~ '^\+[1-9][0-9]{7,14}$')
);
create index ix_persons_family_given_patronymic on people.persons (family, given, patronymic);

create table people.staff (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    person_id uuid not null,
    position text not null,
    category text not null,
    education text not null,
    management_experience boolean not null,
    hired_on date not null,
    dismissed_on date,
    constraint pk_staff primary key (id),
    constraint fk_staff_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_staff_person_id foreign key (person_id) references people.persons (id),
    constraint ck_staff_position check (char_length(btrim(position)) between 1 and 200),
    constraint ck_staff_category check (category in ('HEAD', 'DEPUTY', 'PEDAGOGUE', 'SUPPORT')),
    constraint ck_staff_education check (education in ('SECONDARY', 'VOCATIONAL', 'HIGHER')),
    constraint ck_staff_dismissed_on check (dismissed_on >= hired_on)
);
-- One employment at a time in one organization; whoever comes back gets a new row.
create unique index uq_staff_organization_id_person_id on people.staff (organization_id, person_id)
    where dismissed_on is null;
create index ix_staff_person_id on people.staff (person_id);
create index ix_staff_organization_id_dismissed_on on people.staff (organization_id, dismissed_on);

create table people.teaching_subjects (
    staff_id uuid not null,
    organization_id uuid not null,
    subject text not null,
    constraint pk_teaching_subjects primary key (staff_id, subject),
    constraint fk_teaching_subjects_staff_id foreign key (staff_id) references people.staff (id) on delete cascade,
    constraint fk_teaching_subjects_organization_id foreign key (organization_id)
        references organization.organizations (id),
    constraint ck_teaching_subjects_subject check (subject ~ '^[a-z]+(-[a-z]+)*$')
);
create index ix_teaching_subjects_organization_id on people.teaching_subjects (organization_id);

create table people.pupils (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    person_id uuid not null,
    class_label text not null,
    grade smallint,
    admitted_on date not null,
    left_on date,
    constraint pk_pupils primary key (id),
    constraint fk_pupils_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_pupils_person_id foreign key (person_id) references people.persons (id),
    constraint ck_pupils_class_label check (char_length(btrim(class_label)) between 1 and 60),
    constraint ck_pupils_grade check (grade between 1 and 11),
    constraint ck_pupils_left_on check (left_on >= admitted_on)
);
create unique index uq_pupils_organization_id_person_id on people.pupils (organization_id, person_id)
    where left_on is null;
create index ix_pupils_person_id on people.pupils (person_id);
create index ix_pupils_organization_id_class_label on people.pupils (organization_id, class_label);

create table people.guardians (
    pupil_id uuid not null,
    person_id uuid not null,
    organization_id uuid not null,
    kinship text not null,
    constraint pk_guardians primary key (pupil_id, person_id),
    constraint fk_guardians_pupil_id foreign key (pupil_id) references people.pupils (id) on delete cascade,
    constraint fk_guardians_person_id foreign key (person_id) references people.persons (id),
    constraint fk_guardians_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint ck_guardians_kinship check (kinship in ('MOTHER', 'FATHER', 'GUARDIAN'))
);
create index ix_guardians_person_id on people.guardians (person_id);
create index ix_guardians_organization_id on people.guardians (organization_id);

alter table people.staff enable row level security;
create policy rls_staff on people.staff
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table people.teaching_subjects enable row level security;
create policy rls_teaching_subjects on people.teaching_subjects
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table people.pupils enable row level security;
create policy rls_pupils on people.pupils
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table people.guardians enable row level security;
create policy rls_guardians on people.guardians
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

-- A person has no organization of their own: they are seen by whoever sees a row that says what they are there.
alter table people.persons enable row level security;
create policy rls_persons on people.persons
    using ((select audit.sees_all())
        or exists (select from people.staff s where s.person_id = persons.id)
        or exists (select from people.pupils p where p.person_id = persons.id)
        or exists (select from people.guardians g where g.person_id = persons.id))
    with check (true);

grant usage on schema people to ${appRole};
grant select, insert, update, delete on all tables in schema people to ${appRole};
