package school.chancery.yearclosing.domain;

import java.util.Map;

/** The checks in SQL, each over the whole school; a row is what was found: pupil, class, subject. */
final class CheckRules {
    private static final String ROSTER = "(select * from yearclosing.roster where closing_id = :closing)";

    static final Map<Check, String> ALL = Map.ofEntries(
            Map.entry(Check.MARK_MISSING, """
                    select r.pupil_id, r.class_id, s.subject_id from %s r
                        join journal.class_subjects s on s.class_id = r.class_id
                            and s.organization_id = :organization
                        left join journal.year_marks m on m.pupil_id = r.pupil_id and m.school_year_id = :year
                            and m.subject_id = s.subject_id
                    where r.present and m.id is null""".formatted(ROSTER)),
            // Grade 1 is taught without marks.
            Map.entry(Check.SUBJECTS_MISSING, """
                    select null::uuid, r.class_id, null::uuid from %s r where r.grade > 1 and r.present
                        and not exists (select from journal.class_subjects s where s.class_id = r.class_id)
                    group by r.class_id""".formatted(ROSTER)),
            Map.entry(Check.EXAMS_MISSING, """
                    select r.pupil_id, r.class_id, null::uuid from %s r where r.grade in (9, 11) and r.present
                        and not exists (select from journal.final_exams f
                            where f.pupil_id = r.pupil_id and f.school_year_id = :year)""".formatted(ROSTER)),
            Map.entry(Check.ENROLLED_ELSEWHERE, """
                    select r.pupil_id, r.class_id, null::uuid from %s r
                        join students.enrolled_elsewhere(:organization, :nextStart) e (pupil_id) on e.pupil_id = r.pupil_id
                    where r.present""".formatted(ROSTER)),
            Map.entry(Check.TRANSFER_OPEN, """
                    select r.pupil_id, r.class_id, null::uuid from %s r
                        join students.transfers t on t.pupil_id = r.pupil_id and t.state = 'REQUESTED'
                            and t.organization_id = :organization
                    where r.present""".formatted(ROSTER)),
            Map.entry(Check.CHOICE_MISSING, """
                    select r.pupil_id, r.class_id, null::uuid from %s r
                    where r.present and exists (select from journal.debts d where d.pupil_id = r.pupil_id
                            and d.organization_id = :organization
                            and d.school_year_id <> :year
                            and (d.state = 'TERM_OVER' or d.state = 'OPEN' and d.due_on < :today))
                        and not exists (select from journal.parents_choices p
                            where p.pupil_id = r.pupil_id and p.school_year_id = :year)""".formatted(ROSTER)),
            Map.entry(Check.NEVER_IN_CLASS, """
                    select p.id, null::uuid, null::uuid from people.pupils p
                        left join (select distinct pupil_id from students.enrollments where organization_id = :organization
                            and (school_year_id = :year and class_kind = 'CLASS'
                                or class_kind = 'GROUP' or from_on >= :nextStart)) e on e.pupil_id = p.id
                    where p.organization_id = :organization and p.left_on is null and p.admitted_on < :nextStart
                        and e.pupil_id is null"""),
            Map.entry(Check.LEFT_BUT_LISTED, """
                    select r.pupil_id, r.class_id, null::uuid from %s r join people.pupils p on p.id = r.pupil_id and p.organization_id = :organization
                        left join students.enrollments e on e.pupil_id = r.pupil_id and e.school_year_id = :next
                    where not r.present and p.left_on is null and e.id is null""".formatted(ROSTER)),
            Map.entry(Check.CLASS_TEACHER_MISSING, """
                    select null::uuid, r.class_id, null::uuid from %s r
                    where not exists (select from people.class_teachers t where t.class_id = r.class_id and t.organization_id = :organization
                        and :today between t.from_on and coalesce(t.to_on, 'infinity')) group by r.class_id""".formatted(ROSTER)),
            Map.entry(Check.SEVERAL_STAYS, """
                    select r.pupil_id, r.class_id, null::uuid from %s r
                        join students.enrollments e on e.pupil_id = r.pupil_id and e.school_year_id = :year
                            and e.class_kind = 'CLASS'
                    group by r.pupil_id, r.class_id having count(*) > 1""".formatted(ROSTER)),
            Map.entry(Check.ENTERED_ALREADY, """
                    select r.pupil_id, r.class_id, null::uuid from %s r
                    where r.present and exists (select from students.enrollments e where e.pupil_id = r.pupil_id
                        and e.school_year_id = :next and e.class_kind = 'CLASS')""".formatted(ROSTER)));

    private CheckRules() {}
}
