package school.chancery.orders;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An order that a case needs.
 *
 * @param kind code of the order kind, e.g. {@code platform-administrator-appointment}
 * @param causedBy id of the aggregate whose case needs it: the same cause and kind again is the same draft
 * @param fields values for the kind's template
 * @param acquaint persons who must be acquainted, by person id
 * @param initiatorAccountId who asked for it
 */
public record OrderDraft(
        UUID organizationId,
        String kind,
        UUID causedBy,
        Map<String, String> fields,
        LocalDate effectiveOn,
        List<PersonToAcquaint> acquaint,
        List<Annex> annexes,
        UUID initiatorAccountId) {

    /** A person with the name and position as they stood when the order was drafted. */
    public record PersonToAcquaint(UUID personId, String name, String position) {}

    /** @param text plain text, paragraphs separated by line breaks; numbered by its place */
    public record Annex(String title, String text) {}

    public OrderDraft {
        fields = Map.copyOf(fields);
        acquaint = List.copyOf(acquaint);
        annexes = List.copyOf(annexes);
    }
}
