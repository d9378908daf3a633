package school.chancery;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** The modules of the design and what each may use, transitively nothing more. */
final class Modules {
    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("audit", Set.of()),
            entry("organization", Set.of("audit")),
            entry("identity", Set.of("organization", "audit")),
            entry("documents", Set.of("organization", "audit")),
            entry("mail", Set.of("audit")),
            entry("exchange", Set.of("identity", "organization", "documents", "audit")),
            entry("workflow", Set.of("identity", "organization", "mail", "audit")),
            entry("orders", Set.of("workflow", "identity", "organization", "documents", "audit")),
            entry(
                    "people",
                    Set.of("exchange", "orders", "workflow", "identity", "organization", "documents", "mail", "audit")),
            entry(
                    "students",
                    Set.of(
                            "exchange",
                            "people",
                            "orders",
                            "workflow",
                            "identity",
                            "organization",
                            "documents",
                            "mail",
                            "audit")),
            entry(
                    "journal",
                    Set.of(
                            "students",
                            "exchange",
                            "people",
                            "orders",
                            "workflow",
                            "identity",
                            "organization",
                            "documents",
                            "audit")),
            entry(
                    "yearclosing",
                    Set.of(
                            "journal",
                            "students",
                            "exchange",
                            "people",
                            "orders",
                            "workflow",
                            "identity",
                            "organization",
                            "documents",
                            "audit")),
            entry(
                    "platform",
                    Set.of(
                            "students",
                            "people",
                            "orders",
                            "workflow",
                            "identity",
                            "organization",
                            "documents",
                            "mail",
                            "audit")),
            entry("database", Set.of()),
            entry("demo", Set.of("people", "identity", "organization", "audit")));

    private Modules() {}

    static boolean mayUse(String user, String used) {
        return user.equals(used) || MAY_USE.getOrDefault(user, Set.of()).contains(used);
    }
}
