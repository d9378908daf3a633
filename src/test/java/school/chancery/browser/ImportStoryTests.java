package school.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.JdbcTemplate;
import school.chancery.audit.Acting;
import school.chancery.exchange.Sheets;
import school.chancery.exchange.Town;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.organization.NewSchoolYear;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolYears;
import school.chancery.organization.TestOrganizations;

/** A deputy loads a school of a thousand pupils from the file it has: faults and all, then right, then not at all. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportStoryTests {
    private static final int PUPILS = 1_000;
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa");
    private static Organization school;
    private static Actor deputy;
    private static JdbcTemplate database;

    @BeforeAll
    static void openASchool() {
        var stage = Stage.get();
        var organizations = stage.bean(Organizations.class);
        var made = new TestOrganizations(organizations);
        school = made.school(made.office());
        database = new JdbcTemplate(stage.database().owner());
        var person = new TestPeople(stage.bean(Accounts.class), stage.bean(Roles.class)).person(school, Role.DEPUTY);
        var today = organizations.today(school.id());
        var begins = LocalDate.of(today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1, 9, 1);
        Acting.as(
                person.actor(school),
                () -> stage.bean(SchoolYears.class)
                        .open(new NewSchoolYear(
                                school.id(), begins, begins.plusYears(1).minusDays(1))));
        deputy = stage.signIn(person.login(), TestPeople.PASSWORD);
    }

    @Test
    @Order(1)
    void theClassesComeFromAWorkbook() {
        var rows = new ArrayList<List<?>>();
        rows.add(List.of("Комплектование классов на учебный год"));
        rows.add(List.of());
        rows.add(List.of("Класс", "Наполняемость", "Профиль"));
        for (var label : Town.classes(PUPILS)) rows.add(List.of(label, 25, ""));
        var page = deputy.open("/exchange");
        deputy.picture("import-1-overview");
        page.locator("a[href$='/kinds/classes']").click();
        upload(page, "Комплектование.xlsx", Sheets.xlsx(rows));
        accessible(page);
        deputy.picture("import-2-columns");
        press(page, "Проверить файл");
        press(page, "Внести в реестр");
        assertThat(page.locator("#applied")).containsText("Добавлено строк: 40");
    }

    @Test
    @Order(2)
    void threeFaultsInAThousandRowsAreToldByRowAndColumn() {
        var rows = Town.table(new Town(7).pupils(PUPILS));
        spoil(rows, 11, 3, "31.02.2016");
        spoil(rows, 500, 5, "12Я");
        var twice = new ArrayList<>(rows.get(1));
        twice.set(5, rows.get(699).get(5));
        rows.set(699, twice);
        var page = deputy.open("/exchange/kinds/pupils");
        upload(page, "Список учащихся.csv", Sheets.csv(rows, ';', Sheets.WINDOWS_1251));
        press(page, "Проверить файл");
        assertThat(page.locator("#count-read")).hasText("1000");
        assertThat(page.locator("#count-faults")).hasText("3");
        var faults = page.locator("#faults tbody tr");
        assertThat(faults).hasCount(3);
        assertThat(faults.nth(0)).containsText("11");
        assertThat(faults.nth(0)).containsText("«31.02.2016»: такого дня нет");
        assertThat(faults.nth(1)).containsText("500");
        assertThat(faults.nth(1)).containsText("Класса «12Я» в этом учебном году нет");
        assertThat(faults.nth(2)).containsText("700");
        assertThat(faults.nth(2)).containsText("Тот же ребёнок, что в строке 2");
        assertThat(button(page, "Внести в реестр")).hasCount(0);
        accessible(page);
        deputy.picture("import-3-faults");
        assertThat(pupils()).isZero();
    }

    @Test
    @Order(3)
    void theCorrectedFileIsInAndCanBeTakenBack() {
        var page = deputy.page();
        page.getByText("Загрузить исправленный файл").click();
        upload(
                page,
                "Список учащихся.csv",
                Sheets.csv(Town.table(new Town(7).pupils(PUPILS)), ';', Sheets.WINDOWS_1251));
        press(page, "Проверить файл");
        assertThat(page.locator("#count-faults")).hasText("0");
        deputy.picture("import-4-clean");
        press(page, "Внести в реестр");
        assertThat(page.locator("#applied")).containsText("Добавлено строк: 1000");
        accessible(page);
        deputy.picture("import-5-applied");
        assertThat(pupils()).isEqualTo(PUPILS);
        press(page, "Отменить загрузку");
        assertThat(page.getByText("Загрузка отменена")).isVisible();
        deputy.picture("import-6-undone");
        assertThat(pupils()).isZero();
    }

    private static void spoil(List<List<String>> rows, int line, int column, String with) {
        var row = new ArrayList<>(rows.get(line - 1));
        row.set(column, with);
        rows.set(line - 1, row);
    }

    private static void upload(Page page, String name, byte[] bytes) {
        page.locator("[name=file]").setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
        press(page, "Загрузить файл");
        assertThat(page.locator("#mapping")).isVisible();
    }

    private static Locator button(Page page, String text) {
        return page.locator("main button").filter(new Locator.FilterOptions().setHasText(text));
    }

    // A long step shows its progress first and goes on by itself.
    private static void press(Page page, String text) {
        button(page, text).click();
        page.waitForLoadState();
        assertThat(page.locator("#progress")).hasCount(0);
    }

    private static void accessible(Page page) {
        assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                .isEmpty();
    }

    private static int pupils() {
        return database.queryForObject(
                "select count(*) from people.pupils where organization_id = ?", Integer.class, school.id());
    }
}
