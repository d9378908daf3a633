create schema organization;

-- Names of organizations are no secret and other modules look them up for everybody: no row level security here.
create table organization.organizations (
    id uuid not null,
    version bigint not null default 0,
    code text not null,
    type text not null,
    full_name text not null,
    short_name text not null,
    locality text not null,
    district_office_id uuid,
    zone text not null,
    inn text,
    ogrn text,
    address text,
    head_title text not null,
    constraint pk_organizations primary key (id),
    constraint uq_organizations_code unique (code),
    constraint fk_organizations_district_office_id foreign key (district_office_id) references organization.organizations (id),
    constraint ck_organizations_code check (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(code) <= 50),
    constraint ck_organizations_type check (type in ('SCHOOL', 'KINDERGARTEN', 'EXTRACURRICULAR', 'DISTRICT_OFFICE')),
    constraint ck_organizations_district_office check ((type = 'DISTRICT_OFFICE') = (district_office_id is null)),
    constraint ck_organizations_inn check (inn ~ '^\d{10}$'),
    constraint ck_organizations_ogrn check (ogrn ~ '^\d{13}$')
);

create index ix_organizations_district_office_id on organization.organizations (district_office_id);

-- Days that differ from the five-day week, kept by each office for its schools. Everybody may read them.
create table organization.calendar_days (
    organization_id uuid not null,
    day date not null,
    kind text not null,
    basis text not null,
    constraint pk_calendar_days primary key (organization_id, day),
    constraint fk_calendar_days_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint ck_calendar_days_kind check (kind in ('OFF', 'WORK', 'SHORT')),
    constraint ck_calendar_days_basis check (btrim(basis) <> '' and length(basis) <= 300),
    constraint ck_calendar_days_differs check (
        case when extract(isodow from day) > 5 then kind in ('WORK', 'SHORT') else kind in ('OFF', 'SHORT') end)
);

-- What an organization settles for itself; read by everybody who falls back to it.
create table organization.policies (
    organization_id uuid not null,
    key text not null,
    value text not null,
    constraint pk_policies primary key (organization_id, key),
    constraint fk_policies_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint ck_policies_key check (key ~ '^[a-z]+(\.[a-z0-9-]+)+$')
);

alter table organization.calendar_days enable row level security;
create policy rls_calendar_days_read on organization.calendar_days for select using (true);
create policy rls_calendar_days on organization.calendar_days
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

alter table organization.policies enable row level security;
create policy rls_policies_read on organization.policies for select using (true);
create policy rls_policies on organization.policies
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

grant usage on schema organization to ${appRole};
grant select, insert, update on organization.organizations to ${appRole};
grant select, insert, update, delete on organization.calendar_days, organization.policies to ${appRole};
