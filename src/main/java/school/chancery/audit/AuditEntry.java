package school.chancery.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act, also one over many rows (the count is {@code affected.size()}).
 *
 * @param action dotted past-tense fact, e.g. {@code orders.order-signed}
 * @param organizationId whose register was touched; null for acts outside any (a refused sign-in)
 * @param subjectKind what the ids name, e.g. {@code order}
 * @param affected ids of the rows touched or read, never names
 * @param details plain values that explain the act: ids, codes, dates, numbers; no personal data
 */
public record AuditEntry(
        String action,
        @Nullable UUID organizationId,
        String subjectKind,
        List<UUID> affected,
        Map<String, String> details) {

    public AuditEntry {
        affected = List.copyOf(affected);
        details = Map.copyOf(details);
    }

    public static AuditEntry of(String action, @Nullable UUID organizationId, String subjectKind, UUID subject) {
        return new AuditEntry(action, organizationId, subjectKind, List.of(subject), Map.of());
    }

    public AuditEntry with(String key, String value) {
        var more = new java.util.HashMap<>(details);
        more.put(key, value);
        return new AuditEntry(action, organizationId, subjectKind, affected, more);
    }
}
