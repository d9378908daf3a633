package school.chancery.yearclosing.process;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.identity.Role;
import school.chancery.organization.Policies;

/** Who begins the closing of a year and who is the second person to confirm it, as the school has settled it. */
@Component
public class ClosingPolicy {
    static final String START = "yearclosing.start";
    static final String COUNTERSIGN = "yearclosing.countersign";

    private final Policies policies;

    ClosingPolicy(Policies policies) {
        this.policies = policies;
    }

    /** Whether somebody with these roles may begin it. */
    public boolean mayStart(UUID organizationId, Set<Role> held) {
        return switch (policies.value(organizationId, START)) {
            case "DIRECTOR" -> held.contains(Role.DIRECTOR);
            case "COORDINATOR" -> held.contains(Role.COORDINATOR);
            case "DEPUTY" -> held.contains(Role.DEPUTY);
            default -> ClosingStarts.STARTERS.stream().anyMatch(held::contains);
        };
    }

    /** The role of the second person; the first is the head. */
    public Role countersigner(UUID organizationId) {
        return Role.valueOf(policies.value(organizationId, COUNTERSIGN));
    }
}
