package school.chancery.orders.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.organization.Organizations;

/** What stands in the templates' fields: what the writer says, and what the register fills in by itself. */
@Component
class FieldValues {
    /** Fields that the register fills in by itself. */
    static final Set<String> KNOWN =
            Set.of("effectiveOn", "organization", "organizationShort", "targetNumber", "targetDate", "targetTitle");

    private final KindCatalogue kinds;
    private final Numbering numbering;
    private final Organizations organizations;

    FieldValues(KindCatalogue kinds, Numbering numbering, Organizations organizations) {
        this.kinds = kinds;
        this.numbering = numbering;
        this.organizations = organizations;
    }

    /** For a draft that is begun: an annex that needs a number of its own gets it here. */
    Map<String, String> first(OrderKind kind, UUID organizationId, Map<String, String> fields, LocalDate effectiveOn) {
        var values = again(organizationId, fields, effectiveOn);
        var texts = new ArrayList<>(List.of(kind.title(), kind.legalBasis(), kind.body()));
        kinds.annexTemplates(kind.code()).forEach(annex -> texts.add(annex.title() + annex.text()));
        var needsNumber = texts.stream().anyMatch(text -> text.contains("{dutiesNumber}"));
        if (needsNumber && values.getOrDefault("dutiesNumber", "").isBlank()) {
            values.put("dutiesNumber", Integer.toString(numbering.nextActNumber(organizationId)));
        }
        return values;
    }

    /** For a draft that is worded once more. */
    Map<String, String> again(UUID organizationId, Map<String, String> fields, LocalDate effectiveOn) {
        var organization = organizations.require(organizationId);
        var values = new HashMap<>(fields);
        values.put("effectiveOn", effectiveOn.format(OrderRegistration.DATE));
        values.put("organization", organization.fullName());
        values.put("organizationShort", organization.shortName());
        return values;
    }

    /** How an order names the one it amends, supersedes or revokes. */
    static Map<String, String> naming(Order order) {
        var given = order.registration().orElseThrow();
        return Map.of(
                "targetNumber", given.number(),
                "targetDate", given.registeredOn().format(OrderRegistration.DATE),
                "targetTitle", order.wording().title());
    }
}
