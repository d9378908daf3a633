package school.chancery.students;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import school.chancery.ChanceryTest;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.students.domain.ArrivalNotice;
import school.chancery.students.domain.NoticeChannel;
import school.chancery.students.domain.Transfers;

/** A wrong application comes back with its fault at the field, and nothing is changed. */
@ChanceryTest
class WrongTransferIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private TransferStory story;

    @BeforeEach
    void found() {
        story = new TransferStory(context);
    }

    @Test
    void aPupilIsInOneTransferAtATime() {
        story.start("OTHER_CLASS", "toClassId", story.otherClass.toString());
        assertThat(story.start(
                        "SYSTEM_SCHOOL",
                        "receivingOrganizationId",
                        story.to.school.id().toString()))
                .hasStatusOk()
                .bodyText()
                .contains("Перевод этого обучающегося уже оформляется");
        assertThat(story.transfers()).isEqualTo(1);
    }

    @Test
    void theSameFormSentTwiceAtOnceBeginsOneTransfer() throws Exception {
        try (var both = new Both()) {
            var answers = both.run(() -> story.start("OTHER_CLASS", "toClassId", story.otherClass.toString())
                    .getResponse()
                    .getStatus());
            assertThat(answers).containsExactlyInAnyOrder(200, 302);
        }
        assertThat(story.transfers()).isEqualTo(1);
    }

    @Test
    void theSameClassAnotherGradeAnotherYearAndAnotherSchoolsClassAreRefused() {
        refused("toClassId", story.fromClass.toString(), "уже в этом классе");
        refused("toClassId", story.from.classes().open(9, "А", 25).toString(), "другая параллель");
        refused("toClassId", story.from.classes().next().open(6, "Б", 25).toString(), "другого учебного года");
        refused("toClassId", story.toClass.toString(), "Выберите класс из списка");
        refused("toClassId", "x", "Выберите значение из списка");
        assertThat(story.transfers()).isZero();
    }

    @Test
    void aFullClassTakesNobodyAndAPromisedPlaceIsNoFreeOne() {
        var small = story.from.classes().open(6, "М", 2);
        story.from.classes().pupilIn(small, "Первый");
        var other = story.from.classes().pupilIn(story.fromClass, "Второй");
        assertThat(story.start("OTHER_CLASS", "toClassId", small.toString(), "pupilId", other.toString()))
                .hasStatus3xxRedirection();
        refused("toClassId", small.toString(), "нет свободных мест");
    }

    @Test
    void aPlaceThatSomebodyTakesLaterIsNoFreeOne() {
        var classes = story.from.classes();
        var small = classes.open(6, "М", 1);
        var later = classes.pupil(classes.person("Позднев", story.today.minusYears(12)));
        classes.enrol(later, small, story.today.plusDays(10), null, 1);
        refused("toClassId", small.toString(), "нет свободных мест");
        assertThat(story.transfers()).isZero();
    }

    @Test
    void theClassIsThatOfTheDayOfTheMoveAndItsFirstDayIsTooEarly() {
        story.from
                .rows()
                .sql("update students.enrollments set to_on = ? where pupil_id = ?")
                .params(story.today.plusDays(2), story.pupil)
                .update();
        story.from.classes().enrol(story.pupil, story.otherClass, story.today.plusDays(3), null, 2);
        var third = story.from.classes().open(6, "Г", 25).toString();
        var firstDay = story.today.plusDays(3).toString();
        assertThat(story.start("OTHER_CLASS", "toClassId", third, "effectiveOn", firstDay))
                .bodyText()
                .contains("Это первый день в классе");
        refused("effectiveOn", story.today.plusDays(5).toString(), "уже в этом классе");
        assertThat(story.transfers()).isZero();
    }

    @Test
    void theFileIsHandedOverOnceAndARegisteredEnrolmentIsNotDoubted() {
        story.left();
        var transfers = context.getBean(Transfers.class);
        var id = story.transfer();
        Acting.as(Actor.PRODUCT, () -> {
            assertThat(transfers.handOverFile(id, story.today, "Мать")).isEmpty();
            assertThat(transfers.handOverFile(id, story.today, "Сосед")).isEmpty();
            // East of here it is tomorrow already.
            var notice = new ArrivalNotice(NoticeChannel.SYSTEM, "7", story.today.plusDays(1), "Школа на востоке");
            assertThat(transfers.arrive(id, notice)).isEmpty();
        });
        assertThat(story.from
                        .rows()
                        .sql("select state || ' ' || file_handed_to from students.transfers where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("ARRIVED Мать");
    }

    @Test
    void datesOfTheApplicationAndOfTheMoveAreChecked() {
        refused("appliedOn", story.today.plusDays(1).toString(), "ещё не наступила");
        refused("appliedOn", story.today.minusMonths(2).toString(), "больше месяца назад");
        refused("appliedOn", "31.02.2027", "Укажите существующую дату");
        refused("effectiveOn", story.today.minusDays(1).toString(), "Укажите сегодняшнюю дату или более позднюю");
        refused("effectiveOn", story.today.plusYears(3).toString(), "не числится в классе");
        refused("applicant", " ", "Заполните поле");
        refused("kind", "AWAY", "Значение записано неверно");
        assertThat(story.transfers()).isZero();
    }

    @Test
    void somebodyOfAnotherSchoolLearnsNotEvenThatThereIsSuchAPupil() {
        assertThat(story.startBy(story.to, story.to.secretary, "OTHER_CLASS", "toClassId", story.toClass.toString()))
                .hasStatusOk()
                .bodyText()
                .contains("В вашей школе нет такого обучающегося")
                .doesNotContain("Переводов");
        assertThat(story.to.get(story.to.secretary, TransferStory.START, "pupilId", story.pupil.toString()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Переводов");
        assertThat(story.from.get(story.from.teacher, TransferStory.START)).hasStatus(403);
        assertThat(story.transfers()).isZero();
    }

    @Test
    void theOwnSchoolAndAnUnknownOneAreNoPlaceToGo() {
        assertThat(story.start(
                        "SYSTEM_SCHOOL",
                        "receivingOrganizationId",
                        story.from.school.id().toString()))
                .bodyText()
                .contains("в которой обучающийся учится сейчас");
        assertThat(story.start(
                        "SYSTEM_SCHOOL",
                        "receivingOrganizationId",
                        story.from.office.id().toString()))
                .bodyText()
                .contains("Выберите школу из списка");
        assertThat(story.start("SYSTEM_SCHOOL")).bodyText().contains("Заполните поле");
        assertThat(story.transfers()).isZero();
    }

    @Test
    void theReceivingSchoolGivesNoPlaceInAFullClassOrAnotherGrade() {
        var full = story.to.classes().open(6, "М", 1);
        story.to.classes().pupilIn(full, "Занятов");
        story.asked();
        assertThat(story.answer("decision", "ACCEPT", "classId", full.toString()))
                .bodyText()
                .contains("нет свободных мест");
        assertThat(story.answer(
                        "decision",
                        "ACCEPT",
                        "classId",
                        story.to.classes().open(7, "А", 25).toString()))
                .bodyText()
                .contains("другая параллель");
        assertThat(story.answer("decision", "ACCEPT")).bodyText().contains("Заполните поле");
        assertThat(story.requests()).containsExactly("REQUESTED");
    }

    @Test
    void twoWhoAnswerAtOnceGiveOneAnswer() throws Exception {
        story.asked();
        var task = story.to.task("UserTask_AnswerRequest");
        try (var both = new Both()) {
            var answers = both.run(() -> story.to
                    .post(
                            story.to.deputy,
                            TransferStory.ANSWER,
                            "taskId",
                            task,
                            "decision",
                            "ACCEPT",
                            "classId",
                            story.toClass.toString())
                    .getResponse()
                    .getStatus());
            assertThat(answers).contains(302).allMatch(status -> status == 302 || status == 200 || status == 409);
            assertThat(answers.stream().filter(status -> status == 302)).hasSize(1);
        }
        assertThat(story.requests()).containsExactly("ACCEPTED");
    }

    private void refused(String field, String value, String fault) {
        assertThat(story.start("OTHER_CLASS", with(field, value)))
                .hasStatusOk()
                .bodyText()
                .contains(fault);
    }

    private String[] with(String field, String value) {
        return field.equals("toClassId")
                ? new String[] {field, value}
                : new String[] {"toClassId", story.otherClass.toString(), field, value};
    }

    /** Two who do the same at the same moment. */
    private static final class Both implements AutoCloseable {
        private final ExecutorService threads = Executors.newFixedThreadPool(2);

        List<Integer> run(Callable<Integer> act) throws Exception {
            var answers = new ArrayList<Integer>();
            for (var future :
                    threads.invokeAll(IntStream.range(0, 2).mapToObj(i -> act).toList())) answers.add(future.get());
            return answers;
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
