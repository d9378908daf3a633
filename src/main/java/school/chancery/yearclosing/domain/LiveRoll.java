package school.chancery.yearclosing.domain;

/** The register as the closing counts it, in SQL; {@code :organization}, {@code :year} and {@code :next} are its years. */
final class LiveRoll {
    /**
     * Every pupil of the year once, by the last stay in a class: {@code present} learns there when the year ends. Circles
     * and groups are no class.
     */
    static final String LIVE = """
            (select distinct on (e.pupil_id) e.pupil_id, e.person_id, e.id as enrollment_id, e.class_id, k.grade, e.to_on,
                e.year_ends_on, coalesce(e.to_on, e.year_ends_on) = e.year_ends_on and e.exit_order_id is null as present
             from students.enrollments e join organization.classes k on k.id = e.class_id and k.school_year_id = :year
             where e.organization_id = :organization and e.school_year_id = :year and e.class_kind = 'CLASS'
             order by e.pupil_id, e.sequence desc)""";

    /** Where a pupil is entered for the next year already. */
    static final String ENTERED = """
            (select distinct on (e.pupil_id) e.pupil_id, e.class_id, e.from_on from students.enrollments e
             where e.organization_id = :organization and e.school_year_id = :next and e.class_kind = 'CLASS'
             order by e.pupil_id, e.sequence)""";

    private LiveRoll() {}
}
