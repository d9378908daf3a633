package school.chancery.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.orders.OrderStory;
import school.chancery.orders.OrderStory.Office;
import school.chancery.orders.OrderStory.School;

@ChanceryTest
@Import(OrderStory.class)
class RecordPaperSignatureControllerTests {
    private static final String FORM = "/orders/issue-order/record-paper-signature";

    @Autowired
    private Office office;

    private School school;
    private UUID order;
    private LocalDate today;

    @BeforeEach
    void prepare() {
        school = office.school();
        school.sets("general", "PAPER");
        order = school.begin("general");
        school.prepare(order);
        today = office.organizations().today(school.organization().id());
    }

    @Test
    void asksTheSecretaryNotTheDirector() {
        assertThat(school.task(order, "UserTask_SignOrder")).isNull();
        var page = school.page(school.secretary(), FORM + "?taskId=" + task());
        assertThat(page.select("#signer option").eachAttr("value"))
                .containsExactly("", school.director().id().toString());
        assertThat(school.get(school.director(), FORM + "?taskId=" + task())).hasStatus(404);
    }

    @Test
    void numbersTheOrderByTheDateOnThePaperAndMarksIt() {
        var before = today.minusDays(4);
        assertThat(record(scan(), "signedOn", before.toString())).hasRedirectedUrl("/orders/" + order + "/signed");
        assertThat(school.order(order))
                .containsEntry("number", "1-О")
                .containsEntry("back_dated", true)
                .hasEntrySatisfying("registered_on", on -> assertThat(on).hasToString(before.toString()));
        assertThat(school.page(school.secretary(), "/orders/" + order).text())
                .contains("подписан позднее даты приказа");
        assertThat(school.page(school.secretary(), "/orders").text()).contains("подписан позднее даты приказа");
    }

    @Test
    void marksNothingWhenThePaperBearsTodaysDate() {
        record(scan());
        assertThat(school.order(order)).containsEntry("status", "REGISTERED").containsEntry("back_dated", false);
    }

    @Test
    void keepsTheScanWithTheSignature() {
        record(scan());
        var scan = school.rows()
                .queryForObject("select document_id from orders.signatures where order_id = ?", UUID.class, order);
        assertThat(school.get(school.secretary(), "/documents/" + scan)).hasStatusOk();
        assertThat(school.get(school.teacher(), "/documents/" + scan)).hasStatus(404);
    }

    @Test
    void saysWhatIsMissingOrWrong() {
        assertThat(error(record(null), "scan")).isNotEmpty();
        assertThat(error(record(new MockMultipartFile("scan", "x.pdf", "application/pdf", "текст".getBytes())), "scan"))
                .contains("не принимается");
        assertThat(error(record(scan(), "signedOn", ""), "signedOn")).contains("Укажите дату");
        assertThat(error(record(scan(), "signedOn", "вчера"), "signedOn")).isNotEmpty();
        assertThat(error(record(scan(), "signedOn", today.plusDays(1).toString()), "signedOn"))
                .contains("позднее сегодняшней");
        assertThat(error(record(scan(), "signer", ""), "signer")).contains("кто подписал");
        assertThat(error(record(scan(), "signer", school.deputy().id().toString()), "signer"))
                .contains("нет права");
        assertThat(error(record(scan(), "decision", ""), "decision")).isNotEmpty();
        assertThat(school.order(order)).containsEntry("status", "FROZEN");
    }

    @Test
    void recordsThatTheDirectorReturnedOrRejectedThePaper() {
        assertThat(error(record(null, "decision", "REJECT"), "remark")).contains("Напишите");
        assertThat(record(null, "decision", "RETURN", "remark", "Переписать")).hasStatus3xxRedirection();
        assertThat(school.order(order)).containsEntry("status", "DRAFT").containsEntry("remark", "Переписать");
    }

    @Test
    void answersASecondRecordAsTooLate() {
        var task = task();
        record(scan());
        assertThat(school.post(school.secretary(), FORM, scan(), "taskId", task, "decision", "SIGN"))
                .hasStatus(409);
    }

    private MvcTestResult record(MockMultipartFile scan, String... more) {
        var parameters = new ArrayList<>(List.of(
                "taskId", task(),
                "decision", "SIGN",
                "signer", school.director().id().toString(),
                "signedOn", today.toString()));
        for (var i = 0; i < more.length; i += 2) {
            var at = parameters.indexOf(more[i]);
            if (at >= 0) parameters.set(at + 1, more[i + 1]);
            else parameters.addAll(List.of(more[i], more[i + 1]));
        }
        return school.post(school.secretary(), FORM, scan, parameters.toArray(String[]::new));
    }

    private static MockMultipartFile scan() {
        return OrderStory.scan("scan");
    }

    private static String error(MvcTestResult answer, String field) {
        assertThat(answer).hasStatusOk();
        return School.parsed(answer)
                .select("#field-" + field + " .error .message")
                .text();
    }

    private String task() {
        return school.task(order, "UserTask_RecordPaperSignature");
    }
}
