package school.chancery.people.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table that an order of duties annexes.
 *
 * @param classId the class they are to lead, null in all other kinds
 * @param leads the head of a group, or who answers for a matter
 */
public record DutyMember(UUID staffId, @Nullable UUID classId, boolean leads) {}
