package school.chancery.students;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import school.chancery.ChanceryTest;
import school.chancery.exchange.ImportClerk;
import school.chancery.exchange.ImportStory;
import school.chancery.exchange.Sheets;
import school.chancery.exchange.Town;
import school.chancery.identity.Role;
import school.chancery.organization.Organization;

/** The pupils of a school with their parents, loaded from its list (F092, F176). */
@ChanceryTest
class PupilsImportIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private ImportStory story;
    private Organization school;
    private LocalDate yearBegins;
    private ImportClerk deputy;
    private JdbcTemplate database;

    @BeforeEach
    void open() {
        story = new ImportStory(context, "pupils", Role.DEPUTY);
        school = story.school;
        yearBegins = story.yearBegins;
        deputy = story.clerk;
        database = story.database;
    }

    private void openClasses(List<String> labels) {
        story.openClasses(labels);
    }

    private Document dryRun(List<List<String>> table) {
        return story.dryRun(table);
    }

    private Document loaded(int pupils) {
        openClasses(Town.classes(pupils));
        return story.loaded(Town.table(new Town(1).pupils(pupils)));
    }

    private int count(String from) {
        return story.count(from);
    }

    private int persons() {
        return story.persons();
    }

    @Test
    void aSchoolIsLoadedWithItsFamilies() {
        var before = persons();
        assertThat(loaded(300).text()).contains("Файл внесён в реестр");
        assertThat(count("people.pupils where organization_id = ?")).isEqualTo(300);
        assertThat(count("people.pupils where file_number ~ '^[А-Я]/[0-9]+$' and organization_id = ?"))
                .isEqualTo(300);
        assertThat(
                        count(
                                "students.enrollments where entry_ground = 'FIRST_LOADING' and to_on is null and organization_id = ?"))
                .isEqualTo(300);
        assertThat(count("people.guardians where organization_id = ?")).isEqualTo(600);
        // Of each three children two are of one family: 200 families, two parents each.
        assertThat(persons() - before).isEqualTo(300 + 400);
        assertThat(database.queryForObject(
                        "select count(distinct (family, given, patronymic, born_on, sex)) from people.persons p join people.pupils u on u.person_id = p.id where organization_id = ?",
                        Integer.class,
                        school.id()))
                .isEqualTo(300);
    }

    @Test
    void theSameListOnceMoreChangesNothing() {
        loaded(60);
        var again = dryRun(Town.table(new Town(1).pupils(60)));
        assertThat(ImportClerk.count(again, "same")).isEqualTo(60);
        assertThat(ImportClerk.count(again, "faults")).isZero();
        assertThat(ImportClerk.has(again, "/apply")).isFalse();
    }

    @Test
    void laterChildrenOfAFamilyFindTheirParents() {
        loaded(24);
        var sibling = new ArrayList<>(new Town(1).pupils(24).get(0));
        sibling.set(1, "Ратмир");
        sibling.set(3, "17.05.2016");
        sibling.set(6, sibling.get(6).toUpperCase().replace('Ё', 'Е'));
        var before = persons();
        deputy.press(dryRun(List.of(Town.HEADINGS, sibling)), "/apply");
        assertThat(persons() - before).isEqualTo(1);
        assertThat(count("people.guardians where organization_id = ?")).isEqualTo(50);
    }

    @Test
    void undoingLeavesNobodyBehind() {
        var before = persons();
        var applied = loaded(60);
        deputy.press(applied, "/undo");
        assertThat(deputy.refusal()).isNull();
        assertThat(count("people.pupils where organization_id = ?")).isZero();
        assertThat(count("people.guardians where organization_id = ?")).isZero();
        assertThat(count("students.enrollments where organization_id = ?")).isZero();
        assertThat(persons()).isEqualTo(before);
    }

    @Test
    void nothingIsUndoneOnceAPupilHasMoved() {
        var applied = loaded(30);
        database.update(
                "update students.enrollments set to_on = from_on + 1, version = version + 1 where id in (select id from students.enrollments where organization_id = ? limit 1)",
                school.id());
        deputy.press(applied, "/undo");
        assertThat(deputy.refusal()).isEqualTo("exchange.undo.changed");
        assertThat(count("people.pupils where organization_id = ?")).isEqualTo(30);
    }

    @Test
    void nothingIsUndoneOnceAParentHasAnAccountOrAnotherTelephone() {
        var applied = loaded(6);
        database.update(
                "update people.persons set phone = '+79000000000', version = version + 1 where id in (select person_id from people.guardians where organization_id = ? and kinship = 'MOTHER' limit 1)",
                school.id());
        deputy.press(applied, "/undo");
        assertThat(deputy.refusal()).isEqualTo("exchange.undo.changed");
        database.update(
                "update people.persons set version = 0 where id in (select person_id from people.guardians where organization_id = ?)",
                school.id());
        database.update(
                "insert into identity.accounts (id, login, password_hash, display_name, person_id, created_at)"
                        + " select gen_random_uuid(), gen_random_uuid()::text, '{noop}x', 'Мать', person_id, now()"
                        + " from people.guardians where organization_id = ? limit 1",
                school.id());
        deputy.press(applied, "/undo");
        assertThat(deputy.refusal()).isEqualTo("exchange.undo.referred");
        assertThat(count("people.pupils where organization_id = ?")).isEqualTo(6);
    }

    @Test
    void whoHasLeftComesBackOnALaterDay() {
        loaded(6);
        database.update("update students.enrollments set to_on = from_on where organization_id = ?", school.id());
        database.update("update people.pupils set left_on = ? where organization_id = ?", yearBegins, school.id());
        assertThat(ImportClerk.faults(
                        dryRun(List.of(Town.HEADINGS, new Town(1).pupils(6).get(0)))))
                .singleElement()
                .satisfies(fault -> assertThat(fault)
                        .startsWith("2|")
                        .contains("Уже учился здесь по 01.09." + yearBegins.getYear()));
    }

    @Test
    void whoLearnsInAnotherSchoolNowIsAFaultOfTheRow() {
        loaded(6);
        database.update("update students.enrollments set to_on = from_on where organization_id = ?", school.id());
        database.update("update people.pupils set left_on = ? where organization_id = ?", yearBegins, school.id());
        var other = new ImportStory(context, "pupils", Role.DEPUTY);
        other.openClasses(List.of("1А"));
        var child = new Town(1).pupils(6).get(0);
        database.update(
                """
                with gone as (select p.person_id from people.pupils p join people.persons n on n.id = p.person_id
                    where p.organization_id = ? and n.family = ? and n.given = ?),
                pupil as (insert into people.pupils (id, organization_id, person_id, admitted_on)
                    select gen_random_uuid(), ?, person_id, ? from gone returning id, person_id)
                insert into students.enrollments (id, organization_id, pupil_id, person_id, school_year_id, year_starts_on,
                    year_ends_on, class_id, class_kind, sequence, from_on, entry_ground)
                select gen_random_uuid(), c.organization_id, u.id, u.person_id, y.id, y.starts_on, y.ends_on, c.id, c.kind,
                    1, ?, 'FIRST_LOADING'
                from pupil u, organization.classes c join organization.school_years y on y.id = c.school_year_id
                where c.organization_id = ?""",
                school.id(),
                child.get(0),
                child.get(1),
                other.school.id(),
                yearBegins.plusDays(1),
                yearBegins.plusDays(1),
                other.school.id());
        var again = new ArrayList<>(child);
        var headings = new ArrayList<>(Town.HEADINGS);
        headings.add("Дата зачисления");
        again.add("10.10." + yearBegins.getYear());
        assertThat(ImportClerk.faults(dryRun(List.of(headings, again))))
                .containsExactly("2|F|Класс|Учится в другой школе: приём оформляется переводом");
        assertThat(count("students.enrollments where to_on is null and organization_id = ?"))
                .isZero();
    }

    @Test
    void aChildInTwoCirclesIsOneChildWithTwoPlaces() {
        story.circle("Шахматы");
        story.circle("Хор");
        openClasses(List.of("1А"));
        var before = persons();
        var chess = new ArrayList<>(new Town(1).pupils(1).get(0));
        chess.set(5, "Шахматы");
        var choir = new ArrayList<>(chess);
        choir.set(5, "Хор");
        var school = new ArrayList<>(chess);
        school.set(5, "1А");
        var page = story.loaded(List.of(Town.HEADINGS, chess, choir, school));
        assertThat(page.text()).contains("Файл внесён в реестр");
        assertThat(count("people.pupils where organization_id = ?")).isEqualTo(1);
        assertThat(count("students.enrollments where organization_id = ?")).isEqualTo(3);
        assertThat(count("people.guardians where organization_id = ?")).isEqualTo(2);
        assertThat(persons() - before).isEqualTo(3);
        assertThat(ImportClerk.count(dryRun(List.of(Town.HEADINGS, chess, choir, school)), "same"))
                .isEqualTo(3);
        deputy.press(page, "/undo");
        assertThat(deputy.refusal()).isNull();
        assertThat(count("people.pupils where organization_id = ?")).isZero();
        assertThat(persons()).isEqualTo(before);
        assertThat(ImportClerk.faults(dryRun(List.of(Town.HEADINGS, chess, chess))))
                .containsExactly("3|A|Фамилия|Тот же ребёнок, что в строке 2");
    }

    @Test
    void aCellOfSignsThatNoDatabaseKeepsIsTold() {
        openClasses(List.of("1А"));
        var row = new ArrayList<>(new Town(3).pupils(1).get(0));
        row.set(1, "Лу\u0085ка\0\u0085");
        var file = Sheets.csv(Town.table(List.of(row)), ';', StandardCharsets.UTF_8);
        assertThat(ImportClerk.faults(deputy.dryRun("pupils", "дети.csv", file)))
                .hasSize(1);
    }

    @Test
    void whoLearnsElsewhereInTheSchoolMovesByAnOrder() {
        loaded(50);
        var row = new ArrayList<>(new Town(1).pupils(50).get(0));
        row.set(5, "2А");
        assertThat(ImportClerk.faults(dryRun(List.of(Town.HEADINGS, row))))
                .containsExactly(
                        "2|F|Класс|Уже учится в школе (класс 1А): перевод оформляется приказом",
                        "2|F|Класс|Класс полон: мест 25, занято 25");
    }

    @Test
    void oneChildTwiceIsFoundHoweverItIsWritten() {
        openClasses(List.of("5А"));
        var head = List.of("ФИО", "Дата рождения", "Класс", "СНИЛС");
        assertThat(ImportClerk.faults(deputy.dryRun(
                        "pupils",
                        "дети.xlsx",
                        Sheets.xlsx(List.of(
                                head,
                                List.of("Ёлкин Пётр Львович", LocalDate.of(2015, 3, 4), "5а", "112-233-445 95"),
                                List.of("ЕЛКИН ПЕТР  ЛЬВОВИЧ", "4 марта 2015 г.", "5 «А»", ""),
                                List.of("Рябинина Ева", "2015-03-05", "5-А", "11223344595"))))))
                .containsExactly("3||Фамилия|Тот же ребёнок, что в строке 2", "4|D|СНИЛС|Тот же СНИЛС, что в строке 2");
    }

    @Test
    void aClassTakesNoMoreThanItHolds() {
        openClasses(List.of("1А"));
        var rows = new Town(2).pupils(25);
        var late = new ArrayList<>(rows.get(3));
        late.set(1, "Ратмир");
        var table = Town.table(rows);
        table.add(late);
        assertThat(ImportClerk.faults(dryRun(table))).containsExactly("27|F|Класс|Класс полон: мест 25, занято 0");
    }

    @ParameterizedTest(name = "{0} in column {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-|0|Не заполнено",
                "Ивaнов|0|русские и латинские",
                "Иванов1|0|только буквы",
                "=1+1|1|только буквы",
                "-|3|Не заполнено",
                "31.02.2015|3|такого дня нет",
                "29.02.2015|3|такого дня нет",
                "04.03.15|3|четырьмя цифрами",
                "весной|3|не похоже на дату",
                "01.01.1950|3|ждали дату",
                "01.01.2090|3|в будущем",
                "#REF!|3|Формула",
                "1|4|допустимы только",
                "-|5|Не заполнено",
                "12Я|5|нет: сначала",
                "05.10.2026|5|нет: сначала",
                "Анна|6|через пробел",
                "-|6|имени нет",
                "12345|7|номер телефона",
                "Берёзкин Лука Т1моф|8|только буквы",
                "+7 900|9|номер телефона"
            })
    void everyFaultOfARowIsTold(String with, int column, String reason) {
        openClasses(List.of("1А"));
        var rows = new ArrayList<>(new Town(3).pupils(5));
        var row = new ArrayList<>(rows.get(2));
        row.set(column, with == null ? "" : with);
        rows.set(2, row);
        var checked = dryRun(Town.table(rows));
        assertThat(ImportClerk.faults(checked))
                .hasSize(1)
                .allSatisfy(fault -> assertThat(fault)
                        .startsWith("4|" + (char) ('A' + column) + "|" + Town.HEADINGS.get(column) + "|")
                        .contains(reason));
        assertThat(ImportClerk.has(checked, "/apply")).isFalse();
        assertThat(count("people.pupils where organization_id = ?")).isZero();
    }
}
