package school.chancery.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.identity.Role;

/**
 * Somebody in a post.
 *
 * @param classLabel the class they lead, null for none
 */
record Employee(
        UUID id,
        DemoPerson person,
        Post post,
        LocalDate hiredOn,
        @Nullable String classLabel) {
    List<Role> roles() {
        return classLabel != null
                ? post.roles()
                : post.roles().stream()
                        .filter(role -> role != Role.CLASS_TEACHER)
                        .toList();
    }

    boolean mayLeadAClass() {
        return post.roles().contains(Role.CLASS_TEACHER);
    }

    Employee leading(String label) {
        return new Employee(id, person, post, hiredOn, label);
    }
}
