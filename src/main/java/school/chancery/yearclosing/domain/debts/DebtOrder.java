package school.chancery.yearclosing.domain.debts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.journal.ParentsChoice;
import school.chancery.orders.OrderDraft;
import school.chancery.orders.OrderDraftSource;
import school.chancery.orders.OrderKinds;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.people.Pupils;
import school.chancery.students.Enrollment;
import school.chancery.students.Enrollments;

/** The order that carries out what the parents chose. */
@Component
class DebtOrder implements OrderDraftSource {
    private final DebtCases cases;
    private final DebtChoices choices;
    private final Enrollments enrollments;
    private final SchoolClasses classes;
    private final Pupils pupils;

    DebtOrder(DebtCases cases, DebtChoices choices, Enrollments enrollments, SchoolClasses classes, Pupils pupils) {
        this.cases = cases;
        this.choices = choices;
        this.enrollments = enrollments;
        this.classes = classes;
        this.pupils = pupils;
    }

    @Override
    public String processKey() {
        return "settle-debt";
    }

    @Override
    public OrderDraft draftFor(UUID caseId) {
        var about = cases.require(caseId);
        var choice = choices.of(about).orElseThrow();
        return new OrderDraft(
                about.organizationId(),
                kind(choice.choice()),
                caseId,
                fields(about, choice),
                Objects.requireNonNull(about.effectiveOn()),
                List.of(),
                List.of(),
                Objects.requireNonNull(about.chosenBy()));
    }

    private static String kind(ParentsChoice.Choice choice) {
        return switch (choice) {
            case REPEAT -> OrderKinds.DEBT_REPEAT;
            case ADAPTED_PROGRAMME -> OrderKinds.DEBT_ADAPTED_PROGRAMME;
            case INDIVIDUAL_PLAN -> OrderKinds.DEBT_INDIVIDUAL_PLAN;
        };
    }

    private Map<String, String> fields(DebtCaseView about, ParentsChoice choice) {
        var fields = new HashMap<String, String>();
        fields.put(
                "studentName", pupils.find(about.pupilId()).orElseThrow().name().full());
        fields.put(
                "className",
                enrollments
                        .of(about.pupilId(), Objects.requireNonNull(about.effectiveOn()))
                        .map(Enrollment::classLabel)
                        .orElseThrow());
        fields.put("applicationDate", DebtWords.date(choice.chosenOn()));
        if (about.toClassId() != null)
            fields.put(
                    "toClassName",
                    classes.find(about.toClassId()).map(SchoolClass::label).orElseThrow());
        var conclusion = choice.conclusion();
        if (conclusion != null) {
            fields.put("conclusionNumber", conclusion.number());
            fields.put("conclusionDate", DebtWords.date(conclusion.on()));
        }
        return fields;
    }
}
