-- What the last verification of each chain found: shown where the record is read, so that nobody hashes it all for a page.
create table audit.checks (
    organization_id uuid,
    checked_at timestamptz not null,
    length bigint not null,
    linked_until timestamptz,
    broken_at bigint,
    kind text,
    constraint uq_checks_organization_id unique nulls not distinct (organization_id),
    constraint ck_checks_broken check ((broken_at is null) = (kind is null)),
    constraint ck_checks_kind check (kind in ('CHANGED', 'PREVIOUS_CHANGED', 'MISSING_BEFORE', 'END_MISSING'))
);

alter table audit.checks enable row level security;
create policy rls_checks on audit.checks
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
grant select, insert, update on audit.checks to ${appRole};
