-- Personal files are numbered by letter: «В/13». Each letter is a run of pages of the alphabet book.
alter table people.pupils
    add column file_letter text,
    add column file_sequence int,
    add column search_name text not null default '',
    -- The class is said by the enrolment, which comes after the admission.
    alter column class_label drop not null,
    add constraint uq_pupils_id_organization_id unique (id, organization_id),
    add constraint uq_pupils_id_person_id unique (id, person_id);

create function people.file_letter(family text) returns text
    language sql immutable strict parallel safe
    return translate(upper(left(btrim(family), 1)), 'Ё', 'Е');

-- The last number of each letter; raised and read in one statement, so two secretaries never give one number.
create table people.file_counters (
    organization_id uuid not null,
    letter text not null,
    last_sequence int not null,
    constraint pk_file_counters primary key (organization_id, letter),
    constraint fk_file_counters_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint ck_file_counters_letter check (char_length(letter) = 1),
    constraint ck_file_counters_last_sequence check (last_sequence > 0)
);

update people.pupils p set file_letter = n.letter, file_sequence = n.sequence, search_name = n.search_name
    from (select u.id, n.search_name, people.file_letter(n.family) as letter,
            row_number() over (partition by u.organization_id, people.file_letter(n.family)
                order by n.search_name, u.admitted_on, u.id) as sequence
        from people.pupils u join people.persons n on n.id = u.person_id) n
    where n.id = p.id;
insert into people.file_counters (organization_id, letter, last_sequence)
    select organization_id, file_letter, max(file_sequence) from people.pupils group by 1, 2;

alter table people.pupils
    add column file_number text generated always as (file_letter || '/' || file_sequence) stored,
    add column search_text text not null generated always as (
        search_name || coalesce(' ' || lower(file_letter) || '/' || file_sequence, '')) stored,
    add constraint ck_pupils_file_letter check (char_length(file_letter) = 1 and file_letter = upper(file_letter)),
    add constraint ck_pupils_file_sequence check (file_sequence > 0),
    add constraint ck_pupils_file_number check ((file_letter is null) = (file_sequence is null)),
    add constraint uq_pupils_organization_id_file_number unique (organization_id, file_letter, file_sequence);
create index ix_pupils_search_text on people.pupils using gin (people.code(search_text) people.gin_trgm_ops);
create index ix_pupils_organization_id_search_text on people.pupils (organization_id, search_text, id);
create index ix_pupils_organization_id_admitted_on on people.pupils (organization_id, admitted_on, id);

-- Whoever is admitted is entered in the alphabet book in the same statement, one or twenty thousand. Runs with the
-- owner's rights: the person of a pupil just inserted is seen by nobody yet.
create function people.enter_pupils() returns trigger
    language plpgsql security definer set search_path = pg_catalog
    as $$
begin
    insert into people.file_counters as c (organization_id, letter, last_sequence)
        select organization_id, file_letter, max(file_sequence) from inserted where file_letter is not null
            group by 1, 2 order by 1, 2
        on conflict (organization_id, letter) do update
            set last_sequence = greatest(c.last_sequence, excluded.last_sequence);
    -- In the order of letters, so that two lists admitted at once never wait for each other crosswise.
    with missing as (
        select i.id, i.organization_id, people.file_letter(n.family) as letter,
                row_number() over (partition by i.organization_id, people.file_letter(n.family)
                    order by n.search_name, i.id) as place
            from inserted i join people.persons n on n.id = i.person_id
            where i.file_letter is null),
    raised as (
        insert into people.file_counters as c (organization_id, letter, last_sequence)
            select organization_id, letter, count(*) from missing group by 1, 2 order by 1, 2
            on conflict (organization_id, letter) do update set last_sequence = c.last_sequence + excluded.last_sequence
            returning organization_id, letter, last_sequence),
    numbered as (
        select m.id, m.letter, r.last_sequence - count(*) over (partition by m.organization_id, m.letter) + m.place
                as sequence
            from missing m join raised r using (organization_id, letter))
    update people.pupils p set search_name = n.search_name, file_letter = coalesce(p.file_letter, m.letter),
            file_sequence = coalesce(p.file_sequence, m.sequence)
        from inserted i join people.persons n on n.id = i.person_id left join numbered m on m.id = i.id
        where p.id = i.id;
    return null;
end
$$;
create trigger pupils_enter_book after insert on people.pupils
    referencing new table as inserted for each statement execute function people.enter_pupils();

create function people.follow_name() returns trigger
    language plpgsql security definer set search_path = pg_catalog
    as $$
begin
    update people.pupils set search_name = new.search_name where person_id = new.id;
    return null;
end
$$;
create trigger persons_follow_name after update of family, given, patronymic on people.persons
    for each row when (old.search_name is distinct from new.search_name) execute function people.follow_name();

-- Why the search is two functions of the owner: see people.persons_alike. Words are all to be found, in any order; the
-- statement is planned with its values, because «ова» and «ящерицын» want different plans.
create function people.pupils_where(organization uuid, words text[], among uuid[], present date) returns text
    language sql stable set search_path = pg_catalog
    return format(' from people.pupils p where p.organization_id = %L', organization)
        || coalesce((select string_agg(
                -- The index compares codes, in which a digit of a file number may be a letter too.
                format(' and people.code(p.search_text) like %L and p.search_text like %L', people.code(pattern), pattern), '')
            from unnest(words) as asked (word), lateral (
                select '%' || regexp_replace(people.name_text(word), '([\\%_])', '\\\1', 'g') || '%') wanted (pattern)), '')
        || case when among is null then '' else format(' and p.id = any (%L)', among) end
        || case when present is null then ''
            else format(' and p.admitted_on <= %1$L and coalesce(p.left_on, ''infinity'') >= %1$L', present) end;

create function people.pupils_found(
        organization uuid, words text[], among uuid[], present date, sorting text, size int, start int)
    returns table (pupil_id uuid)
    language plpgsql stable security definer rows 20 set search_path = pg_catalog
    as $$
begin
    if not (audit.sees_all() or organization = any (audit.visible_organizations())) then
        return;
    end if;
    return query execute 'select p.id' || people.pupils_where(organization, words, among, present)
        || case sorting
            when 'name,desc' then ' order by p.search_text desc, p.id desc'
            when 'file,asc' then ' order by p.file_letter, p.file_sequence, p.id'
            when 'file,desc' then ' order by p.file_letter desc, p.file_sequence desc, p.id desc'
            when 'admitted,asc' then ' order by p.admitted_on, p.id'
            when 'admitted,desc' then ' order by p.admitted_on desc, p.id desc'
            else ' order by p.search_text, p.id' end
        || format(' limit %s offset %s', size, start);
end
$$;

create function people.pupils_counted(organization uuid, words text[], among uuid[], present date, at_most int)
    returns bigint
    language plpgsql stable security definer set search_path = pg_catalog
    as $$
declare
    counted bigint;
begin
    if not (audit.sees_all() or organization = any (audit.visible_organizations())) then
        return 0;
    end if;
    execute 'select count(*) from (select' || people.pupils_where(organization, words, among, present)
        || format(' limit %s) found', at_most) into counted;
    return counted;
end
$$;
revoke all on function people.pupils_found(uuid, text[], uuid[], date, text, int, int),
    people.pupils_counted(uuid, text[], uuid[], date, int) from public;
grant execute on function people.pupils_found(uuid, text[], uuid[], date, text, int, int),
    people.pupils_counted(uuid, text[], uuid[], date, int) to ${appRole};

alter table people.file_counters enable row level security;
create policy rls_file_counters on people.file_counters
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));
grant select, insert, update on people.file_counters to ${appRole};

-- Who answers for the child, and who may be called.
alter table people.guardians
    add column legal boolean not null default true,
    add column contact boolean not null default true,
    drop constraint ck_guardians_kinship,
    add constraint ck_guardians_kinship check (kinship in (
        'MOTHER', 'FATHER', 'GUARDIAN', 'GRANDMOTHER', 'GRANDFATHER', 'SISTER', 'BROTHER', 'OTHER')),
    drop constraint fk_guardians_pupil_id,
    add constraint fk_guardians_pupil_id_organization_id foreign key (pupil_id, organization_id)
        references people.pupils (id, organization_id) on delete cascade;
