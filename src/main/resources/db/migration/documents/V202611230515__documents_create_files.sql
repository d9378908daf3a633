create schema documents;

create table documents.files (
    id uuid not null default gen_random_uuid(),
    organization_id uuid not null,
    name text not null,
    media_type text not null,
    bytes bytea not null,
    size bigint not null,
    sha256 text not null,
    frozen boolean not null,
    stored_at timestamptz not null,
    stored_by uuid,
    constraint pk_files primary key (id),
    constraint ck_files_name check (length(name) between 1 and 200),
    constraint ck_files_size check (size = octet_length(bytes)),
    constraint ck_files_sha256 check (sha256 = encode(sha256(bytes), 'hex'))
);

comment on column documents.files.stored_by is 'Account that stored it; null = the product itself.';

create index ix_files_organization_id on documents.files (organization_id, stored_at);

-- Compressed storage would have to be undone for each reading and each nightly check; PDF and JPEG are compressed already.
alter table documents.files alter column bytes set storage external;

create function documents.keep_frozen() returns trigger language plpgsql as $$
begin
    raise exception 'file % is frozen', old.id using errcode = 'integrity_constraint_violation';
end
$$;

create function documents.keep_all() returns trigger language plpgsql as $$
begin
    raise exception 'the files may not be emptied' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger keep_frozen before update or delete on documents.files
    for each row when (old.frozen) execute function documents.keep_frozen();
create trigger keep_all before truncate on documents.files
    for each statement execute function documents.keep_all();

alter table documents.files enable row level security;
create policy rls_files on documents.files
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

-- Which node hashed the files in a night: the one that wrote the day.
create table documents.integrity_checks (
    day date not null,
    constraint pk_integrity_checks primary key (day)
);

grant usage on schema documents to ${appRole};
grant select, insert on documents.files to ${appRole};
grant select, insert on documents.integrity_checks to ${appRole};
