package school.chancery.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.TestClock;
import school.chancery.TestDatabase;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.Organization;
import school.chancery.organization.OrganizationType;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;

/** The pages of a school's register as its deputy keeps them and its teacher reads them. */
@ChanceryTest
class SchoolPagesTests {
    private static final String ROOT = "/organization/school/";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private Organizations organizations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    @Autowired
    private MessageSource messages;

    @Autowired
    private TestClock clock;

    private final JdbcTemplate rows = new JdbcTemplate(TestDatabase.shared().owner());
    private Organization school;
    private TestPerson deputy;
    private TestPerson teacher;

    @BeforeEach
    void appoint() {
        clock.set(Instant.parse("2026-11-24T06:00:00Z"));
        var made = new TestOrganizations(organizations);
        var people = new TestPeople(accounts, roles);
        school = made.school(made.office());
        deputy = people.person(school, Role.DEPUTY);
        teacher = people.person(school, Role.TEACHER);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void aSchoolWithoutAYearIsToldToOpenOne() {
        for (var page : List.of("classes", "classes/links", "subgroups"))
            assertThat(page(page).text()).contains("Учебный год ещё не открыт");
        var proposed = page("years");
        assertThat(proposed.select("#startsOn").val()).isEqualTo("2026-09-01");
        assertThat(proposed.select("#endsOn").val()).isEqualTo("2027-08-31");
    }

    @Test
    void theDeputyOpensAYearAndTheNextIsProposed() {
        openYear();
        var list = page("years");
        assertThat(list.select("main table").text()).contains("2026/2027 идёт", "ещё не взята");
        assertThat(list.select("#startsOn").val()).isEqualTo("2027-09-01");
        assertThat(errors(post("years", "startsOn", "2027-08-31", "endsOn", "2028-08-31")))
                .contains("пересекаются");
        assertThat(errors(post("years", "startsOn", "", "endsOn", "31 августа")))
                .contains("Заполните", "дату");
    }

    @Test
    void termsAreSetForGradesAndRefusedAtTheirFields() {
        var path = "years/" + openYear();
        var refused = post(
                path + "/terms",
                "gradeFrom",
                "1",
                "gradeTo",
                "9",
                "scheme",
                "TRIMESTER",
                "starts1",
                "2026-09-01",
                "ends1",
                "2026-11-30",
                "starts2",
                "2026-11-30",
                "ends2",
                "2027-02-28",
                "starts4",
                "2027-06-01");
        assertThat(parsed(refused).select("#field-starts3 .error").text()).contains("Укажите дату");
        assertThat(parsed(refused).select("#field-starts4 .error").text()).contains("очистите");
        var overlapping = post(
                path + "/terms",
                "gradeFrom",
                "1",
                "gradeTo",
                "9",
                "scheme",
                "HALF_YEAR",
                "starts1",
                "2026-09-01",
                "ends1",
                "2026-12-31",
                "starts2",
                "2026-12-31",
                "ends2",
                "2027-05-26");
        assertThat(parsed(overlapping).select("#field-starts2 .error").text()).contains("раньше, чем закончился");
        assertThat(halves(path, "10", "11")).hasStatus3xxRedirection();
        assertThat(page(path).text()).contains("Параллели 10–11: полугодия", "11.01.2027");
        assertThat(errors(halves(path, "9", "10"))).contains("заданы иначе");
        assertThat(errors(halves(path, "нет", "12"))).contains("целое число");
        assertThat(errors(halves(path, "5", "12"))).contains("с 1 по 11");
    }

    @Test
    void datesOfAYearAreChangedByWhoeverSawItLast() {
        var year = openYear();
        var path = "years/" + year;
        assertThat(post(path, "startsOn", "2026-09-01", "endsOn", "2027-08-30", "version", "0"))
                .hasStatus3xxRedirection();
        assertThat(post(path, "startsOn", "2026-09-01", "endsOn", "2027-08-31", "version", "0"))
                .hasStatus(409);
        assertThat(errors(post(path, "startsOn", "2026-09-01", "endsOn", "2026-10-01", "version", "1")))
                .contains("следующем календарном году");
        halves(path, "10", "11");
        assertThat(post(path + "/terms/withdraw", "version", "1", "gradeFrom", "10", "gradeTo", "11"))
                .hasStatus(409);
        assertThat(post(path + "/terms/withdraw", "version", "2", "gradeFrom", "10", "gradeTo", "11"))
                .hasStatus3xxRedirection();
        assertThat(page(path).text()).contains("не заданы");
    }

    @Test
    void aWholeRowOfClassesOpensAtOnceAndWhatIsThereStays() {
        var year = openYear();
        openClass(year, "5", "Б");
        assertThat(post(
                        "classes/row?year=" + year,
                        "gradeFrom",
                        "1",
                        "gradeTo",
                        "9",
                        "letters",
                        "А-В",
                        "capacity",
                        "25"))
                .hasStatus3xxRedirection();
        assertThat(post("classes/row?year=" + year, "gradeFrom", "10", "gradeTo", "11", "letters", "а, б"))
                .hasStatus3xxRedirection();
        var list = page("classes");
        assertThat(list.text()).doesNotContain("ещё не открыт");
        assertThat(list.select("tbody tr")).hasSize(31);
        assertThat(list.select("tbody th a").eachText())
                .startsWith("1А", "1Б", "1В", "2А")
                .endsWith("10А", "10Б", "11А", "11Б");
        assertThat(errors(post("classes/row?year=" + year, "gradeFrom", "1", "gradeTo", "2", "letters", "А Б")))
                .contains("уже есть");
        assertThat(errors(post("classes/row?year=" + year, "gradeFrom", "9", "gradeTo", "1", "letters", "А")))
                .contains("меньше первой");
        assertThat(errors(post("classes/row?year=" + year, "gradeFrom", "0", "gradeTo", "12", "letters", "")))
                .contains("не меньше 1", "не больше 11", "Заполните");
        assertThat(errors(post("classes/row?year=" + year, "gradeFrom", "1", "gradeTo", "1", "letters", "A B")))
                .contains("русская заглавная");
        assertThat(errors(post("classes/row?year=" + year, "gradeFrom", "1", "gradeTo", "1", "letters", "Г-А")))
                .contains("А-Г");
    }

    @Test
    void aLongListOfClassesComesInPages() {
        var year = openYear();
        post("classes/row?year=" + year, "gradeFrom", "1", "gradeTo", "11", "letters", "А-Д");
        assertThat(page("classes").select("tbody tr")).hasSize(50);
        assertThat(page("classes?page=1").select("tbody tr")).hasSize(5);
        assertThat(page("classes?page=-7").select("tbody tr")).hasSize(50);
        assertThat(page("classes?page=2000000000").text()).contains("классов пока нет");
    }

    @Test
    void aClassIsOpenedChangedAndClosed() {
        var year = openYear();
        assertThat(errors(post("classes/open?year=" + year, "kind", "CLASS", "grade", "5", "letter", "A")))
                .contains("русская заглавная");
        assertThat(errors(post("classes/open?year=" + year, "kind", "GROUP", "grade", "5")))
                .contains("название");
        assertThat(errors(post("classes/open?year=" + year, "grade", "пять"))).contains("целое число", "Заполните");
        var path = "classes/" + openClass(year, "10", "а");
        assertThat(page(path).select("h1").text()).contains("10А");
        assertThat(page(path).select("#name")).isEmpty();
        assertThat(post(path, "kind", "CLASS", "profile", "технологический", "capacity", "25", "version", "0"))
                .hasStatus3xxRedirection();
        assertThat(page("classes").select("tbody tr").text()).contains("10А технологический", "25");
        assertThat(post(path, "kind", "CLASS", "capacity", "30", "version", "0"))
                .hasStatus(409);
        assertThat(errors(post(path, "kind", "CLASS", "capacity", "0", "version", "1")))
                .contains("От 1 до 200");
        assertThat(post(path + "/close", "version", "0")).hasStatus(409);
        assertThat(post(path + "/close", "version", "1")).hasStatus3xxRedirection();
        assertThat(get(deputy, school, path)).hasStatus(404);
    }

    @Test
    void aClassThatSomethingRefersToIsClosedOnADayAndStaysOnItsPage() {
        var year = openYear();
        var id = openClass(year, "5", "А");
        rows.execute(
                "create table if not exists organization.trial_of_closing (class_id uuid references organization.classes)");
        try {
            rows.update("insert into organization.trial_of_closing values (?)", id);
            assertThat(post("classes/" + id + "/close", "version", "0")).hasStatus3xxRedirection();
            assertThat(page("classes/" + id).select("main").text()).contains("Закрыт с 24.11.2026");
            assertThat(page("classes/" + id).select("form[action$=/close]")).isEmpty();
            assertThat(page("classes").select("tbody tr").text()).contains("Закрыт с 24.11.2026");
        } finally {
            rows.execute("drop table organization.trial_of_closing");
        }
    }

    @Test
    void aClassWithPupilsStaysOpen() {
        var year = openYear();
        var id = openClass(year, "5", "А");
        rows.update("update organization.classes set profile = 'кадетский' where id = ?", id);
        rows.update("""
                with person as (insert into people.persons (id, family, given)
                        values (gen_random_uuid(), 'Учеников', 'Лев') returning id),
                    pupil as (insert into people.pupils (id, organization_id, person_id, admitted_on)
                        select gen_random_uuid(), ?, id, '2026-09-01' from person returning id, person_id)
                insert into students.enrollments (id, organization_id, pupil_id, person_id, school_year_id, year_starts_on,
                    year_ends_on, class_id, class_kind, sequence, from_on, entry_ground)
                select gen_random_uuid(), c.organization_id, u.id, u.person_id, y.id, y.starts_on, y.ends_on, c.id, c.kind,
                    1, y.starts_on, 'FIRST_LOADING'
                from pupil u, organization.classes c join organization.school_years y on y.id = c.school_year_id
                where c.id = ?""", school.id(), id);
        var refused = parsed(post("classes/" + id + "/close", "version", "0"));
        assertThat(refused.select(".errors").text()).contains("Класс не пуст");
        assertThat(refused.select("#profile").val()).isEqualTo("кадетский");
        assertThat(page("classes/" + id).select("h1").text()).contains("5А");
    }

    @Test
    void classesGoOnPartAndComeTogether() {
        var year = openYear();
        assertThat(page("classes/links").text()).contains("ещё не открыт");
        var next = openYear("2027-09-01", "2028-08-31");
        var fifthA = openClass(year, "5", "А");
        openClass(year, "5", "Б");
        openClass(next, "6", "А");
        var sixthB = openClass(next, "6", "Б");
        var path = "classes/links?year=" + year;
        assertThat(page(path).text()).contains("не указано");
        assertThat(post("classes/links/alike?year=" + year)).hasStatus3xxRedirection();
        assertThat(page(path).select("tbody").text()).doesNotContain("не указано", "делится");
        assertThat(post(path, "fromClassId", fifthA.toString(), "toClassId", sixthB.toString()))
                .hasStatus3xxRedirection();
        assertThat(page(path).select("tbody").text()).contains("5А делится", "6Б объединяется");
        assertThat(page("classes?year=" + year).select("tbody").text()).contains("6А, 6Б");
        assertThat(errors(post(path, "fromClassId", sixthB.toString(), "toClassId", fifthA.toString())))
                .contains("следующего учебного года");
        assertThat(errors(post(path, "fromClassId", "", "toClassId", "нет"))).contains("Заполните", "из списка");
        assertThat(post(
                        "classes/links/remove?year=" + year,
                        "fromClassId",
                        fifthA.toString(),
                        "toClassId",
                        sixthB.toString()))
                .hasStatus3xxRedirection();
        assertThat(page(path).select("tbody").text()).doesNotContain("делится");
    }

    @Test
    void subjectsAreAddedRenamedAndGivenUp() {
        assertThat(post("subjects/usual")).hasStatus3xxRedirection();
        assertThat(page("subjects").select("tbody tr")).hasSizeGreaterThan(20);
        assertThat(errors(post("subjects", "name", "физика", "shortName", "Физ.")))
                .contains("уже есть");
        assertThat(errors(post("subjects", "name", "", "shortName", "с".repeat(31))))
                .contains("Заполните", "30");
        post("subjects", "name", "Шахматы", "shortName", "Шахматы");
        var id = rows.queryForObject(
                "select id from organization.subjects where organization_id = ? and code = 'shakhmaty'",
                UUID.class,
                school.id());
        var path = "subjects/" + id;
        assertThat(post(path, "name", "Шахматы в школе", "shortName", "Шахматы", "version", "0"))
                .hasStatus3xxRedirection();
        assertThat(post(path, "name", "Шашки", "shortName", "Шашки", "version", "0"))
                .hasStatus(409);
        assertThat(post(path + "/retire", "version", "1")).hasStatus3xxRedirection();
        assertThat(page("subjects").select("tbody tr").last().text()).contains("Шахматы в школе не преподаётся");
        assertThat(post(path + "/restore", "version", "1")).hasStatus(409);
        assertThat(post(path + "/restore", "version", "2")).hasStatus3xxRedirection();
    }

    @Test
    void classesAreDividedIntoSubgroups() {
        var year = openYear();
        var fifth = openClass(year, "5", "А").toString();
        post("subjects", "name", "Английский язык", "shortName", "Англ. яз.");
        var english = rows.queryForObject(
                "select id from organization.subjects where organization_id = ?", UUID.class, school.id());
        var path = "subgroups?year=" + year;
        assertThat(post(path, "classId", fifth, "subjectId", english.toString(), "name", "Группа 1"))
                .hasStatus3xxRedirection();
        assertThat(post(path, "classId", fifth, "subjectId", "", "name", "Мальчики"))
                .hasStatus3xxRedirection();
        assertThat(page(path).select("tbody").text())
                .contains("5А по всем предметам Мальчики", "5А Английский язык Группа 1");
        assertThat(page("classes/" + fifth).text()).contains("Английский язык: Группа 1");
        assertThat(errors(post(path, "classId", fifth, "subjectId", english.toString(), "name", "ГРУППА 1")))
                .contains("уже есть");
        assertThat(errors(post(path, "classId", "", "name", ""))).contains("Заполните");
        var id = rows.queryForObject(
                "select id from organization.subgroups where class_id = ?::uuid and subject_id is null",
                UUID.class,
                fifth);
        assertThat(post("subgroups/" + id, "name", "Юноши", "version", "0")).hasStatus3xxRedirection();
        assertThat(post("subgroups/" + id, "name", "Девочки", "version", "0")).hasStatus(409);
        assertThat(errors(post("subgroups/" + id, "name", "", "version", "1"))).contains("Заполните");
        assertThat(post("subgroups/" + id + "/remove", "version", "0")).hasStatus(409);
        assertThat(post("subgroups/" + id + "/remove", "version", "1")).hasStatus3xxRedirection();
        assertThat(page(path).select("tbody tr")).hasSize(1);
    }

    @Test
    void theSchoolKeepsItsOwnDataWithCheckedNumbers() {
        assertThat(details(
                        "inn",
                        "7707083893",
                        "ogrn",
                        "1027700132195",
                        "phone",
                        "8 (846) 332-11-22",
                        "email",
                        "school@пример.рф",
                        "site",
                        "https://школа.рф/14"))
                .hasStatus3xxRedirection();
        var read = page(teacher, "details").text();
        assertThat(read).contains("7707083893", "1027700132195", "+78463321122", "школа № 14");
        assertThat(organizations.requisites(school.id()).headTitle()).isEqualTo("Директор школы");
        assertThat(details("version", "0")).hasStatus(409);
        var wrong = parsed(details(
                "inn",
                "7707083894",
                "ogrn",
                "1027700132196",
                "phone",
                "12",
                "email",
                "почта",
                "site",
                "школа",
                "version",
                "1"));
        for (var field : List.of("inn", "ogrn", "phone", "email", "site"))
            assertThat(wrong.select("#field-" + field + " .error").text())
                    .as(field)
                    .isNotEmpty();
        assertThat(errors(details("fullName", "", "headTitle", "д".repeat(101), "version", "1")))
                .contains("Заполните");
        assertThat(errors(details("shortName", "Школа\nвторая", "version", "1")))
                .contains("Переносы");
        assertThat(rows.queryForObject(
                        "select inn from organization.organizations where id = ?", String.class, school.id()))
                .isEqualTo("7707083893");
    }

    @Test
    void theDatabaseRefusesWrongCheckDigitsToo() {
        for (var wrong : List.of(
                "inn = '7707083894'", "ogrn = '1027700132196'", "phone = '112'", "email = 'a b@c'", "site = 'x'"))
            assertThat(catchThrowable(() -> rows.update(
                            "update organization.organizations set " + wrong + " where id = ?", school.id())))
                    .hasMessageContaining("ck_organizations_");
    }

    @Test
    void theDistrictKeepsItsOwnRequisites() {
        var office = organizations.require(school.districtOfficeId());
        var specialist = new TestPeople(accounts, roles).person(office, Role.DISTRICT_SPECIALIST);
        var form = parsed(web.get()
                .uri("/organization/office")
                .with(specialist.in(office))
                .exchange());
        assertThat(form.select("#fullName").val()).isEqualTo(office.fullName());
        assertThat(form.select(".tabs")).isEmpty();
        var sent = web.post().uri("/organization/office").with(csrf()).with(specialist.in(office));
        for (var field : form.select("main form [name]"))
            if (!field.attr("name").equals("_csrf") && !field.attr("name").equals("inn"))
                sent = sent.param(field.attr("name"), field.val());
        assertThat(parsed(sent.param("inn", "123").exchange()).select("#field-inn .error"))
                .isNotEmpty();
        sent = web.post().uri("/organization/office").with(csrf()).with(specialist.in(office));
        for (var field : form.select("main form [name]"))
            if (!field.attr("name").equals("_csrf") && !field.attr("name").equals("inn"))
                sent = sent.param(field.attr("name"), field.val());
        assertThat(sent.param("inn", "7707083893").exchange()).hasStatus3xxRedirection();
        assertThat(rows.queryForObject(
                        "select inn from organization.organizations where id = ?", String.class, office.id()))
                .isEqualTo("7707083893");
    }

    @Test
    void theNavigationKeepsTogetherWhatBelongsTogether() {
        openYear();
        var navigation = page(deputy, "classes").select("nav.portal").first();
        assertThat(navigation.select("> ul > li")).hasSizeLessThan(10);
        assertThat(navigation.select("details ul a").eachText()).contains("Обучающиеся", "Работники");
        assertThat(navigation.select("details summary").eachText()).contains("Люди и классы", "Настройки и контроль");
    }

    @Test
    void aTeacherReadsAndChangesNothing() {
        var year = openYear();
        var id = openClass(year, "5", "А");
        for (var page : List.of(
                "classes",
                "classes/" + id,
                "classes/links",
                "subgroups",
                "subjects",
                "years",
                "years/" + year,
                "details")) {
            assertThat(get(teacher, school, page)).hasStatusOk();
            assertThat(page(teacher, page).select("main form[method=post]"))
                    .as(page)
                    .isEmpty();
        }
        assertThat(page(teacher, "classes").select("nav.portal [aria-current]").text())
                .isEqualTo("Учреждение");
        assertThat(post(teacher, "subjects", "name", "Физика", "shortName", "Физика"))
                .hasStatus(403);
        assertThat(web.get().uri("/organization/school").with(teacher.in(school)))
                .hasRedirectedUrl(ROOT + "classes");
    }

    @Test
    void anotherSchoolsThingsAreNotThere() {
        var year = openYear();
        var id = openClass(year, "5", "А");
        var neighbour = new TestOrganizations(organizations).school(organizations.require(school.districtOfficeId()));
        var stranger = new TestPeople(accounts, roles).person(neighbour, Role.DEPUTY);
        for (var page : List.of(
                "years/" + year,
                "classes/" + id,
                "classes?year=" + year,
                "subgroups?year=" + year,
                "classes/links?year=" + year,
                "classes/open?year=" + year))
            assertThat(get(stranger, neighbour, page)).as(page).hasStatus(404);
        assertThat(send(stranger, neighbour, "classes/" + id, "kind", "CLASS", "capacity", "1"))
                .hasStatus(404);
        assertThat(send(stranger, neighbour, "classes/" + id + "/close", "version", "0"))
                .hasStatus(404);
    }

    @Test
    void everyReasonHasItsWordsInBothLanguages() {
        assertThat(reasons()).hasSizeGreaterThan(40).allSatisfy(code -> {
            for (var language : List.of("ru", "en"))
                assertThat(messages.getMessage(code, new Object[] {}, Locale.forLanguageTag(language)))
                        .isNotBlank();
        });
    }

    @Test
    void thePageSaysWhatTypeOfOrganizationItIs() {
        assertThat(page("details").text()).contains("Общеобразовательное учреждение (МОУ)");
        assertThat(OrganizationType.values())
                .allSatisfy(type -> assertThat(messages.getMessage(
                                "organization.school.type." + type, null, Locale.forLanguageTag("ru")))
                        .isNotBlank());
    }

    /** Every key of this module that stands in its code as a text. */
    private static Set<String> reasons() {
        var key = Pattern.compile(
                "\"(organization\\.(?:years|terms|classes|links|subjects|subgroups|school)\\.[a-z.-]+[a-z])\"");
        try (var sources = Files.walk(Path.of("src/main/java/school/chancery/organization"))) {
            return sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(SchoolPagesTests::read)
                    .flatMap(source -> key.matcher(source).results().map(MatchResult::group))
                    .map(found -> found.replace("\"", ""))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> read(Path file) {
        try {
            return Stream.of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID openYear() {
        return openYear("2026-09-01", "2027-08-31");
    }

    private UUID openYear(String startsOn, String endsOn) {
        assertThat(post("years", "startsOn", startsOn, "endsOn", endsOn)).hasStatus3xxRedirection();
        return rows.queryForObject(
                "select id from organization.school_years where organization_id = ? and starts_on = ?::date",
                UUID.class,
                school.id(),
                startsOn);
    }

    private UUID openClass(UUID year, String grade, String letter) {
        assertThat(post("classes/open?year=" + year, "kind", "CLASS", "grade", grade, "letter", letter))
                .hasStatus3xxRedirection();
        return rows.queryForObject(
                "select id from organization.classes where school_year_id = ? and label = ?",
                UUID.class,
                year,
                grade + letter.toUpperCase(Locale.ROOT));
    }

    private MvcTestResult halves(String path, String from, String to) {
        return post(
                path + "/terms",
                "gradeFrom",
                from,
                "gradeTo",
                to,
                "scheme",
                "HALF_YEAR",
                "starts1",
                "2026-09-01",
                "ends1",
                "2026-12-28",
                "starts2",
                "2027-01-11",
                "ends2",
                "2027-05-26");
    }

    private MvcTestResult details(String... more) {
        var fields = new LinkedHashMap<String, String>(Map.of(
                "fullName",
                "Муниципальная школа № 14",
                "shortName",
                "школа № 14",
                "locality",
                "г. Приморск",
                "headTitle",
                "Директор школы",
                "version",
                "0"));
        for (var i = 0; i < more.length; i += 2) fields.put(more[i], more[i + 1]);
        return post(
                "details",
                fields.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    private Document page(String path) {
        return page(deputy, path);
    }

    private Document page(TestPerson person, String path) {
        var answer = get(person, school, path);
        assertThat(answer).as(path).hasStatusOk();
        return parsed(answer);
    }

    private MvcTestResult get(TestPerson person, Organization in, String path) {
        return web.get().uri(ROOT + path).with(person.in(in)).exchange();
    }

    private MvcTestResult post(String path, String... fields) {
        return post(deputy, path, fields);
    }

    private MvcTestResult post(TestPerson person, String path, String... fields) {
        return send(person, school, path, fields);
    }

    private MvcTestResult send(TestPerson person, Organization in, String path, String... fields) {
        var request = web.post().uri(ROOT + path).with(person.in(in)).with(csrf());
        for (var i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
        return request.exchange();
    }

    private static String errors(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return parsed(answer).select(".errors li").text();
    }

    private static Document parsed(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
