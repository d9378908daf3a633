package school.chancery.students.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import school.chancery.organization.DocumentLanguage;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.students.MovementGround;

/** How documents of the movement name things: always Russian, whoever looks at the page. */
@Component
public class TransferWords {
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final MessageSource messages;
    private final Organizations organizations;
    private final SchoolClasses classes;

    TransferWords(MessageSource messages, Organizations organizations, SchoolClasses classes) {
        this.messages = messages;
        this.organizations = organizations;
        this.classes = classes;
    }

    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, DocumentLanguage.RUSSIAN);
    }

    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    public String classLabel(UUID classId) {
        return classes.find(classId).map(SchoolClass::label).orElseThrow();
    }

    /** «МОУ «СОШ № 5», МОУ «СОШ № 7»». */
    public String schools(Collection<UUID> organizationIds) {
        return organizationIds.stream().map(this::school).collect(Collectors.joining(", "));
    }

    public String school(UUID organizationId) {
        return organizations.require(organizationId).shortName();
    }

    /** Where the pupil goes; null into another class. */
    public @Nullable String destination(TransferView transfer) {
        return switch (transfer.kind()) {
            case OTHER_CLASS -> null;
            case SYSTEM_SCHOOL -> school(Objects.requireNonNull(transfer.receivingOrganizationId()));
            case OUTSIDE_SCHOOL -> transfer.receivingName();
            case MOVING_AWAY -> transfer.settlement() + ", " + transfer.region();
        };
    }

    MovementGround ground(TransferView transfer, UUID orderId) {
        // Who moves away leaves for a place, not for a school: the reason says where.
        var leaves = transfer.kind() == TransferKind.MOVING_AWAY;
        var reason = leaves
                ? text("students.ground.moving", date(transfer.appliedOn()), destination(transfer))
                : text("students.ground.application", date(transfer.appliedOn()));
        return new MovementGround(orderId, reason, leaves ? null : destination(transfer));
    }

    String dropped(DropReason reason) {
        return text("students.dropped." + reason);
    }
}
