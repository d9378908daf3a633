package school.chancery.journal.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Acting;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.journal.ParentsChoice;
import school.chancery.journal.ParentsChoice.Choice;
import school.chancery.journal.ParentsChoices;
import school.chancery.organization.Organizations;

/** What parents chose. */
@Service
@Transactional
class ParentsChoiceBook implements ParentsChoices {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Organizations organizations;
    private final Clock clock;

    ParentsChoiceBook(JdbcClient jdbc, Audit audit, Organizations organizations, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ParentsChoice> of(UUID pupilId, UUID schoolYearId) {
        return jdbc.sql("select * from journal.parents_choices where pupil_id = :pupil and school_year_id = :year")
                .param("pupil", pupilId)
                .param("year", schoolYearId)
                .query(ParentsChoiceBook::choice)
                .optional();
    }

    @Override
    public ChoiceAnswer record(ParentsChoice choice) {
        var answer = check(choice);
        if (answer != ChoiceAnswer.DONE) return answer;
        write(choice);
        audit.record(
                AuditEntry.of("journal.parents-choice-recorded", choice.organizationId(), "pupil", choice.pupilId())
                        .with("schoolYear", choice.schoolYearId().toString()));
        return ChoiceAnswer.DONE;
    }

    @Override
    @Transactional(readOnly = true)
    public ChoiceAnswer check(ParentsChoice choice) {
        if (choice.chosenOn().isAfter(organizations.today(choice.organizationId()))) return ChoiceAnswer.CHOSEN_LATER;
        var conclusion = choice.conclusion();
        if (conclusion == null)
            return choice.choice() == Choice.ADAPTED_PROGRAMME ? ChoiceAnswer.CONCLUSION_MISSING : ChoiceAnswer.DONE;
        return conclusion.on().isAfter(choice.chosenOn()) ? ChoiceAnswer.CONCLUSION_LATER : ChoiceAnswer.DONE;
    }

    private void write(ParentsChoice choice) {
        var conclusion = choice.conclusion();
        jdbc.sql("""
                        insert into journal.parents_choices (id, organization_id, pupil_id, school_year_id, choice, chosen_on,
                            applicant, document_id, conclusion_number, conclusion_on, recorded_at, recorded_by)
                        values (:id, :organization, :pupil, :year, :choice, :on, :applicant, :document, :number, :concluded,
                            :at, :by)
                        on conflict (pupil_id, school_year_id) do update set choice = excluded.choice,
                            chosen_on = excluded.chosen_on, applicant = excluded.applicant,
                            document_id = excluded.document_id, conclusion_number = excluded.conclusion_number,
                            conclusion_on = excluded.conclusion_on, recorded_at = excluded.recorded_at,
                            recorded_by = excluded.recorded_by
                        """)
                .param("id", choice.id())
                .param("organization", choice.organizationId())
                .param("pupil", choice.pupilId())
                .param("year", choice.schoolYearId())
                .param("choice", choice.choice().name())
                .param("on", choice.chosenOn())
                .param("applicant", choice.applicant())
                .param("document", choice.documentId(), Types.OTHER)
                .param("number", conclusion == null ? null : conclusion.number(), Types.VARCHAR)
                .param("concluded", conclusion == null ? null : conclusion.on(), Types.DATE)
                .param("at", OffsetDateTime.now(clock))
                .param("by", Objects.requireNonNull(Acting.current().accountId()))
                .update();
    }

    private static ParentsChoice choice(ResultSet row, int index) throws SQLException {
        var number = row.getString("conclusion_number");
        return new ParentsChoice(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getObject("pupil_id", UUID.class),
                row.getObject("school_year_id", UUID.class),
                Choice.valueOf(row.getString("choice")),
                row.getObject("chosen_on", LocalDate.class),
                row.getString("applicant"),
                row.getObject("document_id", UUID.class),
                number == null
                        ? null
                        : new ParentsChoice.Conclusion(number, row.getObject("conclusion_on", LocalDate.class)));
    }
}
