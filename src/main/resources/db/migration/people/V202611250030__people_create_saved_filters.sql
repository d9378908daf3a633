-- What somebody often looks for, each for themselves.
create table people.saved_filters (
    id uuid not null,
    organization_id uuid not null,
    account_id uuid not null,
    list text not null,
    name text not null,
    query text not null,
    constraint pk_saved_filters primary key (id),
    constraint fk_saved_filters_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_saved_filters_account_id foreign key (account_id) references identity.accounts (id),
    constraint uq_saved_filters_name unique (account_id, organization_id, list, name),
    constraint ck_saved_filters_list check (list in ('STAFF', 'PUPILS')),
    constraint ck_saved_filters_name check (name = btrim(name) and char_length(name) between 1 and 60),
    constraint ck_saved_filters_query check (char_length(query) <= 500)
);
create index ix_saved_filters_organization_id on people.saved_filters (organization_id);

alter table people.saved_filters enable row level security;
create policy rls_saved_filters on people.saved_filters
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
grant select, insert, update, delete on people.saved_filters to ${appRole};
