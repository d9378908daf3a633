-- That something about a person was put right, why, and which of it; what it was before was wrong and is not kept.
create table people.corrections (
    id uuid not null,
    organization_id uuid not null,
    person_id uuid not null,
    fields text[] not null,
    ground text not null,
    corrected_by uuid not null,
    corrected_at timestamptz not null,
    constraint pk_corrections primary key (id),
    constraint fk_corrections_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_corrections_person_id foreign key (person_id) references people.persons (id),
    constraint ck_corrections_fields check (cardinality(fields) > 0 and fields <@ array[
        'family', 'given', 'patronymic', 'bornOn', 'sex', 'email', 'phone', 'kinship']),
    constraint ck_corrections_ground check (char_length(btrim(ground)) between 1 and 500)
);
create index ix_corrections_organization_id on people.corrections (organization_id, corrected_at);
create index ix_corrections_person_id on people.corrections (person_id);
create trigger corrections_refuse_change before update or delete on people.corrections
    for each row execute function people.refuse_change();

alter table people.corrections enable row level security;
create policy rls_corrections on people.corrections
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
grant select, insert on people.corrections to ${appRole};
