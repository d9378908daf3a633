-- Special categories of personal data (152-ФЗ ст. 10): tables of their own, joined into no list, with the ground of
-- each record and the log of every reading.
create table people.health_records (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    pupil_id uuid not null,
    health_group smallint,
    physical_group text,
    conditions text,
    allergies text,
    advice text,
    ground_kind text not null,
    ground_text text not null,
    ground_on date not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint pk_health_records primary key (id),
    constraint uq_health_records_pupil_id unique (pupil_id),
    constraint fk_health_records_pupil_id_organization_id foreign key (pupil_id, organization_id)
        references people.pupils (id, organization_id),
    constraint ck_health_records_health_group check (health_group between 1 and 5),
    constraint ck_health_records_physical_group check (
        physical_group in ('MAIN', 'PREPARATORY', 'SPECIAL_A', 'SPECIAL_B', 'EXEMPT')),
    constraint ck_health_records_content check (
        num_nonnulls(health_group, physical_group, conditions, allergies, advice) > 0),
    constraint ck_health_records_conditions check (char_length(btrim(conditions)) between 1 and 2000),
    constraint ck_health_records_allergies check (char_length(btrim(allergies)) between 1 and 1000),
    constraint ck_health_records_advice check (char_length(btrim(advice)) between 1 and 2000),
    constraint ck_health_records_ground_kind check (
        ground_kind in ('CONSENT', 'MEDICAL_DOCUMENT', 'COMMISSION', 'LAW')),
    constraint ck_health_records_ground_text check (char_length(btrim(ground_text)) between 1 and 500)
);
create index ix_health_records_organization_id on people.health_records (organization_id);

create table people.special_needs (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    pupil_id uuid not null,
    category text not null,
    disability boolean not null,
    programme text,
    conclusion_number text,
    conclusion_on date,
    valid_to date,
    conditions text,
    ground_kind text not null,
    ground_text text not null,
    ground_on date not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint pk_special_needs primary key (id),
    constraint uq_special_needs_pupil_id unique (pupil_id),
    constraint fk_special_needs_pupil_id_organization_id foreign key (pupil_id, organization_id)
        references people.pupils (id, organization_id),
    constraint ck_special_needs_category check (category in (
        'HEARING', 'VISION', 'SPEECH', 'MOTOR', 'DELAY', 'AUTISM', 'INTELLECT', 'COMPLEX', 'NONE')),
    -- Somebody with neither limits of health nor a disability is not entered here.
    constraint ck_special_needs_disability check (category <> 'NONE' or disability),
    constraint ck_special_needs_programme check (char_length(btrim(programme)) between 1 and 200),
    constraint ck_special_needs_conclusion check ((conclusion_number is null) = (conclusion_on is null)),
    constraint ck_special_needs_conclusion_number check (char_length(btrim(conclusion_number)) between 1 and 60),
    constraint ck_special_needs_valid_to check (valid_to >= coalesce(conclusion_on, ground_on)),
    constraint ck_special_needs_conditions check (char_length(btrim(conditions)) between 1 and 2000),
    constraint ck_special_needs_ground_kind check (
        ground_kind in ('CONSENT', 'MEDICAL_DOCUMENT', 'COMMISSION', 'LAW')),
    constraint ck_special_needs_ground_text check (char_length(btrim(ground_text)) between 1 and 500)
);
create index ix_special_needs_organization_id on people.special_needs (organization_id);

-- Each look at either table; never changed, never taken away.
create table people.health_readings (
    id bigint generated always as identity,
    organization_id uuid not null,
    pupil_id uuid not null,
    account_id uuid not null,
    what text not null,
    reason text,
    read_at timestamptz not null,
    constraint pk_health_readings primary key (id),
    constraint fk_health_readings_pupil_id_organization_id foreign key (pupil_id, organization_id)
        references people.pupils (id, organization_id),
    constraint ck_health_readings_what check (what in ('HEALTH', 'NEEDS', 'LIST')),
    constraint ck_health_readings_reason check (char_length(btrim(reason)) between 1 and 500)
);
create index ix_health_readings_organization_id on people.health_readings (organization_id, id);
create index ix_health_readings_pupil_id on people.health_readings (pupil_id);

create function people.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are only added', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;
create trigger health_readings_refuse_change before update or delete on people.health_readings
    for each row execute function people.refuse_change();
create trigger health_readings_refuse_truncate before truncate on people.health_readings
    for each statement execute function people.refuse_change();

alter table people.health_records enable row level security;
create policy rls_health_records on people.health_records
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table people.special_needs enable row level security;
create policy rls_special_needs on people.special_needs
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table people.health_readings enable row level security;
create policy rls_health_readings on people.health_readings
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

grant select, insert, update, delete on people.health_records, people.special_needs to ${appRole};
grant select, insert on people.health_readings to ${appRole};
