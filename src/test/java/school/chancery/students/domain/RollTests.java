package school.chancery.students.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import school.chancery.students.EnrollmentAnswer.Reason;
import school.chancery.students.domain.Roll.Outcome;

/** The rules of enrolment, whatever is asked in whatever order. */
class RollTests {
    private static final UUID PUPIL = new UUID(0, 1);
    private static final List<SchoolDays> YEARS = List.of(year(2025), year(2026), year(2027));
    private static final Roll EMPTY = new Roll(List.of());

    /** Something that is asked of the roll. */
    record Step(int what, int classNumber, int year, LocalDate on) {
        Outcome ask(Roll roll) {
            var schoolClass = new UUID(1, classNumber);
            return switch (what) {
                case 0 -> roll.enter(PUPIL, schoolClass, YEARS.get(year), on);
                case 1 -> roll.move(schoolClass, YEARS.get(year), on);
                case 2 -> roll.leave(on);
                default -> roll.withdraw(PUPIL, on);
            };
        }
    }

    @Property(tries = 20_000)
    void nobodyIsInTwoClassesOnOneDay(@ForAll("steps") List<Step> steps, @ForAll("days") LocalDate day) {
        assertThat(after(steps).stays().stream().filter(stay -> stay.has(day)).count())
                .isLessThanOrEqualTo(1);
    }

    @Property(tries = 20_000)
    void theStaysOfAYearAreNumberedAsTheyFollowEachOther(@ForAll("steps") List<Step> steps) {
        for (var year : YEARS) {
            var stays = after(steps).stays().stream()
                    .filter(stay -> stay.isOf(PUPIL, year))
                    .toList();
            for (var at = 0; at < stays.size(); at++) {
                assertThat(stays.get(at).sequence()).isEqualTo(at + 1);
                if (at > 0)
                    assertThat(stays.get(at).fromOn()).isAfter(stays.get(at - 1).lastOn());
            }
        }
    }

    @Property(tries = 20_000)
    void everyStayLiesWithinItsYear(@ForAll("steps") List<Step> steps) {
        assertThat(after(steps).stays()).allSatisfy(stay -> {
            assertThat(stay.year().has(stay.fromOn())).isTrue();
            assertThat(stay.year().has(stay.lastOn())).isTrue();
            assertThat(stay.lastOn()).isAfterOrEqualTo(stay.fromOn());
        });
    }

    @Property(tries = 20_000)
    void aRefusalChangesNothingAndAChangeIsSeenOnItsDay(@ForAll("steps") List<Step> steps, @ForAll("step") Step last) {
        var before = after(steps);
        if (last.ask(before) instanceof Outcome.Changed changed) {
            assertThat(changed.roll()).isNotEqualTo(before);
            var there = changed.roll().at(last.on());
            if (last.what() >= 2) assertThat(there).isEmpty();
            else
                assertThat(there)
                        .hasValueSatisfying(
                                stay -> assertThat(stay.classId()).isEqualTo(new UUID(1, last.classNumber())));
        }
    }

    @Example
    void refusesWithTheReason() {
        var autumn = LocalDate.of(2026, 9, 1);
        var enrolled = ((Outcome.Changed) EMPTY.enter(PUPIL, new UUID(1, 1), YEARS.get(1), autumn)).roll();
        assertThat(reason(enrolled.enter(PUPIL, new UUID(1, 2), YEARS.get(1), autumn.plusDays(30))))
                .isEqualTo(Reason.ELSEWHERE);
        assertThat(reason(enrolled.enter(PUPIL, new UUID(1, 2), YEARS.get(1), autumn.plusYears(1))))
                .isEqualTo(Reason.OTHER_YEAR);
        assertThat(reason(enrolled.move(new UUID(1, 1), YEARS.get(1), autumn.plusDays(1))))
                .isEqualTo(Reason.SAME_CLASS);
        assertThat(reason(enrolled.move(new UUID(1, 2), YEARS.get(2), autumn.plusDays(1))))
                .isEqualTo(Reason.OTHER_YEAR);
        assertThat(reason(enrolled.move(new UUID(1, 2), YEARS.get(1), autumn))).isEqualTo(Reason.BEFORE_ENTRY);
        assertThat(reason(enrolled.leave(autumn))).isEqualTo(Reason.BEFORE_ENTRY);
        assertThat(reason(EMPTY.leave(autumn))).isEqualTo(Reason.NOT_IN_A_CLASS);
    }

    @Property(tries = 20_000)
    void whoIsWithdrawnHasNoPlaceThereOnAnyLaterDay(
            @ForAll("steps") List<Step> steps, @ForAll("days") LocalDate on, @ForAll("days") LocalDate later) {
        if (after(steps).withdraw(PUPIL, on) instanceof Outcome.Changed gone && !later.isBefore(on))
            assertThat(gone.roll().at(later)).isEmpty();
    }

    @Example
    void whoMovesAfterTheWithdrawalWasOrderedStillLeavesOnTheDayOfTheOrder() {
        var autumn = LocalDate.of(2026, 9, 1);
        var enrolled = ((Outcome.Changed) EMPTY.enter(PUPIL, new UUID(1, 1), YEARS.get(1), autumn)).roll();
        var leaving = ((Outcome.Changed) enrolled.leave(autumn.plusDays(60))).roll();
        var moved = ((Outcome.Changed) leaving.move(new UUID(1, 2), YEARS.get(1), autumn.plusDays(10))).roll();
        assertThat(moved.at(autumn.plusDays(59))).isPresent();
        assertThat(moved.at(autumn.plusDays(60))).isEmpty();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return step().list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<Step> step() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 2),
                        days())
                .as(Step::new);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        // Borders of years and leap days are met often, not once in a thousand.
        var any = Arbitraries.integers().between(0, 1_100).map(LocalDate.of(2025, 8, 25)::plusDays);
        var borders = Arbitraries.of(
                LocalDate.of(2025, 9, 1),
                LocalDate.of(2026, 8, 31),
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2027, 8, 31),
                LocalDate.of(2028, 2, 29),
                LocalDate.of(2028, 8, 31));
        return Arbitraries.oneOf(any, borders);
    }

    private static Roll after(List<Step> steps) {
        var roll = EMPTY;
        for (var step : steps) if (step.ask(roll) instanceof Outcome.Changed changed) roll = changed.roll();
        return roll;
    }

    private static Reason reason(Outcome outcome) {
        return ((Outcome.Refused) outcome).reason();
    }

    private static SchoolDays year(int start) {
        return new SchoolDays(new UUID(2, start), LocalDate.of(start, 9, 1), LocalDate.of(start + 1, 8, 31));
    }
}
