package school.chancery.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.audit.Audit;
import school.chancery.identity.Accounts;
import school.chancery.identity.Accounts.PasswordAnswer;
import school.chancery.organization.Organizations;

/** The demo in a database of its own, as {@code mvn spring-boot:run} makes it. */
@ChanceryTest
@ActiveProfiles({"test", "demo"})
@ContextConfiguration(initializers = DemoDataTests.OwnDatabase.class)
@ExtendWith(OutputCaptureExtension.class)
class DemoDataTests {
    @TempDir
    private static Path home;

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JdbcTemplate rows = new JdbcTemplate(DATABASE.owner());

    @Autowired
    private DemoData demo;

    @Autowired
    private DemoGreeting greeting;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organizations organizations;

    static class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(DATABASE.properties())
                    .and("chancery.home=" + home)
                    .applyTo(context);
        }
    }

    @Test
    void aDistrictAndThreeSchoolsAreThereWithTheirPeople() {
        assertThat(counts("people.staff"))
                .isEqualTo(Map.of("district", 5L, "school-14", 60L, "kindergarten-8", 24L, "center-3", 15L));
        assertThat(counts("people.pupils"))
                .isEqualTo(Map.of("school-14", 1000L, "kindergarten-8", 98L, "center-3", 90L));
        assertThat(rows.queryForObject("select count(distinct pupil_id) from people.guardians", Long.class))
                .isEqualTo(1188);
    }

    @Test
    void everySchoolHasItsYearItsClassesAndItsSubjects() {
        assertThat(counts("organization.school_years"))
                .isEqualTo(Map.of("school-14", 1L, "kindergarten-8", 1L, "center-3", 1L));
        assertThat(counts("organization.classes"))
                .isEqualTo(Map.of("school-14", 40L, "kindergarten-8", 5L, "center-3", 6L));
        assertThat(counts("organization.terms")).isEqualTo(Map.of("school-14", 6L));
        assertThat(rows.queryForList("""
                        select label from organization.classes c where kind = 'CLASS' and not exists (
                            select from students.enrollments e where e.class_id = c.id)""", String.class)).isEmpty();
        assertThat(rows.queryForList("""
                        select subject from people.teaching_subjects t where not exists (
                            select from organization.subjects s
                            where s.organization_id = t.organization_id and s.code = t.subject)""", String.class)).isEmpty();
    }

    @Test
    void everyChildIsEnrolledForTheRunningYear() {
        assertThat(counts("students.enrollments"))
                .isEqualTo(Map.of("school-14", 1000L, "kindergarten-8", 98L, "center-3", 90L));
        assertThat(rows.queryForObject("""
                        select count(*) from students.enrollments e join people.pupils p on p.id = e.pupil_id
                        where e.entry_ground = 'FIRST_LOADING' and e.to_on is null and e.from_on >= p.admitted_on""", Long.class)).isEqualTo(1188);
    }

    @Test
    void noClassHasMoreThanTwentyFivePupils() {
        assertThat(rows.queryForList(
                        "select class_id from students.enrollments group by class_id having count(*) > 25"))
                .isEmpty();
    }

    @Test
    void nobodyIsRegisteredTwice() {
        assertThat(rows.queryForList("""
                select family from people.persons group by family, given, patronymic, born_on having count(*) > 1""")).isEmpty();
    }

    @Test
    void everyHeadIsThereByTheFoundersActAndNobodyElseIs() {
        assertThat(rows.queryForList(
                        "select distinct role from identity.role_assignments where ground_kind = 'FOUNDER_ACT'",
                        String.class))
                .containsExactlyInAnyOrder("DIRECTOR", "DISTRICT_HEAD");
        assertThat(rows.queryForList("""
                        select o.code from identity.role_assignments r
                        join organization.organizations o on o.id = r.organization_id
                        where ground_kind = 'FOUNDER_ACT' and r.ground_text ~ 'от \\d\\d\\.\\d\\d\\.\\d{4} № \\d+-рк$'""", String.class))
                .containsExactlyInAnyOrder("district", "school-14", "kindergarten-8", "center-3");
        assertThat(rows.queryForList("select distinct ground_kind from identity.role_assignments", String.class))
                .containsExactlyInAnyOrder("FOUNDER_ACT", "FIRST_LOADING");
    }

    @Test
    void theAdministratorOfThePlatformIsNotAppointedYet() {
        assertThat(rows.queryForList("select distinct role from identity.role_assignments", String.class))
                .contains(
                        "DEPUTY", "COORDINATOR", "SECRETARY", "HR", "NETWORK_ADMINISTRATOR", "TEACHER", "CLASS_TEACHER")
                .contains("DISTRICT_SPECIALIST", "SYSTEM_ADMINISTRATOR")
                .doesNotContain("PLATFORM_ADMINISTRATOR");
    }

    @Test
    void oneDirectorOfASchoolTeachesInAnother() {
        assertThat(rows.queryForList("""
                        select o.code || '.' || r.role from identity.role_assignments r
                        join identity.accounts a on a.id = r.account_id
                        join organization.organizations o on o.id = r.organization_id
                        where a.login = 'director3' order by 1""", String.class)).containsExactly("center-3.DIRECTOR", "school-14.TEACHER");
    }

    @Test
    void everyAccountIsADemoAccountOfAnEmployeeWithARole() {
        assertThat(rows.queryForList("""
                        select login from identity.accounts a where not demo
                            or not exists (select from people.staff s where s.person_id = a.person_id)
                            or not exists (select from identity.role_assignments r where r.account_id = a.id)""")).isEmpty();
        assertThat(rows.queryForObject("select count(*) from identity.accounts", Long.class))
                .isGreaterThan(90);
    }

    @Test
    void thePrintedPasswordOpensTheAccounts() throws IOException {
        var password = Files.readString(home.resolve("demo-password")).strip();
        for (var login : List.of("director14", "specialist", "system"))
            assertThat(answer(login, password)).isEqualTo(PasswordAnswer.RIGHT);
        assertThat(answer("hr14", password + "x")).isEqualTo(PasswordAnswer.WRONG);
    }

    @Test
    void theStartPrintsEveryLoginWithWhatToTry(CapturedOutput output) throws IOException {
        greeting.greet();
        assertThat(output)
                .contains("http://localhost:8080", "http://localhost:8080/demo/mailbox")
                .contains(Files.readString(home.resolve("demo-password")).strip())
                .contains("Директор, МОУ «СОШ № 14»")
                .contains("Директор, МУДО «ЦДТ № 3»; Учитель информатики (по совместительству), МОУ «СОШ № 14»");
        for (var login : Rows.of("logins.csv", Login::read)) assertThat(output).contains("  " + login.name() + " ");
    }

    @Test
    void anotherStartAddsNobodyAndMakesThePrintedPasswordRightAgain() throws IOException {
        var before = everybody(rows);
        rows.update("update identity.accounts set password_hash = '{argon2id}forgotten' where login = 'deputy14'");
        demo.afterSingletonsInstantiated();
        assertThat(everybody(rows)).isEqualTo(before);
        var password = Files.readString(home.resolve("demo-password")).strip();
        assertThat(answer("deputy14", password)).isEqualTo(PasswordAnswer.RIGHT);
    }

    @Test
    void anotherInstallationHasTheSamePeople() {
        var elsewhere = new JdbcTemplate(TestDatabase.fresh().owner());
        var ids = enteredByHand(elsewhere);
        new SchoolLoader(elsewhere).load(DemoDistrict.on(today()), ids);
        new RegisterLoader(elsewhere).load(DemoDistrict.on(today()), ids);
        assertThat(everybody(elsewhere)).isEqualTo(everybody(rows)).hasSizeGreaterThan(2000);
    }

    @Test
    void theDemoDoesNotLoadBesideARealDistrict() {
        var real = TestDatabase.fresh().owner();
        enteredByHand(new JdbcTemplate(real));
        var refused = new DemoData(
                new JdbcTemplate(real),
                new TransactionTemplate(new JdbcTransactionManager(real)),
                organizations,
                mock(SchoolLoader.class),
                mock(RegisterLoader.class),
                mock(AccountLoader.class),
                mock(Audit.class));
        assertThatThrownBy(refused::afterSingletonsInstantiated)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kindergarten-8");
    }

    private static Map<String, UUID> enteredByHand(JdbcTemplate rows) {
        var ids = new LinkedHashMap<String, UUID>();
        for (var organization : Rows.of("organizations.csv", DemoOrganization::read)) {
            var entry = organization.entry();
            ids.put(entry.code(), UUID.randomUUID());
            rows.update(
                    """
                    insert into organization.organizations
                        (id, code, type, full_name, short_name, locality, district_office_id, zone, head_title)
                    values (?, ?, ?, ?, ?, ?, ?, 'Europe/Moscow', '-')""",
                    ids.get(entry.code()),
                    entry.code(),
                    entry.type().name(),
                    entry.fullName(),
                    entry.shortName(),
                    entry.locality(),
                    entry.districtOfficeCode() == null ? null : ids.get(entry.districtOfficeCode()));
        }
        return ids;
    }

    private LocalDate today() {
        return organizations.today(organizations.requireByCode("district").id());
    }

    private PasswordAnswer answer(String login, String password) {
        var id = rows.queryForObject("select id from identity.accounts where login = ?", UUID.class, login);
        return Acting.as(Actor.PRODUCT, () -> accounts.checkPassword(id, password));
    }

    private Map<String, Long> counts(String table) {
        var byCode = "select o.code, count(*) from %s t join organization.organizations o on o.id = t.organization_id"
                        .formatted(table)
                + " group by o.code";
        return rows.query(byCode, (row, number) -> Map.entry(row.getString(1), row.getLong(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<String> everybody(JdbcTemplate rows) {
        return rows.queryForList(
                "select concat_ws(' ', id, family, given, patronymic, born_on, email, phone) from people.persons order by id",
                String.class);
    }
}
