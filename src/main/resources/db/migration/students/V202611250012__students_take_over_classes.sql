-- Until now a pupil had the label of a class. The labels become classes of the running school year and the pupils are
-- enrolled in them from its first day, or from their own.
insert into organization.school_years (id, organization_id, starts_on, ends_on)
select gen_random_uuid(), o.organization_id, y.starts_on, (y.starts_on + interval '1 year' - interval '1 day')::date
from (select distinct organization_id from people.pupils) o
    cross join (select make_date(extract(year from current_date - interval '8 months')::int, 9, 1) as starts_on) y
where not exists (select from organization.school_years e
    where e.organization_id = o.organization_id and current_date between e.starts_on and e.ends_on);

create temporary table labelled on commit drop as
select p.id as pupil_id, p.person_id, p.organization_id, y.id as school_year_id, y.starts_on, y.ends_on, p.admitted_on,
    p.left_on, p.grade,
    case when p.grade is not null then 'CLASS' when o.type = 'EXTRACURRICULAR' then 'ASSOCIATION' else 'GROUP' end as kind,
    case when p.grade is not null then substring(upper(p.class_label) from '[А-ЯЁ]') end as letter,
    case when p.grade is not null then p.grade || coalesce(substring(upper(p.class_label) from '[А-ЯЁ]'), '')
        else btrim(p.class_label) end as label
from people.pupils p
    join organization.organizations o on o.id = p.organization_id
    join organization.school_years y on y.organization_id = p.organization_id
        and current_date between y.starts_on and y.ends_on
where p.admitted_on <= y.ends_on and coalesce(p.left_on, y.ends_on) >= y.starts_on;

insert into organization.classes (id, organization_id, school_year_id, kind, grade, letter, label)
select gen_random_uuid(), organization_id, school_year_id, kind, grade, min(letter), min(label)
from labelled l
where not exists (select from organization.classes c
    where c.school_year_id = l.school_year_id and lower(c.label) = lower(l.label))
group by organization_id, school_year_id, kind, grade, lower(label);

-- Who stands in two schools at once keeps the later one; the other shows in the list of pupils as without a class.
insert into students.enrollments (id, organization_id, pupil_id, person_id, school_year_id, year_starts_on, year_ends_on,
    class_id, class_kind, sequence, from_on, to_on, entry_ground)
select distinct on (case when c.kind = 'ASSOCIATION' then l.pupil_id else l.person_id end)
    gen_random_uuid(), l.organization_id, l.pupil_id, l.person_id, l.school_year_id, l.starts_on, l.ends_on,
    c.id, c.kind, 1, greatest(l.admitted_on, l.starts_on), least(l.left_on, l.ends_on), 'FIRST_LOADING'
from labelled l join organization.classes c on c.school_year_id = l.school_year_id and lower(c.label) = lower(l.label)
order by case when c.kind = 'ASSOCIATION' then l.pupil_id else l.person_id end, l.left_on nulls first,
    l.admitted_on desc;
