package school.chancery.students;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.PageRequest;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.organization.ClassSizes;
import school.chancery.people.PupilClasses;
import school.chancery.platform.SchoolStory;
import school.chancery.students.EnrollmentAnswer.Done;
import school.chancery.students.EnrollmentAnswer.Reason;
import school.chancery.students.EnrollmentAnswer.Refused;
import school.chancery.students.domain.EnrolledSearch;

/** Enrolments are changed by registered orders only, each change with its line in the movement book. */
@ChanceryTest
@RecordApplicationEvents
class EnrollmentsIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Enrollments enrollments;

    @Autowired
    private EnrolledSearch search;

    @Autowired
    private TransactionTemplate transaction;

    private SchoolStory story;
    private TestClasses classes;
    private LocalDate today;
    private UUID from;
    private UUID to;
    private UUID pupil;

    @BeforeEach
    void found() {
        story = new SchoolStory(context);
        classes = story.classes();
        today = story.today();
        from = classes.open(7, "А", 25);
        to = classes.open(7, "Б", 25);
        pupil = classes.pupilIn(from, "Переводов");
    }

    @Test
    void aPupilMovesToAnotherClassOnTheDayOfTheOrderAndTheBookTellsIt(ApplicationEvents events) {
        var order = order();
        assertThat(answer(all -> all.move(pupil, to, today, ground(order, null))))
                .isInstanceOf(Done.class);
        assertThat(stay(today.minusDays(1)))
                .hasValueSatisfying(stay -> assertThat(stay.classId()).isEqualTo(from));
        assertThat(stay(today)).hasValueSatisfying(stay -> {
            assertThat(stay.classLabel()).isEqualTo("7Б");
            assertThat(stay.sequence()).isEqualTo(2);
            assertThat(stay.entryOrderId()).isEqualTo(order);
        });
        assertThat(book("kind || ' ' || from_class || ' ' || to_class || ' ' || order_number"))
                .containsExactly("CLASS_CHANGE 7А 7Б " + number(order));
        assertThat(events.stream(StudentMoved.class)).anySatisfy(moved -> {
            assertThat(moved.pupilId()).isEqualTo(pupil);
            assertThat(moved.fromClassId()).isEqualTo(from);
            assertThat(moved.toClassId()).isEqualTo(to);
        });
    }

    @Test
    void aPupilToChooseIsFoundByWordsInAnyOrderAndTheClass() {
        var other = classes.pupilIn(to, "Переводов");
        assertThat(found("переводов")).containsExactlyInAnyOrder(pupil, other);
        assertThat(found("7А петрович переводов")).containsExactly(pupil);
        assertThat(found("7_ переводов")).isEmpty();
    }

    private List<UUID> found(String text) {
        return Acting.as(Actor.PRODUCT, () -> search.inClasses(story.school.id(), today, text)).stream()
                .map(EnrolledSearch.Found::pupilId)
                .toList();
    }

    @Test
    void theSameOrderAgainChangesNothing() {
        var order = order();
        answer(all -> all.move(pupil, to, today, ground(order, null)));
        assertThat(answer(all -> all.move(pupil, to, today, ground(order, null))))
                .isInstanceOf(Done.class);
        assertThat(book("number::text")).containsExactly("1");
        assertThat(history()).hasSize(2);
    }

    @Test
    void anOrderThatIsNotRegisteredCausesNothing() {
        var draft = story.draftOrder("student-withdrawal");
        assertThatThrownBy(() -> answer(all -> all.move(pupil, to, today, ground(draft, null))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not registered");
        assertThat(stay(today))
                .hasValueSatisfying(stay -> assertThat(stay.classId()).isEqualTo(from));
        assertThat(book("number::text")).isEmpty();
    }

    @Test
    void whoIsWithdrawnIsInNoClassAndInNoCircleAnyMore() {
        classes.enrol(pupil, classes.circle("Шахматы"), classes.yearStart(), null, 2);
        assertThat(answer(all -> all.withdraw(pupil, today, ground(order(), "МОУ «СОШ № 7»"))))
                .isInstanceOf(Done.class);
        assertThat(stay(today)).isEmpty();
        assertThat(history()).allSatisfy(stay -> assertThat(stay.lastOn()).isEqualTo(today.minusDays(1)));
        assertThat(book("kind || ' ' || from_class || ' ' || to_organization"))
                .containsExactly("WITHDRAWAL 7А МОУ «СОШ № 7»");
    }

    @Test
    void whoIsWithdrawnInSummerLosesThePlaceOfTheComingYearToo() {
        var coming = classes.next();
        coming.enrol(pupil, coming.open(8, "А", 25), coming.yearStart(), null, 1);
        assertThat(answer(all -> all.withdraw(pupil, today, ground(order(), "МОУ «СОШ № 7»"))))
                .isInstanceOf(Done.class);
        assertThat(stay(coming.yearStart())).isEmpty();
        assertThat(history()).hasSize(1);
    }

    @Test
    void whoRepeatsTheYearGoesDownAGradeAndTheBookSaysSo() {
        var lower = classes.open(6, "В", 25);
        var order = order();
        assertThat(answer(all -> all.repeat(pupil, lower, today, ground(order, null))))
                .isInstanceOf(Done.class);
        assertThat(answer(all -> all.repeat(pupil, lower, today, ground(order, null))))
                .isInstanceOf(Done.class);
        assertThat(stay(today))
                .hasValueSatisfying(stay -> assertThat(stay.classId()).isEqualTo(lower));
        assertThat(book("kind || ' ' || from_class || ' ' || to_class")).containsExactly("REPETITION 7А 6В");
    }

    @Test
    void anotherProgrammeIsALineOfTheBookAndLeavesTheClassAsItIs(ApplicationEvents events) {
        var order = order();
        answer(all -> all.changeProgramme(pupil, today, ground(order, null)));
        answer(all -> all.changeProgramme(pupil, today, ground(order, null)));
        assertThat(book("kind || ' ' || from_class || ' ' || to_class")).containsExactly("PROGRAMME_CHANGE 7А 7А");
        assertThat(history()).hasSize(1);
        assertThat(events.stream(StudentMoved.class)).isEmpty();
    }

    @Test
    void refusalsComeWithTheirReasonAndChangeNothing() {
        var elsewhere = new SchoolStory(context).classes().open(7, "В", 25);
        assertThat(answer(all -> all.move(pupil, from, today, ground(order(), null))))
                .isEqualTo(new Refused(Reason.SAME_CLASS));
        assertThat(answer(all -> all.move(pupil, elsewhere, today, ground(order(), null))))
                .isEqualTo(new Refused(Reason.UNKNOWN_CLASS));
        assertThat(answer(all -> all.move(pupil, classes.next().open(7, "Б", 25), today, ground(order(), null))))
                .isEqualTo(new Refused(Reason.OTHER_YEAR));
        assertThat(answer(all -> all.enrol(pupil, to, today, ground(order(), null))))
                .isEqualTo(new Refused(Reason.ELSEWHERE));
        assertThat(answer(all -> all.withdraw(pupil, classes.yearStart(), ground(order(), null))))
                .isEqualTo(new Refused(Reason.BEFORE_ENTRY));
        assertThat(book("number::text")).isEmpty();
        assertThat(history()).hasSize(1);
    }

    @Test
    void theBookIsNumberedWithoutGapsAndOnlyAddedTo() {
        for (var family : List.of("Первый", "Второй", "Третий")) {
            var each = classes.pupilIn(from, family);
            answer(all -> all.move(each, to, today, ground(order(), null)));
        }
        assertThat(book("number::text")).containsExactly("1", "2", "3");
        assertThatThrownBy(() -> story.rows()
                        .sql("update students.movements set reason = 'иначе' where organization_id = ?")
                        .param(story.school.id())
                        .update())
                .hasMessageContaining("only added to");
        assertThatThrownBy(() -> story.rows()
                        .sql("delete from students.movements where organization_id = ?")
                        .param(story.school.id())
                        .update())
                .hasMessageContaining("only added to");
        assertThatThrownBy(() ->
                        story.rows().sql("truncate students.movements cascade").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void oneOrderMovesOnePupilOnce() {
        var order = order();
        answer(all -> all.move(pupil, to, today, ground(order, null)));
        assertThatThrownBy(() -> story.rows().sql("""
                        insert into students.movements (id, organization_id, school_year_id, number, kind, pupil_id, pupil_name,
                            from_class, to_class, reason, order_id, order_number, ordered_on, moved_on, recorded_at)
                        select gen_random_uuid(), organization_id, school_year_id, 99, kind, pupil_id, pupil_name, from_class,
                            to_class, reason, order_id, order_number, ordered_on, moved_on, recorded_at
                        from students.movements where order_id = ?""").param(order).update())
                .hasMessageContaining("uq_movements_order_id_pupil_id");
    }

    @Test
    void listsAndSizesOfClassesAreThoseOfTheDay() {
        classes.pupilIn(from, "Абрамов");
        answer(all -> all.move(pupil, to, today, ground(order(), null)));
        assertThat(as(all -> all.inClass(from, today, PageRequest.of(0, 10))).getContent())
                .extracting(member -> member.name().family())
                .containsExactly("Абрамов");
        assertThat(as(all -> all.inClass(from, today.minusDays(1), PageRequest.of(0, 1)))
                        .getTotalElements())
                .isEqualTo(2);
        assertThat(sizes())
                .extracting(size -> size.label() + " " + size.pupils())
                .containsExactly("5А 2", "7А 1", "7Б 1", "10Б 1");
        Map<UUID, Integer> present =
                seen(() -> context.getBean(ClassSizes.class).on(List.of(classes.year()), today));
        assertThat(present).containsEntry(from, 1).containsEntry(to, 1);
        Map<UUID, String> labels =
                seen(() -> context.getBean(PupilClasses.class).labels(List.of(pupil), today));
        assertThat(labels).containsEntry(pupil, "7Б");
        List<UUID> found = seen(() -> context.getBean(PupilClasses.class).pupils(story.school.id(), "7б", today));
        assertThat(found).containsExactly(pupil);
    }

    @Test
    void anotherSchoolSeesNoneOfIt() {
        answer(all -> all.move(pupil, to, today, ground(order(), null)));
        var other = new SchoolStory(context);
        var stranger =
                Actor.person(other.director.account().id(), other.school.id(), java.util.Set.of(other.school.id()));
        Acting.as(stranger, () -> {
            assertThat(enrollments.of(pupil, today)).isEmpty();
            assertThat(enrollments.inClass(to, today, PageRequest.of(0, 10))).isEmpty();
            assertThat(enrollments.classSizes(story.school.id(), today)).isEmpty();
        });
    }

    private EnrollmentAnswer answer(Function<Enrollments, EnrollmentAnswer> act) {
        return as(act);
    }

    private Optional<Enrollment> stay(LocalDate day) {
        return as(all -> all.of(pupil, day));
    }

    private List<Enrollment> history() {
        return as(all -> all.history(pupil));
    }

    private List<ClassSize> sizes() {
        return as(all -> all.classSizes(story.school.id(), today));
    }

    private <T> T as(Function<Enrollments, T> act) {
        return Acting.as(Actor.PRODUCT, () -> transaction.execute(status -> act.apply(enrollments)));
    }

    private <T> T seen(Supplier<T> read) {
        return Acting.as(Actor.PRODUCT, read);
    }

    private MovementGround ground(UUID orderId, String other) {
        return new MovementGround(orderId, "заявление родителей", other);
    }

    private UUID order() {
        return story.registeredOrder("student-withdrawal");
    }

    private String number(UUID order) {
        return story.rows()
                .sql("select number from orders.orders where id = ?")
                .param(order)
                .query(String.class)
                .single();
    }

    private List<String> book(String columns) {
        return story.rows()
                .sql("select " + columns + " from students.movements where organization_id = ? order by number")
                .param(story.school.id())
                .query(String.class)
                .list();
    }
}
