package school.chancery.journal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import school.chancery.journal.MarkValue;
import school.chancery.students.TransferDossierPart;

/** The extract of marks: every year, the latest first. */
@Component
class MarksDossierPart implements TransferDossierPart {
    private static final String MARKS = """
            select extract(year from y.starts_on)::int || '/' || extract(year from y.ends_on)::int as year, s.name, m.value
            from journal.year_marks m join organization.school_years y on y.id = m.school_year_id
                join organization.subjects s on s.id = m.subject_id
            where m.pupil_id = :pupil and y.starts_on <= :day order by y.starts_on desc, s.name
            """;

    private final JdbcClient jdbc;
    private final MarkPapers papers;

    MarksDossierPart(JdbcClient jdbc, MarkPapers papers) {
        this.jdbc = jdbc;
        this.papers = papers;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Optional<Part> of(UUID pupilId, LocalDate leftOn) {
        var rows = jdbc.sql(MARKS)
                .param("pupil", pupilId)
                .param("day", leftOn)
                .query((row, i) -> List.of(
                        row.getString("year"),
                        row.getString("name"),
                        papers.text("journal.mark." + MarkValue.valueOf(row.getString("value")) + ".full")))
                .list();
        if (rows.isEmpty()) return Optional.empty();
        var columns = List.of(
                papers.text("journal.dossier.year"),
                papers.text("journal.dossier.subject"),
                papers.text("journal.dossier.mark"));
        return Optional.of(new Part(papers.text("journal.dossier.marks"), columns, rows));
    }
}
