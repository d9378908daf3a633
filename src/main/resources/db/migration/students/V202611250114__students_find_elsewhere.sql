-- Pupils of the organization who are in a class or group of another one on the day or later. Answers with own pupils only;
-- with the owner's rights, because nobody sees the rows of the other school.
create function students.enrolled_elsewhere(organization uuid, from_day date) returns table (pupil_id uuid)
    language plpgsql stable security definer set search_path = pg_catalog
    as $$
begin
    if not (audit.sees_all() or organization = any (audit.visible_organizations())) then
        return;
    end if;
    return query select distinct p.id from people.pupils p join students.enrollments e on e.person_id = p.person_id
        where p.organization_id = organization and e.organization_id <> organization and e.class_kind <> 'ASSOCIATION'
            and coalesce(e.to_on, e.year_ends_on) >= from_day;
end
$$;
revoke all on function students.enrolled_elsewhere(uuid, date) from public;
grant execute on function students.enrolled_elsewhere(uuid, date) to ${appRole};
