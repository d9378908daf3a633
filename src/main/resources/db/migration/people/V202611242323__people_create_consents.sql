-- The wording people agree to; a new revision asks again, what was agreed to stays as it read.
create table people.consent_texts (
    id uuid not null,
    organization_id uuid not null,
    purpose text not null,
    revision int not null,
    title text not null,
    text text not null,
    made_by uuid not null,
    made_at timestamptz not null,
    constraint pk_consent_texts primary key (id),
    constraint uq_consent_texts_revision unique (organization_id, purpose, revision),
    constraint uq_consent_texts_id_organization_id unique (id, organization_id),
    constraint fk_consent_texts_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint ck_consent_texts_purpose check (purpose in ('PROCESSING', 'HEALTH', 'PLATFORM', 'PUBLICATION')),
    constraint ck_consent_texts_revision check (revision > 0),
    constraint ck_consent_texts_title check (char_length(btrim(title)) between 1 and 200),
    constraint ck_consent_texts_text check (char_length(btrim(text)) between 1 and 20000)
);
create trigger consent_texts_refuse_change before update or delete on people.consent_texts
    for each row execute function people.refuse_change();

create table people.consents (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    person_id uuid not null,
    given_by_id uuid not null,
    text_id uuid not null,
    scope text not null,
    given_on date not null,
    document_id uuid,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    withdrawn_on date,
    withdrawal_ground text,
    withdrawn_by uuid,
    constraint pk_consents primary key (id),
    constraint fk_consents_person_id foreign key (person_id) references people.persons (id),
    constraint fk_consents_given_by_id foreign key (given_by_id) references people.persons (id),
    constraint fk_consents_text_id_organization_id foreign key (text_id, organization_id)
        references people.consent_texts (id, organization_id),
    constraint fk_consents_document_id foreign key (document_id) references documents.files (id),
    constraint ck_consents_scope check (char_length(btrim(scope)) between 1 and 500),
    constraint ck_consents_withdrawn check (num_nonnulls(withdrawn_on, withdrawal_ground, withdrawn_by) in (0, 3)),
    constraint ck_consents_withdrawn_on check (withdrawn_on >= given_on)
);
create unique index uq_consents_person_id_text_id on people.consents (organization_id, person_id, given_by_id, text_id)
    where withdrawn_on is null;
create index ix_consents_person_id on people.consents (person_id);
create index ix_consents_given_by_id on people.consents (given_by_id);
create index ix_consents_text_id on people.consents (text_id);
create index ix_consents_document_id on people.consents (document_id);

-- What a person asks of the school about their data, and until when the law wants it answered (152-ФЗ ст. 20, 21).
create table people.data_requests (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    person_id uuid not null,
    kind text not null,
    applicant_id uuid not null,
    received_on date not null,
    due_on date not null,
    request text not null,
    state text not null,
    answer text,
    closed_on date,
    closed_by uuid,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint pk_data_requests primary key (id),
    constraint fk_data_requests_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_data_requests_person_id foreign key (person_id) references people.persons (id),
    constraint fk_data_requests_applicant_id foreign key (applicant_id) references people.persons (id),
    constraint ck_data_requests_kind check (kind in ('ACCESS', 'CORRECTION', 'BLOCKING', 'DESTRUCTION')),
    constraint ck_data_requests_due_on check (due_on >= received_on),
    constraint ck_data_requests_request check (char_length(btrim(request)) between 1 and 2000),
    constraint ck_data_requests_state check (state in ('OPEN', 'DONE', 'REFUSED')),
    constraint ck_data_requests_answer check (char_length(btrim(answer)) between 1 and 2000),
    constraint ck_data_requests_closed check (
        (state = 'OPEN') = (closed_on is null) and num_nonnulls(answer, closed_on, closed_by) in (0, 3)),
    constraint ck_data_requests_closed_on check (closed_on >= received_on)
);
create index ix_data_requests_organization_id on people.data_requests (organization_id, state, due_on);
create index ix_data_requests_person_id on people.data_requests (person_id);
create index ix_data_requests_applicant_id on people.data_requests (applicant_id);

-- Blocked: kept, and shown to nobody but who settles the request, until the block is lifted.
create table people.blocks (
    id uuid not null,
    organization_id uuid not null,
    person_id uuid not null,
    request_id uuid not null,
    from_on date not null,
    lifted_on date,
    constraint pk_blocks primary key (id),
    constraint fk_blocks_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_blocks_person_id foreign key (person_id) references people.persons (id),
    constraint fk_blocks_request_id foreign key (request_id) references people.data_requests (id),
    constraint ck_blocks_lifted_on check (lifted_on >= from_on)
);
create unique index uq_blocks_organization_id_person_id on people.blocks (organization_id, person_id)
    where lifted_on is null;
create index ix_blocks_person_id on people.blocks (person_id);
create index ix_blocks_request_id on people.blocks (request_id);

-- The personal file: what lies in it, with a scan where there is one. Taken out = dated, not deleted.
create table people.file_papers (
    id uuid not null,
    version bigint not null default 0,
    organization_id uuid not null,
    staff_id uuid,
    pupil_id uuid,
    kind text not null,
    title text not null,
    number text,
    issued_on date,
    document_id uuid,
    added_by uuid not null,
    added_on date not null,
    removed_on date,
    removal_ground text,
    constraint pk_file_papers primary key (id),
    constraint fk_file_papers_staff_id_organization_id foreign key (staff_id, organization_id)
        references people.staff (id, organization_id),
    constraint fk_file_papers_pupil_id_organization_id foreign key (pupil_id, organization_id)
        references people.pupils (id, organization_id),
    constraint fk_file_papers_document_id foreign key (document_id) references documents.files (id),
    constraint ck_file_papers_owner check (num_nonnulls(staff_id, pupil_id) = 1),
    constraint ck_file_papers_kind check (kind in (
        'APPLICATION', 'IDENTITY', 'CONTRACT', 'EDUCATION', 'ORDER', 'AGREEMENT', 'CERTIFICATE', 'OTHER')),
    constraint ck_file_papers_title check (char_length(btrim(title)) between 1 and 200),
    constraint ck_file_papers_number check (char_length(btrim(number)) between 1 and 60),
    constraint ck_file_papers_removed check ((removed_on is null) = (removal_ground is null)),
    constraint ck_file_papers_removed_on check (removed_on >= added_on),
    constraint ck_file_papers_removal_ground check (char_length(btrim(removal_ground)) between 1 and 500)
);
create index ix_file_papers_organization_id on people.file_papers (organization_id);
create index ix_file_papers_staff_id on people.file_papers (staff_id);
create index ix_file_papers_pupil_id on people.file_papers (pupil_id);
create index ix_file_papers_document_id on people.file_papers (document_id);

alter table people.consent_texts enable row level security;
create policy rls_consent_texts on people.consent_texts
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table people.consents enable row level security;
create policy rls_consents on people.consents
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table people.data_requests enable row level security;
create policy rls_data_requests on people.data_requests
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table people.blocks enable row level security;
create policy rls_blocks on people.blocks
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table people.file_papers enable row level security;
create policy rls_file_papers on people.file_papers
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

grant select, insert on people.consent_texts to ${appRole};
grant select, insert, update on people.consents, people.data_requests, people.blocks, people.file_papers to ${appRole};
