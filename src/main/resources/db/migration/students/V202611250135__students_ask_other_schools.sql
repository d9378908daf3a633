-- Whether somebody the school has a row of learns in another school on one of the days: yes or no and nothing more. Row
-- level security hides that row, and the exclusion constraint would only break the whole loading at its end.
create function students.learns_elsewhere(person uuid, organization uuid, days daterange) returns boolean
    language sql stable security definer set search_path = pg_catalog
    return (audit.sees_all() or organization = any (audit.visible_organizations()))
        and exists (select from people.pupils p where p.person_id = person and p.organization_id = organization
            union all select from people.guardians g where g.person_id = person and g.organization_id = organization
            union all select from people.staff s where s.person_id = person and s.organization_id = organization)
        and exists (select from students.enrollments e where e.person_id = person
            and e.organization_id <> organization and e.class_kind <> 'ASSOCIATION' and e.days && days);
revoke all on function students.learns_elsewhere(uuid, uuid, daterange) from public;
grant execute on function students.learns_elsewhere(uuid, uuid, daterange) to ${appRole};
