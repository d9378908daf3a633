package school.chancery.identity;

import java.util.Set;

/**
 * One link of the portal's navigation, contributed by a module as a bean and shown to whom it concerns. It only shows:
 * what a page lets through is decided at the page.
 *
 * @param key message key of its text, e.g. {@code orders.register.title}
 * @param path from the root of the product, e.g. {@code /orders}
 * @param roles who sees it; empty = everybody with a domain role
 * @param order ascending from left to right; leave room (100, 200, …)
 */
public record PortalEntry(String key, String path, Set<Role> roles, int order) {
    public PortalEntry {
        roles = Set.copyOf(roles);
    }

    public boolean concerns(Set<Role> held) {
        return held.stream()
                .anyMatch(role -> roles.isEmpty() ? role != Role.SYSTEM_ADMINISTRATOR : roles.contains(role));
    }
}
