package school.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import school.chancery.audit.Acting;
import school.chancery.identity.Accounts;
import school.chancery.identity.Ground;
import school.chancery.identity.NewAccount;
import school.chancery.identity.Role;
import school.chancery.identity.RoleGrant;
import school.chancery.identity.Roles;
import school.chancery.journal.MarkValue;
import school.chancery.journal.TestMarks;
import school.chancery.organization.NewOrganization;
import school.chancery.organization.OrganizationType;
import school.chancery.organization.Organizations;
import school.chancery.organization.Requisites;
import school.chancery.students.TestClasses;

/** A class of 35 is marked in 18 subjects, with the keyboard alone; what is typed is saved. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MarksStoryTests {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Moscow"));
    private static final List<String> SUBJECTS = List.of(
            "Алгебра",
            "Геометрия",
            "Русский язык",
            "Литература",
            "Английский язык",
            "История",
            "Обществознание",
            "География",
            "Биология",
            "Физика",
            "Химия",
            "Информатика",
            "Физическая культура",
            "Музыка",
            "Технология",
            "Изобразительное искусство",
            "Основы безопасности",
            "Вероятность и статистика");

    private static Stage stage;
    private static TestMarks book;
    private static UUID schoolClass;
    private static UUID geometry;
    private static final List<UUID> pupils = new ArrayList<>();

    @BeforeAll
    static void fillAClass() {
        stage = Stage.get();
        var rows = JdbcClient.create(stage.database().owner());
        var eighth = Acting.as(
                school.chancery.audit.Actor.PRODUCT,
                () -> stage.bean(Organizations.class)
                        .register(new NewOrganization(
                                "school-8",
                                OrganizationType.SCHOOL,
                                "Муниципальное общеобразовательное учреждение «Средняя общеобразовательная школа № 8»",
                                "МОУ «СОШ № 8»",
                                "г. Лужанск",
                                "district",
                                ZoneId.of("Europe/Moscow"),
                                new Requisites(null, null, "г. Лужанск, ул. Новая, д. 8", "Директор"))));
        var classes = new TestClasses(rows, eighth, TODAY);
        book = new TestMarks(rows, eighth, classes.year());
        schoolClass = classes.open(8, "А", 35);
        for (var i = 0; i < 35; i++) pupils.add(classes.pupilIn(schoolClass, "Отметкин" + "абвгдежзик".charAt(i / 10)));
        for (var i = 0; i < SUBJECTS.size(); i++) {
            var name = SUBJECTS.get(i);
            var subject = book.subject(
                    "subject-" + "abcdefghijklmnopqrst".charAt(i),
                    name,
                    name.length() > 12 ? name.substring(0, 12) + "." : name);
            book.plan(schoolClass, subject);
            if (i == 1) geometry = subject;
            for (var at = 0; i > 1 && at < pupils.size(); at++)
                book.mark(pupils.get(at), subject, MarkValue.values()[(i + at) % 5 == 4 ? 0 : (i + at) % 3]);
        }
        person(rows, eighth, "deputy8", "DEPUTY", "Заместителева", Role.DEPUTY);
        var teacher = person(rows, eighth, "teacher8", "PEDAGOGUE", "Учителева", Role.TEACHER);
        rows.sql(
                        "insert into people.teaching_assignments (id, organization_id, staff_id, class_id, subject_id, from_on)"
                                + " values (gen_random_uuid(), ?, ?, ?, ?, ?)")
                .params(eighth, teacher, schoolClass, geometry, classes.yearStart())
                .update();
    }

    @Test
    @Order(1)
    void theDeputySeesThirtyFivePupilsOnOneScreenAndTypesDownTheList() {
        var deputy = stage.signIn("deputy8");
        deputy.page().setViewportSize(1600, 1080);
        deputy.open("/journal/marks");
        deputy.picture("j1-classes");
        var page = deputy.open("/journal/marks/" + schoolClass);
        assertThat(page.locator(".marks tbody tr")).hasCount(35);
        page.locator(".marks tbody tr").nth(0).locator("input").nth(0).focus();
        for (var i = 0; i < 35; i++) page.keyboard().type(String.valueOf(i == 3 ? 2 : 3 + i % 3));
        assertThat(page.locator("#saved")).hasText("Сохранено");
        assertThat(page.locator("#missing")).hasText("Пустых ячеек: 35");
        deputy.picture("j2-class");
        assertThat(heightOf(page)).isLessThanOrEqualTo(1080);
        assertThat(axe(page)).isEmpty();
        page.reload();
        assertThat(page.locator(".marks tbody tr").nth(3).locator("input").nth(0))
                .hasValue("2");
        assertThat(page.locator(".marks input.bad").first()).isVisible();
    }

    @Test
    @Order(2)
    void aWordIsFinishedByItselfAWrongOneIsShownAndTheGoodOnesAreKept() {
        var page = stage.signIn("deputy8").open("/journal/marks/" + schoolClass);
        var cells = page.locator("#marks input[data-subject='" + geometry + "']");
        cells.nth(0).focus();
        page.keyboard().type("з");
        page.keyboard().press("Enter");
        page.keyboard().type("7");
        page.keyboard().press("ArrowDown");
        page.keyboard().type("осв");
        page.keyboard().press("ArrowDown");
        assertThat(cells.nth(1)).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#missing")).hasText("Пустых ячеек: 33");
        assertThat(book.of(pupilOf(cells.nth(0).getAttribute("data-saved"), page, 0)))
                .anyMatch(mark -> mark.endsWith("CREDIT"));
        cells.nth(1).focus();
        page.keyboard().press("Delete");
        page.keyboard().press("Tab");
        assertThat(page.locator("#saved")).hasText("Сохранено");
    }

    @Test
    @Order(3)
    void theTeacherSeesTheOwnSubjectAloneAndPastesAColumn() {
        var teacher = stage.signIn("teacher8");
        var page = teacher.open("/journal/marks/" + schoolClass);
        assertThat(page.locator("th.subject")).hasCount(1);
        page.locator("#marks td input").nth(5).focus();
        page.evaluate("""
                () => { const data = new DataTransfer(); data.setData('text', '5\\n4\\nзачтено\\n');
                  document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }
                """);
        assertThat(page.locator("#saved")).hasText("Сохранено");
        page.reload();
        assertThat(page.locator("#marks td input").nth(7)).hasValue("зач");
        teacher.picture("j3-teacher");
    }

    private static UUID pupilOf(String saved, Page page, int row) {
        assertThat(saved).isEqualTo("зач");
        return UUID.fromString(page.locator(".marks tbody tr").nth(row).getAttribute("data-pupil"));
    }

    private static double heightOf(Page page) {
        return ((Number) page.evaluate("document.querySelector('.marks table').getBoundingClientRect().height"))
                .doubleValue();
    }

    private static List<String> axe(Page page) {
        return new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa")).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                        .toList();
    }

    private static UUID person(JdbcClient rows, UUID where, String login, String category, String family, Role role) {
        var person = UUID.randomUUID();
        var staff = UUID.randomUUID();
        rows.sql("insert into people.persons (id, family, given, patronymic) values (?, ?, 'Анна', 'Ивановна')")
                .params(person, family)
                .update();
        rows.sql("""
                        insert into people.staff (id, organization_id, person_id, position, category, education,
                            management_experience, hired_on)
                        values (?, ?, ?, 'работник', ?, 'HIGHER', false, '2019-09-01')
                        """).params(staff, where, person, category).update();
        var account =
                new NewAccount(login, family + " А. И.", login + "@example.org", person, Stage.PASSWORD, false, false);
        Acting.as(school.chancery.audit.Actor.PRODUCT, () -> {
            var id = stage.bean(Accounts.class).open(account);
            var ground = new Ground(Ground.Kind.FIRST_LOADING, null, "первичная загрузка");
            stage.bean(Roles.class).grant(new RoleGrant(id, where, role, TODAY.minusYears(1), null, ground, null));
        });
        return staff;
    }
}
