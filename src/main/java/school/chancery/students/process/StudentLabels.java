package school.chancery.students.process;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.chancery.organization.Organizations;
import school.chancery.students.domain.Newcomer;
import school.chancery.students.domain.TransferView;
import school.chancery.students.domain.TransferWords;

/** What stands beside the names of tasks: classes, schools and dates, never a child. */
@Component
class StudentLabels {
    private static final int LONGEST = 200;

    private final TransferWords words;
    private final Organizations organizations;

    StudentLabels(TransferWords words, Organizations organizations) {
        this.words = words;
        this.organizations = organizations;
    }

    String transfer(TransferView transfer) {
        var from = words.classLabel(transfer.fromClassId());
        return cut(words.text("students.label.transfer", from, to(transfer), TransferWords.date(transfer.appliedOn())));
    }

    // Where a family moves, and the name of a school somebody typed, stay out of the engine.
    private String to(TransferView transfer) {
        return switch (transfer.kind()) {
            case OTHER_CLASS -> words.classLabel(Objects.requireNonNull(transfer.toClassId()));
            case SYSTEM_SCHOOL -> words.school(Objects.requireNonNull(transfer.receivingOrganizationId()));
            case OUTSIDE_SCHOOL, MOVING_AWAY -> words.text("students.kind." + transfer.kind());
        };
    }

    String place(Newcomer newcomer, UUID sending) {
        return cut(words.text("students.label.place", newcomer.classLabel(), words.school(sending)));
    }

    String admission(@Nullable Integer grade, LocalDate appliedOn) {
        return cut(words.text("students.label.admission", grade, TransferWords.date(appliedOn)));
    }

    /** The moment after a day's end where the organization is, as timers of models read it. */
    String endOfDay(UUID organizationId, LocalDate day) {
        return day.plusDays(1)
                .atStartOfDay(organizations.require(organizationId).zone())
                .toInstant()
                .toString();
    }

    private static String cut(String label) {
        return label.length() <= LONGEST ? label : label.substring(0, LONGEST - 1) + "…";
    }
}
