package school.chancery.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

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
class HistoricalOrderControllerTests {
    private static final String FORM = "/orders/historical";

    @Autowired
    private Office office;

    private School school;
    private final String formId = UUID.randomUUID().toString();

    @BeforeEach
    void open() {
        school = office.school();
    }

    @Test
    void entersAPaperOrderWithItsOwnNumberAndDate() {
        assertThat(enter(scan())).hasStatus3xxRedirection();
        var order = school.order(school.onlyOrder());
        assertThat(order)
                .containsEntry("number", "01-05-034")
                .containsEntry("historical", true)
                .containsEntry("signed_at", null)
                .hasEntrySatisfying("registered_on", on -> assertThat(on).hasToString("2023-01-09"));
        assertThat(school.page(school.secretary(), "/orders/" + school.onlyOrder())
                        .text())
                .contains("Приказ № 01-05-034 от 09.01.2023", "внесён с бумаги");
        assertThat(school.get(school.secretary(), "/documents/" + order.get("registered_copy_id")))
                .hasStatusOk();
    }

    @Test
    void entersOneOrderHoweverOftenTheFormIsSent() {
        enter(scan());
        assertThat(enter(scan())).hasStatus3xxRedirection();
        assertThat(school.onlyOrder()).isNotNull();
    }

    @Test
    void causesNothing() {
        enter(scan());
        assertThat(school.rows()
                        .queryForObject(
                                "select count(*) from orders.acknowledgements where organization_id = ?",
                                Integer.class,
                                school.organization().id()))
                .isZero();
    }

    @Test
    void givesNoNumberTwice() {
        enter(scan());
        var answer = enter(scan(), "formId", UUID.randomUUID().toString());
        assertThat(error(answer, "number")).contains("уже есть");
        assertThat(enter(scan(), "formId", UUID.randomUUID().toString(), "registeredOn", "2022-01-09"))
                .hasStatus3xxRedirection();
    }

    @Test
    void letsTheNumbersOfThisYearGoOnBehindIt() {
        assertThat(enter(scan(), "number", "1-О", "registeredOn", today())).hasStatus3xxRedirection();
        assertThat(nextNumbers()).contains("2-О");
    }

    @Test
    void asksAboutNumbersThatWouldBeLeftOutAndChangesNothing() {
        var answer = enter(scan(), "number", "400-О", "registeredOn", today());
        assertThat(error(answer, "number")).contains("Номеров с 1 по 399 в реестре этого года нет");
        assertThat(School.parsed(answer).select("input[name=gapReason]")).hasSize(1);
        assertThat(school.page(school.secretary(), "/orders").select("tbody tr"))
                .isEmpty();
        assertThat(nextNumbers()).contains("1-О").doesNotContain("401-О");
    }

    @Test
    void leavesNumbersOutForAReasonThatStaysInSight() {
        assertThat(enter(scan(), "number", "40-О", "registeredOn", today(), "gapReason", " Изданы на бумаге "))
                .hasStatus3xxRedirection();
        assertThat(school.order(school.onlyOrder())).containsEntry("sequence", 40);
        assertThat(nextNumbers()).contains("41-О").contains("1–39, Изданы на бумаге");
    }

    @Test
    void doesNotCountAYearThatIsOver() {
        var last = office.organizations()
                .today(school.organization().id())
                .minusYears(1)
                .toString();
        assertThat(enter(scan(), "number", "400-О", "registeredOn", last)).hasStatus3xxRedirection();
        assertThat(school.rows()
                        .queryForList(
                                "select last_sequence from orders.counters where organization_id = ?",
                                school.organization().id()))
                .isEmpty();
    }

    private String today() {
        return office.organizations().today(school.organization().id()).toString();
    }

    private String nextNumbers() {
        return school.page(school.secretary(), "/orders/numbering").text();
    }

    @Test
    void saysAtEachFieldWhatIsWrong() {
        assertThat(error(enter(null), "scan")).isNotEmpty();
        assertThat(error(enter(scan(), "number", ""), "number")).isNotEmpty();
        assertThat(error(enter(scan(), "number", "1".repeat(61)), "number")).isNotEmpty();
        assertThat(error(enter(scan(), "title", ""), "title")).isNotEmpty();
        assertThat(error(enter(scan(), "kind", "no-such"), "kind")).isNotEmpty();
        assertThat(error(enter(scan(), "registeredOn", "09.01"), "registeredOn"))
                .isNotEmpty();
        assertThat(error(enter(scan(), "registeredOn", "2099-01-09"), "registeredOn"))
                .contains("позднее");
        assertThat(error(enter(scan(), "registeredOn", "0203-01-09"), "registeredOn"))
                .contains("год");
        assertThat(enter(scan(), "formId", "x")).hasStatusOk();
        assertThat(school.page(school.secretary(), "/orders").select("tbody tr"))
                .isEmpty();
    }

    @Test
    void isForTheDirectorAndTheSecretary() {
        assertThat(school.get(school.director(), FORM)).hasStatusOk();
        assertThat(school.get(school.deputy(), FORM)).hasStatus(403);
        assertThat(school.get(school.teacher(), FORM)).hasStatus(403);
        assertThat(school.post(school.teacher(), FORM, scan(), "formId", formId))
                .hasStatus(403);
    }

    private MvcTestResult enter(MockMultipartFile scan, String... more) {
        var parameters = new ArrayList<>(List.of(
                "formId", formId,
                "kind", "general",
                "number", "01-05-034",
                "registeredOn", "2023-01-09",
                "title", "О принятии функциональных обязанностей",
                "gapReason", ""));
        for (var i = 0; i < more.length; i += 2) parameters.set(parameters.indexOf(more[i]) + 1, more[i + 1]);
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
}
