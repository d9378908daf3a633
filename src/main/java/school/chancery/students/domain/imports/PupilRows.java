package school.chancery.students.domain.imports;

/** The rows of the file as the register would have them, in SQL; {@code f} is always a row of the file. */
final class PupilRows {
    /** As {@code people.persons.search_name} is made. */
    static final String NAME = "people.name_text(f.family || ' ' || f.given || coalesce(' ' || f.patronymic, ''))";

    /**
     * The class {@code c} of the running school year, with the days of that year. A subquery, so that the file and the
     * classes meet by the label alone: joined one after the other they are compared each with each.
     */
    static final String CLASS = """
             left join (
                select k.id, k.kind, k.label, k.capacity, k.school_year_id, y.starts_on, y.ends_on
                from organization.classes k join organization.school_years y on y.id = k.school_year_id
                where k.organization_id = :organization and :today between y.starts_on and y.ends_on) c
                on lower(c.label) = lower(f.class_label)
            """;

    static final String NO_YEAR = """
            not exists (select from organization.school_years y
                where y.organization_id = :organization and :today between y.starts_on and y.ends_on and y.state <> 'CLOSED')""";

    /**
     * Those whom the school knows already: the pupil, mother, father and guardian of each row, found once by the check. The
     * persons of the school are fetched by their ids: under row level security a look at all persons asks of each whether
     * it may be seen.
     */
    static final String LINK = """
            with known as materialized (
                select p.* from (
                    select person_id from people.pupils where organization_id = :organization
                    union select person_id from people.guardians where organization_id = :organization
                    union select person_id from people.staff where organization_id = :organization) mine
                cross join lateral (select q.id, q.search_name, q.born_on, q.phone from people.persons q
                    where q.id = mine.person_id offset 0) p),
            children as (select search_name, born_on, min(id::text)::uuid as id from known group by 1, 2),
            parents as (select search_name, phone, min(id::text)::uuid as id from known where phone is not null group by 1, 2)
            update exchange.import_rows r set linked = array[found.pupil, found.mother, found.father, found.guardian]
            from (
                select f.row_no, c.id as pupil, m.id as mother, d.id as father, g.id as guardian from {file} f
                left join children c on c.search_name = %s and c.born_on = f.born_on
                left join parents m on m.search_name = people.name_text(f.mother) and m.phone = f.mother_phone
                left join parents d on d.search_name = people.name_text(f.father) and d.phone = f.father_phone
                left join parents g on g.search_name = people.name_text(f.guardian) and g.phone = f.guardian_phone) found
            where r.import_id = :import and r.row_no = found.row_no
                and num_nonnulls(found.pupil, found.mother, found.father, found.guardian) > 0""".formatted(NAME);

    /** Whom the pupil is: the known person, or one whose id follows from the row. */
    static final String PERSON_ID = "coalesce(f.linked[1], md5(f.target_id::text || 'person')::uuid)";

    /**
     * Those who answer for the new pupils: {@code pupil_id}, {@code person_id}, {@code is_known}, kinship and name. Of one
     * name and telephone is one person, for brothers and sisters alike; without a telephone each stands for themselves.
     */
    static final String GUARDIANS = """
            (select distinct on (pupil_id, person_id) * from (
                select f.target_id as pupil_id, g.kinship, g.name, g.phone, g.email, g.known is not null as is_known,
                    coalesce(g.known, case when g.phone is null then md5(f.target_id::text || g.kinship)
                        else md5(f.import_id::text || people.name_text(g.name) || g.phone) end::uuid) as person_id
                from {file} f cross join lateral (values
                    ('MOTHER', f.mother, f.mother_phone, f.mother_email, f.linked[2]),
                    ('FATHER', f.father, f.father_phone, f.father_email, f.linked[3]),
                    ('GUARDIAN', f.guardian, f.guardian_phone, f.guardian_email, f.linked[4]))
                    g(kinship, name, phone, email, known)
                where f.outcome = 'NEW' and g.name is not null) named
             order by pupil_id, person_id, kinship desc)""";

    /** The persons the file has brought into the register, children and parents. */
    static final String MADE = "(select " + PERSON_ID + " as id from {file} f where f.outcome = 'NEW'"
            + " and f.linked[1] is null union select person_id from " + GUARDIANS + " g where not is_known) made";

    /** Persons named without a key that would hold their row. */
    static final String NAMED = """
            (select person_id from identity.accounts where person_id is not null
             union all select person_id from orders.acquaintances
             union all select person_id from orders.acknowledgements where organization_id = :organization
             union all select person_id from people.hirings where organization_id = :organization
             union all select guardian_person_id from students.admissions where organization_id = :organization
             union all select person_id from students.admissions where organization_id = :organization) named""";

    private PupilRows() {}
}
