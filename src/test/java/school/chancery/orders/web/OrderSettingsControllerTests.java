package school.chancery.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.orders.OrderStory;
import school.chancery.orders.OrderStory.Office;
import school.chancery.orders.OrderStory.School;

@ChanceryTest
@Import(OrderStory.class)
class OrderSettingsControllerTests {
    private static final String NUMBERING = "/orders/numbering";
    private static final String APPROVAL = "/orders/kinds/local-act-approval";

    @Autowired
    private Office office;

    private School school;

    @BeforeEach
    void open() {
        school = office.school();
    }

    @Test
    void showsTheNextNumberBeforeItIsSettled() {
        var preview = School.parsed(number("main.pattern", "01-05-{seq:03}", "main.last", "57", "preview", "true"));
        assertThat(preview.text()).contains("01-05-058");
        assertThat(school.page(school.secretary(), NUMBERING).text()).contains("1-О");
    }

    @Test
    void numbersTheNextOrderAsSettled() {
        assertThat(number("main.pattern", "01-05-{seq:03}", "main.last", "57")).hasStatus3xxRedirection();
        assertThat(school.order(school.registered())).containsEntry("number", "01-05-058");
    }

    @Test
    void refusesPatternsThatCannotNumber() {
        assertThat(errors(number("main.pattern", "приказ"))).contains("нет порядкового номера");
        assertThat(errors(number("main.pattern", "{seq}-К"))).contains("различаться");
        assertThat(errors(number("main.pattern", ""))).isNotEmpty();
        assertThat(errors(number("main.last", "много"))).isNotEmpty();
        assertThat(errors(number("main.last", "-1"))).isNotEmpty();
        assertThat(errors(number("main.pattern", "{seq}<script>"))).contains("допустимы");
        number("main.last", "9");
        assertThat(errors(number("main.last", "8"))).contains("нельзя уменьшить");
        assertThat(school.page(school.secretary(), NUMBERING).text()).contains("10-О");
    }

    @Test
    void wordsAKindInTheSchoolsOwnWay() {
        assertThat(word("title", "Об утверждении локального акта: {actTitle}")).hasStatus3xxRedirection();
        var order = school.begin("local-act-approval");
        assertThat(school.order(order)).containsEntry("title", "Об утверждении локального акта: {actTitle}");
        var other = office.school();
        assertThat(other.order(other.begin("local-act-approval"))).containsEntry("title", "Об утверждении {actTitle}");
        school.post(school.secretary(), APPROVAL + "/restore");
        assertThat(school.page(school.secretary(), APPROVAL).select("#title").val())
                .isEqualTo("Об утверждении {actTitle}");
    }

    @Test
    void refusesFieldsThatNobodyFillsIn() {
        assertThat(errors(word("body", "# Утвердить {somethingElse}."))).contains("somethingElse");
        assertThat(errors(word("signatureKind", ""))).isNotEmpty();
        assertThat(errors(word("signatureKind", "CROSS"))).isNotEmpty();
        assertThat(errors(word("title", "я".repeat(501)))).isNotEmpty();
        assertThat(school.page(school.secretary(), "/orders/kinds").text()).doesNotContain("свои");
    }

    @Test
    void isForTheDirectorAndTheSecretary() {
        for (var path : List.of(NUMBERING, "/orders/kinds", APPROVAL)) {
            assertThat(school.get(school.director(), path)).hasStatusOk();
            assertThat(school.get(school.deputy(), path)).hasStatus(403);
            assertThat(school.get(school.teacher(), path)).hasStatus(403);
        }
        assertThat(school.post(school.teacher(), APPROVAL + "/restore")).hasStatus(403);
        assertThat(school.get(school.secretary(), "/orders/kinds/no-such-kind")).hasStatus(404);
    }

    private MvcTestResult number(String... more) {
        return send(
                NUMBERING,
                more,
                "main.pattern",
                "{seq}-О",
                "main.last",
                "0",
                "personnel.pattern",
                "{seq}-К",
                "personnel.last",
                "0",
                "movement.pattern",
                "{seq}-Д",
                "movement.last",
                "0");
    }

    private MvcTestResult word(String... more) {
        return send(
                APPROVAL,
                more,
                "title",
                "Об утверждении {actTitle}",
                "body",
                "# Утвердить.",
                "signatureKind",
                "SIMPLE");
    }

    private MvcTestResult send(String path, String[] more, String... usual) {
        var parameters = new ArrayList<>(List.of(usual));
        for (var i = 0; i < more.length; i += 2) {
            var at = parameters.indexOf(more[i]);
            if (at >= 0) parameters.set(at + 1, more[i + 1]);
            else parameters.addAll(List.of(more[i], more[i + 1]));
        }
        return school.post(school.secretary(), path, parameters.toArray(String[]::new));
    }

    private static String errors(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return School.parsed(answer).select(".errors li").text();
    }
}
