package school.chancery.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Role assignments: who may act as what, where, from when until when, and why (F077, F170). */
public interface Roles {
    /**
     * Gives the role in the caller's transaction; the same grant again (same ground) changes nothing. Returns its id.
     *
     * @throws IllegalArgumentException for a role that does not exist in such an organization, or a substitution without
     *     end or for somebody who does not have the role
     * @throws org.springframework.dao.DataIntegrityViolationException when the account has the role at that time already,
     *     or the organization has another head
     */
    UUID grant(RoleGrant grant);

    /**
     * Ends every assignment of the role that the account has there: last day {@code lastDay}. Live sessions lose it
     * with their next request; publishes {@link RoleEnded}. Nothing to end = no change.
     */
    void end(UUID accountId, UUID organizationId, Role role, LocalDate lastDay, Ground ground);

    /**
     * Ends every role of work that the account has there, as {@link #end} does one; that of a parent or a pupil comes
     * from kinship and enrolment and stays.
     */
    void endWork(UUID accountId, UUID organizationId, LocalDate lastDay, Ground ground);

    /** Ends whatever an order gave to anybody there, and nothing else they are; as {@link #end} does one. */
    void endGivenBy(UUID orderId, UUID organizationId, LocalDate lastDay, Ground ground);

    /** What the account is there that day by itself, not for somebody else. */
    Set<Role> own(UUID accountId, UUID organizationId, LocalDate on);

    boolean has(UUID accountId, UUID organizationId, Role role, LocalDate on);

    /** Accounts that have the role that day, own roles before substitutions. */
    List<UUID> holders(UUID organizationId, Role role, LocalDate on);

    /** The same with their names and whom they substitute, if anybody; one look at the register. */
    List<RoleHolder> inForce(UUID organizationId, Role role, LocalDate on);

    /** Whose rights the account uses when it acts in the role that day; empty when the role is its own. */
    Optional<Substitution> substitution(UUID accountId, UUID organizationId, Role role, LocalDate on);
}
