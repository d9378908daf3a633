package school.chancery.yearclosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.platform.SchoolStory;

/** A year is closed through the forms, with the real orders, registers and walls. */
@ChanceryTest
class ClosingFormsIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private ClosingForms story;

    @BeforeEach
    void found() {
        story = new ClosingForms(context);
    }

    @Test
    void aYearIsClosedFromTheFirstCheckToTheSeal() {
        story.marked().applied();
        assertThat(story.stays(story.passed))
                .containsExactly(
                        "5А " + story.school.classes().yearStart() + " "
                                + story.nextStart().minusDays(1),
                        "6А " + story.nextStart() + " …");
        assertThat(story.book()).containsExactlyInAnyOrder("PROMOTION", "PROMOTION", "CONDITIONAL_PROMOTION");
        assertThat(story.yearState()).isEqualTo("CLOSED");
        assertThat(page(story.school.director, "UserTask_SealYear"))
                .contains("совпадает с планом")
                .doesNotContain("??");
        assertThat(story.seal()).hasStatusOk();
        assertThat(story.state()).isEqualTo("ACTIVE");
        assertThat(story.seal("reconciled", "true")).hasStatus3xxRedirection();
        assertThat(story.state()).isEqualTo("SEALED");
    }

    @Test
    void whatIsMissingIsNamedAndHoldsTheClosingUpUntilItIsMended() {
        story.started();
        var page = page(story.school.deputy, "UserTask_ResolveFindings");
        assertThat(page).contains("Нет годовой отметки", "Учеников", "/journal/marks/" + story.fifth);
        story.marked();
        story.recheck();
        story.checked();
        assertThat(story.school.isOpen("UserTask_ResolveFindings")).isFalse();
        assertThat(story.school.job("ServiceTask_OpenClasses")).isNotNull();
    }

    @Test
    void whatNeedsAReasonIsExplainedOnThePage() {
        story.marked();
        var absent = story.school.classes().pupil(story.school.classes().person("Безклассов", story.nextStart()));
        story.started();
        var finding = story.school
                .rows()
                .sql(
                        "select id from yearclosing.findings where closing_id = ? and severity = 'EXPLAIN' and pupil_id = ?")
                .params(story.closing(), absent)
                .query(UUID.class)
                .single();
        assertThat(body(explain(finding.toString(), " "))).contains("errors-title");
        assertThat(body(explain(UUID.randomUUID().toString(), "Обучается на дому")))
                .contains("errors-title");
        assertThat(explain("not-an-id", "Обучается на дому")).hasStatusOk();
        assertThat(body(explain(finding.toString(), "Обучается на дому"))).contains("Объяснено: 1");
        story.recheck();
        story.checked();
        assertThat(story.school.job("ServiceTask_OpenClasses")).isNotNull();
    }

    @Test
    void aClosingBegunTooEarlyIsGivenUpWithAReason() {
        story.started();
        assertThat(body(story.submit(
                        story.school.director, "UserTask_ResolveFindings", "resolve-findings", "decision", "ABANDON")))
                .contains("reason-error");
        story.submit(
                story.school.director,
                "UserTask_ResolveFindings",
                "resolve-findings",
                "decision",
                "ABANDON",
                "reason",
                SchoolStory.REASON);
        story.school.run("ServiceTask_AbandonClosing");
        assertThat(story.state()).isEqualTo("ABANDONED");
        assertThat(story.yearState()).isEqualTo("OPEN");
        assertThat(story.start(story.school.deputy)).hasStatus3xxRedirection();
    }

    @Test
    void aYearIsBegunOnceAndOnlyByWhoeverTheSchoolHasSettled() {
        assertThat(story.start(story.school.secretary)).hasStatus(403);
        assertThat(body(story.school.post(story.school.director, ClosingForms.YEAR + "start", "schoolYearId", "x")))
                .contains("field-schoolYearId", "errors-title");
        story.start(story.school.director);
        assertThat(body(story.start(story.school.deputy))).contains("schoolYearId-error");
    }

    @Test
    void theClassTeacherSeesTheClassAndOnlyThisClass() {
        story.marked().started().opened();
        var tasks = story.open("UserTask_ProposeOutcomes");
        assertThat(tasks).hasSize(2);
        var seen = tasks.stream()
                .map(task -> story.school.get(
                        story.classTeacher, ClosingForms.CLASS + "propose-outcomes", "taskId", task.getId()))
                .map(answer -> answer.getResponse().getStatus())
                .toList();
        assertThat(seen).containsExactlyInAnyOrder(200, 404);
        assertThat(tasks.stream()
                        .map(task -> story.school.get(
                                story.school.teacher, ClosingForms.CLASS + "propose-outcomes", "taskId", task.getId()))
                        .map(answer -> answer.getResponse().getStatus()))
                .containsOnly(404);
    }

    @Test
    void anOutcomeThatTheLawForbidsIsRefusedAtItsRow() {
        story.marked().started().opened();
        var task = story.open("UserTask_ProposeOutcomes").stream()
                .map(each -> each.getId())
                .filter(id -> story.school
                                .get(story.classTeacher, ClosingForms.CLASS + "propose-outcomes", "taskId", id)
                                .getResponse()
                                .getStatus()
                        == 200)
                .findFirst()
                .orElseThrow();
        assertThat(body(save(task, "outcome", "PROMOTED"))).contains("errors-title");
        assertThat(body(save(task, "outcome", "NONSENSE"))).contains("errors-title");
        assertThat(save(task)).hasStatusOk();
        assertThat(body(save(task, "outcome", "CONDITIONAL"))).doesNotContain("errors-title");
    }

    @Test
    void whatTheDeputyGivesBackShowsTheRemark() {
        story.marked().started().opened();
        for (var task : story.open("UserTask_ProposeOutcomes"))
            story.school.post(story.school.deputy, ClosingForms.CLASS + "propose-outcomes", "taskId", task.getId());
        var task = story.open("UserTask_ReviewOutcomes").get(0).getId();
        var path = ClosingForms.CLASS + "review-outcomes";
        assertThat(body(story.school.post(story.school.deputy, path, "taskId", task, "decision", "RETURN")))
                .contains("remark-error");
        story.school.post(
                story.school.deputy, path, "taskId", task, "decision", "RETURN", "remark", SchoolStory.REASON);
        var again = story.open("UserTask_ProposeOutcomes").get(0).getId();
        assertThat(body(story.school.get(
                        story.school.deputy, "/yearclosing/close-class/propose-outcomes", "taskId", again)))
                .contains(SchoolStory.REASON);
        assertThat(story.school.post(story.school.deputy, path, "taskId", task, "decision", "ACCEPT"))
                .hasStatus(409);
    }

    @Test
    void theMinutesAreCheckedFieldByField() {
        story.marked().started().opened().classesClosed();
        assertThat(body(story.council("heldOn", "2001-01-01"))).contains("field-heldOn");
        assertThat(body(story.council("graduatesLastOn", "2101-01-01"))).contains("field-graduatesLastOn");
        assertThat(body(story.council("number", "  "))).contains("field-number");
        assertThat(story.state()).isEqualTo("CLASSES");
        assertThat(story.council()).hasStatus3xxRedirection();
        assertThat(page(story.school.deputy, "UserTask_ApproveNextClasses")).contains("6А", "11Б");
    }

    @Test
    void twoPersonsConfirmOneAndTheSamePlan() {
        story.marked().planned();
        assertThat(page(story.school.director, "UserTask_ConfirmClosing")).contains("переведён условно", "сходится");
        assertThat(body(story.confirm(story.school.director, "NONSENSE"))).contains("errors-title");
        var director = story.school.director;
        assertThat(body(story.submit(
                        director,
                        "UserTask_ConfirmClosing",
                        "confirm-closing",
                        "decision",
                        "CONFIRM",
                        "hash",
                        "0".repeat(64))))
                .contains("errors-title");
        story.confirm(director, "CONFIRM");
        assertThat(story.countersign(director, "CONFIRM")).hasStatus(404);
        story.countersign(story.coordinator, "CONFIRM");
        assertThat(story.state()).isEqualTo("COUNTERSIGNED");
    }

    @Test
    void whoeverHasBothRolesConfirmsOnlyOnce() {
        story.marked().planned();
        story.alsoCoordinator(story.school.director);
        story.confirm(story.school.director, "CONFIRM");
        assertThat(body(story.countersign(story.school.director, "CONFIRM"))).contains("errors-title");
        assertThat(story.state()).isEqualTo("CONFIRMED");
    }

    @Test
    void aPlanGivenBackComesRoundByTheClasses() {
        story.marked().planned();
        story.confirm(story.school.director, "RETURN");
        assertThat(page(story.school.deputy, "UserTask_ResolveStalePlan")).contains(SchoolStory.REASON);
        assertThat(body(revise("CLASSES"))).contains("classes-error");
        revise("CLASSES", "classes", classClosing(story));
        story.opened().classesClosed();
        story.council();
        story.approve();
        story.school.run("ServiceTask_PrepareDryRun");
        assertThat(story.state()).isEqualTo("PLANNED");
    }

    @Test
    void aPupilWhoComesAfterTheConfirmationMakesThePlanStaleAndNothingIsApplied() {
        story.marked().confirmed().ordered("ServiceTask_DraftOrders", "SIGN");
        var newcomer = story.school.classes().pupilIn(story.fifth, "Новеньков");
        story.mark(newcomer);
        story.school.run("ServiceTask_ApplyOutcomes");
        assertThat(story.book()).isEmpty();
        assertThat(page(story.school.deputy, "UserTask_ResolveStalePlan")).contains("Новеньков", "уже изданы");
        revise("CLASSES", "classes", classClosing(story));
        story.ordered("ServiceTask_DraftCorrection", "SIGN");
        story.opened().classesClosed();
        story.council();
        story.approve();
        story.school.run("ServiceTask_PrepareDryRun");
        story.confirm(story.school.director, "CONFIRM");
        story.countersign(story.coordinator, "CONFIRM");
        story.ordered("ServiceTask_DraftOrders", "SIGN");
        story.school.run("ServiceTask_ApplyOutcomes");
        assertThat(story.state()).isEqualTo("APPLIED");
        assertThat(story.stays(newcomer)).hasSize(2);
    }

    @Test
    void aRejectedOrderLeavesEverythingAsItWas() {
        story.marked().confirmed().ordered("ServiceTask_DraftOrders", "REJECT");
        revise("ABANDON");
        story.school.run("ServiceTask_AbandonClosing");
        assertThat(story.state()).isEqualTo("ABANDONED");
        assertThat(story.yearState()).isEqualTo("OPEN");
        assertThat(story.book()).isEmpty();
    }

    @Test
    void aClosingIsUndoneByAnOrderAndMayBeDoneAgain() {
        story.marked().applied();
        var undo = "/yearclosing/" + story.closing() + "/undo";
        assertThat(story.school.get(story.school.deputy, undo)).hasStatus(403);
        assertThat(body(story.school.post(story.school.director, undo, "reason", " ")))
                .contains("field-reason");
        assertThat(story.school.post(story.school.director, undo, "reason", SchoolStory.REASON))
                .hasStatus3xxRedirection();
        assertThat(story.school.post(story.school.director, undo, "reason", SchoolStory.REASON))
                .hasStatus3xxRedirection();
        story.school.deliverFacts();
        assertThat(story.school.isOpen("UserTask_SealYear")).isFalse();
        assertThat(body(story.school.post(story.school.director, undo, "reason", SchoolStory.REASON)))
                .contains("Отмена уже запрошена");
        story.ordered("ServiceTask_DraftUndo", "SIGN");
        story.school.run("ServiceTask_UndoClosing");
        assertThat(story.state()).isEqualTo("UNDONE");
        assertThat(story.yearState()).isEqualTo("OPEN");
        assertThat(story.stays(story.passed))
                .containsExactly("5А " + story.school.classes().yearStart() + " …");
        assertThat(story.start(story.school.director)).hasStatus3xxRedirection();
    }

    @Test
    void anUndoThatIsRejectedLeavesTheYearToBeSealedAndMayBeAskedForAgain() {
        story.marked().applied();
        var undo = "/yearclosing/" + story.closing() + "/undo";
        story.school.post(story.school.director, undo, "reason", SchoolStory.REASON);
        story.school.post(story.school.director, undo, "reason", SchoolStory.REASON);
        story.school.deliverFacts();
        story.ordered("ServiceTask_DraftUndo", "REJECT");
        story.school.deliverFacts();
        assertThat(story.school.isOpen("UserTask_SealYear")).isTrue();
        assertThat(story.state()).isEqualTo("ACTIVE");
        story.school.post(story.school.director, undo, "reason", SchoolStory.REASON);
        story.school.deliverFacts();
        story.ordered("ServiceTask_DraftUndo", "SIGN");
        story.school.run("ServiceTask_UndoClosing");
        assertThat(story.state()).isEqualTo("UNDONE");
    }

    @Test
    void theDistrictSeesWhereItsSchoolsStandAndNoName() {
        story.marked().planned();
        var specialist = story.school.specialist;
        var overview = body(story.school.get(specialist, story.school.office, "/yearclosing"));
        assertThat(overview).contains(story.school.school.shortName(), "план ждёт подтверждения", "2 / 2");
        var board = body(story.school.get(specialist, story.school.office, "/yearclosing/" + story.closing()));
        assertThat(board).contains("5А", "переведён условно").doesNotContain("Учеников");
        assertThat(story.school.get(specialist, story.school.office, "/yearclosing/" + story.closing() + "/plan"))
                .hasStatus(403);
    }

    @Test
    void anotherSchoolSeesNothingOfIt() {
        story.marked().planned();
        var other = new SchoolStory(context, story.school);
        for (var page : List.of("", "/plan", "/reconciliation", "/undo"))
            assertThat(other.get(other.director, "/yearclosing/" + story.closing() + page))
                    .hasStatus(404);
        assertThat(body(other.get(other.director, "/yearclosing"))).contains("Ещё ни один год не закрывали");
        assertThat(story.school.get(story.school.teacher, "/yearclosing")).hasStatus(403);
    }

    @Test
    void everyPageOfAClosingOpensWithItsTexts() {
        story.marked().applied();
        var closing = "/yearclosing/" + story.closing();
        for (var page : List.of(
                "/yearclosing",
                closing,
                closing + "/plan",
                closing + "/plan?outcome=CONDITIONAL",
                closing + "/plan?outcome=x&page=-3",
                closing + "/reconciliation",
                closing + "/undo",
                closing + "/classes/" + classClosing(story)))
            assertThat(body(story.school.get(story.school.director, page)))
                    .as(page)
                    .doesNotContain("??");
        assertThat(body(story.school.get(story.school.director, closing + "/plan", "outcome", "CONDITIONAL")))
                .contains("переведён условно", "6А");
    }

    private static String classClosing(ClosingForms story) {
        return story.school
                .rows()
                .sql("select id::text from yearclosing.class_closings where closing_id = ? and class_id = ?")
                .params(story.closing(), story.fifth)
                .query(String.class)
                .single();
    }

    private MvcTestResult revise(String revision, String... more) {
        var values = new ArrayList<>(List.of("revision", revision, "reason", SchoolStory.REASON));
        values.addAll(List.of(more));
        return story.submit(
                story.school.deputy, "UserTask_ResolveStalePlan", "resolve-stale-plan", values.toArray(String[]::new));
    }

    private MvcTestResult explain(String finding, String text) {
        return story.submit(
                story.school.deputy,
                "UserTask_ResolveFindings",
                "resolve-findings/explain",
                "findingId",
                finding,
                "explanation",
                text);
    }

    private MvcTestResult save(String task, String... more) {
        var values = new ArrayList<>(List.of("taskId", task, "pupilId", story.owing.toString()));
        values.addAll(List.of(more));
        return story.school.post(
                story.classTeacher, ClosingForms.CLASS + "propose-outcomes/outcome", values.toArray(String[]::new));
    }

    private String page(SchoolStory.Employee who, String element) {
        var redirected = story.school.get(who, "/tasks/" + story.school.task(element));
        var target = redirected.getResponse().getRedirectedUrl();
        return body(target == null ? redirected : story.school.get(who, target));
    }

    private static String body(MvcTestResult answer) {
        assertThat(answer.getResponse().getStatus()).isIn(200, 302);
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
