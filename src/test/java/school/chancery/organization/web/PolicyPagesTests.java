package school.chancery.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.Policies;
import school.chancery.organization.PolicyKey;
import school.chancery.organization.TestOrganizations;

@ChanceryTest
class PolicyPagesTests {
    private static final String KEY = "platform.remind-platform-after-working-days";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private Organizations organizations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    @Autowired
    private Policies policies;

    @Autowired
    private ObjectProvider<PolicyKey> keys;

    @Autowired
    private MessageSource messages;

    private Organization office;
    private Organization school;
    private TestPerson head;
    private TestPerson director;

    @BeforeEach
    void appoint() {
        var made = new TestOrganizations(organizations);
        var people = new TestPeople(accounts, roles);
        office = made.office();
        school = made.school(office);
        head = people.person(office, Role.DISTRICT_HEAD);
        director = people.person(school, Role.DIRECTOR);
    }

    @Test
    void everyQuestionHasItsWordsInBothLanguages() {
        assertThat(keys.stream()).isNotEmpty().allSatisfy(key -> {
            for (var language : List.of("ru", "en")) {
                assertThat(text(key.module() + ".policy", language)).isNotBlank();
                for (var end : List.of("", ".why", ".allowed"))
                    assertThat(text(key.text() + end, language)).isNotBlank();
                for (var choice : key.choices())
                    assertThat(text(key.text() + "." + choice, language)).isNotBlank();
            }
        });
    }

    @Test
    void tellsChoicesFromOtherAnswers() {
        assertThat(new PolicyKey("tests.kind", "SIMPLE", "SIMPLE|ON_PAPER").choices())
                .containsExactly("SIMPLE", "ON_PAPER");
        assertThat(new PolicyKey("tests.days", "5", "[1-9]|1[0-9]").choices()).isEmpty();
    }

    @Test
    void theSchoolFollowsTheOfficeUntilItDecidesItself() {
        assertThat(card(director, school)).contains("Действует 5", "исходное значение");

        assertThat(settle(head, office, "7", "Приказ управления № 12-09")).hasStatus3xxRedirection();
        assertThat(card(director, school)).contains("Действует 7", "управления", "Приказ управления № 12-09");

        assertThat(settle(director, school, "9", "Положение, п. 3")).hasStatus3xxRedirection();
        assertThat(card(director, school))
                .contains("Действует 9", "своё", "Положение, п. 3", "Вернуть значение управления (7)");
        assertThat(policies.value(school.id(), KEY)).isEqualTo("9");
        assertThat(policies.value(office.id(), KEY)).isEqualTo("7");

        assertThat(post(director, school, "clear", "", "")).hasStatus3xxRedirection();
        assertThat(card(director, school)).contains("Действует 7", "управления").doesNotContain("Вернуть");
        assertThat(audited(school)).containsExactly("policy-set 7 9", "policy-cleared 9 7");
        assertThat(audited(office)).containsExactly("policy-set 5 7");
    }

    @Test
    void givingUpWhatIsNotThereChangesNothing() {
        assertThat(post(director, school, "clear", "", "")).hasStatus3xxRedirection();
        assertThat(audited(school)).isEmpty();
    }

    @Test
    void anAnswerThatIsNotAllowedComesBackAtItsField() {
        for (var wrong : List.of("0", "100", "пять", "5;drop", "-1", "5 ".repeat(60))) {
            var page = page(settle(director, school, wrong, ""));
            assertThat(page.select("#field-value .error").text()).as(wrong).isNotBlank();
            assertThat(page.select("#field-basis .error").text()).contains("Заполните");
        }
        assertThat(page(settle(director, school, "100", "Положение"))
                        .select("#field-value .error .message")
                        .text())
                .isEqualTo("Укажите целое число рабочих дней от 1 до 99");
        assertThat(page(settle(director, school, "5", "х".repeat(301)))
                        .select("#field-basis .error")
                        .text())
                .isNotBlank();
        assertThat(policies.value(school.id(), KEY)).isEqualTo("5");
        assertThat(audited(school)).isEmpty();
    }

    @Test
    void aQuestionNobodyAsksIsNotThere() {
        assertThat(get(director, school, "/edit?key=no.such")).hasStatus(404);
        assertThat(get(director, school, "/edit")).hasStatus(400);
        var unknown = web.post()
                .uri("/organization/policies/edit")
                .param("key", "no.such")
                .param("value", "1")
                .param("basis", "Положение")
                .with(csrf())
                .with(director.in(school))
                .exchange();
        assertThat(unknown).hasStatus(404);
    }

    private String card(TestPerson person, Organization in) {
        return page(get(person, in, "")).select("article.card").stream()
                .map(each -> each.text())
                .filter(text -> text.contains("напомнить платформе"))
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult settle(TestPerson person, Organization in, String value, String basis) {
        return post(person, in, "edit", value, basis);
    }

    private MvcTestResult post(TestPerson person, Organization in, String act, String value, String basis) {
        return web.post()
                .uri("/organization/policies/" + act)
                .param("key", KEY)
                .param("value", value)
                .param("basis", basis)
                .with(csrf())
                .with(person.in(in))
                .exchange();
    }

    private MvcTestResult get(TestPerson person, Organization in, String rest) {
        return web.get()
                .uri("/organization/policies" + rest)
                .with(person.in(in))
                .exchange();
    }

    private static Document page(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private String text(String key, String language) {
        return messages.getMessage(key, null, Locale.forLanguageTag(language));
    }

    private static List<String> audited(Organization organization) {
        return new JdbcTemplate(TestDatabase.shared().administrator())
                .queryForList("""
                        select replace(action, 'organization.', '') || ' ' || (details->>'before') || ' ' || (details->>'value')
                        from audit.entries where organization_id = ? and action like 'organization.policy%' order by id""", String.class, organization.id());
    }
}
