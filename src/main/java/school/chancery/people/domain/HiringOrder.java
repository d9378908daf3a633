package school.chancery.people.domain;

import static school.chancery.organization.DocumentLanguage.RUSSIAN;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import school.chancery.orders.OrderDraft;
import school.chancery.orders.OrderDraft.PersonToAcquaint;
import school.chancery.orders.OrderDraftSource;
import school.chancery.orders.OrderKinds;

/** The order of hiring. The rights of the post stand in it: whoever signs sees what they give. */
@Component
class HiringOrder implements OrderDraftSource {
    private final Hirings hirings;
    private final MessageSource messages;

    HiringOrder(Hirings hirings, MessageSource messages) {
        this.hirings = hirings;
        this.messages = messages;
    }

    @Override
    public String processKey() {
        return "hire-employee";
    }

    @Override
    public OrderDraft draftFor(UUID hiringId) {
        var hiring = hirings.require(hiringId);
        var candidate = hiring.requireCandidate();
        var name = candidate.name().full();
        return new OrderDraft(
                hiring.organizationId(),
                OrderKinds.EMPLOYEE_HIRING,
                hiringId,
                fields(hiring, name),
                hiring.firstDay(),
                List.of(new PersonToAcquaint(
                        candidate.personId(), name, hiring.post().position())),
                List.of(),
                hiring.proposedBy());
    }

    private Map<String, String> fields(HiringView hiring, String name) {
        var fields = new HashMap<String, String>();
        fields.put("employeeName", name);
        fields.put("employeePosition", hiring.post().position());
        fields.put("ground", hiring.ground());
        fields.put(
                "access",
                hiring.post().roles().stream()
                        .map(role -> messages.getMessage("identity.role." + role, null, RUSSIAN))
                        .collect(Collectors.joining(", ")));
        return fields;
    }
}
