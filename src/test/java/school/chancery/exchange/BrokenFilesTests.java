package school.chancery.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.exchange.BrokenFiles.BrokenFile;
import school.chancery.exchange.BrokenFiles.Spoiling;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.organization.NewSchoolYear;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolYears;
import school.chancery.organization.TestOrganizations;

/** Of every broken file the person is told what is wrong with it, and nothing of it is in the register. */
@ChanceryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenFilesTests {
    private static final List<List<String>> CLASSES = List.of(
            List.of("Класс", "Профиль", "Наполняемость", "Учебный год"),
            List.of("5А", "общий", "25", ""),
            List.of("5Б", "общий", "24", ""),
            List.of("9В", "кадетский", "30", ""),
            List.of("10А", "технологический", "30", ""),
            List.of("11Б", "гуманитарный", "28", ""));

    private static final List<Spoiling> SPOILINGS = List.of(
            new Spoiling(0, ""),
            new Spoiling(0, "0А"),
            new Spoiling(0, "12А"),
            new Spoiling(0, "5+"),
            new Spoiling(0, "=5"),
            new Spoiling(0, "-5А"),
            new Spoiling(0, "05.10.2026"),
            new Spoiling(0, "#REF!"),
            new Spoiling(0, "5" + "А".repeat(70)),
            new Spoiling(1, "п".repeat(130)),
            new Spoiling(1, "п".repeat(1_200)),
            new Spoiling(1, "#N/A"),
            new Spoiling(2, "0"),
            new Spoiling(2, "201"),
            new Spoiling(2, "-5"),
            new Spoiling(2, "25.5"),
            new Spoiling(2, "=1+1"),
            new Spoiling(2, "много"),
            new Spoiling(2, "999999999999"),
            new Spoiling(3, "2026"),
            new Spoiling(3, "2026/2028"),
            new Spoiling(3, "2040/2041"),
            new Spoiling(3, "вчера"));

    @Autowired
    private MockMvcTester web;

    @Autowired
    private Organizations organizations;

    @Autowired
    private SchoolYears years;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.shared().owner());
    private Organization school;
    private ImportClerk operator;

    @BeforeAll
    void open() {
        var made = new TestOrganizations(organizations);
        school = made.school(made.office());
        var person = new TestPeople(accounts, roles).person(school, Role.OPERATOR);
        operator = new ImportClerk(web, person, school);
        var today = organizations.today(school.id());
        var begins = LocalDate.of(today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1, 9, 1);
        Acting.as(
                person.actor(school),
                () -> years.open(new NewSchoolYear(
                        school.id(), begins, begins.plusYears(1).minusDays(1))));
    }

    static Stream<BrokenFile> files() {
        return BrokenFiles.of(CLASSES, SPOILINGS).stream();
    }

    @Test
    void thereAreTwoHundredOfThemAtLeast() {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(files().filter(file -> !file.mayBeReadable())).hasSizeGreaterThanOrEqualTo(150);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isToldWhatIsWrongAndNothingGetsIn(BrokenFile file) {
        var page = operator.dryRun("classes", file.name(), file.bytes());
        var faults = ImportClerk.faults(page);
        if (!file.mayBeReadable())
            assertThat(ImportClerk.errors(page).size() + faults.size()).isPositive();
        assertThat(faults).allMatch(fault -> fault.matches("(?s)\\d+\\|[A-Z]*\\|[^|]*\\|.+"));
        if (!faults.isEmpty()) assertThat(ImportClerk.has(page, "/apply")).isFalse();
        assertThat(database.queryForObject(
                        "select count(*) from organization.classes where organization_id = ?",
                        Integer.class,
                        school.id()))
                .isZero();
    }
}
