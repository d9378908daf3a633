package school.chancery.people.domain;

import static school.chancery.organization.DocumentLanguage.RUSSIAN;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import school.chancery.orders.OrderDraft;
import school.chancery.orders.OrderDraft.PersonToAcquaint;
import school.chancery.orders.OrderDraftSource;
import school.chancery.orders.OrderKinds;
import school.chancery.people.Staff;

/** The order of dismissal. */
@Component
class DismissalOrder implements OrderDraftSource {
    private final Dismissals dismissals;
    private final Staff staff;
    private final MessageSource messages;

    DismissalOrder(Dismissals dismissals, Staff staff, MessageSource messages) {
        this.dismissals = dismissals;
        this.staff = staff;
        this.messages = messages;
    }

    @Override
    public String processKey() {
        return "dismiss-employee";
    }

    @Override
    public OrderDraft draftFor(UUID dismissalId) {
        var dismissal = dismissals.require(dismissalId);
        var member = staff.find(dismissal.staffId()).orElseThrow();
        var name = member.name().full();
        return new OrderDraft(
                dismissal.organizationId(),
                OrderKinds.EMPLOYEE_DISMISSAL,
                dismissalId,
                Map.of(
                        "employeeName", name,
                        "employeePosition", member.position(),
                        "lastDay", "%td.%<tm.%<tY".formatted(dismissal.lastDay()),
                        "cause", messages.getMessage("people.cause." + dismissal.cause(), null, RUSSIAN),
                        "ground", dismissal.ground()),
                dismissal.lastDay(),
                List.of(new PersonToAcquaint(member.personId(), name, member.position())),
                List.of(),
                dismissal.proposedBy());
    }
}
