package school.chancery.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.documents.domain.TestSigner;
import school.chancery.identity.Ground;
import school.chancery.identity.Role;
import school.chancery.identity.RoleGrant;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.orders.OrderStory;
import school.chancery.orders.OrderStory.Office;
import school.chancery.orders.OrderStory.School;

@ChanceryTest
@Import(OrderStory.class)
class SignOrderControllerTests {
    private static final String FORM = "/orders/issue-order/sign-order";

    @Autowired
    private Office office;

    private School school;
    private UUID order;

    @BeforeEach
    void open() {
        school = office.school();
        order = school.begin("general");
    }

    @Test
    void showsTheOriginalAndItsHashBeforeTheDecision() {
        school.prepare(order);
        var page = school.page(school.director(), FORM + "?taskId=" + task());
        var row = school.order(order);
        assertThat(page.select("a[href*=" + row.get("original_id") + "]")).hasSize(1);
        assertThat(page.text()).contains(row.get("original_sha256").toString(), "О дежурстве в столовой");
        assertThat(page.select("input[name=decision]").eachAttr("value")).containsExactly("SIGN", "RETURN", "REJECT");
        assertThat(school.get(school.director(), "/documents/" + row.get("original_id")))
                .hasStatusOk();
    }

    @Test
    void showsTheNumberRightAfterSigning() {
        school.prepare(order);
        var signed = school.sign(order);
        assertThat(signed).hasStatus3xxRedirection().hasRedirectedUrl("/orders/" + order + "/signed");
        assertThat(school.page(school.director(), "/orders/" + order + "/signed")
                        .text())
                .contains("1-О");
    }

    @Test
    void recordsWhoSignedWhenWhereAndWhatWasAgreed() {
        school.prepare(order);
        school.sign(order);
        var signature = school.rows().queryForMap("select * from orders.signatures where order_id = ?", order);
        assertThat(signature)
                .containsEntry("kind", "SIMPLE")
                .containsEntry("state", "ACCEPTED")
                .containsEntry("signer_account_id", school.director().id())
                .containsEntry("signer_name", school.director().name())
                .containsEntry("signer_position", "Директор")
                .containsEntry("address", "127.0.0.1")
                .containsEntry("original_sha256", school.order(order).get("original_sha256"));
        assertThat(signature.get("agreement").toString()).contains("простой электронной подписью");
    }

    @Test
    void refusesAWrongPasswordAndChangesNothing() {
        school.prepare(order);
        var answer = sign("password", "не тот пароль");
        assertThat(error(answer, "password")).contains("Пароль неверен");
        assertThat(school.order(order)).containsEntry("status", "FROZEN");
        assertThat(signatures()).isZero();
        assertThat(task()).isNotNull();
    }

    @Test
    void stopsListeningToManyWrongPasswords() {
        school.prepare(order);
        var answer = sign("password", "не тот");
        for (var tries = 0; tries < 30 && !error(answer, "password").contains("Слишком много"); tries++) {
            answer = sign("password", "не тот " + tries);
        }
        assertThat(error(answer, "password")).contains("Слишком много неверных паролей");
        assertThat(error(sign("password", TestPeople.PASSWORD), "password")).isNotEmpty();
        assertThat(school.order(order)).containsEntry("status", "FROZEN");
    }

    @Test
    void asksForADecisionAndForThePassword() {
        school.prepare(order);
        assertThat(error(post("password", TestPeople.PASSWORD), "decision")).contains("Выберите решение");
        assertThat(error(post("decision", "SIGN"), "password")).contains("Введите пароль");
        assertThat(error(post("decision", "BURN"), "decision")).isNotEmpty();
        assertThat(school.order(order)).containsEntry("status", "FROZEN");
    }

    @Test
    void returnsWithARemarkThatItsWriterSees() {
        school.prepare(order);
        assertThat(error(post("decision", "RETURN"), "remark")).contains("Напишите замечание");
        assertThat(error(post("decision", "RETURN", "remark", "я".repeat(2001)), "remark"))
                .isNotEmpty();
        assertThat(post("decision", "RETURN", "remark", "Уточните дату")).hasStatus3xxRedirection();
        var page = school.page(
                school.deputy(),
                "/orders/issue-order/prepare-order?taskId=" + school.task(order, "UserTask_PrepareOrder"));
        assertThat(page.text()).contains("Уточните дату");
        assertThat(school.order(order)).containsEntry("status", "DRAFT").containsEntry("original_id", null);
    }

    @Test
    void aDraftDoesNotComeBackToItsWriterWhoLostTheRole() {
        school.prepare(order);
        var writer = school.deputy();
        school.people().grant(writer, school.organization(), Role.TEACHER);
        school.people().end(writer, school.organization(), Role.DEPUTY, LocalDate.now());
        assertThat(post("decision", "RETURN", "remark", "Уточните дату")).hasStatus3xxRedirection();
        var returned = "/orders/issue-order/prepare-order?taskId=" + school.task(order, "UserTask_PrepareOrder");
        assertThat(school.get(writer, returned)).hasStatus(404);
        assertThat(school.get(school.secretary(), returned)).hasStatusOk();
    }

    @Test
    void theOriginalOfAReturnedOrderStaysWithTheOffice() {
        school.prepare(order);
        var former = "/documents/" + school.order(order).get("original_id");
        assertThat(post("decision", "RETURN", "remark", "Уточните дату")).hasStatus3xxRedirection();
        assertThat(school.get(school.secretary(), former)).hasStatusOk();
        assertThat(school.get(school.teacher(), former)).hasStatus(404);
    }

    @Test
    void rejectsWithAReason() {
        school.prepare(order);
        assertThat(error(post("decision", "REJECT", "remark", "  "), "remark")).contains("Напишите замечание");
        assertThat(post("decision", "REJECT", "remark", "Не требуется")).hasStatus3xxRedirection();
        assertThat(school.order(order))
                .containsEntry("status", "REJECTED")
                .containsEntry("rejection_reason", "Не требуется")
                .containsEntry("number", null);
    }

    @Test
    void cannotRejectWhatTheLawDemands() {
        school.rows()
                .update(
                        "update orders.orders set kind = 'student-withdrawal', series = 'MOVEMENT' where id = ?",
                        order);
        school.prepare(order);
        assertThat(school.page(school.director(), FORM + "?taskId=" + task())
                        .select("input[name=decision]")
                        .eachAttr("value"))
                .containsExactly("SIGN", "RETURN");
        assertThat(error(post("decision", "REJECT", "remark", "Не хочу"), "decision"))
                .contains("нельзя отклонить");
        assertThat(school.order(order)).containsEntry("status", "FROZEN");
        assertThat(school.sign(order)).hasStatus3xxRedirection();
        assertThat(school.order(order)).containsEntry("number", "1-Д");
    }

    @Test
    void signsWithADetachedSignatureOverTheOriginal() throws Exception {
        school.sets("general", "QUALIFIED");
        school.prepare(order);
        assertThat(error(post("decision", "SIGN"), "signature")).contains("приложите файл подписи");
        var file = file(signer().sign(original(order)));
        var checked =
                OrderStory.School.parsed(school.post(school.director(), FORM + "/signature", file, "taskId", task()));
        assertThat(checked.text()).contains("Проверенная подпись", "Школа № 7", "не проверялось");
        assertThat(school.order(order)).containsEntry("status", "FROZEN");
        assertThat(post("decision", "SIGN")).hasStatus3xxRedirection();
        assertThat(school.rows().queryForMap("select * from orders.signatures where order_id = ?", order))
                .containsEntry("kind", "QUALIFIED")
                .containsEntry("state", "ACCEPTED")
                .hasEntrySatisfying(
                        "holder", holder -> assertThat(holder.toString()).contains("Ветрова"));
    }

    @Test
    void refusesASignatureOverOtherBytes() throws Exception {
        school.sets("general", "QUALIFIED");
        school.prepare(order);
        var tampered = original(order);
        tampered[tampered.length / 2] ^= 1;
        var answer = school.post(
                school.director(), FORM, file(signer().sign(tampered)), "taskId", task(), "decision", "SIGN");
        assertThat(error(answer, "signature")).contains("под другим файлом");
        assertThat(error(
                        school.post(
                                school.director(),
                                FORM,
                                file("не подпись".getBytes()),
                                "taskId",
                                task(),
                                "decision",
                                "SIGN"),
                        "signature"))
                .isNotEmpty();
        assertThat(school.order(order)).containsEntry("status", "FROZEN");
        assertThat(signatures()).isZero();
    }

    @Test
    void voidsASignatureWhenTheOrderGetsAnotherOriginal() throws Exception {
        school.sets("general", "QUALIFIED");
        school.prepare(order);
        var before = file(signer().sign(original(order)));
        school.post(school.director(), FORM + "/signature", before, "taskId", task());
        post("decision", "RETURN", "remark", "Уточните дату");
        school.prepare(order, "body", "1. Дежурить иначе.");
        assertThat(error(post("decision", "SIGN"), "signature")).contains("приложите файл подписи");
        var again = school.post(school.director(), FORM, before, "taskId", task(), "decision", "SIGN");
        assertThat(error(again, "signature")).contains("под другим файлом");
        assertThat(school.rows()
                        .queryForObject("select state from orders.signatures where order_id = ?", String.class, order))
                .isEqualTo("VOID");
    }

    @Test
    void letsASubstituteSignForTheDirectorAndSaysSo() {
        var today = office.organizations().today(school.organization().id());
        var substitute = substitute(today);
        school.prepare(order);
        var answer =
                school.post(substitute, FORM, "taskId", task(), "decision", "SIGN", "password", TestPeople.PASSWORD);
        assertThat(answer).hasStatus3xxRedirection();
        assertThat(school.rows().queryForMap("select * from orders.signatures where order_id = ?", order))
                .containsEntry("signer_account_id", substitute.id())
                .hasEntrySatisfying(
                        "on_behalf_of",
                        said -> assertThat(said.toString())
                                .contains(school.director().name(), "по приказу № 5-К от 01.11.2026"))
                .hasEntrySatisfying(
                        "signer_position", said -> assertThat(said.toString()).contains("исполняющий"));
    }

    @Test
    void refusesASubstituteWhoseTimeIsOver() {
        var today = office.organizations().today(school.organization().id());
        var substitute = substitute(today.minusDays(1));
        school.prepare(order);
        var answer =
                school.post(substitute, FORM, "taskId", task(), "decision", "SIGN", "password", TestPeople.PASSWORD);
        assertThat(answer).hasStatus(404);
        assertThat(school.order(order)).containsEntry("status", "FROZEN");
    }

    @Test
    void isNobodyElsesTask() {
        school.prepare(order);
        for (var person : new TestPerson[] {school.deputy(), school.secretary(), school.teacher()}) {
            assertThat(school.get(person, FORM + "?taskId=" + task())).hasStatus(404);
            assertThat(school.post(person, FORM, "taskId", task(), "decision", "SIGN", "password", TestPeople.PASSWORD))
                    .hasStatus(404);
        }
        var other = office.school();
        assertThat(other.get(other.director(), FORM + "?taskId=" + task())).hasStatus(404);
        assertThat(school.get(school.director(), FORM + "?taskId=no-such-task")).hasStatus(404);
        assertThat(school.order(order)).containsEntry("status", "FROZEN");
    }

    @Test
    void answersASecondSignatureAsTooLate() {
        school.prepare(order);
        var task = task();
        school.sign(order);
        var again = school.post(
                school.director(), FORM, "taskId", task, "decision", "SIGN", "password", TestPeople.PASSWORD);
        assertThat(again).hasStatus(409);
        assertThat(school.get(school.director(), FORM + "?taskId=" + task)).hasStatus(409);
        assertThat(signatures()).isOne();
    }

    @Test
    void signsOnceWhenTheButtonIsPressedManyTimesAtOnce() throws Exception {
        school.prepare(order);
        var task = task();
        var start = new CountDownLatch(1);
        var workers = Executors.newFixedThreadPool(4);
        try {
            var answers = IntStream.range(0, 4)
                    .<Future<Integer>>mapToObj(i -> workers.submit(() -> {
                        start.await();
                        return school.post(
                                        school.director(),
                                        FORM,
                                        "taskId",
                                        task,
                                        "decision",
                                        "SIGN",
                                        "password",
                                        TestPeople.PASSWORD)
                                .getResponse()
                                .getStatus();
                    }))
                    .toList();
            start.countDown();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) statuses.add(answer.get());
            assertThat(statuses).containsOnlyOnce(302).allMatch(status -> status == 302 || status == 409);
        } finally {
            workers.shutdownNow();
        }
        assertThat(school.order(order)).containsEntry("number", "1-О");
        assertThat(school.rows()
                        .queryForObject(
                                "select last_sequence from orders.counters where organization_id = ?",
                                Integer.class,
                                school.organization().id()))
                .isOne();
    }

    private TestPerson substitute(LocalDate last) {
        var person = school.people().person(school.organization(), Role.TEACHER);
        school.people()
                .grant(new RoleGrant(
                        person.id(),
                        school.organization().id(),
                        Role.DIRECTOR,
                        last.minusDays(7),
                        last,
                        new Ground(Ground.Kind.ORDER, UUID.randomUUID(), "приказ № 5-К от 01.11.2026"),
                        school.director().id()));
        return person;
    }

    private static TestSigner signer() throws Exception {
        var now = Instant.now();
        return TestSigner.rsa(now.minus(Duration.ofDays(30)), now.plus(Duration.ofDays(300)))
                .at(now);
    }

    private byte[] original(UUID id) {
        return school.rows()
                .queryForObject(
                        "select bytes from documents.files where id = ?",
                        byte[].class,
                        school.order(id).get("original_id"));
    }

    private static MockMultipartFile file(byte[] bytes) {
        return new MockMultipartFile("signature", "приказ.sig", "application/octet-stream", bytes);
    }

    private int signatures() {
        return school.rows()
                .queryForObject("select count(*) from orders.signatures where order_id = ?", Integer.class, order);
    }

    private MvcTestResult sign(String... more) {
        return post("decision", "SIGN", more[0], more[1]);
    }

    private MvcTestResult post(String... more) {
        var parameters = new ArrayList<>(List.of("taskId", task()));
        parameters.addAll(List.of(more));
        return school.post(school.director(), FORM, parameters.toArray(String[]::new));
    }

    private static String error(MvcTestResult answer, String field) {
        assertThat(answer).hasStatusOk();
        return School.parsed(answer)
                .select("#field-" + field + " .error .message")
                .text();
    }

    private String task() {
        return school.task(order, "UserTask_SignOrder");
    }
}
