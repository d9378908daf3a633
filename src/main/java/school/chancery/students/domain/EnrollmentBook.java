package school.chancery.students.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.SchoolYears;
import school.chancery.people.PupilCard;
import school.chancery.people.Pupils;
import school.chancery.students.ClassMember;
import school.chancery.students.ClassSize;
import school.chancery.students.Enrollment;
import school.chancery.students.EnrollmentAnswer;
import school.chancery.students.EnrollmentAnswer.Reason;
import school.chancery.students.Enrollments;
import school.chancery.students.MovementGround;

/** Enrolments, each change with its line in the movement book. */
@Service
@Transactional
class EnrollmentBook implements Enrollments {
    private final Rolls rolls;
    private final EnrollmentQueries queries;
    private final MovementLines lines;
    private final Pupils pupils;
    private final SchoolClasses classes;
    private final SchoolYears years;

    EnrollmentBook(
            Rolls rolls,
            EnrollmentQueries queries,
            MovementLines lines,
            Pupils pupils,
            SchoolClasses classes,
            SchoolYears years) {
        this.rolls = rolls;
        this.queries = queries;
        this.lines = lines;
        this.pupils = pupils;
        this.classes = classes;
        this.years = years;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Enrollment> of(UUID pupilId, LocalDate day) {
        return queries.of(pupilId, day);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Enrollment> history(UUID pupilId) {
        return queries.history(pupilId);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ClassMember> inClass(UUID classId, LocalDate day, Pageable page) {
        return queries.inClass(classId, day, page);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ClassSize> classSizes(UUID organizationId, LocalDate day) {
        return queries.classSizes(organizationId, day);
    }

    @Override
    public EnrollmentAnswer enrol(UUID pupilId, UUID classId, LocalDate from, MovementGround ground) {
        return in(pupilId, classId)
                .map(to ->
                        change(pupilId, to, from, ground, null, roll -> roll.enter(pupilId, classId, daysOf(to), from)))
                .orElseGet(() -> new EnrollmentAnswer.Refused(Reason.UNKNOWN_CLASS));
    }

    @Override
    public EnrollmentAnswer move(UUID pupilId, UUID classId, LocalDate on, MovementGround ground) {
        return move(pupilId, classId, on, ground, null);
    }

    @Override
    public EnrollmentAnswer repeat(UUID pupilId, UUID classId, LocalDate on, MovementGround ground) {
        return move(pupilId, classId, on, ground, MovementKind.REPETITION);
    }

    private EnrollmentAnswer move(
            UUID pupilId, UUID classId, LocalDate on, MovementGround ground, @Nullable MovementKind kind) {
        return in(pupilId, classId)
                .map(to -> change(pupilId, to, on, ground, kind, roll -> roll.move(classId, daysOf(to), on)))
                .orElseGet(() -> new EnrollmentAnswer.Refused(Reason.UNKNOWN_CLASS));
    }

    @Override
    public EnrollmentAnswer changeProgramme(UUID pupilId, LocalDate on, MovementGround ground) {
        var pupil = require(pupilId);
        rolls.hold(pupil.organizationId(), pupil.personId());
        if (lines.has(ground.orderId(), pupilId)) return new EnrollmentAnswer.Done();
        return queries.of(pupilId, on)
                .flatMap(stay -> classes.find(stay.classId()))
                .map(stays -> {
                    lines.add(pupil, stays, stays, on, ground, MovementKind.PROGRAMME_CHANGE);
                    return (EnrollmentAnswer) new EnrollmentAnswer.Done();
                })
                .orElseGet(() -> new EnrollmentAnswer.Refused(Reason.NOT_IN_A_CLASS));
    }

    @Override
    public EnrollmentAnswer withdraw(UUID pupilId, LocalDate on, MovementGround ground) {
        var answer = change(pupilId, null, on, ground, null, roll -> roll.withdraw(pupilId, on));
        if (answer instanceof EnrollmentAnswer.Done) rolls.endAssociations(pupilId, on.minusDays(1), ground.orderId());
        return answer;
    }

    private EnrollmentAnswer change(
            UUID pupilId,
            @Nullable SchoolClass to,
            LocalDate on,
            MovementGround ground,
            @Nullable MovementKind kind,
            Function<Roll, Roll.Outcome> rule) {
        var pupil = require(pupilId);
        var before = rolls.hold(pupil.organizationId(), pupil.personId());
        if (rolls.isDone(pupilId, ground.orderId())) return new EnrollmentAnswer.Done();
        if (to != null && isClosed(to)) return new EnrollmentAnswer.Refused(Reason.YEAR_CLOSED);
        var outcome = rule.apply(before);
        if (outcome instanceof Roll.Outcome.Refused refused) return new EnrollmentAnswer.Refused(refused.reason());
        var from = before.at(on).filter(stay -> stay.pupilId().equals(pupilId)).map(Stay::classId);
        rolls.write(
                before,
                ((Roll.Outcome.Changed) outcome).roll(),
                pupil.organizationId(),
                pupil.personId(),
                ground.orderId());
        lines.add(pupil, from.flatMap(classes::find).orElse(null), to, on, ground, kind);
        return new EnrollmentAnswer.Done();
    }

    // A class of another organization is none, whoever asks: a job sees all of them.
    private Optional<SchoolClass> in(UUID pupilId, UUID classId) {
        var organization = require(pupilId).organizationId();
        return classes.find(classId).filter(found -> found.organizationId().equals(organization));
    }

    private boolean isClosed(SchoolClass of) {
        return years.find(of.schoolYearId()).orElseThrow().state() == SchoolYear.State.CLOSED;
    }

    private SchoolDays daysOf(SchoolClass of) {
        var year = years.find(of.schoolYearId()).orElseThrow();
        return new SchoolDays(year.id(), year.startsOn(), year.endsOn());
    }

    private PupilCard require(UUID pupilId) {
        return pupils.find(pupilId).orElseThrow(() -> new IllegalArgumentException("pupil " + pupilId));
    }
}
