create schema orders;

-- What kinds of orders there are: data, so that a new kind is a row and not a release of code.
create table orders.kinds (
    code text not null,
    series text not null,
    name text not null,
    title text not null,
    legal_basis text not null default '',
    body text not null,
    signature_kind text not null default 'SIMPLE',
    statutory boolean not null default false,
    acquaintance text not null default 'OPTIONAL',
    relation text,
    startable boolean not null default false,
    constraint pk_kinds primary key (code),
    constraint ck_kinds_code check (code ~ '^[a-z]+(-[a-z]+)*$'),
    constraint ck_kinds_series check (series in ('MAIN', 'PERSONNEL', 'MOVEMENT')),
    constraint ck_kinds_signature_kind check (signature_kind in ('SIMPLE', 'QUALIFIED', 'PAPER')),
    constraint ck_kinds_acquaintance check (acquaintance in ('REQUIRED', 'OPTIONAL')),
    constraint ck_kinds_relation check (relation in ('AMENDS', 'SUPERSEDES', 'REVOKES'))
);

create table orders.kind_annexes (
    kind text not null,
    position int not null,
    title text not null,
    text text not null,
    constraint pk_kind_annexes primary key (kind, position),
    constraint fk_kind_annexes_kind foreign key (kind) references orders.kinds (code),
    constraint ck_kind_annexes_position check (position > 0)
);

-- A school words its orders, and chooses how each kind is signed, for itself.
create table orders.kind_overrides (
    organization_id uuid not null,
    kind text not null,
    title text not null,
    legal_basis text not null,
    body text not null,
    signature_kind text not null,
    constraint pk_kind_overrides primary key (organization_id, kind),
    constraint fk_kind_overrides_kind foreign key (kind) references orders.kinds (code),
    constraint ck_kind_overrides_signature_kind check (signature_kind in ('SIMPLE', 'QUALIFIED', 'PAPER'))
);

-- Acts that orders are based on (S0 1.2, S1 1.1, S4 1.1), worded to follow «В соответствии с».
create table orders.legal_acts (
    code text not null,
    citation text not null,
    constraint pk_legal_acts primary key (code),
    constraint uq_legal_acts_citation unique (citation)
);

create table orders.series_patterns (
    organization_id uuid not null,
    series text not null,
    pattern text not null,
    constraint pk_series_patterns primary key (organization_id, series),
    -- Two series numbered alike would give one number to two orders.
    constraint uq_series_patterns_pattern unique (organization_id, pattern),
    constraint ck_series_patterns_series check (series in ('MAIN', 'PERSONNEL', 'MOVEMENT')),
    constraint ck_series_patterns_pattern check (pattern ~ '\{seq(:0[1-9])?\}' and length(pattern) <= 40)
);

create table orders.counters (
    organization_id uuid not null,
    series text not null,
    year int not null,
    last_sequence int not null,
    constraint pk_counters primary key (organization_id, series, year),
    constraint ck_counters_last_sequence check (last_sequence >= 0)
);

-- Numbers of local acts annexed to orders («Функциональные обязанности № 50», F003): running, not by year.
create table orders.act_counters (
    organization_id uuid not null,
    last_number int not null,
    constraint pk_act_counters primary key (organization_id),
    constraint ck_act_counters_last_number check (last_number > 0)
);

create sequence orders.draft_numbers;

create table orders.orders (
    id uuid not null,
    version bigint not null,
    organization_id uuid not null,
    draft_number bigint not null default nextval('orders.draft_numbers'),
    kind text not null,
    series text not null,
    status text not null,
    caused_by uuid not null,
    initiator_account_id uuid not null,
    created_at timestamptz not null,
    title text not null,
    legal_basis text not null,
    body text not null,
    fields jsonb not null default '{}',
    effective_on date not null,
    relation text,
    target_order_id uuid,
    remark text,
    rejection_reason text,
    signature_kind text,
    original_id uuid,
    original_sha256 text,
    year int,
    sequence int,
    number text,
    registered_on date,
    registered_at timestamptz,
    signed_at timestamptz,
    back_dated boolean not null default false,
    historical boolean not null default false,
    registered_copy_id uuid,
    constraint pk_orders primary key (id),
    constraint fk_orders_kind foreign key (kind) references orders.kinds (code),
    constraint fk_orders_target_order_id foreign key (target_order_id) references orders.orders (id),
    constraint ck_orders_series check (series in ('MAIN', 'PERSONNEL', 'MOVEMENT')),
    constraint ck_orders_status check (status in ('DRAFT', 'FROZEN', 'REGISTERED', 'REJECTED')),
    constraint ck_orders_relation check (relation in ('AMENDS', 'SUPERSEDES', 'REVOKES')),
    constraint ck_orders_relation_target check (target_order_id is null or relation is not null),
    constraint ck_orders_target_order_id check (target_order_id <> id),
    constraint ck_orders_signature_kind check (signature_kind in ('SIMPLE', 'QUALIFIED', 'PAPER')),
    constraint ck_orders_title check (length(title) <= 500),
    constraint ck_orders_original check ((original_id is null) = (original_sha256 is null)),
    constraint ck_orders_frozen check (status <> 'FROZEN' or (original_id is not null and signature_kind is not null)),
    constraint ck_orders_rejected check ((status = 'REJECTED') = (rejection_reason is not null)),
    -- Registered and numbered, dated, copied are one and the same fact.
    constraint ck_orders_registered check (
        case when status = 'REGISTERED'
            then num_nonnulls(number, year, registered_on, registered_at, registered_copy_id) = 5
            else num_nonnulls(number, year, sequence, registered_on, registered_at, registered_copy_id, signed_at) = 0
                and not back_dated
        end),
    constraint ck_orders_signed check (
        status <> 'REGISTERED' or historical
            or (signed_at is not null and original_id is not null and sequence is not null)),
    constraint ck_orders_year check (year is null or year between 1900 and 2200),
    constraint ck_orders_sequence check (sequence is null or sequence > 0),
    constraint uq_orders_sequence unique (organization_id, series, year, sequence),
    constraint uq_orders_number unique (organization_id, series, year, number)
);
-- One live order per cause and kind: asking again finds it.
create unique index uq_orders_cause on orders.orders (caused_by, kind) where status <> 'REJECTED';
-- An order is cancelled once.
create unique index uq_orders_ended on orders.orders (target_order_id)
    where status = 'REGISTERED' and relation in ('SUPERSEDES', 'REVOKES');
create index ix_orders_register on orders.orders (organization_id, registered_on desc, sequence desc);
create index ix_orders_target_order_id on orders.orders (target_order_id) where target_order_id is not null;

create table orders.annexes (
    order_id uuid not null,
    position int not null,
    title text not null,
    text text not null,
    constraint pk_annexes primary key (order_id, position),
    constraint fk_annexes_order_id foreign key (order_id) references orders.orders (id),
    constraint ck_annexes_title check (length(title) <= 500)
);

-- Whom the draft names to be acquainted; the rows to be signed come from here at registration.
create table orders.acquaintances (
    order_id uuid not null,
    position int not null,
    person_id uuid not null,
    name text not null,
    job_position text not null,
    constraint pk_acquaintances primary key (order_id, position),
    constraint fk_acquaintances_order_id foreign key (order_id) references orders.orders (id)
);

create table orders.signatures (
    id uuid not null,
    organization_id uuid not null,
    order_id uuid not null,
    state text not null,
    kind text not null,
    original_sha256 text not null,
    signer_account_id uuid,
    signer_name text not null,
    signer_position text not null,
    on_behalf_of text,
    signed_at timestamptz not null,
    signed_on date not null,
    address text,
    agreement text,
    document_id uuid,
    holder text,
    issuer text,
    serial_number text,
    valid_from timestamptz,
    valid_to timestamptz,
    algorithm text,
    claimed_at timestamptz,
    recorded_by uuid not null,
    constraint pk_signatures primary key (id),
    constraint fk_signatures_order_id foreign key (order_id) references orders.orders (id),
    constraint ck_signatures_state check (state in ('OFFERED', 'ACCEPTED', 'VOID')),
    constraint ck_signatures_kind check (kind in ('SIMPLE', 'QUALIFIED', 'PAPER')),
    constraint ck_signatures_simple check (
        kind <> 'SIMPLE' or (signer_account_id is not null and address is not null and agreement is not null)),
    constraint ck_signatures_qualified check (
        kind <> 'QUALIFIED'
            or num_nonnulls(document_id, holder, issuer, serial_number, valid_from, valid_to, algorithm) = 7),
    constraint ck_signatures_paper check (kind <> 'PAPER' or document_id is not null)
);
create unique index uq_signatures_live on orders.signatures (order_id, state) where state in ('OFFERED', 'ACCEPTED');
create index ix_signatures_order_id on orders.signatures (order_id);

create table orders.acknowledgements (
    id uuid not null,
    organization_id uuid not null,
    order_id uuid not null,
    position int not null,
    person_id uuid not null,
    name text not null,
    job_position text not null,
    state text not null default 'OPEN',
    requested_at timestamptz not null,
    settled_at timestamptz,
    settled_on date,
    settled_by uuid,
    document_id uuid,
    first_witness text,
    second_witness text,
    copy_issued_on date,
    constraint pk_acknowledgements primary key (id),
    constraint fk_acknowledgements_order_id foreign key (order_id) references orders.orders (id),
    constraint uq_acknowledgements_person_id unique (order_id, person_id),
    constraint ck_acknowledgements_state check (state in ('OPEN', 'ACKNOWLEDGED', 'PAPER', 'REFUSED')),
    constraint ck_acknowledgements_settled check (
        case when state = 'OPEN' then num_nonnulls(settled_at, settled_on, settled_by) = 0
            else num_nonnulls(settled_at, settled_on, settled_by) = 3 end),
    constraint ck_acknowledgements_paper check ((state = 'PAPER') = (document_id is not null)),
    constraint ck_acknowledgements_refused check (
        case when state = 'REFUSED' then num_nonnulls(first_witness, second_witness) = 2
            and first_witness <> second_witness
            else num_nonnulls(first_witness, second_witness) = 0 end)
);
create index ix_acknowledgements_person_id on orders.acknowledgements (organization_id, person_id);

alter table orders.kind_overrides enable row level security;
create policy rls_kind_overrides on orders.kind_overrides using (
    organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table orders.series_patterns enable row level security;
create policy rls_series_patterns on orders.series_patterns using (
    organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table orders.counters enable row level security;
create policy rls_counters on orders.counters using (
    organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table orders.act_counters enable row level security;
create policy rls_act_counters on orders.act_counters using (
    organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table orders.orders enable row level security;
create policy rls_orders on orders.orders using (
    organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table orders.annexes enable row level security;
create policy rls_annexes on orders.annexes using (
    exists (select from orders.orders where id = order_id));
alter table orders.acquaintances enable row level security;
create policy rls_acquaintances on orders.acquaintances using (
    exists (select from orders.orders where id = order_id));
alter table orders.signatures enable row level security;
create policy rls_signatures on orders.signatures using (
    organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
alter table orders.acknowledgements enable row level security;
create policy rls_acknowledgements on orders.acknowledgements using (
    organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

grant usage on schema orders to ${appRole};
grant usage on sequence orders.draft_numbers to ${appRole};
grant select on orders.kinds, orders.kind_annexes, orders.legal_acts to ${appRole};
grant select, insert, update, delete on orders.kind_overrides to ${appRole};
grant select, insert, update on orders.series_patterns, orders.counters, orders.act_counters, orders.orders, orders.signatures,
    orders.acknowledgements to ${appRole};
grant select, insert, update, delete on orders.annexes, orders.acquaintances to ${appRole};
