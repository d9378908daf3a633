package school.chancery.workflow;

import java.util.Set;
import school.chancery.identity.Role;

/**
 * A process that people start by a form. A module declares one bean per process; the start lists of the portal and of
 * Tasklist and the start guard all follow it.
 *
 * @param processKey id of the model
 * @param formKey path of the start form, as in the model
 * @param roles who may start it in their active organization
 */
public record StartableProcess(String processKey, String formKey, Set<Role> roles) {
    public StartableProcess {
        roles = Set.copyOf(roles);
    }

    public boolean isFor(Set<Role> held) {
        return roles.stream().anyMatch(held::contains);
    }
}
