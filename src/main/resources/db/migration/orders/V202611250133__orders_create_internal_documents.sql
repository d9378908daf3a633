-- The school's own electronic documents beside its orders (F094): local acts, plans, minutes and the like, with who
-- answers for each. The file is frozen as it came; a new version is another document.
create table orders.internal_documents (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    kind text not null,
    title text not null,
    number text,
    dated_on date not null,
    responsible_person_id uuid not null,
    responsible_name text not null,
    audience text not null,
    order_id uuid,
    document_id uuid not null,
    filed_by uuid not null,
    filed_at timestamptz not null,
    archived_on date,
    archive_reason text,
    archived_by uuid,
    constraint pk_internal_documents primary key (id),
    constraint uq_internal_documents_document_id unique (document_id),
    constraint fk_internal_documents_organization_id foreign key (organization_id)
        references organization.organizations (id),
    constraint fk_internal_documents_order_id foreign key (order_id) references orders.orders (id),
    constraint fk_internal_documents_document_id foreign key (document_id) references documents.files (id),
    constraint ck_internal_documents_kind check (
        kind in ('LOCAL_ACT', 'MINUTES', 'PLAN', 'PROGRAMME', 'INSTRUCTION', 'REPORT', 'LETTER', 'OTHER')),
    constraint ck_internal_documents_title check (char_length(btrim(title)) between 1 and 300),
    constraint ck_internal_documents_number check (char_length(btrim(number)) between 1 and 60),
    constraint ck_internal_documents_responsible_name check (char_length(btrim(responsible_name)) between 1 and 300),
    constraint ck_internal_documents_audience check (audience in ('OFFICE', 'STAFF')),
    constraint ck_internal_documents_archived check (num_nonnulls(archived_on, archive_reason, archived_by) in (0, 3)),
    constraint ck_internal_documents_archive_reason check (char_length(btrim(archive_reason)) between 1 and 500)
);
create index ix_internal_documents_organization_id on orders.internal_documents (organization_id, dated_on);
create index ix_internal_documents_order_id on orders.internal_documents (order_id);

alter table orders.internal_documents enable row level security;
create policy rls_internal_documents on orders.internal_documents
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
grant select, insert, update on orders.internal_documents to ${appRole};
