-- Trigrams find a part of a name by an index; trusted, so the owner of the database may create it.
create extension if not exists pg_trgm with schema people;

-- The same words in one order: «Петрова Анна» and «Анна Петрова» are one key, ё and е are one letter.
create function people.name_key(name text) returns text
    language sql immutable strict parallel safe
    return (select string_agg(word, ' ' order by word collate "C")
        from regexp_split_to_table(replace(lower(btrim(name)), 'ё', 'е'), '[[:space:]-]+') as words (word));

create function people.name_text(name text) returns text
    language sql immutable strict parallel safe
    return replace(lower(regexp_replace(btrim(name), '[[:space:]]+', ' ', 'g')), 'ё', 'е');

-- pg_trgm asks the C library what a letter is, and the locale there is C: Russian words would have no trigrams at all.
-- Each of the 32 letters (ё is е) has a sign of its own here.
create function people.code(text) returns text
    language sql immutable strict parallel safe
    return translate($1, 'абвгдежзийклмнопрстуфхцчшщъыьэюя', 'abvgde0zijklmnoprstufhc1w2qy345x');

alter table people.persons
    add column search_name text not null
        generated always as (people.name_text(family || ' ' || given || coalesce(' ' || patronymic, ''))) stored,
    add column name_key text not null
        generated always as (people.name_key(family || ' ' || given || coalesce(' ' || patronymic, ''))) stored;
create index ix_persons_name_key on people.persons (name_key);
create index ix_persons_search_name on people.persons using gin (people.code(search_name) people.gin_trgm_ops);
create index ix_persons_born_on on people.persons (born_on);

-- LIKE and % may leak what they compare, so under a policy no trigram index is used. This runs with the owner's rights
-- and looks by itself at what the transaction may see; it gives ids, the rows are then read under the policy.
create function people.persons_alike(name text, born date)
    returns table (person_id uuid, alike real)
    language sql stable security definer rows 10 set search_path = pg_catalog
    as $$
        select p.id, case when p.name_key = people.name_key(name) then 1
                else people.similarity(people.code(p.search_name), people.code(people.name_text(name))) end
        from people.persons p
        where (p.name_key = people.name_key(name)
                or people.code(p.search_name) operator(people.%) people.code(people.name_text(name))
                    and people.similarity(people.code(p.search_name), people.code(people.name_text(name))) >= 0.6
                or p.born_on = born and people.similarity(people.code(p.search_name), people.code(people.name_text(name))) >= 0.3)
            -- Of two who are called alike, the same day of birth is what decides; unknown days hide nobody.
            and (born is null or p.born_on is null or p.born_on = born
                or people.similarity(people.code(p.search_name), people.code(people.name_text(name))) >= 0.8)
            and (audit.sees_all()
                or exists (select from people.staff s
                    where s.person_id = p.id and s.organization_id = any (audit.visible_organizations()))
                or exists (select from people.pupils u
                    where u.person_id = p.id and u.organization_id = any (audit.visible_organizations()))
                or exists (select from people.guardians g
                    where g.person_id = p.id and g.organization_id = any (audit.visible_organizations())))
        order by 2 desc, p.born_on = born desc nulls last, p.id
        limit 10
    $$;
revoke all on function people.persons_alike(text, date) from public;
grant execute on function people.persons_alike(text, date) to ${appRole};

-- What others refer to stays within the organization.
alter table people.staff
    add constraint uq_staff_id_organization_id unique (id, organization_id),
    add column file_number text,
    add column hired_order_id uuid,
    add column dismissed_order_id uuid,
    add column dismissal_ground text,
    add constraint ck_staff_file_number check (char_length(btrim(file_number)) between 1 and 40),
    add constraint fk_staff_hired_order_id foreign key (hired_order_id) references orders.orders (id),
    add constraint fk_staff_dismissed_order_id foreign key (dismissed_order_id) references orders.orders (id),
    add constraint ck_staff_dismissed_order_id check (dismissed_order_id is null or dismissed_on is not null);
create unique index uq_staff_organization_id_file_number on people.staff (organization_id, file_number);
create index ix_staff_hired_order_id on people.staff (hired_order_id);
create index ix_staff_dismissed_order_id on people.staff (dismissed_order_id);
