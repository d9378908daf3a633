create schema identity;

-- Equality inside exclusion constraints; trusted, so the owner of the database may create it.
create extension if not exists btree_gist with schema identity;

-- No row level security: an account belongs to no organization, its roles do. Read by sign-in, before anybody acts.
create table identity.accounts (
    id uuid not null,
    version bigint not null default 0,
    login text not null,
    password_hash text not null,
    password_issued boolean not null default false,
    display_name text not null,
    email text,
    person_id uuid,
    demo boolean not null default false,
    created_at timestamptz not null,
    disabled_at timestamptz,
    signed_in_at timestamptz,
    last_organization_id uuid,
    constraint pk_accounts primary key (id),
    constraint fk_accounts_last_organization_id foreign key (last_organization_id) references organization.organizations (id),
    constraint ck_accounts_login check (login = btrim(login) and length(login) between 3 and 64),
    constraint ck_accounts_password_hash check (password_hash like '{%}%'),
    constraint ck_accounts_display_name check (btrim(display_name) <> '')
);

comment on column identity.accounts.password_issued is 'given by somebody else: to be changed at the first sign-in';

create unique index uq_accounts_login on identity.accounts (lower(login));
create unique index uq_accounts_person_id on identity.accounts (person_id) where person_id is not null;

create table identity.role_assignments (
    id uuid not null,
    account_id uuid not null,
    organization_id uuid not null,
    role text not null,
    valid_from date not null,
    valid_to date,
    substitutes_id uuid,
    ground_kind text not null,
    ground_id uuid,
    ground_text text not null,
    granted_at timestamptz not null,
    end_ground_kind text,
    end_ground_id uuid,
    end_ground_text text,
    end_announced_at timestamptz,
    constraint pk_role_assignments primary key (id),
    constraint fk_role_assignments_account_id foreign key (account_id) references identity.accounts (id),
    constraint fk_role_assignments_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_role_assignments_substitutes_id foreign key (substitutes_id) references identity.accounts (id),
    constraint ck_role_assignments_role check (role in (
        'DIRECTOR', 'DEPUTY', 'COORDINATOR', 'NETWORK_ADMINISTRATOR', 'PLATFORM_ADMINISTRATOR', 'CLASS_TEACHER',
        'TEACHER', 'SECRETARY', 'HR', 'SOCIAL_PEDAGOGUE', 'LIBRARIAN', 'METHODOLOGIST', 'FORUM_MODERATOR', 'OPERATOR',
        'PARENT', 'STUDENT', 'DISTRICT_HEAD', 'DISTRICT_SPECIALIST', 'SYSTEM_ADMINISTRATOR')),
    -- The day before the first: taken back before it began.
    constraint ck_role_assignments_valid_to check (valid_to >= valid_from - 1),
    constraint ck_role_assignments_substitution check (
        substitutes_id is null or (substitutes_id <> account_id and valid_to is not null)),
    constraint ck_role_assignments_ground_kind check (
        ground_kind in ('ORDER', 'FOUNDER_ACT', 'FIRST_LOADING', 'KINSHIP', 'ENROLMENT')),
    constraint ck_role_assignments_ground check (ground_kind <> 'ORDER' or ground_id is not null),
    constraint ck_role_assignments_ground_text check (btrim(ground_text) <> ''),
    constraint ck_role_assignments_end_ground check (end_ground_kind is null or valid_to is not null)
);

-- A role does not overlap itself; substituting two people in it at the same time is two roles.
alter table identity.role_assignments add constraint uq_role_assignments_period exclude using gist (
    account_id with =, organization_id with =, role with =,
    coalesce(substitutes_id, '00000000-0000-0000-0000-000000000000') with =,
    daterange(valid_from, valid_to + 1) with &&);

-- One head at a time; a substitute acts for the head and is none.
alter table identity.role_assignments add constraint uq_role_assignments_head exclude using gist (
    organization_id with =, role with =, daterange(valid_from, valid_to + 1) with &&)
    where (role in ('DIRECTOR', 'DISTRICT_HEAD') and substitutes_id is null);

create index ix_role_assignments_organization_id on identity.role_assignments (organization_id, role);
create index ix_role_assignments_unannounced on identity.role_assignments (valid_to) where end_announced_at is null;

-- How often a key was tried in vain, for all nodes. The key is a digest: people type passwords into the login field.
create table identity.sign_in_attempts (
    kind text not null,
    key text not null,
    failures int not null,
    last_at timestamptz not null,
    blocked_until timestamptz not null,
    constraint pk_sign_in_attempts primary key (kind, key),
    constraint ck_sign_in_attempts_kind check (kind in ('ACCOUNT', 'ADDRESS'))
);

create index ix_sign_in_attempts_last_at on identity.sign_in_attempts (last_at);

-- The views below show what holds to those who ask before anybody acts, or for somebody else: sign-in, the engine's
-- identity provider (which filters by itself), "who is the director". They run with the owner's rights on purpose.
create view identity.v_assignment as
    select r.id, r.account_id, a.display_name, r.organization_id, o.code as organization_code, o.zone, r.role,
            r.valid_from, r.valid_to, r.substitutes_id, r.ground_kind, r.ground_id, r.ground_text
        from identity.role_assignments r
        join identity.accounts a on a.id = r.account_id and a.disabled_at is null
        join organization.organizations o on o.id = r.organization_id;

-- By the organization's date at this moment.
create view identity.v_membership as
    select account_id, account_id::text as user_id, organization_id, organization_code,
            lower(replace(role, '_', '-')) as role,
            organization_code || '.' || lower(replace(role, '_', '-')) as group_id,
            substitutes_id
        from identity.v_assignment
        where (now() at time zone zone)::date between valid_from and coalesce(valid_to, 'infinity');

create view identity.v_user as
    select id as account_id, id::text as user_id, display_name, email
        from identity.accounts
        where disabled_at is null;

-- Every group a task may name, whether somebody is in it or not.
create view identity.v_group as
    select o.code || '.' || r.role as group_id, o.id as organization_id, o.code as organization_code,
            o.short_name as organization_name, r.role
        from organization.organizations o
        join (values
            ('director'), ('deputy'), ('coordinator'), ('network-administrator'), ('platform-administrator'),
            ('class-teacher'), ('teacher'), ('secretary'), ('hr'), ('social-pedagogue'), ('librarian'),
            ('methodologist'), ('forum-moderator'), ('operator'), ('parent'), ('student'), ('district-head'),
            ('district-specialist')) r (role)
            on (o.type = 'DISTRICT_OFFICE') = (r.role like 'district-%');

create view identity.v_tenant as
    select id as organization_id, code, short_name as name from organization.organizations;

-- Which tenants a person may see when acting for an organization: itself, and for an office its schools.
create view identity.v_tenant_member as
    select distinct m.account_id, m.user_id, m.organization_id as active_organization_id, o.id as organization_id, o.code
        from identity.v_membership m
        join organization.organizations o
            on o.id = m.organization_id
                or (o.district_office_id = m.organization_id and m.role in ('district-head', 'district-specialist'));

alter table identity.role_assignments enable row level security;
create policy rls_role_assignments on identity.role_assignments
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

grant usage on schema identity to ${appRole};
grant select, insert, update on identity.accounts, identity.role_assignments to ${appRole};
grant select, insert, update, delete on identity.sign_in_attempts to ${appRole};
grant select on identity.v_assignment, identity.v_membership, identity.v_user, identity.v_group, identity.v_tenant,
    identity.v_tenant_member to ${appRole};
