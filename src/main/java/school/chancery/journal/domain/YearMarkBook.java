package school.chancery.journal.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Acting;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.journal.MarkValue;
import school.chancery.journal.MarksAnswer;
import school.chancery.journal.YearMark;
import school.chancery.journal.YearMarks;

/** The marks of the year, written as sets. */
@Service
@Transactional
class YearMarkBook implements YearMarks {
    private static final String SELECT = "select pupil_id, school_year_id, subject_id, value from journal.year_marks";
    private static final String WANTED = "unnest(:pupils, :subjects, :values) as w (pupil_id, subject_id, value)";

    /** Which marks have no place: not in the plan of any class the pupil has been in. Taking away asks for no place. */
    private static final String MISPLACED = "select count(*) from " + WANTED + """
             where w.value is not null and not exists (
                select from students.enrollments e join journal.class_subjects s on s.class_id = e.class_id
                where e.pupil_id = w.pupil_id and e.school_year_id = :year and e.organization_id = :organization
                    and s.subject_id = w.subject_id)
            """;

    private static final String ENTER = """
            with entered as (
                insert into journal.year_marks as m (organization_id, pupil_id, school_year_id, subject_id, value, entered_by)
                select :organization, w.pupil_id, :year, w.subject_id, w.value, :by from %1$s where w.value is not null
                on conflict (pupil_id, school_year_id, subject_id) do update set value = excluded.value,
                    version = m.version + 1, entered_at = excluded.entered_at, entered_by = excluded.entered_by
                    where m.value <> excluded.value
                returning pupil_id),
            removed as (
                delete from journal.year_marks m using %1$s
                where w.value is null and m.pupil_id = w.pupil_id and m.subject_id = w.subject_id
                    and m.school_year_id = :year and m.organization_id = :organization
                returning m.pupil_id)
            select pupil_id from entered union all select pupil_id from removed
            """.formatted(WANTED);

    private final JdbcClient jdbc;
    private final Audit audit;

    YearMarkBook(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public List<YearMark> of(UUID pupilId, UUID schoolYearId) {
        return of(List.of(pupilId), schoolYearId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<YearMark> of(Collection<UUID> pupilIds, UUID schoolYearId) {
        return jdbc.sql(SELECT + " where school_year_id = :year and pupil_id = any (:pupils)")
                .param("year", schoolYearId)
                .param("pupils", pupilIds.toArray(UUID[]::new))
                .query(YearMarkBook::mark)
                .list();
    }

    @Override
    public MarksAnswer enter(UUID organizationId, UUID schoolYearId, List<Entry> entries) {
        if (entries.isEmpty()) return new MarksAnswer.Done(0);
        if (!isOpen(organizationId, schoolYearId)) return new MarksAnswer.Refused(MarksAnswer.Reason.YEAR_CLOSED);
        var misplaced = with(MISPLACED, organizationId, schoolYearId, entries)
                .query(Integer.class)
                .single();
        if (misplaced > 0) return new MarksAnswer.Refused(MarksAnswer.Reason.NOT_IN_THE_PLAN);
        var changed = with(ENTER, organizationId, schoolYearId, entries)
                .param("by", Acting.current().accountId(), Types.OTHER)
                .query(UUID.class)
                .list();
        record(organizationId, schoolYearId, entries, changed);
        return new MarksAnswer.Done(changed.size());
    }

    // Held till the end of the transaction: a year is not closed under a mark that is being written.
    private boolean isOpen(UUID organizationId, UUID schoolYearId) {
        return jdbc.sql("select state from organization.school_years"
                        + " where id = :year and organization_id = :organization for share")
                .param("year", schoolYearId)
                .param("organization", organizationId)
                .query(String.class)
                .optional()
                .filter(state -> !state.equals("CLOSED"))
                .isPresent();
    }

    private JdbcClient.StatementSpec with(String sql, UUID organizationId, UUID schoolYearId, List<Entry> entries) {
        return jdbc.sql(sql)
                .param("organization", organizationId)
                .param("year", schoolYearId)
                .param("pupils", column(entries, Entry::pupilId).toArray(UUID[]::new))
                .param("subjects", column(entries, Entry::subjectId).toArray(UUID[]::new))
                .param("values", column(entries, YearMarkBook::name).toArray(String[]::new));
    }

    private void record(UUID organizationId, UUID schoolYearId, List<Entry> entries, List<UUID> changed) {
        if (changed.isEmpty()) return;
        var subjects = column(entries, Entry::subjectId).distinct().toList();
        var details = subjects.size() == 1
                ? Map.of(
                        "schoolYear",
                        schoolYearId.toString(),
                        "subject",
                        subjects.get(0).toString())
                : Map.of("schoolYear", schoolYearId.toString());
        audit.record(new AuditEntry(
                "journal.year-marks-entered",
                organizationId,
                "pupil",
                changed.stream().distinct().toList(),
                details));
    }

    private static <T> Stream<T> column(List<Entry> entries, Function<Entry, T> of) {
        return entries.stream().map(of);
    }

    private static @Nullable String name(Entry entry) {
        return entry.value() == null ? null : entry.value().name();
    }

    private static YearMark mark(ResultSet row, int index) throws SQLException {
        return new YearMark(
                row.getObject("pupil_id", UUID.class),
                row.getObject("school_year_id", UUID.class),
                row.getObject("subject_id", UUID.class),
                MarkValue.valueOf(row.getString("value")));
    }
}
