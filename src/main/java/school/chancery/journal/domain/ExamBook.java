package school.chancery.journal.domain;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.organization.SchoolClass;

/** The state final examination of grades 9 and 11: who is admitted, what the sittings brought, who has a certificate. */
@Service
@Transactional
public class ExamBook {
    private static final String LINES = """
            select e.pupil_id, n.family || ' ' || n.given || coalesce(' ' || n.patronymic, '') as pupil, f.admitted, f.reason,
                f.decided_on, f.certificate, f.certified_on, coalesce(r.sat, 0)::int as sat, coalesce(r.failed, 0)::int as failed,
                exists (select from journal.year_marks m where m.pupil_id = e.pupil_id
                    and m.school_year_id = e.school_year_id and journal.is_unsatisfactory(m.value)) as owing
            from students.enrollments e join people.persons n on n.id = e.person_id
                left join journal.final_exams f on f.pupil_id = e.pupil_id and f.school_year_id = e.school_year_id
                left join journal.final_results r on r.pupil_id = e.pupil_id and r.school_year_id = e.school_year_id
            where e.class_id = :class and e.days @> cast(:day as date) order by pupil, e.pupil_id
            """;

    private final JdbcClient jdbc;
    private final Audit audit;

    ExamBook(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** The words are {@code journal.certificate.<NAME>}. */
    public enum Certificate {
        ORDINARY,
        HONOURS,
        NONE
    }

    /** What a sitting brought; the words are {@code journal.exam.<NAME>}. */
    public enum ExamResult {
        FIVE,
        FOUR,
        THREE,
        TWO,
        PASSED,
        FAILED
    }

    /** @param owing has a mark of the year that is not satisfactory */
    public record Line(
            UUID pupilId,
            String pupil,
            @Nullable Boolean admitted,
            @Nullable String reason,
            @Nullable LocalDate decidedOn,
            @Nullable Certificate certificate,
            @Nullable LocalDate certifiedOn,
            int sat,
            int failed,
            boolean owing) {}

    public record Sitting(
            UUID subjectId,
            String subject,
            LocalDate takenOn,
            ExamResult value,
            @Nullable Integer points) {}

    @Transactional(readOnly = true)
    public List<Line> lines(UUID classId, LocalDate day) {
        return jdbc.sql(LINES)
                .param("class", classId)
                .param("day", day)
                .query(Line.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Line> line(UUID classId, UUID pupilId, LocalDate day) {
        return lines(classId, day).stream()
                .filter(each -> each.pupilId().equals(pupilId))
                .findFirst();
    }

    @Transactional(readOnly = true)
    public List<Sitting> sittings(UUID pupilId, UUID schoolYearId) {
        return jdbc.sql("""
                        select m.subject_id, s.name as subject, m.taken_on, m.value, m.points from journal.exam_marks m
                            join organization.subjects s on s.id = m.subject_id
                        where m.pupil_id = :pupil and m.school_year_id = :year order by s.name, m.taken_on
                        """)
                .param("pupil", pupilId)
                .param("year", schoolYearId)
                .query(Sitting.class)
                .list();
    }

    /** Whoever of the class has no unsatisfactory mark and was not decided on yet; returns how many. */
    public int admitAll(SchoolClass of, LocalDate decidedOn, LocalDate day) {
        var admitted = jdbc.sql("""
                        insert into journal.final_exams (pupil_id, school_year_id, organization_id, grade, admitted, decided_on)
                        select e.pupil_id, e.school_year_id, e.organization_id, :grade, true, :on from students.enrollments e
                        where e.class_id = :class and e.days @> cast(:day as date)
                            and not exists (select from journal.year_marks m where m.pupil_id = e.pupil_id
                                and m.school_year_id = e.school_year_id and journal.is_unsatisfactory(m.value))
                        on conflict do nothing returning pupil_id
                        """)
                .param("grade", of.grade())
                .param("on", decidedOn)
                .param("class", of.id())
                .param("day", day)
                .query(UUID.class)
                .list();
        record("journal.exam-admissions-decided", of, admitted);
        return admitted.size();
    }

    /** Whoever of the class has passed every examination sat; returns how many. */
    public int certifyAll(SchoolClass of, LocalDate certifiedOn, LocalDate day) {
        var certified = jdbc.sql("""
                        update journal.final_exams f set certificate = 'ORDINARY', certified_on = :on, version = f.version + 1
                        from journal.final_results r, students.enrollments e
                        where e.class_id = :class and e.days @> cast(:day as date) and f.pupil_id = e.pupil_id
                            and f.school_year_id = e.school_year_id and r.pupil_id = f.pupil_id
                            and r.school_year_id = f.school_year_id and f.admitted and f.certificate is null
                            and r.sat > 0 and r.failed = 0
                        returning f.pupil_id
                        """)
                .param("on", certifiedOn)
                .param("class", of.id())
                .param("day", day)
                .query(UUID.class)
                .list();
        record("journal.certificates-recorded", of, certified);
        return certified.size();
    }

    /** False when the pupil has sat an examination already: whoever was admitted then, was admitted. */
    public boolean decide(SchoolClass of, UUID pupilId, boolean admitted, @Nullable String reason, LocalDate on) {
        if (!admitted && !sittings(pupilId, of.schoolYearId()).isEmpty()) return false;
        jdbc.sql("""
                        insert into journal.final_exams as f (pupil_id, school_year_id, organization_id, grade, admitted, reason,
                            decided_on)
                        values (:pupil, :year, :organization, :grade, :admitted, :reason, :on)
                        on conflict (pupil_id, school_year_id) do update set admitted = excluded.admitted,
                            reason = excluded.reason, decided_on = excluded.decided_on, version = f.version + 1,
                            certificate = case when excluded.admitted then f.certificate end,
                            certified_on = case when excluded.admitted then f.certified_on end
                        """)
                .param("pupil", pupilId)
                .param("year", of.schoolYearId())
                .param("organization", of.organizationId())
                .param("grade", of.grade())
                .param("admitted", admitted)
                .param("reason", admitted ? null : reason, Types.VARCHAR)
                .param("on", on)
                .update();
        record("journal.exam-admissions-decided", of, List.of(pupilId));
        return true;
    }

    /** False when there is no decision on the admission, or it was refused and there can be none but «none». */
    public boolean certify(SchoolClass of, UUID pupilId, Certificate certificate, LocalDate on) {
        var done = jdbc.sql("update journal.final_exams set certificate = ?, certified_on = ?, version = version + 1"
                        + " where pupil_id = ? and school_year_id = ? and (admitted or ? = 'NONE')")
                .params(certificate.name(), on, pupilId, of.schoolYearId(), certificate.name())
                .update();
        if (done > 0) record("journal.certificates-recorded", of, List.of(pupilId));
        return done > 0;
    }

    /** False when the pupil was not admitted. The same subject and day again is the same sitting. */
    public boolean sit(
            SchoolClass of, UUID pupilId, UUID subjectId, LocalDate on, ExamResult value, @Nullable Integer points) {
        var done = jdbc.sql("""
                        insert into journal.exam_marks (pupil_id, school_year_id, subject_id, taken_on, organization_id, value, points)
                        select f.pupil_id, f.school_year_id, s.id, :on, f.organization_id, :value, :points
                        from journal.final_exams f join organization.subjects s on s.organization_id = f.organization_id
                        where f.pupil_id = :pupil and f.school_year_id = :year and f.admitted and s.id = :subject
                        on conflict (pupil_id, school_year_id, subject_id, taken_on) do update set value = excluded.value,
                            points = excluded.points
                        """)
                .param("on", on)
                .param("value", value.name())
                .param("points", points, Types.SMALLINT)
                .param("pupil", pupilId)
                .param("year", of.schoolYearId())
                .param("subject", subjectId)
                .update();
        if (done > 0) record("journal.exam-marks-entered", of, List.of(pupilId));
        return done > 0;
    }

    private void record(String action, SchoolClass of, List<UUID> pupils) {
        if (pupils.isEmpty()) return;
        audit.record(new AuditEntry(
                action,
                of.organizationId(),
                "pupil",
                pupils,
                Map.of("class", of.id().toString())));
    }
}
