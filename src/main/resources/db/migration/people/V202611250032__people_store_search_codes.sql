-- Each row that an index on an expression finds has the expression computed again: tens of thousands of times for a
-- common name. Kept in a column, the code is compared as it stands.
drop index people.ix_pupils_search_text;
alter table people.pupils add column search_code text not null generated always as (
    people.code(search_name || coalesce(' ' || lower(file_letter) || '/' || file_sequence, ''))) stored;
create index ix_pupils_search_code on people.pupils using gin (search_code people.gin_trgm_ops);

-- A digit or a Latin letter may be the code of another letter, and so may a very short word: only those are compared with
-- the text as well. For the others the planner would take the two conditions for independent and expect too few rows.
create or replace function people.pupils_where(organization uuid, words text[], among uuid[], present date) returns text
    language sql stable set search_path = pg_catalog
    return format(' from people.pupils p where p.organization_id = %L', organization)
        || coalesce((select string_agg(
                format(' and p.search_code like %L', people.code(pattern))
                    || case when people.name_text(word) ~ '^[а-я-]{3,}$' then ''
                        else format(' and p.search_text like %L', pattern) end, '')
            from unnest(words) as asked (word), lateral (
                select '%' || regexp_replace(people.name_text(word), '([\\%_])', '\\\1', 'g') || '%') wanted (pattern)), '')
        || case when among is null then '' else format(' and p.id = any (%L)', among) end
        || case when present is null then ''
            else format(' and p.admitted_on <= %1$L and coalesce(p.left_on, ''infinity'') >= %1$L', present) end;

-- Names found by a part of the name lie together in the alphabet: the planner, who takes them for scattered, would walk
-- the list from А on and find the first of them after a hundred thousand others. So what matches is gathered first and
-- sorted then; byte by byte, which is the alphabet for letters without ё and capitals.
drop index people.ix_pupils_organization_id_search_text;
create index ix_pupils_organization_id_search_text on people.pupils (organization_id, search_text collate "C", id)
    include (search_code, admitted_on, left_on);

create or replace function people.pupils_found(
        organization uuid, words text[], among uuid[], present date, sorting text, size int, start int)
    returns table (pupil_id uuid)
    language plpgsql stable security definer rows 20 set search_path = pg_catalog
    as $$
declare
    found_first text := case when cardinality(words) > 0 then ' offset 0' else '' end;
    columns text := case when sorting like 'file,%' then ', p.file_letter, p.file_sequence' else '' end;
begin
    if not (audit.sees_all() or organization = any (audit.visible_organizations())) then
        return;
    end if;
    return query execute 'select p.id from (select p.id, p.search_text, p.admitted_on' || columns
        || people.pupils_where(organization, words, among, present) || found_first || ') p'
        || case sorting
            when 'name,desc' then ' order by p.search_text collate "C" desc, p.id desc'
            when 'file,asc' then ' order by p.file_letter, p.file_sequence, p.id'
            when 'file,desc' then ' order by p.file_letter desc, p.file_sequence desc, p.id desc'
            when 'admitted,asc' then ' order by p.admitted_on, p.id'
            when 'admitted,desc' then ' order by p.admitted_on desc, p.id desc'
            else ' order by p.search_text collate "C", p.id' end
        || format(' limit %s offset %s', size, start);
end
$$;
