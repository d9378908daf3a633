-- Numbers that a person said will never come, because the orders before this one stand on paper only: each gap in the
-- register has its reason.
create table orders.skipped_numbers (
    organization_id uuid not null,
    series text not null,
    year int not null,
    first_sequence int not null,
    last_sequence int not null,
    reason text not null,
    recorded_by uuid,
    recorded_at timestamptz not null,
    constraint pk_skipped_numbers primary key (organization_id, series, year, first_sequence),
    constraint fk_skipped_numbers_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint ck_skipped_numbers_series check (series in ('MAIN', 'PERSONNEL', 'MOVEMENT')),
    constraint ck_skipped_numbers_sequence check (0 < first_sequence and first_sequence <= last_sequence),
    constraint ck_skipped_numbers_reason check (length(btrim(reason)) between 1 and 500)
);

alter table orders.skipped_numbers enable row level security;
create policy rls_skipped_numbers on orders.skipped_numbers using (
    organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
grant select, insert on orders.skipped_numbers to ${appRole};
