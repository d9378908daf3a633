package school.chancery.students;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;

/**
 * The enrolments: which pupil is in which class on which day. Read by others within what the actor sees; changed only
 * by a registered order, and asked to do again what is done already, nothing changes.
 */
public interface Enrollments {
    /** Class of a school or group of a kindergarten; circles are none of these. */
    Optional<Enrollment> of(UUID pupilId, LocalDate day);

    /** Everywhere the pupil has been, circles included, the newest first. */
    List<Enrollment> history(UUID pupilId);

    /** By name. */
    Page<ClassMember> inClass(UUID classId, LocalDate day, Pageable page);

    /** Classes that have pupils on the day, in school order. */
    List<ClassSize> classSizes(UUID organizationId, LocalDate day);

    /** Into a class, by an order of enrolment. */
    EnrollmentAnswer enrol(UUID pupilId, UUID classId, LocalDate from, MovementGround ground);

    /** Out of the class of that day and into another of the same year; the first day there is {@code on}. */
    EnrollmentAnswer move(UUID pupilId, UUID classId, LocalDate on, MovementGround ground);

    /** As {@link #move}, but down a grade: the year is repeated, by the parents' choice. */
    EnrollmentAnswer repeat(UUID pupilId, UUID classId, LocalDate on, MovementGround ground);

    /** Stays in the class, by another programme from the day on: a line of the movement book alone. */
    EnrollmentAnswer changeProgramme(UUID pupilId, LocalDate on, MovementGround ground);

    /** Out of every class, circles included; the last day is the one before {@code on}. */
    EnrollmentAnswer withdraw(UUID pupilId, LocalDate on, MovementGround ground);
}
