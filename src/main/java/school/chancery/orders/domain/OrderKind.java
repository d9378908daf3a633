package school.chancery.orders.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of orders as one organization has it: a row of {@code orders.kinds} with the organization's own wording.
 *
 * @param legalBasis one act a line, worded to follow «В соответствии с»
 * @param statutory the law leaves no choice: it cannot be rejected
 * @param relation what such an order does to the one it names; null when it names none
 * @param startable people may begin one by hand; the others come from a case
 * @param overridden the organization has its own wording
 */
public record OrderKind(
        String code,
        Series series,
        String name,
        String title,
        String legalBasis,
        String body,
        SignatureKind signatureKind,
        boolean statutory,
        boolean acquaintanceRequired,
        @Nullable Relation relation,
        boolean startable,
        boolean overridden) {

    /** What the kind says once its fields have values; fields without a value stay visible in braces. */
    public Wording worded(Map<String, String> values) {
        return new Wording(
                new Template(title).fill(values).strip(),
                new Template(legalBasis).fill(values).strip(),
                new Template(body).fill(values).strip());
    }

    public Set<String> fields() {
        var names = new LinkedHashSet<String>();
        List.of(title, legalBasis, body).forEach(text -> names.addAll(new Template(text).fields()));
        return names;
    }

    /** Those that people fill in. */
    public Set<String> fieldsToFill() {
        var names = fields();
        names.removeAll(FieldValues.KNOWN);
        return names;
    }
}
