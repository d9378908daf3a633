package school.chancery.yearclosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;
import school.chancery.journal.MarkValue;
import school.chancery.orders.OrderRegistered;
import school.chancery.organization.SchoolYearActivated;
import school.chancery.yearclosing.domain.ApplyPlan;
import school.chancery.yearclosing.domain.ClassOutcomes;
import school.chancery.yearclosing.domain.ClosingOrders;
import school.chancery.yearclosing.domain.ClosingState;
import school.chancery.yearclosing.domain.Closings;
import school.chancery.yearclosing.domain.Confirmations;
import school.chancery.yearclosing.domain.Corrections;
import school.chancery.yearclosing.domain.DryRuns;
import school.chancery.yearclosing.domain.Reconciliations;
import school.chancery.yearclosing.domain.Refusal;
import school.chancery.yearclosing.domain.Seals;
import school.chancery.yearclosing.domain.StalePlans;
import school.chancery.yearclosing.domain.YearOutcome;

/** A school closes its year: nobody is lost, nobody is there twice, and it can be taken back. */
@ChanceryTest
@RecordApplicationEvents
class YearClosingIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private ClosingStory story;
    private UUID good;
    private UUID owing;
    private UUID fourth;
    private UUID ninth;
    private UUID stays;
    private UUID eleventh;
    private UUID without;
    private UUID repeats;

    @BeforeEach
    void found() {
        story = new ClosingStory(context);
        var seven = story.opened(7, "А");
        good = story.pupil(seven, "Астрова");
        owing = story.pupil(seven, "Берёзов", MarkValue.TWO, MarkValue.THREE);
        repeats = story.pupil(seven, "Вязова");
        story.choice(repeats, "REPEAT", "ПМПК-7");
        fourth = story.pupil(story.opened(4, "А"), "Дубова", MarkValue.TWO, MarkValue.FIVE);
        var nine = story.opened(9, "А");
        ninth = story.pupil(nine, "Елова");
        stays = story.pupil(nine, "Клёнов", MarkValue.TWO, MarkValue.FIVE);
        story.examined(ninth, 9, "ORDINARY");
        story.examined(stays, 9, null);
        var eleven = story.opened(11, "А");
        eleventh = story.pupil(eleven, "Липова");
        without = story.pupil(eleven, "Соснов");
        story.examined(eleventh, 11, "HONOURS");
        story.examined(without, 11, "NONE");
    }

    @Test
    void whatHappensEqualsTheDryRun(ApplicationEvents events) {
        var plan = story.planned();
        assertThat(plan.faults()).isEmpty();
        assertThat(plan.balances()).isTrue();
        assertThat(plan.pupils()).isEqualTo(11);
        assertThat(outcomes())
                .containsExactly(
                        "10Б PROMOTED 11Б",
                        "11А GRADUATED —",
                        "11А LEFT_WITH_STATEMENT —",
                        "4А LEVEL_NOT_COMPLETED 4А",
                        "5А PROMOTED 6А",
                        "5А PROMOTED 6А",
                        "7А CONDITIONAL 8А",
                        "7А PROMOTED 8А",
                        "7А REPEATS 7А",
                        "9А GRADUATED —",
                        "9А LEVEL_NOT_COMPLETED —");
        story.confirm();
        story.issueOrders();
        assertThat(story.apply()).isEqualTo(new ApplyPlan.Answer.Applied());
        assertThat(story.apply()).isEqualTo(new ApplyPlan.Answer.Applied());
        story.activate();
        story.activate();
        var report = story.as(() -> story.bean(Reconciliations.class).of(story.closing));
        assertThat(report.differences()).isEmpty();
        assertThat(report.happened()).isEqualTo(report.planned()).isEqualTo(11);
        assertThat(story.stays(good)).hasSize(2).last().isEqualTo("8А " + story.nextStart() + " …");
        assertThat(story.stays(repeats)).last().isEqualTo("7А " + story.nextStart() + " …");
        assertThat(story.stays(fourth)).last().isEqualTo("4А " + story.nextStart() + " …");
        assertThat(story.stays(eleventh)).hasSize(1);
        assertThat(count("select count(*) from journal.debts where raised_by = ?", story.closing))
                .isEqualTo(3);
        assertThat(events.stream(SchoolYearActivated.class)
                        .filter(told -> told.organizationId().equals(story.school.school.id())))
                .hasSize(1);
        assertThat(story.as(() -> story.bean(Seals.class).seal(story.closing, false, story.director)))
                .isEmpty();
        assertThat(events.stream(YearSealed.class)
                        .filter(told -> told.closingId().equals(story.closing)))
                .hasSize(1);
        assertThat(story.undo()).containsExactly(new Refusal("", "yearclosing.refused.sealed"));
    }

    @Test
    void undoPutsEverythingBackAndTheClosingGivesTheSameAgain() {
        var before = register();
        story.ordered();
        var planned = outcomes();
        story.apply();
        story.activate();
        assertThat(register()).isNotEqualTo(before);
        assertThat(story.undo()).isEmpty();
        assertThat(register()).isEqualTo(before);
        assertThat(story.view().state()).isEqualTo(ClosingState.UNDONE);
        story.ordered();
        assertThat(outcomes()).isEqualTo(planned);
        assertThat(story.apply()).isInstanceOf(ApplyPlan.Answer.Applied.class);
        assertThat(story.stays(good)).hasSize(2);
    }

    @Test
    void aYearIsClosedOnlyOnceAtATime() {
        story.open();
        assertThat(story.as(() ->
                        story.bean(Closings.class).open(story.school.school.id(), story.now.year(), story.director)))
                .isEqualTo(new Closings.Opening.Refused(
                        List.of(new Refusal("schoolYearId", "yearclosing.refused.opened-already"))));
        assertThat(story.as(() -> story.bean(Closings.class).abandon(story.closing)))
                .isEmpty();
        story.open();
        assertThat(story.view().state()).isEqualTo(ClosingState.OPENED);
    }

    @Test
    void thePlanIsConfirmedByTwoPersons() {
        story.planned();
        var hash = story.view().planHash();
        var confirmations = story.bean(Confirmations.class);
        assertThat(story.as(() -> confirmations.countersign(story.closing, hash, story.second)))
                .contains(new Refusal("", "yearclosing.refused.not-confirmed"));
        assertThat(story.as(() -> confirmations.confirm(story.closing, "0".repeat(64), story.director)))
                .contains(new Refusal("", "yearclosing.refused.other-plan"));
        assertThat(story.as(() -> confirmations.confirm(story.closing, hash, story.director)))
                .isEmpty();
        assertThat(story.as(() -> confirmations.confirm(story.closing, hash, story.director)))
                .isEmpty();
        assertThat(story.as(() -> confirmations.countersign(story.closing, hash, story.director)))
                .contains(new Refusal("", "yearclosing.refused.same-person"));
        assertThatThrownBy(() -> story.school
                        .rows()
                        .sql("update yearclosing.closings set state = 'COUNTERSIGNED', countersigned_by = confirmed_by,"
                                + " countersigned_at = now() where id = ?")
                        .param(story.closing)
                        .update())
                .hasMessageContaining("ck_closings_two_persons");
        assertThat(story.as(() -> confirmations.countersign(story.closing, hash, story.second)))
                .isEmpty();
    }

    @Test
    void whoLeavesBetweenTheDryRunAndTheApplicationMakesThePlanStale() {
        story.ordered();
        leaves(good);
        assertThat(story.apply()).isEqualTo(new ApplyPlan.Answer.Stale());
        assertThat(story.stays(owing)).hasSize(1);
        var stale = story.bean(StalePlans.class);
        assertThat(story.as(() -> stale.changes(story.closing)))
                .singleElement()
                .satisfies(change -> assertThat(change.pupilId()).isEqualTo(good));
        assertThat(story.as(
                        () -> stale.revise(story.closing, StalePlans.Revision.PLAN, "выбыла", List.of(), story.deputy)))
                .isEmpty();
        assertThat(story.approveClasses()).isEmpty();
        assertThat(story.plan().faults()).extracting(DryRuns.Fault::code).containsExactly("ORDERS_STAND");
        assertThat(story.as(() -> story.bean(Closings.class).abandon(story.closing)))
                .containsExactly(new Refusal("", "yearclosing.refused.orders-stand"));
        var correction = story.as(() -> story.bean(Corrections.class).draft(story.closing));
        story.register(correction);
        story.school.happens(new OrderRegistered(
                correction, story.organization, "year-correction", "и", story.today(), story.today()));
        assertThat(story.plan().faults()).isEmpty();
        story.confirm();
        story.issueOrders();
        assertThat(story.apply()).isInstanceOf(ApplyPlan.Answer.Applied.class);
        assertThat(story.stays(good)).hasSize(1);
        assertThat(story.stays(owing)).hasSize(2);
        new ClosingInvariants(TestDatabase.shared().owner(), story.organization).check();
    }

    @Test
    void whoLeavesBeforeTheOrdersIsWithdrawnInTheNextPlan() {
        story.planned();
        leaves(good);
        var hash = story.view().planHash();
        assertThat(story.as(() -> story.bean(Confirmations.class).confirm(story.closing, hash, story.director)))
                .contains(new Refusal("", "yearclosing.refused.plan-stale"));
        assertThat(story.as(() -> story.bean(StalePlans.class)
                        .revise(story.closing, StalePlans.Revision.PLAN, "выбыла", List.of(), story.deputy)))
                .isEmpty();
        assertThat(story.approveClasses()).isEmpty();
        assertThat(story.plan().faults()).isEmpty();
        assertThat(outcomes()).contains("7А WITHDRAWN —");
        story.confirm();
        story.issueOrders();
        assertThat(story.apply()).isInstanceOf(ApplyPlan.Answer.Applied.class);
        assertThat(story.stays(good)).hasSize(1);
    }

    @Test
    void aNewcomerOfTheLastDaysGetsTheirOutcomeFromTheClassThatBeginsAgain() {
        story.planned();
        var late = story.pupil(classOf("5А"), "Поздняя");
        story.as(() -> story.bean(StalePlans.class)
                .revise(story.closing, StalePlans.Revision.PLAN, "прибыла", List.of(), story.deputy));
        var faulty = story.plan();
        assertThat(faulty.hash()).isNull();
        assertThat(faulty.faults())
                .extracting(DryRuns.Fault::code, DryRuns.Fault::classLabel)
                .contains(org.assertj.core.groups.Tuple.tuple("OUTCOME_MISSING", "5А"));
        var fifth = story.as(() -> story.bean(ClassOutcomes.class).ofClosing(story.closing)).stream()
                .filter(each -> each.classLabel().equals("5А"))
                .findFirst()
                .orElseThrow();
        story.as(() -> story.bean(StalePlans.class)
                .revise(story.closing, StalePlans.Revision.CLASSES, "прибыла", List.of(fifth.id()), story.deputy));
        story.acceptClasses();
        story.council();
        assertThat(story.approveClasses()).isEmpty();
        assertThat(story.plan().faults()).isEmpty();
        story.confirm();
        story.issueOrders();
        story.apply();
        assertThat(story.stays(late)).hasSize(2);
    }

    @Test
    void whoIsEnteredForTheNextYearAlreadyIsNotEnteredTwice() {
        var next = story.now.next();
        var eighth = next.open(8, "Б", 25);
        next.enrol(good, eighth, next.yearStart(), null, 1);
        story.ordered();
        assertThat(outcomes()).contains("7А PROMOTED 8Б");
        story.apply();
        story.activate();
        assertThat(story.stays(good)).hasSize(2).last().isEqualTo("8Б " + story.nextStart() + " …");
        assertThat(story.as(() -> story.bean(Reconciliations.class).of(story.closing))
                        .isClean())
                .isTrue();
        assertThat(story.undo()).isEmpty();
        assertThat(story.stays(good)).hasSize(2);
    }

    @Test
    void missingMarksHoldTheClosingUpUntilTheyAreMended() {
        var unmarked = story.now.pupilIn(classOf("5А"), "Безотметочный");
        story.open();
        var counts = story.check();
        assertThat(counts.must()).isEqualTo(2);
        assertThat(story.findings()).anyMatch(found -> found.startsWith("MARK_MISSING Безотметочный"));
        assertThatThrownBy(story::openClasses).hasMessageContaining("findings hold the closing up");
        story.marks.mark(unmarked, story.algebra, MarkValue.THREE);
        story.marks.mark(unmarked, story.russian, MarkValue.THREE);
        assertThat(story.check().must()).isZero();
    }

    @Test
    void aMarkSpoiledAfterBothConfirmedMakesThePlanStaleAndNamesThePupil() {
        story.ordered();
        spoil(good);
        assertThat(story.apply()).isEqualTo(new ApplyPlan.Answer.Stale());
        assertThat(story.stays(good)).hasSize(1);
        assertThat(count("select count(*) from yearclosing.plan_faults where code = 'LAW' and pupil_id = ?", good))
                .isEqualTo(1);
    }

    @Test
    void nobodyConfirmsAPlanThatTheLawNoLongerLeavesOpen() {
        story.planned();
        spoil(good);
        var hash = story.view().planHash();
        assertThat(story.as(() -> story.bean(Confirmations.class).confirm(story.closing, hash, story.director)))
                .contains(new Refusal("", "yearclosing.refused.plan-stale"));
    }

    @Test
    void whileAClassBeginsAnewThePlanAloneCannotBeRevised() {
        story.planned();
        var stale = story.bean(StalePlans.class);
        var classes = story.as(() -> story.bean(ClassOutcomes.class).ofClosing(story.closing)).stream()
                .limit(1)
                .map(each -> each.id())
                .toList();
        assertThat(story.as(() ->
                        stale.revise(story.closing, StalePlans.Revision.CLASSES, "ошибка", classes, story.deputy)))
                .isEmpty();
        assertThat(story.as(
                        () -> stale.revise(story.closing, StalePlans.Revision.PLAN, "иначе", List.of(), story.deputy)))
                .containsExactly(new Refusal("revision", "yearclosing.refused.classes-open"));
    }

    private void spoil(UUID pupil) {
        story.school
                .rows()
                .sql("update journal.year_marks set value = 'TWO' where pupil_id = ? and value = 'FOUR'")
                .param(pupil)
                .update();
    }

    @Test
    void aTeacherChoosesOnlyWhatTheLawLeavesOpen() {
        story.open();
        story.check();
        story.explainAll();
        story.openClasses();
        var outcomes = story.bean(ClassOutcomes.class);
        var ninthClass = story.as(() -> outcomes.ofClosing(story.closing)).stream()
                .filter(each -> each.classLabel().equals("9А"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(story.as(() -> outcomes.save(ninthClass, stays, YearOutcome.CONDITIONAL, "просят", story.deputy)))
                .contains(new Refusal("outcome", "yearclosing.refused.law"));
        assertThat(story.as(() -> outcomes.save(ninthClass, ninth, YearOutcome.GRADUATED_GOES_ON, " ", story.deputy)))
                .contains(new Refusal("reason", "yearclosing.refused.reason-missing"));
        assertThat(story.as(() -> outcomes.save(
                        ninthClass, ninth, YearOutcome.GRADUATED_GOES_ON, "заявление в 10 класс", story.deputy)))
                .isEmpty();
        assertThat(story.as(() -> outcomes.rows(ninthClass))).anySatisfy(row -> {
            assertThat(row.pupilId()).isEqualTo(ninth);
            assertThat(row.chosen()).isEqualTo(YearOutcome.GRADUATED_GOES_ON);
            assertThat(row.changed()).isTrue();
        });
        assertThatThrownBy(() -> story.school
                        .rows()
                        .sql("update yearclosing.outcomes set chosen = 'CONDITIONAL' where pupil_id = ?")
                        .param(stays)
                        .update())
                .hasMessageContaining("ck_outcomes_conditional");
    }

    @Test
    void everyOrderNamesItsPupilsAndKindsWithoutPupilsHaveNone() {
        story.planned();
        story.confirm();
        var orders = story.as(() -> story.bean(ClosingOrders.class).draftAll(story.closing));
        assertThat(story.as(() -> story.bean(ClosingOrders.class).draftAll(story.closing)))
                .isEqualTo(orders);
        assertThat(story.as(() -> story.bean(ClosingOrders.class).kinds(story.closing)))
                .containsExactly("year-graduation", "year-other", "year-promotion", "year-repeat");
        var annex = story.school
                .rows()
                .sql("select text from orders.annexes a join orders.orders o on o.id = a.order_id"
                        + " where o.organization_id = ? and o.kind = 'year-promotion'")
                .param(story.school.school.id())
                .query(String.class)
                .single();
        assertThat(annex)
                .contains("7А → 8А\n1. Астрова", "7А → 8А (условно)\n1. Берёзов")
                .doesNotContain("Вязова");
    }

    private void leaves(UUID pupil) {
        story.school
                .rows()
                .sql("update students.enrollments set to_on = ?, version = version + 1 where pupil_id = ?")
                .params(story.school.today(), pupil)
                .update();
    }

    private UUID classOf(String label) {
        return story.school
                .rows()
                .sql("select id from organization.classes where school_year_id = ? and label = ?")
                .params(story.now.year(), label)
                .query(UUID.class)
                .single();
    }

    private List<String> outcomes() {
        return story
                .as(() -> story.bean(DryRuns.class).rows(story.closing, null, null, PageRequest.of(0, 100)))
                .stream()
                .map(row -> row.fromClass() + " " + row.outcome() + " " + (row.toClass() == null ? "—" : row.toClass()))
                .sorted()
                .toList();
    }

    // The business columns: enrolments, archive, debts and the state of the year.
    private List<String> register() {
        return story.school
                .rows()
                .sql("""
                        select line from (
                            select concat_ws(' ', 'e', e.id, e.class_id, e.sequence, e.from_on, e.to_on, e.entry_order_id,
                                e.exit_order_id, e.entry_ground) as line
                            from students.enrollments e where e.organization_id = :school
                            union all select concat_ws(' ', 'p', id, admitted_on, left_on) from people.pupils
                                where organization_id = :school
                            union all select concat_ws(' ', 'd', pupil_id, subject_id, state) from journal.debts
                                where organization_id = :school
                            union all select concat_ws(' ', 'y', id, state, starts_on, ends_on, activated_at)
                                from organization.school_years where id = :year) lines
                        order by line
                        """)
                .param("school", story.school.school.id())
                .param("year", story.now.year())
                .query(String.class)
                .list();
    }

    private int count(String sql, UUID id) {
        return story.school.rows().sql(sql).param(id).query(Integer.class).single();
    }
}
