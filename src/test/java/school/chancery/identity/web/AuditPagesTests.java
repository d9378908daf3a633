package school.chancery.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.StatementCount;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
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
class AuditPagesTests {
    private static final String CANARY = "подробность-канарейка";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private Organizations organizations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionTemplate transactions;

    private final JdbcTemplate server = new JdbcTemplate(TestDatabase.shared().administrator());
    private final UUID order = UUID.randomUUID();
    private Organization office;
    private Organization school;
    private TestPerson director;
    private TestPerson secretary;
    private TestPerson administrator;

    @BeforeEach
    void act() {
        var made = new TestOrganizations(organizations);
        var people = new TestPeople(accounts, roles);
        office = made.office();
        school = made.school(office);
        director = people.person(school, Role.DIRECTOR);
        secretary = people.person(school, Role.SECRETARY);
        administrator = people.person(office, Role.SYSTEM_ADMINISTRATOR);
        record(secretary, school, "orders.order-signed", order);
        record(secretary, school, "mail.mail-read", UUID.randomUUID());
        record(secretary, made.school(office), "orders.order-rejected", UUID.randomUUID());
    }

    @Test
    void theDirectorReadsWhoDidWhatInTheOwnOrganization() {
        var rows = rows(director, school, "");
        assertThat(rows)
                .anySatisfy(row -> assertThat(row)
                        .contains("Приказ подписан", secretary.name(), "приказ", order.toString(), CANARY));
        assertThat(rows).anySatisfy(row -> assertThat(row).contains("Письмо открыто", secretary.name()));
        assertThat(rows).noneSatisfy(row -> assertThat(row).contains("Приказ отклонён"));
        assertThat(rows(director, school, ""))
                .as("reading is recorded too")
                .first()
                .asString()
                .contains("Журнал действий просмотрен", director.name());
    }

    @Test
    void theHeadOfADistrictSeesWhatHerSchoolsDidAndByNobodyByName() {
        var head = new TestPeople(accounts, roles).person(office, Role.DISTRICT_HEAD);
        assertThat(rows(head, office, "")).noneSatisfy(row -> assertThat(row).contains("Приказ подписан"));
        var page = page(get(head, office, "?schools=true"));
        assertThat(page.select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("Приказ подписан", school.shortName(), "учётная запись"))
                .noneSatisfy(row -> assertThat(row).contains(office.shortName()));
        assertThat(page.text()).doesNotContain(secretary.name(), CANARY, "Письмо открыто");
        assertThat(page.select("[name=actor]")).isEmpty();
        assertThat(rows(director, school, "?schools=true"))
                .as("for a director the switch means nothing")
                .anySatisfy(row -> assertThat(row).contains("Приказ подписан", secretary.name()));
    }

    @Test
    void theSystemAdministratorSeesActsWithoutPersonsDetailsAndReading() {
        record(null, null, "identity.sign-in-refused", UUID.randomUUID());
        var page = page(get(administrator, office, ""));
        assertThat(page.select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("Приказ подписан", school.shortName(), "учётная запись"))
                .anySatisfy(row -> assertThat(row).contains("Вход отклонён"));
        assertThat(page.text()).doesNotContain(secretary.name(), CANARY, "Письмо открыто", "просмотрен");
        assertThat(page.select("[name=actor]")).isEmpty();
        assertThat(rows(administrator, office, "?actor=" + secretary.name()))
                .as("names cannot be guessed by searching for them")
                .anySatisfy(row -> assertThat(row).contains("Приказ подписан"));
    }

    @Test
    void theRecordIsSearchedByDayModulePersonAndThing() {
        assertThat(rows(director, school, "?module=mail"))
                .singleElement()
                .asString()
                .contains("Письмо открыто");
        assertThat(rows(director, school, "?subject=" + order))
                .singleElement()
                .asString()
                .contains("Приказ подписан");
        assertThat(rows(director, school, "?module=orders&actor=" + secretary.name()))
                .hasSize(1);
        assertThat(rows(director, school, "?module=orders&actor=Никто")).isEmpty();
        assertThat(rows(director, school, "?module=orders&actor=%")).isEmpty();
        var today = organizations.today(school.id());
        assertThat(rows(director, school, "?module=orders&from=" + today + "&until=" + today))
                .hasSize(1);
        assertThat(rows(director, school, "?module=orders&until=" + today.minusDays(1)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "from, вчера",
        "until, 2026-02-30",
        "until, 1999-01-01&from=2026-01-01",
        "from, 2020-01-01",
        "until, 999999-12-31",
        "from, +999999999-12-31",
        "subject, 12"
    })
    void aWrongFilterComesBackAtItsField(String field, String value) {
        var page = page(get(director, school, "?" + field + "=" + value));
        assertThat(page.select("#field-" + field + " .error").text()).isNotBlank();
        assertThat(page.select("tbody tr")).isEmpty();
    }

    @Test
    void aMistypedIdIsNotAskedForFromAList() {
        assertThat(page(get(director, school, "?subject=12"))
                        .select("#field-subject .error .message")
                        .text())
                .contains("номер целиком");
    }

    @Test
    void strangePagesAndModulesShowNothingWrong() {
        assertThat(rows(director, school, "?page=-1")).isNotEmpty();
        assertThat(rows(director, school, "?page=x")).isNotEmpty();
        assertThat(rows(director, school, "?page=99999")).isEmpty();
        assertThat(rows(director, school, "?module=x';--")).isEmpty();
    }

    @Test
    void aLongRecordHasPagesAndTakesTheSameStatements() {
        get(director, school, "?module=orders");
        var few = StatementCount.of(() -> get(director, school, "?module=orders"));
        for (var i = 0; i < 60; i++) record(director, school, "orders.draft-changed", UUID.randomUUID());
        assertThat(StatementCount.of(() -> get(director, school, "?module=orders")))
                .isEqualTo(few);
        assertThat(rows(director, school, "?module=orders")).hasSize(50);
        assertThat(rows(director, school, "?module=orders&page=1")).hasSize(11);
    }

    @Test
    void thePageSaysUntilWhenTheChainIsWholeAndWhereItIsBroken() {
        assertThat(chain()).contains("ещё не проверялась");
        link();
        check();
        assertThat(chain()).contains("Цепочка цела до " + day(organizations.today(school.id())));

        tamper();
        check();
        assertThat(chain()).contains("Цепочка нарушена на записи № 2");
    }

    // What a thief of the database server could do; the triggers are off for this transaction only.
    private void tamper() {
        var source = TestDatabase.shared().administrator();
        new TransactionTemplate(new DataSourceTransactionManager(source)).executeWithoutResult(status -> {
            var thief = new JdbcTemplate(source);
            thief.execute("set local session_replication_role = replica");
            thief.update(
                    "update audit.entries set details = '{}', action = 'tests.forged' where organization_id = ? and chain_position = 2",
                    school.id());
        });
    }

    private void link() {
        for (var left = 1; left > 0; ) left = server.queryForObject("select audit.link(2000)", Integer.class);
    }

    private void check() {
        assertThat(web.post()
                        .uri("/audit/check")
                        .with(csrf())
                        .with(director.in(school))
                        .exchange())
                .hasStatus3xxRedirection();
    }

    private String chain() {
        return page(get(director, school, "")).select("section.card").text();
    }

    private static String day(LocalDate day) {
        return "%02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private void record(TestPerson person, Organization in, String action, UUID subject) {
        var actor = person == null ? Actor.NOBODY : person.actor(in);
        var entry =
                new AuditEntry(action, in == null ? null : in.id(), "order", List.of(subject), Map.of("note", CANARY));
        Acting.as(actor, () -> transactions.executeWithoutResult(status -> audit.record(entry)));
    }

    private List<String> rows(TestPerson person, Organization in, String query) {
        return page(get(person, in, query)).select("tbody tr").eachText();
    }

    private MvcTestResult get(TestPerson person, Organization in, String query) {
        var builder = org.springframework.web.util.UriComponentsBuilder.fromUriString("/audit" + query);
        return web.get()
                .uri(builder.build().encode().toUri())
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
}
