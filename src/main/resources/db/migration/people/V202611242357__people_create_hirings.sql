-- Whom somebody wants hired. Until the order is registered the candidate stands here and nowhere else; when it is
-- rejected, what was written about the person goes.
create table people.hirings (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    person_id uuid not null,
    family text,
    given text,
    patronymic text,
    born_on date,
    sex text,
    email text,
    phone text,
    position text not null,
    category text not null,
    education text not null,
    management_experience boolean not null,
    subjects text[] not null,
    access_role text,
    first_day date not null,
    ground text not null,
    state text not null default 'PROPOSED',
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    order_id uuid,
    staff_id uuid,
    name_key text generated always as (
        people.name_key(family || ' ' || given || coalesce(' ' || patronymic, ''))) stored,
    constraint pk_hirings primary key (id),
    constraint fk_hirings_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_hirings_order_id foreign key (order_id) references orders.orders (id),
    constraint fk_hirings_staff_id_organization_id foreign key (staff_id, organization_id)
        references people.staff (id, organization_id),
    constraint ck_hirings_state check (state in ('PROPOSED', 'DONE', 'DROPPED')),
    constraint ck_hirings_candidate check (
        case when state = 'PROPOSED' then num_nulls(family, given, born_on) = 0
            else num_nonnulls(family, given, patronymic, born_on, sex, email, phone) = 0 end),
    constraint ck_hirings_done check ((state = 'DONE') = (order_id is not null and staff_id is not null)),
    constraint ck_hirings_position check (char_length(btrim(position)) between 1 and 200),
    -- The head comes by the founder's act, not by an order of the school.
    constraint ck_hirings_category check (category in ('DEPUTY', 'PEDAGOGUE', 'SUPPORT')),
    constraint ck_hirings_education check (education in ('SECONDARY', 'VOCATIONAL', 'HIGHER')),
    constraint ck_hirings_access_role check (access_role in (
        'SECRETARY', 'HR', 'SOCIAL_PEDAGOGUE', 'LIBRARIAN', 'METHODOLOGIST', 'OPERATOR')),
    constraint ck_hirings_ground check (char_length(btrim(ground)) between 1 and 500),
    constraint ck_hirings_sex check (sex in ('FEMALE', 'MALE'))
);
create unique index uq_hirings_candidate on people.hirings (organization_id, name_key, born_on)
    where state = 'PROPOSED';
create unique index uq_hirings_person_id on people.hirings (organization_id, person_id) where state = 'PROPOSED';
create index ix_hirings_order_id on people.hirings (order_id);
create index ix_hirings_staff_id on people.hirings (staff_id);

create table people.dismissals (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    staff_id uuid not null,
    cause text not null,
    ground text not null,
    last_day date not null,
    state text not null default 'PROPOSED',
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    order_id uuid,
    withdrawal_ground text,
    withdrawn_by uuid,
    constraint pk_dismissals primary key (id),
    constraint fk_dismissals_staff_id_organization_id foreign key (staff_id, organization_id)
        references people.staff (id, organization_id),
    constraint fk_dismissals_order_id foreign key (order_id) references orders.orders (id),
    constraint ck_dismissals_cause check (cause in ('OWN_WISH', 'AGREEMENT', 'TERM_OVER', 'TRANSFER', 'OTHER')),
    constraint ck_dismissals_ground check (char_length(btrim(ground)) between 1 and 500),
    constraint ck_dismissals_state check (state in ('PROPOSED', 'DONE', 'DROPPED', 'WITHDRAWN')),
    constraint ck_dismissals_order_id check (state <> 'DONE' or order_id is not null),
    constraint ck_dismissals_withdrawn check (
        (state = 'WITHDRAWN') = (withdrawal_ground is not null and withdrawn_by is not null)),
    constraint ck_dismissals_withdrawal_ground check (char_length(btrim(withdrawal_ground)) between 1 and 500)
);
create unique index uq_dismissals_staff_id on people.dismissals (staff_id) where state = 'PROPOSED';
create index ix_dismissals_organization_id on people.dismissals (organization_id);
create index ix_dismissals_order_id on people.dismissals (order_id);

alter table people.hirings enable row level security;
create policy rls_hirings on people.hirings
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table people.dismissals enable row level security;
create policy rls_dismissals on people.dismissals
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
grant select, insert, update on people.hirings, people.dismissals to ${appRole};
