package school.chancery.students;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.TestClock;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.platform.SchoolStory;
import school.chancery.students.domain.TransferEffects;

/** Transfers through the forms, with the real orders, registers and walls; both schools in one test. */
@ChanceryTest
class TransfersIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private TestClock clock;

    private TransferStory story;

    @BeforeEach
    void found() {
        story = new TransferStory(context);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void aPupilMovesToAnotherClassByASignedOrderAndOnlyByIt() {
        assertThat(story.start("OTHER_CLASS", "toClassId", story.otherClass.toString()))
                .hasStatus3xxRedirection();
        story.from.run("ServiceTask_DraftOrder");
        assertThat(story.stays()).hasSize(1);
        story.from.sign("SIGN");
        assertThat(story.stays()).hasSize(1);
        story.from.run("ServiceTask_MoveToClass");
        assertThat(story.stays())
                .containsExactly(
                        "6А " + story.from.classes().yearStart() + " " + story.today,
                        "6Б " + story.today.plusDays(1) + " …");
        assertThat(story.book(story.from)).containsExactly("1 CLASS_CHANGE " + story.today.plusDays(1) + " true");
        assertThat(story.state()).isEqualTo("MOVED");
    }

    @Test
    void aRejectedOrderLeavesThePupilWhereItIs() {
        story.start("OTHER_CLASS", "toClassId", story.otherClass.toString());
        story.from.run("ServiceTask_DraftOrder");
        story.from.sign("REJECT");
        story.from.run("ServiceTask_DropTransfer");
        assertThat(story.state()).isEqualTo("DROPPED");
        assertThat(story.stays()).hasSize(1);
        assertThat(story.book(story.from)).isEmpty();
        assertThat(story.start("OTHER_CLASS", "toClassId", story.otherClass.toString()))
                .hasStatus3xxRedirection();
    }

    @Test
    void aPupilLeavesOneSchoolAndArrivesAtAnotherEachByItsOrder() {
        story.arrived();
        assertThat(story.stays())
                .containsExactly(
                        "6А " + story.from.classes().yearStart() + " " + story.today,
                        "6В " + story.today.plusDays(1) + " …");
        assertThat(story.book(story.from)).containsExactly("1 WITHDRAWAL " + story.today.plusDays(1) + " true");
        assertThat(story.book(story.to)).containsExactly("1 ARRIVAL " + story.today.plusDays(1) + " true");
        assertThat(story.state()).isEqualTo("ARRIVED");
        assertThat(story.requests()).containsExactly("ENROLLED");
        assertThat(story.from.isOpen("UserTask_RecordNotice")).isFalse();
        assertThat(story.from.submit(
                        story.from.secretary,
                        "UserTask_HandOverFile",
                        "/students/transfer-student/hand-over-file",
                        "handedOn",
                        story.today.toString(),
                        "handedTo",
                        "Канарейкина Мария Ивановна"))
                .hasStatus3xxRedirection();
        assertThat(story.from.isOpen("UserTask_HandOverFile")).isFalse();
        assertThat(guardiansIn(story.to)).isEqualTo(1);
    }

    @Test
    void theOrderOfWithdrawalIsDueThreeDaysAfterTheApplicationAndCannotBeRejected() {
        story.accepted();
        story.from.run("ServiceTask_FreezeOriginal");
        var task = story.from.task("UserTask_SignOrder");
        assertThat(story.from
                        .rows()
                        .sql(
                                "select (due_at at time zone 'Europe/Samara')::date::text from workflow.deadlines where task_id = ?")
                        .param(task)
                        .query(String.class)
                        .single())
                .satisfies(due -> assertThat(LocalDate.parse(due)).isBeforeOrEqualTo(story.today.plusDays(3)));
        story.from.submit(
                story.from.director,
                "UserTask_SignOrder",
                "/orders/issue-order/sign-order",
                "decision",
                "REJECT",
                "remark",
                SchoolStory.REASON);
        assertThat(story.from.isOpen("UserTask_SignOrder")).isTrue();
        assertThat(story.state()).isEqualTo("REQUESTED");
    }

    @Test
    void whenThePlaceIsRefusedTheDistrictFindsAnotherSchool() {
        var third = new SchoolStory(context, story.from);
        story.asked();
        assertThat(story.answer("decision", "REFUSE")).bodyText().contains("Заполните поле");
        assertThat(story.answer("decision", "REFUSE", "reason", "Параллель заполнена"))
                .hasStatus3xxRedirection();
        story.from.run("ServiceTask_TakeAnswer");
        story.from.run("ServiceTask_AskDistrict");
        story.from.deliverFacts();
        assertThat(find(
                        "decision",
                        "FOUND",
                        "foundOrganizationId",
                        story.to.school.id().toString()))
                .bodyText()
                .contains("Выберите школу из списка");
        assertThat(find(
                        "decision",
                        "FOUND",
                        "foundOrganizationId",
                        third.school.id().toString()))
                .hasStatus3xxRedirection();
        story.from.deliverFacts();
        story.from.run("ServiceTask_RequestPlace");
        story.from.deliverFacts();
        assertThat(third.isOpen("UserTask_AnswerRequest")).isTrue();
        assertThat(story.requests()).containsExactly("REFUSED", "REQUESTED");
    }

    @Test
    void theDistrictIsOfferedNoSchoolThatHasRefusedInThisCase() {
        var third = new SchoolStory(context, story.from);
        var fourth = new SchoolStory(context, story.from);
        refusedBy(story.to);
        find("decision", "FOUND", "foundOrganizationId", third.school.id().toString());
        story.from.deliverFacts();
        story.from.run("ServiceTask_RequestPlace");
        story.from.deliverFacts();
        third.submit(
                third.deputy,
                "UserTask_AnswerRequest",
                TransferStory.ANSWER,
                "decision",
                "REFUSE",
                "reason",
                "Параллель заполнена");
        story.from.deliverFacts();
        story.from.run("ServiceTask_TakeAnswer");
        story.from.run("ServiceTask_AskDistrict");
        story.from.deliverFacts();
        var form = story.from.get(
                story.from.specialist,
                story.from.office,
                TransferStory.FIND,
                "taskId",
                officeTask("UserTask_FindPlace"));
        assertThat(form)
                .hasStatusOk()
                .bodyText()
                .contains("value=\"" + fourth.school.id())
                .contains(story.to.school.shortName(), third.school.shortName())
                .doesNotContain("value=\"" + story.to.school.id(), "value=\"" + third.school.id());
        assertThat(find(
                        "decision",
                        "FOUND",
                        "foundOrganizationId",
                        story.to.school.id().toString()))
                .bodyText()
                .contains("Выберите школу из списка");
    }

    @Test
    void inSummerAPupilMayAskForAClassOfTheComingYear() {
        clock.set(story.from
                .classes()
                .yearStart()
                .plusYears(1)
                .minusDays(40)
                .atTime(12, 0)
                .toInstant(java.time.ZoneOffset.UTC));
        var coming = story.from.classes().next();
        var own = coming.open(7, "А", 25);
        var other = coming.open(7, "Б", 25);
        coming.enrol(story.pupil, own, coming.yearStart(), null, 1);
        var form = story.from.get(story.from.secretary, TransferStory.START, "pupilId", story.pupil.toString());
        assertThat(form)
                .hasStatusOk()
                .bodyText()
                .contains("value=\"" + other, "value=\"" + story.otherClass)
                .doesNotContain("value=\"" + own);
        assertThat(story.start(
                        "OTHER_CLASS",
                        "toClassId",
                        other.toString(),
                        "appliedOn",
                        story.from.today().toString(),
                        "effectiveOn",
                        coming.yearStart().plusDays(1).toString()))
                .hasStatus3xxRedirection();
        assertThat(story.state()).isEqualTo("REQUESTED");
    }

    @Test
    void whenTheDistrictFindsNoSchoolTheTransferEndsWithoutAnOrder() {
        story.asked();
        story.answer("decision", "REFUSE", "reason", "Параллель заполнена");
        story.from.run("ServiceTask_TakeAnswer");
        story.from.run("ServiceTask_AskDistrict");
        story.from.deliverFacts();
        assertThat(find("decision", "NONE", "reason", "Мест в округе нет")).hasStatus3xxRedirection();
        story.from.deliverFacts();
        story.from.run("ServiceTask_DropTransfer");
        assertThat(story.state()).isEqualTo("DROPPED");
        assertThat(dropReason()).isEqualTo("NO_SCHOOL");
        assertThat(story.stays()).hasSize(1);
    }

    @Test
    void whoKeepsSilentIsAskedNoMoreAndTheDistrictIs() {
        story.asked();
        var task = story.to.task("UserTask_AnswerRequest");
        try {
            clock.advance(Duration.ofDays(12));
            story.from.run("CatchEvent_AnswerOverdue");
            story.from.run("ServiceTask_TakeAnswer");
            story.from.run("ServiceTask_AskDistrict");
            story.from.deliverFacts();
        } finally {
            clock.reset();
        }
        assertThat(story.requests()).containsExactly("EXPIRED");
        assertThat(story.to.isOpen("UserTask_AnswerRequest")).isFalse();
        assertThat(story.to.post(
                        story.to.deputy,
                        TransferStory.ANSWER,
                        "taskId",
                        task,
                        "decision",
                        "ACCEPT",
                        "classId",
                        story.toClass.toString()))
                .hasStatus(409);
        assertThat(officeHas("UserTask_FindPlace")).isTrue();
    }

    @Test
    void theParentsTakeTheApplicationBackAndBothSidesEnd() {
        story.accepted();
        story.from.run("ServiceTask_FreezeOriginal");
        assertThat(withdraw(" ")).hasStatus3xxRedirection();
        assertThat(story.from.isOpen("UserTask_SignOrder")).isTrue();
        withdraw("Переезд отложен");
        story.from.deliverFacts();
        assertThat(story.from.isOpen("UserTask_SignOrder")).isFalse();
        story.from.run("ServiceTask_DropTransfer");
        story.from.deliverFacts();
        assertThat(story.state()).isEqualTo("DROPPED");
        assertThat(dropReason()).isEqualTo("WITHDRAWN");
        assertThat(story.requests()).containsExactly("WITHDRAWN");
        assertThat(running("receive-student")).isZero();
        assertThat(story.stays()).hasSize(1);
        assertThat(story.from
                        .rows()
                        .sql("select status from orders.orders where caused_by = ?")
                        .param(story.transfer())
                        .query(String.class)
                        .single())
                .isEqualTo("REJECTED");
    }

    @Test
    void anApplicationTakenBackAfterTheSignatureComesTooLate() {
        story.accepted();
        story.from.sign("SIGN");
        withdraw("Передумали");
        story.from.deliverFacts();
        story.from.run("ServiceTask_WithdrawStudent");
        assertThat(story.state()).isEqualTo("LEFT");
        withdraw("Передумали ещё раз");
        assertThat(story.state()).isEqualTo("LEFT");
    }

    @Test
    void whoHasLeftAndNotArrivedStandsOnTheListOfBothSchoolsAndTheDistrict() {
        story.left();
        clock.advance(Duration.ofDays(1));
        try {
            assertThat(missing(story.from)).contains("Переводов", story.to.school.shortName());
            assertThat(missing(story.to)).contains("Переводов", story.from.school.shortName());
            assertThat(story.from.get(story.from.specialist, story.from.office, "/students/transfers/missing"))
                    .hasStatusOk()
                    .bodyText()
                    .contains(story.from.school.shortName())
                    .doesNotContain("Переводов");
            story.receive();
            story.to.run("ServiceTask_DraftOrder");
            story.to.sign("SIGN");
            story.to.run("ServiceTask_EnrollStudent");
            story.to.run("SendTask_NotifySendingSchool");
            assertThat(missing(story.from)).doesNotContain("Переводов");
            assertThat(missing(story.to)).doesNotContain("Переводов");
        } finally {
            clock.reset();
        }
    }

    @Test
    void aNoticeOnPaperClosesATransferToASchoolOutside() {
        story.start("OUTSIDE_SCHOOL", "receivingName", "ГБОУ «Школа № 1»");
        story.from.run("ServiceTask_DraftOrder");
        story.from.sign("SIGN");
        story.from.run("ServiceTask_WithdrawStudent");
        assertThat(notice("noticeOn", story.today.plusDays(1).toString()))
                .bodyText()
                .contains("ещё не наступила");
        assertThat(notice("channel", "SYSTEM")).bodyText().contains("Заполните поле");
        assertThat(notice()).hasStatus3xxRedirection();
        assertThat(story.state()).isEqualTo("ARRIVED");
        assertThat(story.from
                        .rows()
                        .sql("select to_organization from students.movements where pupil_id = ?")
                        .param(story.pupil)
                        .query(String.class)
                        .single())
                .isEqualTo("ГБОУ «Школа № 1»");
    }

    @Test
    void whoMovesAwayNamesThePlaceAndTheRegion() {
        assertThat(story.start("MOVING_AWAY", "settlement", "г. Тверь"))
                .bodyText()
                .contains("Заполните поле");
        story.start("MOVING_AWAY", "settlement", "г. Тверь", "region", "Тверская область");
        story.from.run("ServiceTask_DraftOrder");
        story.from.sign("SIGN");
        story.from.run("ServiceTask_WithdrawStudent");
        assertThat(story.book(story.from)).containsExactly("1 DEPARTURE " + story.today.plusDays(1) + " true");
        assertThat(story.from
                        .rows()
                        .sql("select body from orders.orders where caused_by = ?")
                        .param(story.transfer())
                        .query(String.class)
                        .single())
                .contains("г. Тверь, Тверская область");
        assertThat(story.from
                        .rows()
                        .sql(
                                "select distinct text_ from engine.act_hi_varinst where name_ = 'caseLabel' and text_ like '%ереезд%'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(label -> label.contains("Твер"));
    }

    @Test
    void stepsRunAgainChangeNothing() {
        story.left();
        var stays = story.stays();
        var effects = context.getBean(TransferEffects.class);
        var order = story.from
                .rows()
                .sql("select order_id from students.transfers where id = ?")
                .param(story.transfer())
                .query(UUID.class)
                .single();
        Acting.as(Actor.PRODUCT, () -> effects.withdraw(story.transfer(), order));
        assertThat(story.stays()).isEqualTo(stays);
        assertThat(story.book(story.from)).hasSize(1);
    }

    private void refusedBy(SchoolStory school) {
        story.asked();
        school.submit(
                school.deputy,
                "UserTask_AnswerRequest",
                TransferStory.ANSWER,
                "decision",
                "REFUSE",
                "reason",
                "Параллель заполнена");
        story.from.deliverFacts();
        story.from.run("ServiceTask_TakeAnswer");
        story.from.run("ServiceTask_AskDistrict");
        story.from.deliverFacts();
    }

    private MvcTestResult find(String... parameters) {
        var all = new ArrayList<>(List.of("taskId", officeTask("UserTask_FindPlace")));
        all.addAll(List.of(parameters));
        return story.from.post(
                story.from.specialist, story.from.office, TransferStory.FIND, all.toArray(String[]::new));
    }

    private MvcTestResult notice(String... more) {
        var parameters = new ArrayList<>(List.of(
                "channel", "HAND",
                "noticeFrom", "ГБОУ «Школа № 1»",
                "noticeNumber", "15-д",
                "noticeOn", story.today.toString()));
        for (var i = 0; i < more.length; i += 2) parameters.set(parameters.indexOf(more[i]) + 1, more[i + 1]);
        return story.from.submit(
                story.from.secretary,
                "UserTask_RecordNotice",
                "/students/transfer-student/record-notice",
                parameters.toArray(String[]::new));
    }

    private MvcTestResult withdraw(String reason) {
        return story.from.post(
                story.from.secretary, "/students/transfers/" + story.transfer() + "/withdraw", "reason", reason);
    }

    private String missing(SchoolStory school) {
        return new String(
                school.get(school.secretary, "/students/transfers/missing")
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private String dropReason() {
        return story.from
                .rows()
                .sql("select drop_reason from students.transfers where id = ?")
                .param(story.transfer())
                .query(String.class)
                .single();
    }

    private int guardiansIn(SchoolStory school) {
        return school.rows()
                .sql("select count(*) from people.guardians where organization_id = ? and pupil_id in"
                        + " (select pupil_id from students.place_requests where transfer_id = ?)")
                .params(school.school.id(), story.transfer())
                .query(Integer.class)
                .single();
    }

    private int running(String processKey) {
        return story.from
                .rows()
                .sql(
                        "select count(*) from workflow.cases c join engine.act_ru_execution e on e.id_ = c.process_instance_id"
                                + " where c.process_key = ? and c.organization_id = ?")
                .params(processKey, story.to.school.id())
                .query(Integer.class)
                .single();
    }

    private boolean officeHas(String element) {
        return !officeTasks(element).isEmpty();
    }

    private String officeTask(String element) {
        return officeTasks(element).get(0);
    }

    private List<String> officeTasks(String element) {
        return story.from
                .rows()
                .sql("select id_ from engine.act_ru_task where task_def_key_ = ? and tenant_id_ = ?")
                .params(element, story.from.office.code())
                .query(String.class)
                .list();
    }
}
