package school.chancery.orders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.identity.Role;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.orders.OrderDraft.PersonToAcquaint;
import school.chancery.orders.OrderStory;
import school.chancery.orders.OrderStory.Directory;
import school.chancery.orders.OrderStory.Office;
import school.chancery.orders.OrderStory.School;

@ChanceryTest
@Import(OrderStory.class)
class AcknowledgeControllerTests {
    private static final String FORM = "/orders/acknowledge-order/acknowledge";

    @Autowired
    private Office office;

    @Autowired
    private Directory directory;

    private School school;
    private UUID order;
    private UUID row;
    private LocalDate today;

    @BeforeEach
    void register() {
        school = office.school();
        order = school.registered();
        school.deliverFacts();
        row = school.onlyAcknowledgement();
        today = office.organizations().today(school.organization().id());
    }

    @Test
    void asksEachPersonOfTheOrderAfterItIsRegistered() {
        assertThat(task()).isNotNull();
        assertThat(acknowledgement()).containsEntry("state", "OPEN").containsEntry("name", "Синицына Мария Олеговна");
        var page = school.page(school.teacher(), FORM + "?taskId=" + task());
        assertThat(page.text()).contains("О дежурстве в столовой", "1-О");
        assertThat(page.select("input[name=outcome]").eachAttr("value")).containsExactly("ACKNOWLEDGED");
    }

    @Test
    void recordsThatThePersonHasReadItAndGotACopy() {
        assertThat(send(school.teacher(), null, "outcome", "ACKNOWLEDGED", "confirmed", "true", "copyInHand", "true"))
                .hasStatus3xxRedirection();
        assertThat(acknowledgement())
                .containsEntry("state", "ACKNOWLEDGED")
                .containsEntry("settled_by", school.teacher().id())
                .hasEntrySatisfying("copy_issued_on", on -> assertThat(on).hasToString(today.toString()));
        assertThat(task()).isNull();
    }

    @Test
    void asksForTheTick() {
        assertThat(error(send(school.teacher(), null, "outcome", "ACKNOWLEDGED"), "confirmed"))
                .contains("Подтвердите");
        assertThat(acknowledgement()).containsEntry("state", "OPEN");
    }

    @Test
    void letsNobodyConfirmForAnother() {
        var answer = send(school.secretary(), null, "outcome", "ACKNOWLEDGED", "confirmed", "true");
        assertThat(error(answer, "outcome")).isNotEmpty();
        assertThat(send(school.deputy(), null, "outcome", "ACKNOWLEDGED", "confirmed", "true"))
                .hasStatus(404);
        assertThat(School.parsed(send(school.teacher(), null, "outcome", "OPEN"))
                        .select(".errors li"))
                .hasSize(1);
        assertThat(School.parsed(send(school.teacher(), null, "outcome", "NONSENSE", "settledOn", "завтра"))
                        .select(".errors li"))
                .hasSize(2);
        assertThat(acknowledgement()).containsEntry("state", "OPEN");
    }

    @Test
    void letsTheSecretaryRecordASignatureOnPaper() {
        assertThat(send(school.secretary(), scan(), "outcome", "PAPER", "settledOn", today.toString()))
                .hasStatus3xxRedirection();
        assertThat(acknowledgement()).containsEntry("state", "PAPER");
        assertThat(acknowledgement().get("document_id")).isNotNull();
    }

    @Test
    void letsTheSecretaryRecordARefusalBeforeTwoWitnesses() {
        assertThat(send(
                        school.secretary(),
                        null,
                        "outcome",
                        "REFUSED",
                        "settledOn",
                        today.toString(),
                        "firstWitness",
                        "Орлова И. П., завуч",
                        "secondWitness",
                        "Белов К. С., завхоз"))
                .hasStatus3xxRedirection();
        assertThat(acknowledgement())
                .containsEntry("state", "REFUSED")
                .containsEntry("first_witness", "Орлова И. П., завуч");
        var ended = office.history()
                .createHistoricActivityInstanceQuery()
                .activityId("EndEvent_RefusalRecorded")
                .processInstanceId(office.history()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(row.toString())
                        .singleResult()
                        .getId())
                .count();
        assertThat(ended).isOne();
    }

    @Test
    void saysWhatIsMissingOrWrongOnPaper() {
        var secretary = school.secretary();
        assertThat(error(send(secretary, null), "outcome")).isNotEmpty();
        assertThat(error(send(secretary, null, "outcome", "PAPER", "settledOn", today.toString()), "scan"))
                .isNotEmpty();
        assertThat(error(send(secretary, scan(), "outcome", "PAPER"), "settledOn"))
                .contains("Укажите дату");
        assertThat(error(
                        send(
                                secretary,
                                scan(),
                                "outcome",
                                "PAPER",
                                "settledOn",
                                today.plusDays(1).toString()),
                        "settledOn"))
                .contains("позднее сегодняшней");
        assertThat(error(
                        send(
                                secretary,
                                scan(),
                                "outcome",
                                "PAPER",
                                "settledOn",
                                today.minusDays(1).toString()),
                        "settledOn"))
                .contains("раньше даты приказа");
        assertThat(error(send(secretary, null, "outcome", "REFUSED", "settledOn", today.toString()), "firstWitness"))
                .contains("Назовите свидетеля");
        assertThat(error(
                        send(
                                secretary,
                                null,
                                "outcome",
                                "REFUSED",
                                "settledOn",
                                today.toString(),
                                "firstWitness",
                                "Орлова И. П.",
                                "secondWitness",
                                "орлова и. п. "),
                        "secondWitness"))
                .contains("разными людьми");
        assertThat(error(send(secretary, null, "outcome", "REFUSED", "firstWitness", "я".repeat(201)), "firstWitness"))
                .isNotEmpty();
        assertThat(acknowledgement()).containsEntry("state", "OPEN");
    }

    @Test
    void answersASecondRecordAsTooLate() {
        var task = task();
        send(school.teacher(), null, "outcome", "ACKNOWLEDGED", "confirmed", "true");
        assertThat(school.post(school.teacher(), FORM, "taskId", task, "outcome", "ACKNOWLEDGED", "confirmed", "true"))
                .hasStatus(409);
        assertThat(school.get(school.teacher(), FORM + "?taskId=" + task)).hasStatus(409);
        assertThat(school.get(school.teacher(), FORM + "?taskId=" + UUID.randomUUID()))
                .hasStatus(404);
    }

    @Test
    void refusesToChangeASettledLineEvenAtTheDatabase() {
        send(school.teacher(), null, "outcome", "ACKNOWLEDGED", "confirmed", "true");
        for (var change : List.of("state = 'OPEN'", "settled_on = '2020-01-01'", "name = 'Другая'")) {
            assertThatThrownBy(() ->
                            school.rows().update("update orders.acknowledgements set " + change + " where id = ?", row))
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void fillsTheSheet() throws IOException {
        send(school.teacher(), null, "outcome", "ACKNOWLEDGED", "confirmed", "true", "copyInHand", "true");
        var sheet = school.get(school.secretary(), "/orders/" + order + "/acknowledgement-sheet");
        assertThat(sheet).hasStatusOk().hasContentType("application/pdf");
        try (var pdf = Loader.loadPDF(sheet.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("№ 1-О", "Синицына Мария Олеговна", "Ознакомлен(а)", "на руки");
        }
        assertThat(school.get(school.teacher(), "/orders/" + order + "/acknowledgement-sheet"))
                .hasStatus(403);
    }

    @Test
    void showsThePersonTheOrderTheyMustKnowAndNoOther() {
        assertThat(school.page(school.teacher(), "/orders/" + order).text()).contains("О дежурстве в столовой");
        assertThat(school.page(school.teacher(), "/orders").select("tbody tr")).hasSize(1);
        assertThat(school.get(
                        school.teacher(), "/documents/" + school.order(order).get("registered_copy_id")))
                .hasStatusOk();
        assertThat(school.get(
                        school.teacher(), "/documents/" + school.order(order).get("original_id")))
                .hasStatus(404);
        var stranger = school.people().person(school.organization(), Role.TEACHER);
        assertThat(school.get(stranger, "/orders/" + order)).hasStatus(404);
        assertThat(school.page(stranger, "/orders").select("tbody tr")).isEmpty();
        assertThat(school.get(stranger, "/documents/" + school.order(order).get("registered_copy_id")))
                .hasStatus(404);
    }

    @Test
    void asksPeopleWhoCameLater() {
        var late = UUID.randomUUID();
        directory.add(
                school.organization().id(), new PersonToAcquaint(late, "Новикова Анна Ильинична", "библиотекарь"));
        for (var i = 0; i < 2; i++) {
            school.post(school.secretary(), "/orders/" + order + "/acquaint", "people", late.toString());
        }
        school.deliverFacts();
        assertThat(rows()).hasSize(2);
        var added = UUID.fromString(rows().get(1).get("id").toString());
        assertThat(school.task(added, "UserTask_Acknowledge")).isNotNull();
        assertThat(school.post(school.teacher(), "/orders/" + order + "/acquaint", "people", late.toString()))
                .hasStatus(403);
        school.post(
                school.secretary(),
                "/orders/" + order + "/acquaint",
                "people",
                UUID.randomUUID().toString());
        assertThat(rows()).hasSize(2);
    }

    @Test
    void notesACopyInHandLaterAndOnce() {
        send(school.teacher(), null, "outcome", "ACKNOWLEDGED", "confirmed", "true");
        var path = "/orders/" + order + "/copy-in-hand";
        school.post(school.secretary(), path, "acknowledgement", row.toString(), "on", today.toString());
        assertThat(acknowledgement().get("copy_issued_on")).hasToString(today.toString());
        assertThat(school.post(school.teacher(), path, "acknowledgement", row.toString(), "on", today.toString()))
                .hasStatus(403);
        assertThat(school.post(
                        school.secretary(),
                        path,
                        "acknowledgement",
                        UUID.randomUUID().toString(),
                        "on",
                        today.toString()))
                .hasStatus(404);
    }

    private MvcTestResult send(TestPerson person, MockMultipartFile scan, String... more) {
        var parameters = new ArrayList<>(List.of("taskId", task()));
        parameters.addAll(List.of(more));
        return school.post(person, FORM, scan, parameters.toArray(String[]::new));
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

    private Map<String, Object> acknowledgement() {
        return school.rows().queryForMap("select * from orders.acknowledgements where id = ?", row);
    }

    private List<Map<String, Object>> rows() {
        return school.rows()
                .queryForList("select * from orders.acknowledgements where order_id = ? order by position", order);
    }

    private String task() {
        return school.task(row, "UserTask_Acknowledge");
    }
}
