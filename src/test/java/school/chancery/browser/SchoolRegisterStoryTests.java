package school.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A deputy prepares the next school year in the demo's school: years, classes, where they go on, subgroups, subjects. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SchoolRegisterStoryTests {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa");
    private static final String ROOT = "/organization/school/";
    private static Actor deputy;
    private static Page page;

    @BeforeAll
    static void signIn() {
        deputy = Stage.get().signIn("deputy14");
        page = deputy.page();
    }

    @Test
    @Order(1)
    void theClassesOfTheRunningYearAreThere() {
        deputy.open("/");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Учреждение").setExact(true))
                .click();
        assertThat(page.locator("main h1")).hasText("Классы и группы");
        assertThat(page.locator("main tbody tr")).hasCount(40);
        assertThat(page.locator("main tbody tr").first()).containsText("25");
        assertThat(page.locator(".warning")).hasCount(0);
        look("classes");
    }

    @Test
    @Order(2)
    void theNextYearIsOpenedAfterAWrongDate() {
        deputy.open(ROOT + "years");
        page.locator("#endsOn").fill(yearStart().plusYears(1).plusMonths(1).toString());
        save();
        assertThat(page.locator("#field-endsOn .error")).isVisible();
        look("years-wrong");
        page.locator("#endsOn").fill(yearStart().plusYears(2).minusDays(1).toString());
        save();
        assertThat(page.locator(".flash")).containsText("Учебный год открыт");
        look("years");
    }

    @Test
    @Order(3)
    void quartersOfTheNextYearAreSetAfterOneThatOverlaps() {
        deputy.open(ROOT + "years");
        page.locator("main tbody a").first().click();
        var plan = page.locator("form[action$='/terms']");
        plan.locator("#gradeFrom").fill("1");
        plan.locator("#gradeTo").fill("9");
        plan.locator("input[name=scheme][value=TRIMESTER]").check();
        var start = yearStart().plusYears(1);
        fillTerm(plan, 1, start, start.plusDays(90));
        fillTerm(plan, 2, start.plusDays(90), start.plusDays(170));
        fillTerm(plan, 3, start.plusDays(175), start.plusDays(260));
        plan.locator("button.main").click();
        assertThat(page.locator("#field-starts2 .error")).isVisible();
        look("year-wrong");
        fillTerm(plan, 2, start.plusDays(95), start.plusDays(170));
        plan.locator("button.main").click();
        assertThat(page.locator("main section.card h3")).hasText("Параллели 1–9: триместры");
        look("year");
    }

    @Test
    @Order(4)
    void aRowOfClassesAndOneMoreAreOpened() {
        openClasses();
        page.getByText("Открыть ряд классов").click();
        page.locator("#gradeFrom").fill("1");
        page.locator("#gradeTo").fill("11");
        page.locator("#letters").fill("A B");
        save();
        assertThat(page.locator("#field-letters .error")).isVisible();
        look("open-row-wrong");
        page.locator("#letters").fill("А-Б");
        page.locator("#capacity").fill("25");
        save();
        assertThat(page.locator("main tbody tr")).hasCount(22);

        page.locator(".buttons a.main").click();
        page.locator("input[name=kind][value=CLASS]").check();
        page.locator("#grade").fill("12");
        save();
        assertThat(page.locator("#field-grade .error")).isVisible();
        look("open-class-wrong");
        page.locator("#grade").fill("10");
        page.locator("#letter").fill("К");
        page.locator("#profile").fill("кадетский");
        save();
        assertThat(page.locator("main tbody tr")).hasCount(23);
    }

    @Test
    @Order(5)
    void aClassIsChangedAndAnEmptyOneClosed() {
        openClasses();
        page.locator("main tbody a")
                .filter(new Locator.FilterOptions().setHasText("10К"))
                .click();
        page.locator("#capacity").fill("500");
        page.locator("form.card button.main").click();
        assertThat(page.locator("#field-capacity .error")).isVisible();
        look("class-wrong");
        page.locator("button.danger").click();
        assertThat(page.locator(".flash")).containsText("Класс закрыт");
        assertThat(page.locator("main tbody tr")).hasCount(22);
    }

    @Test
    @Order(6)
    void classesGoOnAndOneParts() {
        deputy.open(ROOT + "classes/links");
        page.getByText("Связать по буквам").click();
        assertThat(page.locator(".flash")).containsText("связаны");
        choose("#fromClassId", "5А");
        choose("#toClassId", "7А");
        page.locator("form.card button.main").click();
        assertThat(page.locator("#field-toClassId .error")).isVisible();
        look("links-wrong");
        choose("#fromClassId", "5А");
        choose("#toClassId", "6Б");
        page.locator("form.card button.main").click();
        assertThat(page.getByText("делится", new Page.GetByTextOptions().setExact(true)))
                .hasCount(1);
        assertThat(page.getByText("объединяется", new Page.GetByTextOptions().setExact(true)))
                .hasCount(2);
        look("links");
    }

    @Test
    @Order(7)
    void aClassIsDividedForALanguage() {
        deputy.open(ROOT + "subgroups");
        addSubgroup("Группа 1");
        addSubgroup("Группа 2");
        addSubgroup("группа 1");
        assertThat(page.locator("#field-name .error")).isVisible();
        look("subgroups-wrong");
        page.locator("main tbody td a").first().click();
        page.locator("#name").fill("Группа Ивановой");
        look("subgroup");
        save();
        assertThat(page.locator("main tbody tr")).hasCount(2);
    }

    @Test
    @Order(8)
    void aSubjectIsAddedOnce() {
        deputy.open(ROOT + "subjects");
        addSubject("физика", "Физика");
        assertThat(page.locator("#field-name .error")).isVisible();
        look("subjects-wrong");
        addSubject("Шахматы", "Шахматы");
        assertThat(page.locator("main tbody")).containsText("Шахматы");
        page.locator("main tbody a")
                .filter(new Locator.FilterOptions().setHasText("Шахматы"))
                .click();
        look("subject");
    }

    @Test
    @Order(9)
    void theSchoolsDataAreCheckedToTheLastDigit() {
        deputy.open(ROOT + "details");
        var inn = page.locator("#inn").inputValue();
        page.locator("#inn").fill(inn.substring(0, 9) + (Integer.parseInt(inn.substring(9)) + 1) % 10);
        page.locator("#phone").fill("12");
        save();
        assertThat(page.locator("#field-inn .error")).isVisible();
        assertThat(page.locator("#field-phone .error")).isVisible();
        look("details-wrong");
        page.locator("#inn").fill(inn);
        page.locator("#phone").fill("8 (846) 332-11-22");
        save();
        assertThat(page.locator("#phone")).hasValue("+78463321122");
    }

    @Test
    @Order(10)
    void aTeacherReads() {
        var teacher = Stage.get().signIn("teacher14");
        var read = teacher.open(ROOT + "details");
        assertThat(read.locator("main")).containsText("+78463321122");
        assertThat(read.locator("main form")).hasCount(0);
    }

    private static void openClasses() {
        deputy.open(ROOT + "classes");
        page.locator("#year").selectOption(new SelectOption().setIndex(0));
        page.getByText("Показать").click();
    }

    private static void addSubgroup(String name) {
        choose("#classId", "5А");
        choose("#subjectId", "Английский язык");
        page.locator("#name").fill(name);
        save();
    }

    private static void addSubject(String name, String shortName) {
        page.locator("#name").fill(name);
        page.locator("#shortName").fill(shortName);
        page.locator("form.card button.main").click();
    }

    private static void fillTerm(Locator plan, int number, LocalDate startsOn, LocalDate endsOn) {
        plan.locator("#starts" + number).fill(startsOn.toString());
        plan.locator("#ends" + number).fill(endsOn.toString());
    }

    private static void choose(String select, String label) {
        page.locator(select).selectOption(new SelectOption().setLabel(label));
    }

    private static void save() {
        page.locator("main form button.main").last().click();
    }

    private static LocalDate yearStart() {
        var today = LocalDate.now(ZoneId.of("Europe/Moscow"));
        return today.getMonthValue() < 9
                ? LocalDate.of(today.getYear() - 1, 9, 1)
                : LocalDate.of(today.getYear(), 9, 1);
    }

    /** As it is on a desk, then by axe, then on a phone: nothing sticks out. */
    private static void look(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(picture(name)).setFullPage(true));
        assertThat(page.locator("body").textContent()).as(name).doesNotContain("??");
        assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                .as(name)
                .isEmpty();
        page.setViewportSize(360, 800);
        page.screenshot(
                new Page.ScreenshotOptions().setPath(picture(name + "-360")).setFullPage(true));
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isEqualTo(360);
        page.setViewportSize(1400, 950);
    }

    private static Path picture(String name) {
        return Path.of("target", "pictures", "school-" + name + ".png");
    }
}
