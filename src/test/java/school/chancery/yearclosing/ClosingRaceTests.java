package school.chancery.yearclosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;
import school.chancery.students.EnrollmentAnswer;
import school.chancery.students.Enrollments;
import school.chancery.students.MovementGround;
import school.chancery.yearclosing.domain.ApplyPlan;
import school.chancery.yearclosing.domain.Closings;
import school.chancery.yearclosing.domain.Confirmations;

/** Two or more at the same moment: one wins, the others are told, nothing is done twice. */
@ChanceryTest
class ClosingRaceTests {
    private static final int AT_ONCE = 8;

    @Autowired
    private ApplicationContext context;

    private ClosingStory story;
    private UUID pupil;

    @BeforeEach
    void found() {
        story = new ClosingStory(context);
        pupil = story.pupil(story.opened(6, "Б"), "Бегунов");
    }

    @Test
    void aClosingStartedByManyAtOnceIsStartedOnce() {
        var answers = atOnce(n ->
                story.as(() -> story.bean(Closings.class).open(story.organization, story.year, UUID.randomUUID())));
        assertThat(answers)
                .filteredOn(Closings.Opening.Opened.class::isInstance)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(Closings.Opening.Refused.class::isInstance)
                .hasSize(AT_ONCE - 1);
    }

    @Test
    void aPlanConfirmedByManyAtOnceHasOneFirstAndOneSecondPerson() {
        story.planned();
        var hash = story.view().planHash();
        var confirmations = story.bean(Confirmations.class);
        var people =
                IntStream.range(0, AT_ONCE).mapToObj(n -> UUID.randomUUID()).toList();
        var first = atOnce(n -> story.as(() -> confirmations.confirm(story.closing, hash, people.get(n))));
        assertThat(first).filteredOn(Optional::isEmpty).hasSize(1);
        var second = atOnce(n -> story.as(() -> confirmations.countersign(story.closing, hash, people.get(n))));
        assertThat(second).filteredOn(Optional::isEmpty).hasSize(1);
        var closing = story.view();
        assertThat(closing.confirmedBy()).isNotNull().isNotEqualTo(closing.countersignedBy());
    }

    @Test
    void onePersonAtTwoWindowsDoesNotConfirmTwice() {
        story.planned();
        var hash = story.view().planHash();
        var confirmations = story.bean(Confirmations.class);
        atOnce(n -> story.as(() -> n % 2 == 0
                ? confirmations.confirm(story.closing, hash, story.director)
                : confirmations.countersign(story.closing, hash, story.director)));
        assertThat(story.view().confirmedBy()).isEqualTo(story.director);
        assertThat(story.view().countersignedBy()).isNull();
    }

    @Test
    void aPlanCarriedOutByManyAtOnceIsCarriedOutOnce() {
        story.ordered();
        var answers = atOnce(n -> story.apply());
        assertThat(answers).hasSize(AT_ONCE).allMatch(ApplyPlan.Answer.Applied.class::isInstance);
        assertThat(story.stays(pupil)).hasSize(2);
        new ClosingInvariants(TestDatabase.shared().owner(), story.organization).check();
    }

    @Test
    void whoeverLeavesAtTheVeryMomentEitherMakesThePlanStaleOrLeavesTheNewClass() {
        story.ordered();
        var order = story.school.registeredOrder("student-withdrawal");
        var ground = new MovementGround(order, "заявление родителей", "МОУ «СОШ № 7»");
        var answers = atOnce(n -> n == 0
                ? story.as(() -> story.bean(Enrollments.class).withdraw(pupil, story.today(), ground))
                : story.apply());
        assertThat(answers.get(0)).isInstanceOf(EnrollmentAnswer.Done.class);
        if (answers.contains(new ApplyPlan.Answer.Stale())) {
            assertThat(answers.subList(1, AT_ONCE)).containsOnly(new ApplyPlan.Answer.Stale());
            assertThat(story.view().appliedAt()).isNull();
        }
        assertThat(story.stays(pupil)).hasSize(1);
    }

    private interface Act<T> {
        T by(int number) throws Exception;
    }

    private <T> List<T> atOnce(Act<T> act) {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var running = IntStream.range(0, AT_ONCE)
                    .mapToObj(n -> pool.submit((Callable<T>) () -> {
                        start.await();
                        return act.by(n);
                    }))
                    .toList();
            start.countDown();
            var answers = new ArrayList<T>();
            for (var each : running) answers.add(each.get());
            return answers;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        } finally {
            pool.shutdownNow();
        }
    }
}
