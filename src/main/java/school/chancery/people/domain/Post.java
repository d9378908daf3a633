package school.chancery.people.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.chancery.identity.Role;
import school.chancery.people.StaffMember;

/**
 * What somebody is hired as.
 *
 * @param subjects codes of what they will teach
 * @param access the role of an office post, null for none
 */
public record Post(
        String position,
        StaffMember.Category category,
        StaffMember.Education education,
        boolean managementExperience,
        List<String> subjects,
        @Nullable Role access) {
    /** Roles that a post brings with it; all others are given by an order of their own. */
    public static final List<Role> ACCESS =
            List.of(Role.SECRETARY, Role.HR, Role.SOCIAL_PEDAGOGUE, Role.LIBRARIAN, Role.METHODOLOGIST, Role.OPERATOR);

    public Post {
        subjects = List.copyOf(subjects);
    }

    /** What the employee may do from the first day. */
    public Set<Role> roles() {
        var byCategory = switch (category) {
            case DEPUTY -> Optional.of(Role.DEPUTY);
            case PEDAGOGUE -> Optional.of(Role.TEACHER);
            case HEAD, SUPPORT -> Optional.<Role>empty();
        };
        return Stream.concat(byCategory.stream(), Stream.ofNullable(access))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
