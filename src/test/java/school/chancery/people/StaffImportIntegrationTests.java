package school.chancery.people;

import static org.assertj.core.api.Assertions.assertThat;

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
import school.chancery.audit.Acting;
import school.chancery.exchange.ImportClerk;
import school.chancery.exchange.ImportStory;
import school.chancery.identity.Role;
import school.chancery.organization.Organization;
import school.chancery.organization.Subjects;

/** The employees of a school with their subjects and classes, loaded from its list (F092, F176). */
@ChanceryTest
class StaffImportIntegrationTests {
    private static final List<String> HEADINGS = List.of(
            "ФИО",
            "Дата рождения",
            "Должность",
            "Категория",
            "Образование",
            "Дата приёма",
            "Предметы",
            "Классное руководство");
    private static final List<List<String>> STAFF = List.of(
            HEADINGS,
            List.of("Осинкин Мирон Львович", "03.11.1975", "Директор", "Руководитель", "высшее", "01.08.2015", "", ""),
            List.of(
                    "РЯБИНИНА НОННА ЮРЬЕВНА",
                    "14.02.1980",
                    "Учитель",
                    "педагог",
                    "высшее",
                    "01.09.2010",
                    "математика; Информатика",
                    "5а"),
            List.of("Ёлкина Ева", "29.02.1988", "Учитель", "педагог", "спо", "01.09.2020", "Рус. яз.", ""));

    @Autowired
    private ApplicationContext context;

    private ImportStory story;
    private Organization school;
    private ImportClerk personnel;
    private JdbcTemplate database;

    @BeforeEach
    void open() {
        story = new ImportStory(context, "staff", Role.HR);
        school = story.school;
        personnel = story.clerk;
        database = story.database;
        story.openClasses(List.of("5А"));
        Acting.as(
                story.person.actor(school),
                () -> context.getBean(Subjects.class).addUsual(school.id()));
    }

    private Document dryRun(List<List<String>> table) {
        return story.dryRun(table);
    }

    private int count(String table) {
        return story.count("people." + table + " where organization_id = ?");
    }

    @Test
    void employeesAreLoadedWithTheirSubjectsAndClassesAndGoAgain() {
        var before = story.persons();
        var applied = personnel.press(dryRun(STAFF), "/apply");
        assertThat(database.queryForList(
                        "select p.family || ' ' || s.category || ' ' || s.education || ' ' || s.hired_on || ' '"
                                + " || coalesce((select string_agg(subject, ',' order by subject) from people.teaching_subjects t where t.staff_id = s.id), '-')"
                                + " || ' ' || coalesce((select c.label from people.class_teachers l join organization.classes c on c.id = l.class_id where l.staff_id = s.id), '-')"
                                + " from people.staff s join people.persons p on p.id = s.person_id where s.organization_id = ? order by p.family",
                        String.class,
                        school.id()))
                .containsExactlyInAnyOrder(
                        "Ёлкина PEDAGOGUE VOCATIONAL 2020-09-01 russian-language -",
                        "Осинкин HEAD HIGHER 2015-08-01 - -",
                        "Рябинина PEDAGOGUE HIGHER 2010-09-01 informatics,mathematics 5А");
        var again = dryRun(STAFF);
        assertThat(ImportClerk.count(again, "same")).isEqualTo(3);
        personnel.press(applied, "/undo");
        assertThat(count("staff") + count("teaching_subjects") + count("class_teachers"))
                .isZero();
        assertThat(story.persons()).isEqualTo(before);
    }

    @Test
    void nothingIsUndoneOnceSomebodyWasDismissed() {
        var applied = personnel.press(dryRun(STAFF), "/apply");
        database.update(
                "update people.staff set dismissed_on = hired_on + 1, version = version + 1 where organization_id = ? and category = 'HEAD'",
                school.id());
        personnel.press(applied, "/undo");
        assertThat(personnel.refusal()).isEqualTo("exchange.undo.changed");
        assertThat(count("staff")).isEqualTo(3);
    }

    @Test
    void nothingIsUndoneOnceSomebodyHasAnAccount() {
        var applied = personnel.press(dryRun(STAFF), "/apply");
        database.update(
                "insert into identity.accounts (id, login, password_hash, display_name, person_id, created_at)"
                        + " select gen_random_uuid(), gen_random_uuid()::text, '{noop}x', 'Осинкин', person_id, now()"
                        + " from people.staff where organization_id = ? and category = 'HEAD'",
                school.id());
        personnel.press(applied, "/undo");
        assertThat(personnel.refusal()).isEqualTo("exchange.undo.referred");
        assertThat(count("staff")).isEqualTo(3);
    }

    @Test
    void nothingIsUndoneOnceSomebodyAskedForAPlaceForAChild() {
        var applied = personnel.press(dryRun(STAFF), "/apply");
        database.update("""
                insert into students.admissions (id, version, organization_id, person_id, family, given, born_on,
                    guardian_person_id, guardian_family, guardian_given, kinship, school_year_id, grade, applied_on,
                    permission, enrol_from, order_due_on, state, proposed_by, proposed_at)
                select gen_random_uuid(), 0, s.organization_id, gen_random_uuid(), 'Осинкин', 'Лев', y.starts_on - 2600,
                    s.person_id, 'Осинкин', 'Мирон', 'FATHER', y.id, 1, current_date, false, current_date, current_date,
                    'REQUESTED', gen_random_uuid(), now()
                from people.staff s join organization.school_years y on y.organization_id = s.organization_id
                where s.organization_id = ? and s.category = 'HEAD'""", school.id());
        personnel.press(applied, "/undo");
        assertThat(personnel.refusal()).isEqualTo("exchange.undo.referred");
        assertThat(count("staff")).isEqualTo(3);
    }

    @Test
    void aClassIsLedFromTheDayAfterWhoeverLedItBefore() {
        var before = new ArrayList<>(STAFF.get(3));
        before.set(7, "5а");
        personnel.press(dryRun(List.of(HEADINGS, before)), "/apply");
        database.update("update people.class_teachers set to_on = from_on where organization_id = ?", school.id());
        personnel.press(dryRun(List.of(HEADINGS, STAFF.get(2))), "/apply");
        assertThat(database.queryForList(
                        "select from_on - min(from_on) over () from people.class_teachers where organization_id = ? order by from_on",
                        Integer.class,
                        school.id()))
                .containsExactly(0, 1);
    }

    @ParameterizedTest(name = "{0} in column {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-|0|Не заполнено", "Рябинина|0|через пробел", "14.02.80|1|четырьмя цифрами",
                        "14.02.2005|1|Моложе 14 лет",
                "-|2|Не заполнено", "учительница|3|допустимы только", "два высших|4|допустимы только",
                        "01.09.2090|5|ещё не наступила",
                "31.04.2010|5|такого дня нет", "Магия|6|Предмета «Магия»", "7Щ|7|Класса «7Щ»"
            })
    void everyFaultOfARowIsTold(String with, int column, String reason) {
        var table = new ArrayList<>(STAFF);
        var row = new ArrayList<>(STAFF.get(2));
        row.set(column, with == null ? "" : with);
        table.set(2, row);
        assertThat(ImportClerk.faults(dryRun(table)))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault).startsWith("3|").contains(reason));
        assertThat(count("staff")).isZero();
    }

    @Test
    void oneEmployeeTwiceIsFoundHoweverItIsWritten() {
        var table = new ArrayList<>(STAFF);
        table.add(List.of("елкина  ЕВА", "29 февраля 1988", "Завуч", "заместитель", "высшее", "01.09.2021", "", ""));
        assertThat(ImportClerk.faults(dryRun(table))).containsExactly("5||Фамилия|Тот же работник, что в строке 4");
    }
}
