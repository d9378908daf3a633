-- Emergency access: for an hour at most, in one organization, a system administrator may do a listed few repairs.
create table workflow.repairs (
    id uuid not null,
    organization_id uuid not null,
    opened_by uuid not null,
    reason text not null,
    opened_at timestamptz not null,
    ends_at timestamptz not null,
    closed_at timestamptz,
    closed_by uuid,
    constraint pk_repairs primary key (id),
    constraint ck_repairs_reason check (length(btrim(reason)) between 10 and 500),
    constraint ck_repairs_ends_at check (ends_at > opened_at and ends_at <= opened_at + interval '60 minutes'),
    constraint ck_repairs_closed check (
        (closed_at is null) = (closed_by is null) and closed_at between opened_at and ends_at)
);
alter table workflow.repairs add constraint uq_repairs_period exclude using gist (
    organization_id with =, tstzrange(opened_at, coalesce(closed_at, ends_at)) with &&);
create index ix_repairs_organization_id on workflow.repairs (organization_id, opened_at desc);

-- Opened and closed once; never longer, never for another reason.
create function workflow.keep_repairs() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.closed_at is null and new.closed_at is not null
        and to_jsonb(new) - 'closed_at' - 'closed_by' = to_jsonb(old) - 'closed_at' - 'closed_by'
    then
        return new;
    end if;
    raise exception 'emergency access is only closed' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger keep_repairs before update or delete on workflow.repairs
    for each row execute function workflow.keep_repairs();

alter table workflow.repairs enable row level security;
create policy rls_repairs on workflow.repairs
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
grant select, insert on workflow.repairs to ${appRole};
grant update (closed_at, closed_by) on workflow.repairs to ${appRole};
