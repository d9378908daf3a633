package school.chancery.yearclosing.domain.debts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.documents.Documents;
import school.chancery.journal.ParentsChoice;
import school.chancery.journal.ParentsChoice.Choice;
import school.chancery.journal.ParentsChoices;
import school.chancery.journal.ParentsChoices.ChoiceAnswer;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.SchoolYears;
import school.chancery.yearclosing.domain.Refusal;

/** What the parents choose for a child whose debts were not made good: it is theirs to choose, never the school's. */
@Service
@Transactional
public class DebtChoices {
    private final DebtCases cases;
    private final ParentsChoices choices;
    private final RepeatClasses repeats;
    private final SchoolYears years;
    private final Organizations organizations;
    private final Documents documents;
    private final JdbcClient jdbc;
    private final Audit audit;

    DebtChoices(
            DebtCases cases,
            ParentsChoices choices,
            RepeatClasses repeats,
            SchoolYears years,
            Organizations organizations,
            Documents documents,
            JdbcClient jdbc,
            Audit audit) {
        this.cases = cases;
        this.choices = choices;
        this.repeats = repeats;
        this.years = years;
        this.organizations = organizations;
        this.documents = documents;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Chosen before, and the order came back: the new choice takes its place. Empty = recorded. */
    public List<Refusal> record(UUID caseId, ProposedChoice proposed) {
        var about = cases.require(caseId);
        var year = years.on(about.organizationId(), organizations.today(about.organizationId()));
        var refusals = refusals(about, proposed, year);
        if (refusals.isEmpty())
            refusals = refused(
                    choices.check(choice(about, proposed, year.orElseThrow().id(), null)));
        if (!refusals.isEmpty()) return refusals;
        var scan = proposed.scan() == null
                ? null
                : documents.store(proposed.scan()).id();
        choices.record(choice(about, proposed, year.orElseThrow().id(), scan));
        jdbc.sql("""
                        update yearclosing.debt_cases set state = 'CHOSEN', choice_year_id = ?, to_class_id = ?,
                            effective_on = ?, chosen_by = ?, version = version + 1
                        where id = ? and state in ('OPEN', 'CHOSEN')
                        """)
                .params(year.orElseThrow().id(), toClass(proposed), proposed.effectiveOn(), proposed.by(), caseId)
                .update();
        audit.record(DebtCases.entry("yearclosing.debt-choice-recorded", about));
        return List.of();
    }

    @Transactional(readOnly = true)
    public Optional<ParentsChoice> of(DebtCaseView about) {
        return about.choiceYearId() == null
                ? Optional.empty()
                : choices.of(about.pupilId(), Objects.requireNonNull(about.choiceYearId()));
    }

    private List<Refusal> refusals(DebtCaseView about, ProposedChoice proposed, Optional<SchoolYear> year) {
        var refusals = new ArrayList<Refusal>();
        if (year.isEmpty()) refusals.add(new Refusal("", "yearclosing.debt.refused.no-year"));
        if (proposed.effectiveOn().isBefore(proposed.chosenOn()))
            refusals.add(new Refusal("effectiveOn", "yearclosing.debt.refused.before-choice"));
        if (year.filter(each -> each.contains(proposed.effectiveOn())).isEmpty())
            refusals.add(new Refusal("effectiveOn", "yearclosing.debt.refused.other-year"));
        if (proposed.choice() == Choice.REPEAT && !isOffered(about, proposed))
            refusals.add(new Refusal("toClassId", "yearclosing.debt.refused.class"));
        return refusals;
    }

    private boolean isOffered(DebtCaseView about, ProposedChoice proposed) {
        return repeats.of(about).stream().map(SchoolClass::id).anyMatch(id -> id.equals(proposed.toClassId()));
    }

    private static List<Refusal> refused(ChoiceAnswer answer) {
        var code = "journal.refused." + answer;
        return switch (answer) {
            case DONE -> List.of();
            case CONCLUSION_MISSING -> List.of(new Refusal("conclusionNumber", code));
            case CONCLUSION_LATER -> List.of(new Refusal("conclusionOn", code));
            case CHOSEN_LATER -> List.of(new Refusal("chosenOn", code));
        };
    }

    private static ParentsChoice choice(
            DebtCaseView about, ProposedChoice proposed, UUID yearId, @Nullable UUID scanId) {
        return new ParentsChoice(
                UUID.randomUUID(),
                about.organizationId(),
                about.pupilId(),
                yearId,
                proposed.choice(),
                proposed.chosenOn(),
                proposed.applicant(),
                scanId,
                proposed.conclusion());
    }

    private static @Nullable UUID toClass(ProposedChoice proposed) {
        return proposed.choice() == Choice.REPEAT ? proposed.toClassId() : null;
    }
}
