package school.chancery.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.StatementCount;
import school.chancery.TestDatabase;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;

@ChanceryTest
@Import(StatementCount.class)
class TermPagesTests {
    private static final String SIGN = "process=issue-order&task=UserTask_SignOrder";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private Organizations organizations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    private final JdbcTemplate owner = new JdbcTemplate(TestDatabase.shared().owner());
    private Organization office;
    private Organization school;
    private TestPerson head;
    private TestPerson deputy;

    @BeforeEach
    void appoint() {
        var made = new TestOrganizations(organizations);
        var people = new TestPeople(accounts, roles);
        office = made.office();
        school = made.school(office);
        head = people.person(office, Role.DISTRICT_HEAD);
        deputy = people.person(school, Role.DEPUTY);
    }

    @Test
    void everyTaskWithATermStandsUnderItsProcessByName() {
        var page = page(get(deputy, school, ""));
        assertThat(page.select("h2").eachText()).contains("Издание приказа", "Регистрация организации на платформе");
        assertThat(row(deputy, school))
                .contains("Срок 2 раб. дн.", "за 1 дн.", "через 2 дн.", "Заместитель директора", "исходный");
        assertThat(page.text()).doesNotContain("UserTask_", "??");
    }

    @Test
    void theListTakesTheSameStatementsHoweverManyTermsThereAre() {
        get(deputy, school, "");
        var before = StatementCount.of(() -> get(deputy, school, ""));
        for (var task : List.of("UserTask_SignOrder", "UserTask_PrepareOrder")) owner.update("""
                    insert into workflow.terms (organization_id, process_key, task_key, amount, unit, remind_before)
                    values (?, 'issue-order', ?, 4, 'WORKING_DAYS', 1)""", school.id(), task);
        assertThat(StatementCount.of(() -> get(deputy, school, ""))).isEqualTo(before);
    }

    @Test
    void theSchoolFollowsTheOfficeUntilItSetsItsOwn() {
        assertThat(put(head, office, Map.of("amount", "4", "unit", "WORKING_DAYS", "remindBefore", "2")))
                .hasStatus3xxRedirection();
        assertThat(row(deputy, school)).contains("Срок 4 раб. дн.", "за 2 дн.", "управления");

        assertThat(put(deputy, school, right())).hasStatus3xxRedirection();
        assertThat(row(deputy, school)).contains("Срок 5 календ. дн.", "через 3 дн.", "Секретарь", "свой");
        assertThat(row(head, office)).contains("Срок 4 раб. дн.");

        assertThat(post(deputy, school, "clear", Map.of())).hasStatus3xxRedirection();
        assertThat(post(deputy, school, "clear", Map.of())).hasStatus3xxRedirection();
        assertThat(row(deputy, school)).contains("Срок 4 раб. дн.", "управления");
        assertThat(audited()).containsExactly("workflow.term-set", "workflow.term-cleared");
    }

    @Test
    void whatIsOutOfBoundsComesBackAtItsField() {
        assertThat(wrong("amount", "366")).isNotBlank();
        assertThat(wrong("amount", "-1")).isNotBlank();
        assertThat(wrong("amount", "пять")).isEqualTo("Укажите целое число");
        assertThat(wrong("amount", "99999999999999")).isEqualTo("Укажите целое число");
        assertThat(wrong("amount", "")).isNotBlank();
        assertThat(wrong("unit", "YEARS")).isNotBlank();
        assertThat(wrong("remindBefore", "6")).contains("раньше, чем поступит задача");
        assertThat(wrong("escalateAfter", "")).contains("через сколько дней");
        assertThat(wrong("escalateTo", "")).contains("кому сообщить");
        assertThat(wrong("escalateTo", "PARENT")).contains("кому сообщить");
        assertThat(wrong("escalateTo", "nobody")).isNotBlank();
        assertThat(row(deputy, school)).contains("исходный");
        assertThat(audited()).isEmpty();
    }

    @Test
    void aTermOfTheLawIsMadeShorterOnly() {
        owner.update("""
                insert into workflow.terms (process_key, task_key, amount, unit, remind_before)
                values ('issue-law', 'UserTask_Answer', 3, 'CALENDAR_DAYS', 1) on conflict do nothing""");
        var law = "process=issue-law&task=UserTask_Answer";
        try {
            assertThat(page(get(deputy, school, "/edit?" + law)).text()).contains("Срок установлен законом: 3");
            for (var longer : List.of("4 CALENDAR_DAYS", "2 WORKING_DAYS")) {
                var amount = longer.substring(0, 1);
                var unit = longer.substring(2);
                var values = Map.of("amount", amount, "unit", unit, "remindBefore", "1");
                assertThat(page(post(deputy, school, "edit?" + law, values))
                                .select("#field-amount .error")
                                .text())
                        .contains("установлен законом");
                assertThatThrownBy(() -> owner.update("""
                                insert into workflow.terms (organization_id, process_key, task_key, amount, unit, remind_before)
                                values (?, 'issue-law', 'UserTask_Answer', ?, ?, 1)""", school.id(), Integer.valueOf(amount), unit))
                        .isInstanceOf(DataIntegrityViolationException.class);
            }
            var shorter = Map.of("amount", "2", "unit", "CALENDAR_DAYS", "remindBefore", "1");
            assertThat(post(deputy, school, "edit?" + law, shorter)).hasStatus3xxRedirection();
        } finally {
            owner.update("delete from workflow.terms where process_key = 'issue-law'");
        }
    }

    @Test
    void aTaskWithoutTermIsNotThere() {
        assertThat(get(deputy, school, "/edit?process=issue-order&task=UserTask_Fly"))
                .hasStatus(404);
        assertThat(get(deputy, school, "/edit?process=issue-order")).hasStatus(400);
        assertThat(post(deputy, school, "edit?process=no&task=such", right())).hasStatus(404);
    }

    private static Map<String, String> right() {
        return Map.of(
                "amount",
                "5",
                "unit",
                "CALENDAR_DAYS",
                "remindBefore",
                "1",
                "escalateAfter",
                "3",
                "escalateTo",
                "SECRETARY");
    }

    private String wrong(String field, String value) {
        var values = new java.util.HashMap<>(right());
        values.put(field, value);
        return page(put(deputy, school, values))
                .select("#field-" + field + " .error .message")
                .text();
    }

    private MvcTestResult put(TestPerson person, Organization in, Map<String, String> values) {
        return post(person, in, "edit?" + SIGN, values);
    }

    private MvcTestResult post(TestPerson person, Organization in, String act, Map<String, String> values) {
        var request = web.post()
                .uri("/workflow/terms/" + (act.equals("clear") ? "clear?" + SIGN : act))
                .with(csrf())
                .with(person.in(in));
        values.forEach(request::param);
        return request.exchange();
    }

    private String row(TestPerson person, Organization in) {
        return page(get(person, in, "")).select("tbody tr").stream()
                .filter(row -> row.text().startsWith("Рассмотреть и подписать приказ"))
                .map(row -> row.select("td").stream()
                        .map(cell -> cell.attr("data-label") + " " + cell.text())
                        .reduce("", (one, other) -> one + " " + other))
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult get(TestPerson person, Organization in, String rest) {
        return web.get().uri("/workflow/terms" + rest).with(person.in(in)).exchange();
    }

    private static Document page(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> audited() {
        return owner.queryForList(
                "select action from audit.entries where organization_id = ? and action like 'workflow.term%' order by id",
                String.class, school.id());
    }
}
