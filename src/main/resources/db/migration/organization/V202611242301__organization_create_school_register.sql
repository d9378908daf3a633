-- A school year lasts until the next one begins, the summer included: a transfer in July belongs to a year, too.
create table organization.school_years (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    starts_on date not null,
    ends_on date not null,
    state text not null default 'OPEN',
    -- The day whose class sizes are kept as the reference; null until they are taken, once.
    reference_on date,
    constraint pk_school_years primary key (id),
    constraint uq_school_years_id_organization_id unique (id, organization_id),
    constraint uq_school_years_dates unique (id, organization_id, starts_on, ends_on),
    constraint fk_school_years_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint ck_school_years_ends_on check (extract(year from ends_on) = extract(year from starts_on) + 1),
    constraint ck_school_years_length check (ends_on - starts_on between 200 and 380),
    constraint ck_school_years_state check (state in ('OPEN')),
    constraint ck_school_years_reference_on check (reference_on between starts_on and ends_on),
    constraint uq_school_years_overlap exclude using gist (
        organization_id with =, daterange(starts_on, ends_on, '[]') with &&)
);

-- The dates of the year stand here as well, kept by the key, so that the table itself holds a term inside its year.
create table organization.terms (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    school_year_id uuid not null,
    year_starts_on date not null,
    year_ends_on date not null,
    scheme text not null,
    number smallint not null,
    grade_from smallint not null,
    grade_to smallint not null,
    starts_on date not null,
    ends_on date not null,
    constraint pk_terms primary key (id),
    constraint uq_terms_id_organization_id unique (id, organization_id),
    constraint fk_terms_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_terms_school_year_id foreign key (school_year_id, organization_id, year_starts_on, year_ends_on)
        references organization.school_years (id, organization_id, starts_on, ends_on) on update cascade,
    constraint ck_terms_scheme check (scheme in ('QUARTER', 'TRIMESTER', 'HALF_YEAR')),
    constraint ck_terms_number check (
        number between 1 and case scheme when 'QUARTER' then 4 when 'TRIMESTER' then 3 else 2 end),
    constraint ck_terms_grades check (1 <= grade_from and grade_from <= grade_to and grade_to <= 11),
    constraint ck_terms_dates check (starts_on <= ends_on),
    constraint ck_terms_within_year check (year_starts_on <= starts_on and ends_on <= year_ends_on),
    -- Looked at when the statement ends: terms that are all moved at once may pass through each other's days.
    constraint uq_terms_overlap exclude using gist (
        school_year_id with =, int4range(grade_from, grade_to, '[]') with &&, daterange(starts_on, ends_on, '[]') with &&)
        deferrable initially immediate,
    constraint uq_terms_number exclude using gist (
        school_year_id with =, int4range(grade_from, grade_to, '[]') with &&, number with =),
    -- A grade is taught by one scheme the whole year.
    constraint uq_terms_scheme exclude using gist (
        school_year_id with =, int4range(grade_from, grade_to, '[]') with &&, scheme with <>)
);
create index ix_terms_organization_id on organization.terms (organization_id);
create index ix_terms_school_year_id on organization.terms (school_year_id);

create table organization.subjects (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    code text not null,
    name text not null,
    short_name text not null,
    active boolean not null default true,
    constraint pk_subjects primary key (id),
    constraint uq_subjects_id_organization_id unique (id, organization_id),
    constraint uq_subjects_organization_id_code unique (organization_id, code),
    constraint fk_subjects_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint ck_subjects_code check (code ~ '^[a-z]+(-[a-z0-9]+)*$' and char_length(code) <= 60),
    constraint ck_subjects_name check (name = btrim(name) and char_length(name) between 1 and 120),
    constraint ck_subjects_short_name check (short_name = btrim(short_name) and char_length(short_name) between 1 and 30)
);
create unique index uq_subjects_organization_id_name on organization.subjects (organization_id, lower(name));

-- A class of a school, a group of a kindergarten, an association (circle, section) of further education.
create table organization.classes (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    school_year_id uuid not null,
    kind text not null,
    grade smallint,
    letter text,
    label text not null,
    profile text,
    capacity smallint,
    reference_size smallint,
    constraint pk_classes primary key (id),
    constraint uq_classes_id_organization_id unique (id, organization_id),
    -- For an enrolment, which says the year and the kind as well and must not say others.
    constraint uq_classes_id_school_year_id_kind unique (id, school_year_id, kind),
    constraint fk_classes_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_classes_school_year_id foreign key (school_year_id, organization_id)
        references organization.school_years (id, organization_id),
    constraint ck_classes_kind check (kind in ('CLASS', 'GROUP', 'ASSOCIATION')),
    constraint ck_classes_grade check (case when kind = 'CLASS' then grade is not null else grade is null end and grade between 1 and 11),
    constraint ck_classes_letter check (kind = 'CLASS' and letter ~ '^[А-ЯЁ][А-ЯЁа-яё0-9]{0,4}$' or letter is null),
    constraint ck_classes_label check (case when kind = 'CLASS' then label = grade || coalesce(letter, '')
        else label = btrim(label) and char_length(label) between 1 and 60 end),
    constraint ck_classes_profile check (profile = btrim(profile) and char_length(profile) between 1 and 120),
    constraint ck_classes_capacity check (capacity between 1 and 200),
    constraint ck_classes_reference_size check (reference_size >= 0)
);
create unique index uq_classes_school_year_id_label on organization.classes (school_year_id, lower(label));
create index ix_classes_organization_id on organization.classes (organization_id);

create function organization.refuse_other_reference_size() returns trigger language plpgsql as $$
begin
    raise exception 'the reference size of a class is taken once'
        using errcode = 'check_violation', constraint = 'ck_classes_reference_once';
end
$$;

create trigger classes_keep_reference_size before update of reference_size on organization.classes
    for each row when (old.reference_size is not null and new.reference_size is distinct from old.reference_size)
    execute function organization.refuse_other_reference_size();

-- Where the pupils of a class go on in the following year: one class may part, several may come together.
create table organization.class_links (
    from_class_id uuid not null,
    to_class_id uuid not null,
    organization_id uuid not null,
    constraint pk_class_links primary key (from_class_id, to_class_id),
    constraint fk_class_links_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_class_links_from_class_id foreign key (from_class_id, organization_id)
        references organization.classes (id, organization_id) on delete cascade,
    constraint fk_class_links_to_class_id foreign key (to_class_id, organization_id)
        references organization.classes (id, organization_id) on delete cascade
);
create index ix_class_links_to_class_id on organization.class_links (to_class_id);
create index ix_class_links_organization_id on organization.class_links (organization_id);

create function organization.require_following_class() returns trigger language plpgsql as $$
begin
    if not exists (
        select from organization.classes f
            join organization.school_years fy on fy.id = f.school_year_id
            join organization.school_years ty on ty.organization_id = fy.organization_id
                and extract(year from ty.starts_on) = extract(year from fy.starts_on) + 1
            join organization.classes t on t.school_year_id = ty.id
        where f.id = new.from_class_id and t.id = new.to_class_id
            and t.kind = f.kind and t.grade is not distinct from f.grade + 1)
    then
        raise exception 'a class goes on in a class of its kind and the next grade, in the following year'
            using errcode = 'check_violation', constraint = 'ck_class_links_following';
    end if;
    return new;
end
$$;

create trigger class_links_require_following_class before insert or update on organization.class_links
    for each row execute function organization.require_following_class();

create table organization.subgroups (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    class_id uuid not null,
    subject_id uuid,
    name text not null,
    constraint pk_subgroups primary key (id),
    constraint uq_subgroups_id_organization_id unique (id, organization_id),
    constraint uq_subgroups_id_class_id unique (id, class_id),
    constraint fk_subgroups_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_subgroups_class_id foreign key (class_id, organization_id)
        references organization.classes (id, organization_id) on delete cascade,
    constraint fk_subgroups_subject_id foreign key (subject_id, organization_id)
        references organization.subjects (id, organization_id),
    constraint ck_subgroups_name check (name = btrim(name) and char_length(name) between 1 and 60)
);
-- The same name may stand in several subjects, in each once.
create unique index uq_subgroups_class_id_subject_id_name on organization.subgroups (class_id, subject_id, lower(name))
    nulls not distinct;
create index ix_subgroups_subject_id on organization.subgroups (subject_id);
create index ix_subgroups_organization_id on organization.subgroups (organization_id);

alter table organization.school_years enable row level security;
create policy rls_school_years on organization.school_years
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table organization.terms enable row level security;
create policy rls_terms on organization.terms
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table organization.subjects enable row level security;
create policy rls_subjects on organization.subjects
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table organization.classes enable row level security;
create policy rls_classes on organization.classes
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table organization.class_links enable row level security;
create policy rls_class_links on organization.class_links
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table organization.subgroups enable row level security;
create policy rls_subgroups on organization.subgroups
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

grant select, insert, update, delete on organization.school_years, organization.terms, organization.subjects,
    organization.classes, organization.class_links, organization.subgroups to ${appRole};
