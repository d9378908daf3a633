create table platform.appointments (
    id uuid not null,
    version bigint not null,
    organization_id uuid not null,
    platform_id uuid not null,
    staff_id uuid not null,
    person_id uuid not null,
    kind text not null,
    joined boolean not null,
    effective_on date not null,
    ground text not null,
    replaces_id uuid,
    state text not null,
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    order_id uuid,
    account_id uuid,
    granted_on date,
    ended_on date,
    end_order_id uuid,
    constraint pk_appointments primary key (id),
    constraint fk_appointments_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_appointments_platform_id foreign key (platform_id) references platform.platforms (id),
    constraint fk_appointments_staff_id foreign key (staff_id) references people.staff (id),
    constraint fk_appointments_person_id foreign key (person_id) references people.persons (id),
    constraint uq_appointments_id_organization_id unique (id, organization_id),
    constraint fk_appointments_replaces_id_organization_id foreign key (replaces_id, organization_id)
        references platform.appointments (id, organization_id),
    constraint fk_appointments_order_id foreign key (order_id) references orders.orders (id),
    constraint fk_appointments_end_order_id foreign key (end_order_id) references orders.orders (id),
    constraint ck_appointments_kind check (kind in ('MAIN', 'ADDITIONAL')),
    constraint ck_appointments_state check (state in ('PROPOSED', 'ACTIVE', 'ENDED', 'DROPPED')),
    constraint ck_appointments_ground check (char_length(btrim(ground)) between 1 and 500),
    constraint ck_appointments_replaces_id check (replaces_id is null or kind = 'MAIN'),
    -- Nobody administers without an order (domain rule: a role only by a registered order).
    constraint ck_appointments_granted check (
        (state in ('ACTIVE', 'ENDED')) = (order_id is not null and account_id is not null and granted_on is not null)),
    constraint ck_appointments_ended check ((state = 'ENDED') = (ended_on is not null and end_order_id is not null)),
    constraint ck_appointments_ended_on check (ended_on >= granted_on)
);
create unique index uq_appointments_organization_id_platform_id_main on platform.appointments
    (organization_id, platform_id) where kind = 'MAIN' and state = 'ACTIVE';
create unique index uq_appointments_organization_id_platform_id_main_proposed on platform.appointments
    (organization_id, platform_id) where kind = 'MAIN' and state = 'PROPOSED';
create unique index uq_appointments_organization_id_platform_id_staff_id on platform.appointments
    (organization_id, platform_id, staff_id) where state in ('PROPOSED', 'ACTIVE');
create index ix_appointments_staff_id on platform.appointments (staff_id);

create table platform.appointment_warnings (
    appointment_id uuid not null,
    organization_id uuid not null,
    warning text not null,
    constraint pk_appointment_warnings primary key (appointment_id, warning),
    constraint fk_appointment_warnings_appointment_id_organization_id foreign key (appointment_id, organization_id)
        references platform.appointments (id, organization_id),
    constraint ck_appointment_warnings_warning check (warning in (
        'NEITHER_DEPUTY_NOR_INFORMATICS', 'NOT_PEDAGOGUE', 'NO_HIGHER_EDUCATION', 'NO_MANAGEMENT_EXPERIENCE', 'NOT_JOINED'))
);

create table platform.publications (
    appointment_id uuid not null,
    organization_id uuid not null,
    url text not null,
    published_on date not null,
    recorded_by uuid not null,
    constraint pk_publications primary key (appointment_id),
    constraint fk_publications_appointment_id_organization_id foreign key (appointment_id, organization_id)
        references platform.appointments (id, organization_id),
    constraint ck_publications_url check (url ~ '^https?://' and char_length(url) <= 1000)
);

-- One row per act, administrator and revision: a new revision is read anew, what was read is never unread.
create table platform.readings (
    act_id uuid not null,
    appointment_id uuid not null,
    organization_id uuid not null,
    revision text not null default '',
    read_on date not null,
    constraint pk_readings primary key (act_id, appointment_id, revision),
    constraint fk_readings_act_id_organization_id foreign key (act_id, organization_id)
        references platform.normative_acts (id, organization_id),
    constraint fk_readings_appointment_id_organization_id foreign key (appointment_id, organization_id)
        references platform.appointments (id, organization_id)
);
create index ix_readings_appointment_id on platform.readings (appointment_id);

create table platform.reliefs (
    id uuid not null,
    version bigint not null,
    organization_id uuid not null,
    appointment_id uuid not null,
    cause text not null,
    ground text not null,
    effective_on date not null,
    state text not null,
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    order_id uuid,
    constraint pk_reliefs primary key (id),
    constraint fk_reliefs_appointment_id_organization_id foreign key (appointment_id, organization_id)
        references platform.appointments (id, organization_id),
    constraint fk_reliefs_order_id foreign key (order_id) references orders.orders (id),
    constraint ck_reliefs_cause check (cause in ('DECISION', 'DISMISSAL')),
    constraint ck_reliefs_ground check (char_length(btrim(ground)) between 1 and 500),
    constraint ck_reliefs_state check (state in ('PROPOSED', 'DONE', 'DROPPED')),
    constraint ck_reliefs_order_id check ((state = 'DONE') = (order_id is not null))
);
create unique index uq_reliefs_appointment_id on platform.reliefs (appointment_id) where state = 'PROPOSED';
create index ix_reliefs_organization_id on platform.reliefs (organization_id);

alter table platform.appointments enable row level security;
create policy rls_appointments on platform.appointments
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table platform.appointment_warnings enable row level security;
create policy rls_appointment_warnings on platform.appointment_warnings
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table platform.publications enable row level security;
create policy rls_publications on platform.publications
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table platform.readings enable row level security;
create policy rls_readings on platform.readings
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table platform.reliefs enable row level security;
create policy rls_reliefs on platform.reliefs
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

grant select, insert, update on platform.appointments, platform.publications, platform.reliefs to ${appRole};
grant select, insert on platform.appointment_warnings, platform.readings to ${appRole};
