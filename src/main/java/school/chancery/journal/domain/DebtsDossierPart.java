package school.chancery.journal.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import school.chancery.students.TransferDossierPart;

/** Debts that go with the pupil: the other school has to know till when they are to be made good. */
@Component
class DebtsDossierPart implements TransferDossierPart {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String DEBTS = """
            select s.name, d.arisen_on, d.due_on, (select count(*) from journal.debt_attempts a
                where a.debt_id = d.id and a.value is not null) as attempts
            from journal.debts d join organization.subjects s on s.id = d.subject_id
            where d.pupil_id = :pupil and d.state in ('OPEN', 'TERM_OVER') and d.arisen_on <= :day
            order by d.arisen_on, s.name
            """;

    private final JdbcClient jdbc;
    private final MarkPapers papers;

    DebtsDossierPart(JdbcClient jdbc, MarkPapers papers) {
        this.jdbc = jdbc;
        this.papers = papers;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Optional<Part> of(UUID pupilId, LocalDate leftOn) {
        var rows = jdbc.sql(DEBTS)
                .param("pupil", pupilId)
                .param("day", leftOn)
                .query((row, i) -> List.of(
                        row.getString("name"),
                        DATE.format(row.getObject("arisen_on", LocalDate.class)),
                        DATE.format(row.getObject("due_on", LocalDate.class)),
                        row.getString("attempts")))
                .list();
        if (rows.isEmpty()) return Optional.empty();
        var columns = List.of(
                papers.text("journal.dossier.subject"),
                papers.text("journal.dossier.arisen"),
                papers.text("journal.dossier.due"),
                papers.text("journal.dossier.attempts"));
        return Optional.of(new Part(papers.text("journal.dossier.debts"), columns, rows));
    }
}
