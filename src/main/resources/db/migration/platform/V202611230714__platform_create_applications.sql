-- Short numbers that people and mails name a case by; gaps are of no consequence here.
create sequence platform.application_numbers;

create table platform.applications (
    id uuid not null,
    version bigint not null,
    organization_id uuid not null,
    platform_id uuid not null,
    appointment_id uuid not null,
    reference text not null,
    state text not null,
    send_to text not null,
    versions int not null,
    attempts int not null,
    opened_by uuid not null,
    opened_at timestamptz not null,
    activated_on date,
    filled_on date,
    district_told_at timestamptz,
    constraint pk_applications primary key (id),
    constraint fk_applications_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_applications_platform_id foreign key (platform_id) references platform.platforms (id),
    constraint fk_applications_appointment_id_organization_id foreign key (appointment_id, organization_id)
        references platform.appointments (id, organization_id),
    constraint uq_applications_id_organization_id unique (id, organization_id),
    constraint uq_applications_reference unique (reference),
    constraint ck_applications_state check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'SENDING', 'UNDELIVERED', 'SENT',
        'RETURNED', 'REFUSED', 'REGISTERED', 'ACTIVATED', 'FILLED', 'BUILT')),
    constraint ck_applications_send_to check (send_to ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(send_to) <= 254),
    constraint ck_applications_versions check (versions >= 0 and (versions > 0 or state in ('DRAFT'))),
    constraint ck_applications_attempts check (attempts >= 0),
    constraint ck_applications_activated_on check (activated_on is not null or state not in ('ACTIVATED', 'FILLED', 'BUILT')),
    constraint ck_applications_filled_on check (filled_on is not null or state not in ('FILLED', 'BUILT'))
);
-- At most one running application per organization and platform.
create unique index uq_applications_organization_id_platform_id on platform.applications (organization_id, platform_id)
    where state not in ('REFUSED', 'BUILT');

-- What was sent stands for ever: each correction is a new version.
create table platform.application_versions (
    application_id uuid not null,
    number int not null,
    organization_id uuid not null,
    full_name text,
    short_name text,
    inn text,
    ogrn text,
    address text,
    head text,
    email text,
    phone text,
    site text,
    contact_name text,
    contact_email text,
    contact_phone text not null,
    prepared_by uuid not null,
    prepared_at timestamptz not null,
    constraint pk_application_versions primary key (application_id, number),
    constraint fk_application_versions_application_id_organization_id foreign key (application_id, organization_id)
        references platform.applications (id, organization_id),
    constraint ck_application_versions_number check (number > 0),
    constraint ck_application_versions_inn check (inn ~ '^[0-9]{10}$'),
    constraint ck_application_versions_ogrn check (ogrn ~ '^[0-9]{13}$'),
    constraint ck_application_versions_contact_phone check (contact_phone ~ '^\+79[0-9]{9}$')
);

create table platform.application_decisions (
    id uuid not null,
    application_id uuid not null,
    organization_id uuid not null,
    version_number int not null,
    decision text not null,
    words text,
    decided_on date not null,
    decided_by uuid not null,
    recorded_at timestamptz not null,
    received_mail_id uuid,
    constraint pk_application_decisions primary key (id),
    constraint fk_application_decisions_application_id_organization_id foreign key (application_id, organization_id)
        references platform.applications (id, organization_id),
    constraint ck_application_decisions_decision check (decision in (
        'APPROVED', 'SENT_BACK', 'REGISTERED', 'RETURNED', 'REFUSED')),
    -- Every decision other than the happy one needs a written reason.
    constraint ck_application_decisions_words check (
        char_length(btrim(words)) between 1 and 2000 or (words is null and decision in ('APPROVED', 'REGISTERED')))
);
create index ix_application_decisions_application_id on platform.application_decisions (application_id);

create table platform.sendings (
    application_id uuid not null,
    version_number int not null,
    attempt int not null,
    organization_id uuid not null,
    mail_id uuid not null,
    sent_to text not null,
    owed_at timestamptz not null,
    constraint pk_sendings primary key (application_id, version_number, attempt),
    constraint uq_sendings_mail_id unique (mail_id),
    constraint fk_sendings_application_id_organization_id foreign key (application_id, organization_id)
        references platform.applications (id, organization_id)
);

-- The organization's data as they stand on the platform (F017).
create table platform.profiles (
    organization_id uuid not null,
    platform_id uuid not null,
    version bigint not null,
    full_name text not null,
    short_name text not null,
    inn text not null,
    ogrn text not null,
    address text not null,
    head text not null,
    email text not null,
    phone text not null,
    site text,
    changed_by uuid not null,
    changed_at timestamptz not null,
    constraint pk_profiles primary key (organization_id, platform_id),
    constraint fk_profiles_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_profiles_platform_id foreign key (platform_id) references platform.platforms (id)
);

create table platform.structure_units (
    id uuid not null default gen_random_uuid(),
    application_id uuid not null,
    organization_id uuid not null,
    kind text not null,
    label text not null,
    place int not null,
    members int not null,
    external_id text,
    created_on date,
    created_by uuid,
    skipped_reason text,
    constraint pk_structure_units primary key (id),
    constraint fk_structure_units_application_id_organization_id foreign key (application_id, organization_id)
        references platform.applications (id, organization_id),
    constraint uq_structure_units_application_id_kind_label unique (application_id, kind, label),
    constraint ck_structure_units_kind check (kind in ('STAFF_ROOM', 'CLASS')),
    constraint ck_structure_units_members check (members >= 0),
    constraint ck_structure_units_external_id check (char_length(btrim(external_id)) between 1 and 200),
    constraint ck_structure_units_created check ((external_id is null) = (created_on is null)),
    constraint ck_structure_units_skipped_reason check (skipped_reason is null or external_id is null)
);
create unique index uq_structure_units_application_id_external_id on platform.structure_units
    (application_id, external_id) where external_id is not null;

alter table platform.applications enable row level security;
create policy rls_applications on platform.applications
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table platform.application_versions enable row level security;
create policy rls_application_versions on platform.application_versions
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table platform.application_decisions enable row level security;
create policy rls_application_decisions on platform.application_decisions
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table platform.sendings enable row level security;
create policy rls_sendings on platform.sendings
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table platform.profiles enable row level security;
create policy rls_profiles on platform.profiles
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table platform.structure_units enable row level security;
create policy rls_structure_units on platform.structure_units
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

grant usage on sequence platform.application_numbers to ${appRole};
grant select, insert, update on platform.applications, platform.profiles, platform.structure_units to ${appRole};
grant select, insert on platform.application_versions, platform.application_decisions, platform.sendings to ${appRole};
