-- Minutes of a council (F071, F162): what an order may have behind it. They are kept as they were recorded.
create table orders.council_minutes (
    id uuid not null,
    organization_id uuid not null,
    body text not null,
    number text not null,
    held_on date not null,
    agenda text not null,
    decision text not null,
    document_id uuid,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint pk_council_minutes primary key (id),
    constraint uq_council_minutes_id_organization_id unique (id, organization_id),
    constraint fk_council_minutes_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_council_minutes_document_id foreign key (document_id) references documents.files (id),
    constraint ck_council_minutes_body check (
        body in ('PEDAGOGICAL', 'GOVERNING', 'METHODICAL', 'PARENTS', 'STAFF')),
    constraint ck_council_minutes_number check (number = btrim(number) and char_length(number) between 1 and 20),
    constraint ck_council_minutes_agenda check (char_length(btrim(agenda)) between 1 and 2000),
    constraint ck_council_minutes_decision check (char_length(btrim(decision)) between 1 and 4000),
    constraint ck_council_minutes_held_on check (held_on <= (recorded_at at time zone 'Pacific/Kiritimati')::date)
);
create unique index uq_council_minutes_number on orders.council_minutes
    (organization_id, body, lower(number), (extract(year from held_on)));
create index ix_council_minutes_document_id on orders.council_minutes (document_id);

alter table orders.council_minutes enable row level security;
create policy rls_council_minutes on orders.council_minutes using (
    organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
grant select, insert on orders.council_minutes to ${appRole};
