package school.chancery.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.TestOrganizations;

@ChanceryTest
class IdentityPagesTests extends IdentityStory {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private TestPerson specialist;

    @BeforeEach
    void prepare() {
        specialist = people.person(office, Role.DISTRICT_SPECIALIST);
    }

    @Test
    void theOfficeRecordsADirectorByTheFoundersAct() throws Exception {
        var login = "dir-" + UUID.randomUUID().toString().substring(0, 8);
        var answer = recorded(login, "Петрова О. И.", "2026-11-20");
        assertThat(answer).hasStatusOk();
        var password = page(answer).select("code").text();

        var director = roles.holders(school.id(), Role.DIRECTOR, TODAY);
        assertThat(director).hasSize(1);
        assertThat(accounts.find(director.get(0)).orElseThrow().displayName()).isEqualTo("Петрова О. И.");
        var list = page(get("/identity/directors"));
        assertThat(list.select("td").eachText()).contains("Петрова О. И.", "акт учредителя № 17-к от 19.11.2026");
        // The password that was read aloud opens the page that changes it, and nothing else.
        var browser = new Browser(web, "10.77.0.1");
        assertThat(browser.signIn(login, password)).hasRedirectedUrl("/");
        assertThat(browser.get("/account")).hasRedirectedUrl("/account/password");
        browser.get("/account/password");
        assertThat(browser.post(
                        "/account/password",
                        "password",
                        password,
                        "newPassword",
                        "тихая река зимой",
                        "repeatedPassword",
                        "тихая река зимой"))
                .hasRedirectedUrl("/account");
        assertThat(browser.get("/account")).hasStatusOk();
        assertThat(audited()).contains("identity.director-recorded", "identity.role-granted");
    }

    @Test
    void thePredecessorLeavesTheDayBefore() throws Exception {
        var predecessor = people.person(school, Role.DIRECTOR);
        assertThat(recorded("new-" + UUID.randomUUID().toString().substring(0, 8), "Орлова Н. С.", "2026-12-01"))
                .hasStatusOk();

        assertThat(roles.has(predecessor.id(), school.id(), Role.DIRECTOR, LocalDate.of(2026, 11, 30)))
                .isTrue();
        assertThat(roles.has(predecessor.id(), school.id(), Role.DIRECTOR, LocalDate.of(2026, 12, 1)))
                .isFalse();
        assertThat(roles.holders(school.id(), Role.DIRECTOR, LocalDate.of(2026, 12, 1)))
                .hasSize(1);
    }

    @Test
    void recordingTheSameTwiceChangesNothing() throws Exception {
        var login = "two-" + UUID.randomUUID().toString().substring(0, 8);
        recorded(login, "Орлова Н. С.", "2026-11-20");
        assertThat(faults(recorded(login, "Орлова Н. С.", "2026-11-20"))).containsExactly("field-from");
    }

    @Test
    void badInputComesBackAtItsFieldAndChangesNothing() throws Exception {
        assertThat(faults(post("/identity/directors")))
                .contains(
                        "field-schoolId",
                        "field-displayName",
                        "field-login",
                        "field-number",
                        "field-date",
                        "field-from");
        var foreign = new TestOrganizations(organizations).office();
        assertThat(faults(post(
                        "/identity/directors",
                        "schoolId",
                        foreign.id().toString(),
                        "displayName",
                        "П",
                        "login",
                        "ok-login",
                        "number",
                        "1",
                        "date",
                        "2026-11-19",
                        "from",
                        "2026-11-20")))
                .containsExactly("field-schoolId");
        assertThat(faults(post(
                        "/identity/directors",
                        "schoolId",
                        "x",
                        "displayName",
                        "П",
                        "login",
                        "логин",
                        "email",
                        "нет",
                        "number",
                        "1".repeat(51),
                        "date",
                        "2026-11-21",
                        "from",
                        "32.13.2026")))
                .contains("field-schoolId", "field-login", "field-email", "field-number", "field-date", "field-from");
        assertThat(faults(recorded("far-away", "Петрова О. И.", "2029-01-01"))).containsExactly("field-from");
        assertThat(faults(recorded(people.person().login(), "Петрова О. И.", "2026-11-20")))
                .containsExactly("field-login");
        assertThat(roles.holders(school.id(), Role.DIRECTOR, TODAY)).isEmpty();
    }

    @Test
    void onlyTheOfficeRecordsDirectors() {
        var director = people.person(school, Role.DIRECTOR);
        assertThat(web.get()
                        .uri("/identity/directors")
                        .with(director.in(school))
                        .exchange())
                .hasStatus(403);
        assertThat(web.post()
                        .uri("/identity/directors")
                        .with(director.in(school))
                        .with(csrf())
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void theDirectorSeesWhoMayDoWhatAndWhy() throws Exception {
        var director = people.person(school, Role.DIRECTOR);
        var secretary = people.person(school, Role.SECRETARY);
        var gone = people.person(school, Role.HR);
        people.end(gone, school, Role.HR, TODAY);
        var foreign = people.person(new TestOrganizations(organizations).school(office), Role.SECRETARY);

        var list =
                page(web.get().uri("/identity/roles").with(director.in(school)).exchange());
        assertThat(list.select("tbody th").eachText())
                .containsExactlyInAnyOrder(director.name(), secretary.name())
                .doesNotContain(foreign.name());
        assertThat(list.select("tbody").text()).contains("Секретарь", "с 01.01.2020", "первичная загрузка");
        assertThat(page(web.get()
                                .uri("/identity/roles?ended=true")
                                .with(director.in(school))
                                .exchange())
                        .select("tbody")
                        .text())
                .contains(gone.name(), "закончилась");
        assertThat(audited()).contains("identity.roles-read");
        assertThat(web.get().uri("/identity/roles").with(secretary.in(school)).exchange())
                .hasStatus(403);
    }

    @Test
    void passwordRulesAreToldAtTheField() throws Exception {
        var person = people.person(school, Role.TEACHER);
        assertThat(changing(person, "не тот пароль", "новый хороший пароль", "новый хороший пароль"))
                .containsExactly("field-password");
        assertThat(changing(person, TestPeople.PASSWORD, "короткий", "короткий"))
                .containsExactly("field-newPassword");
        assertThat(changing(person, TestPeople.PASSWORD, "ааааааааааааа", "ааааааааааааа"))
                .containsExactly("field-newPassword");
        assertThat(changing(person, TestPeople.PASSWORD, TestPeople.PASSWORD, TestPeople.PASSWORD))
                .containsExactly("field-newPassword");
        assertThat(changing(person, TestPeople.PASSWORD, "новый хороший пароль", "новый плохой пароль"))
                .containsExactly("field-repeatedPassword");
        assertThat(accounts.checkPassword(person.id(), TestPeople.PASSWORD)).isEqualTo(Accounts.PasswordAnswer.RIGHT);
    }

    @Test
    void aChangedPasswordEndsTheOtherSessions() {
        var person = people.person(school, Role.TEACHER);
        var here = new Browser(web, "10.77.1.1");
        var elsewhere = new Browser(web, "10.77.1.2");
        here.signIn(person.login(), TestPeople.PASSWORD);
        elsewhere.signIn(person.login(), TestPeople.PASSWORD);
        here.get("/account/password");
        here.post(
                "/account/password",
                "password",
                TestPeople.PASSWORD,
                "newPassword",
                "тихая река зимой",
                "repeatedPassword",
                "тихая река зимой");

        assertThat(here.get("/account")).hasStatusOk();
        assertThat(elsewhere.get("/account")).hasRedirectedUrl("http://localhost/login");
    }

    @Test
    void theOfficeKeepsItsCalendar() throws Exception {
        assertThat(page(get("/organization/calendar?year=2026"))
                        .select("tbody th")
                        .eachText())
                .contains("12.06.2026, пятница");
        assertThat(post("/organization/calendar", "day", "2026-09-07", "kind", "OFF", "basis", "День города"))
                .hasRedirectedUrl("/organization/calendar?year=2026");
        assertThat(page(get("/organization/calendar?year=2026")).select("tbody").text())
                .contains("День города");
        assertThat(faults(post("/organization/calendar", "day", "2026-09-06", "kind", "OFF", "basis", "Воскресенье")))
                .containsExactly("field-kind");
        assertThat(faults(post("/organization/calendar", "day", "1999-09-06", "kind", "MAYBE", "basis", " ")))
                .contains("field-kind", "field-basis");
        assertThat(faults(post("/organization/calendar", "day", "30.02.2026")))
                .contains("field-day", "field-kind", "field-basis");
        assertThat(post("/organization/calendar/remove", "day", "2026-09-07"))
                .hasRedirectedUrl("/organization/calendar?year=2026");
        assertThat(post("/organization/calendar/remove", "day", "вчера")).hasStatus(400);
        assertThat(page(get("/organization/calendar?year=2026")).select("tbody").text())
                .doesNotContain("День города");
    }

    @Test
    void warnsWhenNextYearsCalendarIsMissing() throws Exception {
        assertThat(page(get("/organization/calendar")).select(".warning")).isEmpty();
        clock.set(Instant.parse("2027-10-02T08:00:00Z"));
        assertThat(page(get("/organization/calendar")).select(".warning").text())
                .contains("2028");
    }

    @Test
    void pagesCarryTheHeadersThatProtectThem() {
        var headers = get("/account").getResponse();
        assertThat(headers.getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'self'", "object-src 'none'");
        assertThat(headers.getHeader("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(headers.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getHeader("Cache-Control")).contains("no-store");
        assertThat(headers.getHeader("Referrer-Policy")).isEqualTo("same-origin");
    }

    private List<String> changing(TestPerson person, String present, String wanted, String repeated) throws Exception {
        return faults(web.post()
                .uri("/account/password")
                .with(person.in(school))
                .with(csrf())
                .param("password", present)
                .param("newPassword", wanted)
                .param("repeatedPassword", repeated)
                .exchange());
    }

    private MvcTestResult recorded(String login, String name, String from) {
        return post(
                "/identity/directors",
                "schoolId",
                school.id().toString(),
                "displayName",
                name,
                "login",
                login,
                "number",
                "17-к",
                "date",
                "2026-11-19",
                "from",
                from);
    }

    private MvcTestResult get(String path) {
        return web.get().uri(path).with(specialist.in(office)).exchange();
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = web.post().uri(path).with(specialist.in(office)).with(csrf());
        for (var i = 0; i < parameters.length; i += 2) request = request.param(parameters[i], parameters[i + 1]);
        return request.exchange();
    }

    private static List<String> faults(MvcTestResult answer) throws Exception {
        assertThat(answer).hasStatusOk();
        return page(answer).select(".field.bad").eachAttr("id");
    }

    private static Document page(MvcTestResult answer) throws Exception {
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private List<String> audited() {
        return new JdbcTemplate(TestDatabase.shared().owner())
                .queryForList("select action from audit.entries where organization_id = ?", String.class, school.id());
    }
}
