package school.chancery.students.domain.imports;

/** The rows of the file as the register would have them, in SQL; {@code f} is always a row of the file. */
final class PupilRows {
    /** As {@code people.persons.search_name} is made. */
    static final String NAME = "people.name_text(f.family || ' ' || f.given || coalesce(' ' || f.patronymic, ''))";

    /** The running school year {@code y} and the class {@code c} in it. */
    static final String CLASS = """
             left join organization.school_years y on y.organization_id = :organization
                and :today between y.starts_on and y.ends_on
             left join organization.classes c on c.school_year_id = y.id and lower(c.label) = lower(f.class_label)
            """;

    /** The person {@code p} of this name and day of birth whom the school knows already. */
    static final String PERSON = """
             left join (select search_name, born_on, min(id::text)::uuid as id from people.persons
                where born_on is not null group by 1, 2) p on p.search_name = %s and p.born_on = f.born_on
            """.formatted(NAME);

    /** Whom the pupil is: the known person, or one whose id follows from the row. */
    static final String PERSON_ID = "coalesce(p.id, md5(f.target_id::text || 'person')::uuid)";

    /**
     * Those who answer for the new pupils: {@code pupil_id}, {@code person_id}, {@code is_known}, kinship and name. Of one
     * name and telephone is one person, for brothers and sisters alike; without a telephone each stands for themselves.
     */
    static final String GUARDIANS = """
            (select distinct on (pupil_id, person_id) n.pupil_id, coalesce(k.id, n.made_id) as person_id,
                k.id is not null as is_known, n.kinship, n.name, n.phone, n.email
             from (
                select f.target_id as pupil_id, g.kinship, g.name, g.phone, g.email, people.name_text(g.name) as search_name,
                    case when g.phone is null then md5(f.target_id::text || g.kinship)
                        else md5(f.import_id::text || people.name_text(g.name) || g.phone) end::uuid as made_id
                from {file} f cross join lateral (values
                    ('MOTHER', f.mother, f.mother_phone, f.mother_email),
                    ('FATHER', f.father, f.father_phone, f.father_email),
                    ('GUARDIAN', f.guardian, f.guardian_phone, f.guardian_email)) g(kinship, name, phone, email)
                where f.outcome = 'NEW' and g.name is not null) n
             left join (select search_name, phone, min(id::text)::uuid as id from people.persons
                where phone is not null group by 1, 2) k on k.search_name = n.search_name and k.phone = n.phone
             order by pupil_id, person_id, kinship desc)""";

    private PupilRows() {}
}
