create schema exchange;

-- One attempt to load one file into one register.
create table exchange.imports (
    id uuid not null,
    organization_id uuid not null,
    kind text not null,
    state text not null,
    file_name text not null,
    file_size bigint not null,
    sha256 text not null,
    format text not null,
    encoding text,
    separator text,
    heading_row int not null,
    headings text[] not null,
    sample text[] not null,
    mapping int[],
    rows_read int not null default 0,
    rows_new int not null default 0,
    rows_same int not null default 0,
    rows_changed int not null default 0,
    faults int not null default 0,
    warnings int not null default 0,
    failure text,
    working_since timestamptz,
    uploaded_at timestamptz not null,
    uploaded_by uuid,
    applied_at timestamptz,
    applied_by uuid,
    undone_at timestamptz,
    undone_by uuid,
    emptied_at timestamptz,
    constraint pk_imports primary key (id),
    constraint uq_imports_id_organization_id unique (id, organization_id),
    constraint fk_imports_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint ck_imports_kind check (kind ~ '^[a-z]+(-[a-z]+)*$'),
    constraint ck_imports_state check (state in
        ('UPLOADED', 'CHECKING', 'CHECKED', 'APPLYING', 'APPLIED', 'UNDONE', 'INTERRUPTED', 'WITHDRAWN')),
    constraint ck_imports_format check (format in ('XLSX', 'CSV')),
    constraint ck_imports_text check ((format = 'CSV') = (encoding is not null) and (format = 'CSV') = (separator is not null)),
    constraint ck_imports_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint ck_imports_mapping check (mapping is not null or state in ('UPLOADED', 'WITHDRAWN')),
    constraint ck_imports_working_since check ((working_since is not null) = (state in ('CHECKING', 'APPLYING'))),
    -- Nothing with a fault in it gets into a register.
    constraint ck_imports_faults check (faults = 0 or state not in ('APPLYING', 'APPLIED', 'UNDONE')),
    constraint ck_imports_applied_at check ((applied_at is not null) = (state in ('APPLIED', 'UNDONE'))),
    constraint ck_imports_undone_at check ((undone_at is not null) = (state = 'UNDONE')),
    constraint ck_imports_counts check (
        rows_read >= 0 and rows_new >= 0 and rows_same >= 0 and rows_changed >= 0 and faults >= 0 and warnings >= 0)
);
comment on column exchange.imports.mapping is 'for each column of the kind: position of the file''s column from 0, or -1';
comment on column exchange.imports.sample is 'cells of the first row, to recognise the columns by; emptied with the rest';

-- One at a time for each register of a school.
create unique index uq_imports_open on exchange.imports (organization_id, kind)
    where state in ('UPLOADED', 'CHECKING', 'CHECKED', 'APPLYING', 'INTERRUPTED');
create index ix_imports_organization_id on exchange.imports (organization_id, uploaded_at desc);
create index ix_imports_working on exchange.imports (working_since) where state in ('CHECKING', 'APPLYING');

create function exchange.refuse_other_step() returns trigger language plpgsql as $$
begin
    if old.state = new.state or (old.state, new.state) in (
        ('UPLOADED', 'CHECKING'), ('UPLOADED', 'WITHDRAWN'),
        ('CHECKING', 'CHECKED'), ('CHECKING', 'INTERRUPTED'),
        ('INTERRUPTED', 'CHECKING'), ('INTERRUPTED', 'WITHDRAWN'),
        ('CHECKED', 'CHECKING'), ('CHECKED', 'APPLYING'), ('CHECKED', 'WITHDRAWN'),
        ('APPLYING', 'APPLIED'), ('APPLYING', 'CHECKED'),
        ('APPLIED', 'UNDONE'))
    then
        return new;
    end if;
    raise exception 'an import does not go from % to %', old.state, new.state
        using errcode = 'check_violation', constraint = 'ck_imports_step';
end
$$;

create trigger imports_refuse_other_step before update of state on exchange.imports
    for each row execute function exchange.refuse_other_step();

-- The file in pieces: neither a node nor the heap has to hold it.
create table exchange.import_pieces (
    import_id uuid not null,
    organization_id uuid not null,
    position int not null,
    bytes bytea not null,
    constraint pk_import_pieces primary key (import_id, position),
    constraint fk_import_pieces_import_id foreign key (import_id, organization_id)
        references exchange.imports (id, organization_id) on delete cascade,
    constraint ck_import_pieces_position check (position >= 0)
);
create index ix_import_pieces_organization_id on exchange.import_pieces (organization_id);

-- What the file says, cell by cell in the order of the kind's columns, normalised; null = nothing there, or a fault.
create table exchange.import_rows (
    import_id uuid not null,
    organization_id uuid not null,
    row_no int not null,
    target_id uuid not null default gen_random_uuid(),
    outcome text not null default 'NEW',
    cells text[] not null,
    before jsonb,
    constraint pk_import_rows primary key (import_id, row_no),
    constraint fk_import_rows_import_id foreign key (import_id, organization_id)
        references exchange.imports (id, organization_id) on delete cascade,
    constraint ck_import_rows_outcome check (outcome in ('NEW', 'SAME', 'CHANGED')),
    constraint ck_import_rows_before check (before is null or outcome = 'CHANGED')
);
comment on column exchange.import_rows.target_id is 'the row of the register: the one to be made, or the one found there';
comment on column exchange.import_rows.before is 'what undoing gives back to a changed row of the register';
create index ix_import_rows_organization_id on exchange.import_rows (organization_id);

create table exchange.import_faults (
    import_id uuid not null,
    organization_id uuid not null,
    id bigint not null generated always as identity,
    row_no int not null,
    column_code text,
    column_no int,
    severity text not null,
    reason text not null,
    arguments text[] not null,
    found_by text not null,
    constraint pk_import_faults primary key (import_id, id),
    constraint fk_import_faults_import_id foreign key (import_id, organization_id)
        references exchange.imports (id, organization_id) on delete cascade,
    constraint ck_import_faults_severity check (severity in ('ERROR', 'WARNING')),
    constraint ck_import_faults_found_by check (found_by in ('FILE', 'REGISTER'))
);
create index ix_import_faults_organization_id on exchange.import_faults (organization_id);
create index ix_import_faults_place on exchange.import_faults (import_id, row_no, column_no, id);

-- How a school's own headings are understood, so that it settles them once.
create table exchange.mappings (
    organization_id uuid not null,
    kind text not null,
    heading text not null,
    column_code text not null,
    constraint pk_mappings primary key (organization_id, kind, heading),
    constraint fk_mappings_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint ck_mappings_heading check (char_length(heading) between 1 and 200)
);

alter table exchange.imports enable row level security;
create policy rls_imports on exchange.imports
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table exchange.import_pieces enable row level security;
create policy rls_import_pieces on exchange.import_pieces
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table exchange.import_rows enable row level security;
create policy rls_import_rows on exchange.import_rows
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table exchange.import_faults enable row level security;
create policy rls_import_faults on exchange.import_faults
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table exchange.mappings enable row level security;
create policy rls_mappings on exchange.mappings
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

grant usage on schema exchange to ${appRole};
grant select, insert, update on exchange.imports to ${appRole};
grant select, insert, update, delete on exchange.import_pieces, exchange.import_rows, exchange.import_faults,
    exchange.mappings to ${appRole};
