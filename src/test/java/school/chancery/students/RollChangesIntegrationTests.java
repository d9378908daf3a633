package school.chancery.students;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.organization.SchoolYearActivated;
import school.chancery.organization.SchoolYearStates;
import school.chancery.platform.SchoolStory;
import school.chancery.students.EnrollmentAnswer.Reason;
import school.chancery.students.EnrollmentAnswer.Refused;

/** Many pupils go on into the next year at once, all of them or none, and can be taken back. */
@ChanceryTest
@RecordApplicationEvents
class RollChangesIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private RollChanges changes;

    @Autowired
    private SchoolYearStates years;

    @Autowired
    private JdbcClient product;

    @Autowired
    private TransactionTemplate transaction;

    private SchoolStory story;
    private TestClasses now;
    private TestClasses next;
    private UUID seventh;
    private UUID eighth;
    private UUID nextSeventh;
    private UUID eleventh;
    private UUID order;
    private UUID promoted;
    private UUID repeating;
    private UUID graduate;
    private final UUID set = UUID.randomUUID();

    @BeforeEach
    void found() {
        story = new SchoolStory(context);
        now = story.classes();
        next = now.next();
        seventh = now.open(7, "А", 25);
        eleventh = now.open(11, "А", 25);
        eighth = next.open(8, "А", 25);
        nextSeventh = next.open(7, "А", 25);
        promoted = now.pupilIn(seventh, "Астров");
        repeating = now.pupilIn(seventh, "Берёзов");
        graduate = now.pupilIn(eleventh, "Выпускников");
        order = story.registeredOrder("year-promotion");
    }

    @Test
    void whoGoesOnIsInTheNextClassFromTheFirstDayOfTheYearAndTheBookTellsIt(ApplicationEvents events) {
        assertThat(applied()).isEqualTo(3);
        assertThat(stays(promoted))
                .containsExactly(
                        "7А " + now.yearStart() + " " + next.yearStart().minusDays(1), "8А " + next.yearStart() + " …");
        assertThat(stays(repeating)).hasSize(2).last().isEqualTo("7А " + next.yearStart() + " …");
        assertThat(stays(graduate)).hasSize(1);
        assertThat(leftOn(graduate)).isEqualTo(next.yearStart().minusDays(1));
        assertThat(book(next.year()))
                .containsExactly("1 PROMOTION 7А 8А " + next.yearStart(), "2 REPETITION 7А 7А " + next.yearStart());
        assertThat(book(now.year())).containsExactly("1 GRADUATION 11А — " + next.yearStart());
        assertThat(events.stream(YearRolled.class).filter(told -> told.setId().equals(set)))
                .hasSize(1);
        assertThat(audited("students.year-rolled")).isEqualTo(3);
    }

    @Test
    void carriedOutAgainNothingChanges() {
        applied();
        assertThat(inTransaction(() -> changes.apply(set))).isEqualTo(3);
        assertThat(book(next.year())).hasSize(2);
        assertThat(stays(promoted)).hasSize(2);
    }

    @Test
    void oneRowThatDoesNotFitKeepsAllOfThemOut() {
        story.rows()
                .sql("update students.enrollments set to_on = from_on + 10 where pupil_id = ?")
                .param(repeating)
                .update();
        assertThatThrownBy(this::applied)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ended 2 instead of 3");
        assertThat(stays(promoted)).hasSize(1);
        assertThat(book(next.year())).isEmpty();
        assertThat(leftOn(graduate)).isNull();
    }

    @Test
    void anUnregisteredOrderCausesNothing() {
        order = story.draftOrder("year-promotion");
        assertThatThrownBy(this::applied)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("booked 0 instead of 3");
        assertThat(stays(promoted)).hasSize(1);
    }

    @Test
    void takenBackEverythingIsAsItWasAndTheBookSaysSo() {
        var before = rows();
        applied();
        var undo = story.registeredOrder("year-undo");
        undone(undo);
        undone(undo);
        assertThat(rows()).isEqualTo(before);
        assertThat(book(next.year()))
                .endsWith("3 REVERSAL 7А 8А " + next.yearStart(), "4 REVERSAL 7А 7А " + next.yearStart());
        assertThat(book(now.year())).hasSize(2);
        assertThat(story.rows()
                        .sql(
                                "select count(*) from students.movements m join students.movements r on r.corrects_id = m.id"
                                        + " where r.kind = 'REVERSAL' and r.order_id = ? and r.pupil_id = m.pupil_id")
                        .param(undo)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void whoHasMovedSinceKeepsTheSetFromBeingTakenBack() {
        applied();
        var other = next.open(8, "Б", 25);
        inTransaction(() -> context.getBean(Enrollments.class)
                .move(
                        promoted,
                        other,
                        next.yearStart().plusDays(20),
                        new MovementGround(story.registeredOrder("student-class-change"), "заявление", null)));
        assertThat(inTransaction(() -> changes.changedSince(set))).containsExactly(promoted);
        assertThatThrownBy(() -> undone(story.registeredOrder("year-undo"))).isInstanceOf(IllegalStateException.class);
        assertThat(stays(repeating)).hasSize(2);
    }

    @Test
    void nobodyComesIntoAYearThatIsClosed() {
        inTransaction(() -> {
            years.beginClosing(now.year());
            years.close(now.year());
            return true;
        });
        var late = now.pupil(now.person("Опоздавшая", now.yearStart().minusYears(12)));
        var ground = new MovementGround(story.registeredOrder("student-admission"), "заявление", null);
        assertThat(inTransaction(() -> context.getBean(Enrollments.class).enrol(late, seventh, story.today(), ground)))
                .isEqualTo(new Refused(Reason.YEAR_CLOSED));
        assertThatThrownBy(() -> now.enrol(late, seventh, now.yearStart(), null, 1))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("the year is closed");
    }

    @Test
    void aYearKeepsItsDatesFromTheMomentItsClosingBegins() {
        inTransaction(() -> {
            years.beginClosing(now.year());
            years.close(now.year());
            return true;
        });
        assertThatThrownBy(() -> story.rows()
                        .sql("update organization.school_years set ends_on = ends_on - 1 where id = ?")
                        .param(now.year())
                        .update())
                .hasMessageContaining("keeps its dates");
    }

    @Test
    void theNextYearIsActivatedOnceAndOthersAreTold(ApplicationEvents events) {
        for (var i = 0; i < 2; i++)
            inTransaction(() -> {
                years.activate(next.year(), now.year());
                return true;
            });
        assertThat(events.stream(SchoolYearActivated.class)
                        .filter(told -> told.schoolYearId().equals(next.year())))
                .containsExactly(new SchoolYearActivated(story.school.id(), next.year(), now.year(), next.yearStart()));
    }

    private int applied() {
        return inTransaction(() -> {
            changes.open(new RollChanges.NewSet(set, story.school.id(), now.year(), next.year()));
            plan(promoted, "PROMOTION", eighth);
            plan(repeating, "REPETITION", nextSeventh);
            plan(graduate, "GRADUATION", null);
            return changes.apply(set);
        });
    }

    private void plan(UUID pupil, String kind, @Nullable UUID to) {
        product.sql("""
                        insert into students.roll_plans (set_id, organization_id, pupil_id, person_id, kind, enrollment_id,
                            from_class_id, was_to_on, last_on, to_class_id, entered_id, leaves, order_id, reason)
                        select :set, organization_id, pupil_id, person_id, :kind, id, class_id, null, year_ends_on, :to,
                            case when cast(:to as uuid) is not null then gen_random_uuid() end,
                            cast(:to as uuid) is null, :order, 'решение педагогического совета'
                        from students.enrollments where pupil_id = :pupil
                        """)
                .params(Map.of("set", set, "kind", kind, "order", order, "pupil", pupil))
                .param("to", to)
                .update();
    }

    private void undone(UUID undo) {
        inTransaction(() -> {
            changes.undo(set, undo, "ошибка в протоколе");
            return true;
        });
    }

    private <T> T inTransaction(java.util.function.Supplier<T> act) {
        return Acting.as(Actor.PRODUCT, () -> transaction.execute(status -> act.get()));
    }

    private List<String> stays(UUID pupil) {
        return story.rows().sql("""
                        select c.label || ' ' || e.from_on || ' ' || coalesce(e.to_on::text, '…')
                        from students.enrollments e join organization.classes c on c.id = e.class_id
                        where e.pupil_id = ? order by e.from_on
                        """).param(pupil).query(String.class).list();
    }

    // All but the versions.
    private List<String> rows() {
        return story.rows()
                .sql("""
                        select concat_ws(' ', e.id, e.class_id, e.sequence, e.from_on, e.to_on, e.entry_order_id,
                            e.exit_order_id, p.left_on)
                        from students.enrollments e join people.pupils p on p.id = e.pupil_id
                        where e.organization_id = ? order by e.id
                        """)
                .param(story.school.id())
                .query(String.class)
                .list();
    }

    private List<String> book(UUID year) {
        return story.rows().sql("""
                        select number || ' ' || kind || ' ' || from_class || ' ' || coalesce(to_class, '—') || ' ' || moved_on
                        from students.movements where school_year_id = ? order by number
                        """).param(year).query(String.class).list();
    }

    private LocalDate leftOn(UUID pupil) {
        return story.rows()
                .sql("select left_on from people.pupils where id = ?")
                .param(pupil)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    private int audited(String act) {
        return story.rows()
                .sql("select affected_count from audit.entries where organization_id = ? and action = ?")
                .params(story.school.id(), act)
                .query(Integer.class)
                .single();
    }
}
