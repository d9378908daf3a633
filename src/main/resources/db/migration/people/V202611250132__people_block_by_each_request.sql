-- Each request blocks for itself: whoever asks twice is blocked until both are answered.
drop index people.uq_blocks_organization_id_person_id;
drop index people.ix_blocks_request_id;
alter table people.blocks add constraint uq_blocks_request_id unique (request_id);
create index ix_blocks_organization_id_person_id on people.blocks (organization_id, person_id) where lifted_on is null;

-- Blocked data are kept and not used (152-ФЗ ст. 3 п. 7, ст. 21): the search leaves them out for all but the head, who
-- answers for the request. By the key of the pupil, which the index of names has: a common name stays as cheap as it was.
drop function people.pupils_found(uuid, text[], uuid[], date, text, int, int);
drop function people.pupils_counted(uuid, text[], uuid[], date, int);
drop function people.pupils_where(uuid, text[], uuid[], date);

create function people.pupils_where(
        organization uuid, words text[], among uuid[], present date, blocked_too boolean) returns text
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
            else format(' and p.admitted_on <= %1$L and coalesce(p.left_on, ''infinity'') >= %1$L', present) end
        || case when blocked_too then '' else format(
                ' and p.id <> all (array(select u.id from people.blocks b join people.pupils u'
                ' using (organization_id, person_id) where b.organization_id = %L and b.lifted_on is null))', organization)
            end;

create function people.pupils_found(
        organization uuid, words text[], among uuid[], present date, blocked_too boolean, sorting text, size int, start int)
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
        || people.pupils_where(organization, words, among, present, blocked_too) || found_first || ') p'
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

create function people.pupils_counted(
        organization uuid, words text[], among uuid[], present date, blocked_too boolean, at_most int)
    returns bigint
    language plpgsql stable security definer set search_path = pg_catalog
    as $$
declare
    counted bigint;
begin
    if not (audit.sees_all() or organization = any (audit.visible_organizations())) then
        return 0;
    end if;
    execute 'select count(*) from (select' || people.pupils_where(organization, words, among, present, blocked_too)
        || format(' limit %s) found', at_most) into counted;
    return counted;
end
$$;
revoke all on function people.pupils_found(uuid, text[], uuid[], date, boolean, text, int, int),
    people.pupils_counted(uuid, text[], uuid[], date, boolean, int) from public;
grant execute on function people.pupils_found(uuid, text[], uuid[], date, boolean, text, int, int),
    people.pupils_counted(uuid, text[], uuid[], date, boolean, int) to ${appRole};
