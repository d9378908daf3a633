package school.chancery.workflow.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import school.chancery.audit.Actor;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;

/**
 * What the engine knows of a person: groups of one organization, the active one, and the tenants to be seen. Read anew
 * each time, so that a role that ended, or a switch of organization, holds with the next request.
 *
 * <p>Groups: {@code school-27.director} for tasks, {@code role.director} for what a role may start, and one of the
 * generic groups below that carry the standing grants.
 */
@Component
class EngineRights {
    /** Everybody who has a role: may work on what is offered to them, in the portal. */
    static final String PORTAL = "portal";
    /** Works in Tasklist. */
    static final String OFFICE = "office";
    /** Works in Tasklist and looks into Cockpit. */
    static final String DISTRICT = "district";
    /** Skips the engine's checks; nobody of a school is in it. */
    static final String ADMIN = "camunda-admin";

    private final JdbcClient jdbc;

    EngineRights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> groups(UUID accountId, UUID organizationId) {
        var groups = new LinkedHashSet<String>();
        for (var membership : memberships(accountId, organizationId)) {
            groups.add(membership.organizationCode() + "." + membership.role().code());
            groups.addAll(generic(membership.role()));
        }
        return groups;
    }

    Set<Role> roles(UUID accountId, UUID organizationId) {
        return memberships(accountId, organizationId).stream()
                .map(Membership::role)
                .collect(Collectors.toSet());
    }

    // The rights of a request were read when it began; reading them again for each question would be all it does.
    private List<Membership> memberships(UUID accountId, UUID organizationId) {
        return signedIn(accountId, organizationId)
                .map(person -> person.roles().stream()
                        .map(role -> new Membership(person.organizationCode(), role))
                        .toList())
                .orElseGet(() -> stored(accountId, organizationId));
    }

    private static Optional<SignedIn> signedIn(@Nullable UUID accountId, @Nullable UUID organizationId) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.getPrincipal() instanceof SignedIn person
                        && person.accountId().equals(accountId)
                        && person.organizationId().equals(organizationId)
                ? Optional.of(person)
                : Optional.empty();
    }

    private List<Membership> stored(UUID accountId, UUID organizationId) {
        return jdbc.sql("""
                select organization_code, role from identity.v_membership
                where account_id = :account and organization_id = :organization""")
                .param("account", accountId)
                .param("organization", organizationId)
                .query((row, number) ->
                        new Membership(row.getString("organization_code"), Role.ofCode(row.getString("role"))))
                .list();
    }

    /** The active organization and, for an office, its schools. */
    List<String> tenants(Actor actor) {
        var visible = actor.visibleOrganizations();
        if (visible.isEmpty()) return List.of();
        var alone = signedIn(actor.accountId(), actor.organizationId())
                .filter(person -> visible.equals(Set.of(person.organizationId())));
        return alone.map(person -> List.of(person.organizationCode())).orElseGet(() -> codes(visible));
    }

    private List<String> codes(Set<UUID> visible) {
        return jdbc.sql("select code from identity.v_tenant where organization_id in (:visible) order by code")
                .param("visible", visible)
                .query(String.class)
                .list();
    }

    static Set<String> generic(Role role) {
        var groups = new LinkedHashSet<String>();
        if (role == Role.SYSTEM_ADMINISTRATOR) return Set.of(ADMIN);
        groups.add(PORTAL);
        groups.add(roleGroup(role));
        if (role.isOffice()) groups.add(OFFICE);
        if (role.isDistrict()) groups.add(DISTRICT);
        return groups;
    }

    static String roleGroup(Role role) {
        return "role." + role.code();
    }

    private record Membership(String organizationCode, Role role) {}
}
