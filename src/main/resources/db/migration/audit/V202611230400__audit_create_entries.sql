create schema audit;

-- What the present transaction may see. The product sets both at the begin of every transaction; unset means nothing,
-- a malformed value is an error.
create function audit.visible_organizations() returns uuid[]
    language sql stable parallel safe
    return coalesce(string_to_array(nullif(current_setting('chancery.organizations', true), ''), ',')::uuid[], '{}');

create function audit.sees_all() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('chancery.sees_all', true) = 'on', false);

create table audit.entries (
    id bigint generated always as identity,
    occurred_at timestamptz not null,
    account_id uuid,
    acted_in_id uuid,
    organization_id uuid,
    action text not null,
    subject_kind text not null,
    affected uuid[] not null,
    affected_count int not null,
    affected_digest text not null,
    details jsonb not null,
    chain_position bigint,
    chain_previous bytea,
    chain_hash bytea,
    constraint pk_entries primary key (id),
    constraint ck_entries_action check (action ~ '^[a-z]+\.[a-z0-9-]+$'),
    constraint ck_entries_affected_count check (affected_count = cardinality(affected)),
    constraint ck_entries_chain check (num_nonnulls(chain_position, chain_previous, chain_hash) in (0, 3))
);

comment on column audit.entries.account_id is 'who acted; null = the product itself or nobody signed in';
comment on column audit.entries.acted_in_id is 'the active organization of the session';
comment on column audit.entries.organization_id is 'whose register was touched; null = outside any';

create unique index uq_entries_chain_position on audit.entries (organization_id, chain_position) nulls not distinct
    where chain_position is not null;
create index ix_entries_unlinked on audit.entries (organization_id, id) where chain_hash is null;
create index ix_entries_occurred_at on audit.entries (organization_id, occurred_at);
create index ix_entries_account_id on audit.entries (account_id, occurred_at);
create index ix_entries_affected on audit.entries using gin (affected);

-- Where each chain ends: without it rows cut off at the end would not be missed.
create table audit.chains (
    organization_id uuid,
    length bigint not null,
    hash bytea not null,
    constraint uq_chains_organization_id unique nulls not distinct (organization_id)
);

create function audit.hash_of(entry audit.entries, previous bytea) returns bytea
    language sql stable
    return sha256(previous || convert_to(
        jsonb_build_array(
            entry.id,
            to_char(entry.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
            entry.account_id, entry.acted_in_id, entry.organization_id,
            entry.action, entry.subject_kind, entry.affected, entry.affected_count, entry.affected_digest,
            entry.details)::text, 'UTF8'));

-- An entry is written once; only its place in the chain is added, also once.
create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE'
        and old.chain_hash is null and new.chain_hash is not null
        and to_jsonb(new) - 'chain_position' - 'chain_previous' - 'chain_hash'
            = to_jsonb(old) - 'chain_position' - 'chain_previous' - 'chain_hash'
    then
        return new;
    end if;
    raise exception 'audit entries are never changed' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger entries_refuse_change before update or delete on audit.entries
    for each row execute function audit.refuse_change();
create trigger entries_refuse_truncate before truncate on audit.entries
    for each statement execute function audit.refuse_change();

-- Links what is committed by now, oldest first; a row whose transaction took longer comes into the next run, behind.
-- Returns how many were linked; 0 when another node is at it.
create function audit.link(at_most int) returns int language plpgsql as $$
declare
    entry audit.entries;
    chain audit.chains;
    linked int := 0;
begin
    if not pg_try_advisory_xact_lock(hashtext('audit.link')) then
        return 0;
    end if;
    for entry in
        select * from audit.entries where chain_hash is null order by organization_id, id limit at_most
    loop
        if linked = 0 or chain.organization_id is distinct from entry.organization_id then
            select * into chain from audit.chains c
                where c.organization_id is not distinct from entry.organization_id;
            if not found then
                chain := (entry.organization_id, 0, '\x');
            end if;
        end if;
        update audit.entries set chain_position = chain.length + 1, chain_previous = chain.hash,
                chain_hash = audit.hash_of(entry, chain.hash)
            where id = entry.id
            returning organization_id, chain_position, chain_hash into chain;
        insert into audit.chains (organization_id, length, hash) values (chain.organization_id, chain.length, chain.hash)
            on conflict (organization_id) do update set length = excluded.length, hash = excluded.hash;
        linked := linked + 1;
    end loop;
    return linked;
end
$$;

-- Everything that is not as it was linked: changed, missing in between, cut off at the end.
create view audit.breaks with (security_invoker = true) as
    select organization_id, chain_position, id as entry_id,
            case when chain_position <> expected then 'MISSING_BEFORE'
                when chain_previous <> coalesce(previous, '\x') then 'PREVIOUS_CHANGED'
                else 'CHANGED' end as kind
        from (
            select e.*, audit.hash_of(e, e.chain_previous) as computed,
                    row_number() over chain as expected, lag(e.chain_hash) over chain as previous
                from audit.entries e
                where e.chain_hash is not null
                window chain as (partition by e.organization_id order by e.chain_position)
        ) linked
        where chain_position <> expected or chain_previous <> coalesce(previous, '\x') or chain_hash <> computed
    union all
    select c.organization_id, c.length, null, 'END_MISSING'
        from audit.chains c
        where not exists (
            select from audit.entries e
                where e.organization_id is not distinct from c.organization_id
                    and e.chain_position = c.length and e.chain_hash = c.hash);

alter table audit.entries enable row level security;
create policy rls_entries on audit.entries
    for select using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
create policy rls_entries_insert on audit.entries for insert with check (true);
create policy rls_entries_update on audit.entries for update using ((select audit.sees_all()));

alter table audit.chains enable row level security;
create policy rls_chains on audit.chains
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

grant usage on schema audit to ${appRole};
grant select, insert on audit.entries to ${appRole};
grant update (chain_position, chain_previous, chain_hash) on audit.entries to ${appRole};
grant select, insert, update on audit.chains to ${appRole};
grant select on audit.breaks to ${appRole};
