package school.chancery.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;
import school.chancery.identity.TestPeople.TestPerson;

@ChanceryTest
class SignInIntegrationTests extends IdentityStory {
    private static final String WRONG = "не тот пароль";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final JdbcTemplate owner = new JdbcTemplate(TestDatabase.shared().owner());
    private TestPerson director;

    @BeforeEach
    void appoint() {
        director = people.person(school, Role.DIRECTOR);
    }

    @Test
    void admitsWithTheRightPasswordWhateverTheCaseOfTheLogin() {
        var browser = browser();
        assertThat(browser.signIn(director.login().toUpperCase(), TestPeople.PASSWORD))
                .hasRedirectedUrl("/");
        assertThat(browser.get("/")).hasRedirectedUrl("/inbox");
        assertThat(audited(director)).contains("identity.signed-in");
    }

    @Test
    void sendsBackToThePageThatWasAskedFor() {
        var browser = browser();
        assertThat(browser.get("/account")).hasRedirectedUrl("http://localhost/login");
        assertThat(browser.signIn(director.login(), TestPeople.PASSWORD)
                        .getResponse()
                        .getRedirectedUrl())
                .endsWith("/account?continue");
    }

    @Test
    void answersAWrongPasswordAndAnUnknownLoginAlike() {
        var wrong = browser().signIn(director.login(), WRONG);
        var unknown = browser().signIn("nobody-" + UUID.randomUUID(), WRONG);

        assertThat(wrong).hasRedirectedUrl("/login?error");
        assertThat(unknown).hasRedirectedUrl("/login?error");
        assertThat(audited(director)).contains("identity.sign-in-refused");
    }

    @Test
    void slowsDownGuessingOneAccountFromManyAddresses() {
        for (var i = 0; i < 5; i++)
            assertThat(browser().signIn(director.login(), WRONG)).hasRedirectedUrl("/login?error");

        assertThat(browser().signIn(director.login(), TestPeople.PASSWORD)).hasRedirectedUrl("/login?wait");
        clock.advance(Duration.ofSeconds(2));
        assertThat(browser().signIn(director.login(), TestPeople.PASSWORD)).hasRedirectedUrl("/");
        assertThat(browser().signIn(director.login(), WRONG)).hasRedirectedUrl("/login?error");
    }

    @Test
    void admitsOnANodeWhoseClockIsBehindAnothers() {
        var browser = browser();
        clock.advance(Duration.ofMinutes(10));
        assertThat(browser.signIn("nobody-" + UUID.randomUUID(), WRONG)).hasRedirectedUrl("/login?error");
        assertThat(browser.signIn(director.login(), TestPeople.PASSWORD)).hasRedirectedUrl("/");
        clock.advance(Duration.ofMinutes(-10));
        assertThat(browser.signIn(director.login(), TestPeople.PASSWORD)).hasRedirectedUrl("/");
    }

    @Test
    void slowsDownAnUnknownLoginInTheSameWay() {
        var login = "nobody-" + UUID.randomUUID();
        for (var i = 0; i < 5; i++) browser().signIn(login, WRONG);
        assertThat(browser().signIn(login, WRONG)).hasRedirectedUrl("/login?wait");
    }

    @Test
    void waitsTwiceAsLongEachTimeUpToAQuarterOfAnHour() {
        for (var i = 0; i < 5; i++) browser().signIn(director.login(), WRONG);
        for (var wait = 1; wait <= 1024; wait *= 2) {
            var seconds = Math.min(wait, 900);
            clock.advance(Duration.ofSeconds(seconds).minusMillis(10));
            assertThat(browser().signIn(director.login(), WRONG))
                    .as("after %s s", seconds)
                    .hasRedirectedUrl("/login?wait");
            clock.advance(Duration.ofMillis(10));
            assertThat(browser().signIn(director.login(), WRONG))
                    .as("at %s s", seconds)
                    .hasRedirectedUrl("/login?error");
        }
    }

    @Test
    void slowsDownGuessingManyAccountsFromOneAddress() {
        var browser = browser();
        for (var i = 0; i < 40; i++)
            assertThat(browser.signIn("nobody-" + UUID.randomUUID(), "x")).hasRedirectedUrl("/login?error");
        assertThat(browser.signIn(director.login(), TestPeople.PASSWORD)).hasRedirectedUrl("/login?wait");
        assertThat(browser().signIn(director.login(), TestPeople.PASSWORD)).hasRedirectedUrl("/");
    }

    @Test
    void changesTheSessionIdAtSignIn() {
        var browser = browser();
        browser.get("/login");
        var before = browser.sessionId();
        browser.signIn(director.login(), TestPeople.PASSWORD);
        assertThat(before).isNotEmpty();
        assertThat(browser.sessionId()).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void refusesASignInWithoutItsToken() {
        var answer = web.post()
                .uri("/login")
                .param("username", director.login())
                .param("password", TestPeople.PASSWORD)
                .exchange();
        assertThat(answer).hasStatus(403);
    }

    @Test
    void tellsWhoHasNoRoleAfterTheRightPasswordOnly() {
        var nobody = people.person();
        assertThat(browser().signIn(nobody.login(), WRONG)).hasRedirectedUrl("/login?error");
        assertThat(browser().signIn(nobody.login(), TestPeople.PASSWORD)).hasRedirectedUrl("/login?role");
    }

    @Test
    void refusesAClosedAccountLikeAnUnknownOneAndEndsItsSession() {
        var browser = signedIn(director);
        accounts.close(director.id());
        assertThat(browser.get("/account")).hasRedirectedUrl("http://localhost/login");
        assertThat(browser().signIn(director.login(), TestPeople.PASSWORD)).hasRedirectedUrl("/login?error");
    }

    @Test
    void aRoleThatEndedIsGoneWithTheNextRequest() {
        var specialist = people.person(office, Role.DISTRICT_SPECIALIST, Role.DISTRICT_HEAD);
        var browser = signedIn(specialist);
        assertThat(browser.get("/organization/calendar")).hasStatusOk();

        people.end(specialist, office, Role.DISTRICT_SPECIALIST, today());
        assertThat(browser.get("/organization/calendar")).hasStatusOk();
        people.end(specialist, office, Role.DISTRICT_HEAD, today());
        assertThat(browser.get("/organization/calendar")).hasRedirectedUrl("http://localhost/login");
    }

    @Test
    void aRoleThatBeginsIsThereWithTheNextRequest() {
        var person = people.person(office, Role.DISTRICT_SPECIALIST);
        people.end(person, office, Role.DISTRICT_SPECIALIST, today());
        people.grant(person, school, Role.TEACHER);
        var browser = signedIn(person);
        assertThat(browser.get("/organization/calendar")).hasStatus(403);
        people.grant(person, office, Role.DISTRICT_HEAD);
        browser.get("/account");
        browser.post("/organization/switch", "organizationId", office.id().toString());
        assertThat(browser.get("/organization/calendar")).hasStatusOk();
    }

    @Test
    void actsInOneOrganizationAndSwitchesVisibly() throws Exception {
        var person = people.person(school, Role.TEACHER);
        people.grant(person, office, Role.DISTRICT_SPECIALIST);
        var browser = signedIn(person);
        browser.get("/account");
        browser.post("/organization/switch", "organizationId", school.id().toString());
        assertThat(browser.get("/organization/calendar")).hasStatus(403);

        browser.get("/account");
        assertThat(browser.post(
                        "/organization/switch", "organizationId", office.id().toString()))
                .hasRedirectedUrl("/");
        var page = browser.get("/organization/calendar");
        assertThat(page).hasStatusOk();
        assertThat(page.getResponse().getContentAsString()).contains(office.shortName());
        assertThat(audited(person)).contains("identity.organization-switched");
        // Remembered for the next time.
        assertThat(signedIn(person).get("/organization/calendar")).hasStatusOk();
    }

    @Test
    void refusesToSwitchToAnOrganizationWithoutRole() {
        var browser = signedIn(director);
        browser.get("/account");
        assertThat(browser.post(
                        "/organization/switch", "organizationId", office.id().toString()))
                .hasStatus(404);
        assertThat(browser.post("/organization/switch", "organizationId", "x")).hasStatus(400);
        assertThat(browser.get("/organization/calendar")).hasStatus(403);
    }

    @Test
    void staysInTheOrganizationWhoseRoleEndedWithoutAnyRight() {
        var person = people.person(school, Role.TEACHER);
        people.grant(person, office, Role.DISTRICT_SPECIALIST);
        var browser = signedIn(person);
        browser.get("/account");
        browser.post("/organization/switch", "organizationId", office.id().toString());
        people.end(person, office, Role.DISTRICT_SPECIALIST, today());

        assertThat(browser.get("/organization/calendar")).hasStatus(403);
        assertThat(browser.get("/account")).hasStatusOk().bodyText().contains(school.shortName());
    }

    @Test
    void signingOutEndsTheSession() {
        var browser = signedIn(director);
        browser.get("/account");
        assertThat(browser.post("/logout")).hasRedirectedUrl("/login?logout");
        assertThat(browser.get("/account")).hasRedirectedUrl("http://localhost/login");
        assertThat(audited(director)).contains("identity.signed-out");
    }

    @Test
    void keepsASessionThatAnotherNodeCanRead() {
        signedIn(director);
        var sessions = owner.queryForObject(
                "select count(*) from session.spring_session where principal_name = ?",
                Integer.class,
                director.id().toString());
        assertThat(sessions).isEqualTo(1);
    }

    @Test
    void refusesAZeroByteInAnyField() {
        var browser = browser();
        assertThat(browser.signIn("a\0b", "x")).hasStatus(400);
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private Browser signedIn(TestPerson person) {
        var browser = browser();
        assertThat(browser.signIn(person.login(), TestPeople.PASSWORD)).hasRedirectedUrl("/");
        return browser;
    }

    private Browser browser() {
        var number = ADDRESSES.incrementAndGet();
        return new Browser(web, "10." + number / 65536 + "." + number / 256 % 256 + "." + number % 256);
    }

    private Set<String> audited(TestPerson person) {
        return Set.copyOf(owner.queryForList(
                "select action from audit.entries where ? = any (affected)", String.class, person.id()));
    }
}
