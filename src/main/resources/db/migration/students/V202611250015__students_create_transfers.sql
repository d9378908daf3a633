-- A transfer, from the parents' application to the notice that the child has arrived; kept by the school that is left.
create table students.transfers (
    id uuid not null,
    version bigint not null,
    organization_id uuid not null,
    pupil_id uuid not null,
    person_id uuid not null,
    kind text not null,
    state text not null,
    school_year_id uuid not null,
    class_kind text not null,
    from_class_id uuid not null,
    to_class_id uuid,
    receiving_organization_id uuid,
    receiving_name text,
    settlement text,
    region text,
    applicant text not null,
    applied_on date not null,
    application_document_id uuid,
    effective_on date not null,
    order_due_on date,
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    withdrawal_asked_at timestamptz,
    withdrawal_reason text,
    drop_reason text,
    order_id uuid,
    moved_on date,
    file_handed_on date,
    file_handed_to text,
    dossier_document_id uuid,
    notice_channel text,
    notice_number text,
    notice_on date,
    notice_from text,
    constraint pk_transfers primary key (id),
    constraint uq_transfers_id_organization_id unique (id, organization_id),
    constraint fk_transfers_pupil_id foreign key (pupil_id, person_id, organization_id)
        references people.pupils (id, person_id, organization_id),
    -- Another class is one of the same year and kind.
    constraint fk_transfers_from_class_id foreign key (from_class_id, school_year_id, class_kind)
        references organization.classes (id, school_year_id, kind),
    constraint fk_transfers_to_class_id foreign key (to_class_id, school_year_id, class_kind)
        references organization.classes (id, school_year_id, kind),
    constraint fk_transfers_receiving_organization_id foreign key (receiving_organization_id)
        references organization.organizations (id),
    constraint fk_transfers_application_document_id foreign key (application_document_id) references documents.files (id),
    constraint fk_transfers_dossier_document_id foreign key (dossier_document_id) references documents.files (id),
    constraint fk_transfers_order_id foreign key (order_id) references orders.orders (id),
    constraint ck_transfers_kind check (kind in ('OTHER_CLASS', 'SYSTEM_SCHOOL', 'OUTSIDE_SCHOOL', 'MOVING_AWAY')),
    constraint ck_transfers_state check (state in ('REQUESTED', 'MOVED', 'LEFT', 'ARRIVED', 'DROPPED')),
    constraint ck_transfers_to_class_id check (
        (kind = 'OTHER_CLASS') = (to_class_id is not null) and to_class_id <> from_class_id),
    constraint ck_transfers_receiving_organization_id check (
        (kind = 'SYSTEM_SCHOOL') = (receiving_organization_id is not null)
        and receiving_organization_id <> organization_id),
    constraint ck_transfers_receiving_name check ((kind = 'OUTSIDE_SCHOOL') = (receiving_name is not null)),
    constraint ck_transfers_settlement check (
        (kind = 'MOVING_AWAY') = (settlement is not null) and (settlement is null) = (region is null)),
    constraint ck_transfers_applied_on check (applied_on <= (proposed_at at time zone 'Pacific/Kiritimati')::date),
    constraint ck_transfers_effective_on check (effective_on >= applied_on),
    constraint ck_transfers_applicant check (char_length(btrim(applicant)) between 1 and 300),
    constraint ck_transfers_order_id check ((state in ('MOVED', 'LEFT', 'ARRIVED')) = (order_id is not null)),
    constraint ck_transfers_moved_on check ((order_id is null) = (moved_on is null)),
    constraint ck_transfers_state_of_kind check (
        case when kind = 'OTHER_CLASS' then state not in ('LEFT', 'ARRIVED') else state <> 'MOVED' end),
    constraint ck_transfers_drop_reason check ((state = 'DROPPED') = (drop_reason is not null)),
    constraint ck_transfers_drop_reasons check (drop_reason in ('WITHDRAWN', 'NO_SCHOOL', 'ORDER_REJECTED')),
    constraint ck_transfers_withdrawal_reason check ((withdrawal_asked_at is null) = (withdrawal_reason is null)),
    constraint ck_transfers_file_handed_on check ((file_handed_on is null) = (file_handed_to is null)),
    constraint ck_transfers_notice check ((state = 'ARRIVED') = (notice_channel is not null)),
    constraint ck_transfers_notice_channel check (notice_channel in ('SYSTEM', 'HAND', 'MAIL')),
    constraint ck_transfers_notice_facts check (
        (notice_channel is null) = (notice_number is null)
        and (notice_channel is null) = (notice_on is null)
        and (notice_channel is null) = (notice_from is null))
);
-- One at a time.
create unique index uq_transfers_pupil_id on students.transfers (pupil_id) where state = 'REQUESTED';
create index ix_transfers_pupil_id on students.transfers (pupil_id);
create index ix_transfers_organization_id_state on students.transfers (organization_id, state, proposed_at);
create index ix_transfers_from_class_id on students.transfers (from_class_id);
create index ix_transfers_to_class_id on students.transfers (to_class_id) where to_class_id is not null;
create index ix_transfers_receiving_organization_id on students.transfers (receiving_organization_id);
create index ix_transfers_application_document_id on students.transfers (application_document_id);
create index ix_transfers_dossier_document_id on students.transfers (dossier_document_id);
create index ix_transfers_order_id on students.transfers (order_id);

-- What the receiving school is told, in a row of its own: name, day of birth, class and profile, and nothing more.
create table students.place_requests (
    id uuid not null,
    version bigint not null,
    organization_id uuid not null,
    transfer_id uuid not null,
    sending_organization_id uuid not null,
    person_id uuid not null,
    family text not null,
    given text not null,
    patronymic text,
    born_on date,
    grade smallint,
    class_label text not null,
    profile text,
    wanted_on date not null,
    state text not null,
    answer_due_on date not null,
    requested_at timestamptz not null,
    answered_at timestamptz,
    answered_by uuid,
    class_id uuid,
    reason text,
    left_on date,
    left_order_number text,
    left_ordered_on date,
    dossier_document_id uuid,
    applied_on date,
    applicant text,
    application_document_id uuid,
    enrol_from date,
    received_by uuid,
    pupil_id uuid,
    order_id uuid,
    constraint pk_place_requests primary key (id),
    constraint fk_place_requests_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_place_requests_transfer_id foreign key (transfer_id, sending_organization_id)
        references students.transfers (id, organization_id),
    constraint fk_place_requests_person_id foreign key (person_id) references people.persons (id),
    constraint fk_place_requests_class_id foreign key (class_id, organization_id)
        references organization.classes (id, organization_id),
    constraint fk_place_requests_pupil_id foreign key (pupil_id, person_id, organization_id)
        references people.pupils (id, person_id, organization_id),
    constraint fk_place_requests_order_id foreign key (order_id) references orders.orders (id),
    constraint fk_place_requests_dossier_document_id foreign key (dossier_document_id) references documents.files (id),
    constraint fk_place_requests_application_document_id foreign key (application_document_id)
        references documents.files (id),
    constraint ck_place_requests_organization_id check (organization_id <> sending_organization_id),
    constraint ck_place_requests_state check (
        state in ('REQUESTED', 'ACCEPTED', 'REFUSED', 'EXPIRED', 'WITHDRAWN', 'ENROLLED', 'CLOSED')),
    constraint ck_place_requests_answered check ((answered_at is null) = (answered_by is null)),
    constraint ck_place_requests_accepted check (state not in ('ACCEPTED', 'ENROLLED') or class_id is not null),
    constraint ck_place_requests_reason check (state not in ('REFUSED', 'CLOSED') or char_length(btrim(reason)) > 0),
    constraint ck_place_requests_enrolled check (
        (state = 'ENROLLED') = (pupil_id is not null) and (pupil_id is null) = (order_id is null)),
    constraint ck_place_requests_received check ((received_by is null) = (applied_on is null)),
    constraint ck_place_requests_left check ((left_on is null) = (left_order_number is null))
);
create unique index uq_place_requests_transfer_id on students.place_requests (transfer_id)
    where state in ('REQUESTED', 'ACCEPTED', 'ENROLLED');
create index ix_place_requests_transfer_id on students.place_requests (transfer_id);
create index ix_place_requests_organization_id_state on students.place_requests (organization_id, state, requested_at);
create index ix_place_requests_sending_organization_id on students.place_requests (sending_organization_id);
create index ix_place_requests_person_id on students.place_requests (person_id);
create index ix_place_requests_class_id on students.place_requests (class_id) where class_id is not null;
create index ix_place_requests_pupil_id on students.place_requests (pupil_id);
create index ix_place_requests_order_id on students.place_requests (order_id);
create index ix_place_requests_dossier_document_id on students.place_requests (dossier_document_id);
create index ix_place_requests_application_document_id on students.place_requests (application_document_id);

-- What the office is asked when the chosen school has no place or keeps silent; in a row of the office's own.
create table students.place_searches (
    id uuid not null,
    version bigint not null,
    organization_id uuid not null,
    transfer_id uuid not null,
    sending_organization_id uuid not null,
    refused_organization_id uuid not null,
    family text not null,
    given text not null,
    patronymic text,
    born_on date,
    grade smallint,
    class_label text not null,
    profile text,
    wanted_on date not null,
    refusal text,
    state text not null,
    asked_at timestamptz not null,
    found_organization_id uuid,
    reason text,
    answered_at timestamptz,
    answered_by uuid,
    constraint pk_place_searches primary key (id),
    constraint fk_place_searches_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_place_searches_transfer_id foreign key (transfer_id, sending_organization_id)
        references students.transfers (id, organization_id),
    constraint fk_place_searches_refused_organization_id foreign key (refused_organization_id)
        references organization.organizations (id),
    constraint fk_place_searches_found_organization_id foreign key (found_organization_id)
        references organization.organizations (id),
    constraint ck_place_searches_state check (state in ('OPEN', 'FOUND', 'NONE', 'WITHDRAWN')),
    constraint ck_place_searches_found check ((state = 'FOUND') = (found_organization_id is not null)
        and found_organization_id <> sending_organization_id),
    constraint ck_place_searches_reason check ((state = 'NONE') = (reason is not null)),
    constraint ck_place_searches_answered check ((answered_at is null) = (answered_by is null))
);
create unique index uq_place_searches_transfer_id on students.place_searches (transfer_id) where state = 'OPEN';
create index ix_place_searches_transfer_id on students.place_searches (transfer_id);
create index ix_place_searches_organization_id on students.place_searches (organization_id, state);
create index ix_place_searches_sending_organization_id on students.place_searches (sending_organization_id);
create index ix_place_searches_refused_organization_id on students.place_searches (refused_organization_id);
create index ix_place_searches_found_organization_id on students.place_searches (found_organization_id);

alter table students.transfers enable row level security;
create policy rls_transfers on students.transfers
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table students.place_requests enable row level security;
create policy rls_place_requests on students.place_requests
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table students.place_searches enable row level security;
create policy rls_place_searches on students.place_searches
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
grant select, insert, update on students.transfers, students.place_requests, students.place_searches to ${appRole};
