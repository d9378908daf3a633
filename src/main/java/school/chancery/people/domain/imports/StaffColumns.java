package school.chancery.people.domain.imports;

import static java.util.Map.entry;
import static school.chancery.exchange.ImportColumn.optional;
import static school.chancery.exchange.ImportColumn.required;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import school.chancery.exchange.Cells;
import school.chancery.exchange.ImportColumn;
import school.chancery.exchange.ImportRow;

/** What the lists of schools say of an employee. */
final class StaffColumns {
    private static final LocalDate FIRST = LocalDate.of(1930, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);
    private static final Map<String, String> SEXES = Map.ofEntries(
            entry("м", "MALE"),
            entry("муж", "MALE"),
            entry("мужской", "MALE"),
            entry("ж", "FEMALE"),
            entry("жен", "FEMALE"),
            entry("женский", "FEMALE"));
    private static final Map<String, String> CATEGORIES = Map.ofEntries(
            entry("руководитель", "HEAD"),
            entry("заместитель", "DEPUTY"),
            entry("заместитель руководителя", "DEPUTY"),
            entry("педагог", "PEDAGOGUE"),
            entry("педагогический работник", "PEDAGOGUE"),
            entry("иной", "SUPPORT"),
            entry("иной работник", "SUPPORT"),
            entry("обслуживающий персонал", "SUPPORT"));
    private static final Map<String, String> EDUCATIONS = Map.ofEntries(
            entry("среднее", "SECONDARY"),
            entry("среднее общее", "SECONDARY"),
            entry("среднее профессиональное", "VOCATIONAL"),
            entry("среднее специальное", "VOCATIONAL"),
            entry("спо", "VOCATIONAL"),
            entry("высшее", "HIGHER"));
    private static final Map<String, String> ANSWERS =
            Map.ofEntries(entry("да", "true"), entry("есть", "true"), entry("нет", "false"));

    static final List<ImportColumn> ALL = List.of(
            optional("family", Cells.name(), "фамилия работника"),
            optional("given", Cells.name(), "имя работника"),
            optional("patronymic", Cells.name(), "отчество работника"),
            optional("full_name", Cells.fullName(), "фио", "ф и о", "фио работника", "работник", "сотрудник"),
            required("born_on", Cells.date(FIRST, LAST), "дата рождения", "д р"),
            optional("sex", Cells.choice(SEXES), "пол"),
            required("position", Cells.text(200), "должность", "должность по штатному расписанию"),
            required("category", Cells.choice(CATEGORIES), "категория", "категория персонала", "группа персонала"),
            required("education", Cells.choice(EDUCATIONS), "образование", "уровень образования"),
            optional("management", Cells.choice(ANSWERS), "опыт руководства", "управленческий опыт", "опыт управления"),
            required(
                    "hired_on",
                    Cells.date(FIRST, LAST),
                    "дата приема",
                    "принят",
                    "дата приема на работу",
                    "работает с"),
            optional("subjects", Cells.text(500), "предметы", "предмет", "преподает", "преподаваемые предметы"),
            optional("leads", Cells.classLabel(), "классное руководство", "классный руководитель", "класс"),
            optional("phone", Cells.phone(), "телефон", "мобильный телефон"),
            optional("email", Cells.email(), "электронная почта", "e mail", "email", "почта"),
            optional("file_number", Cells.text(40), "номер личного дела", "личное дело", "табельный номер"));

    static final List<List<String>> EXAMPLES = List.of(
            List.of(
                    "Рябинина",
                    "Нонна",
                    "Юрьевна",
                    "",
                    "14.02.1980",
                    "ж",
                    "Учитель математики",
                    "педагог",
                    "высшее",
                    "нет",
                    "01.09.2010",
                    "Математика, Информатика",
                    "",
                    "+7 900 000-12-34",
                    "nonna@example.org",
                    "12"),
            List.of(
                    "",
                    "",
                    "",
                    "Осинкин Мирон Львович",
                    "03.11.1975",
                    "м",
                    "Завхоз",
                    "иной работник",
                    "среднее профессиональное",
                    "",
                    "15.08.2015",
                    "",
                    "",
                    "",
                    "",
                    ""));

    private StaffColumns() {}

    static void complete(ImportRow row) {
        var whole = row.get("full_name");
        if (whole != null && row.get("family") == null) {
            var parts = whole.split(" ", 3);
            row.put("family", parts[0]);
            row.put("given", parts[1]);
            if (parts.length == 3) row.put("patronymic", parts[2]);
        }
        for (var column : List.of("family", "given"))
            if (row.get(column) == null && !row.isFaulty(column) && !row.isFaulty("full_name"))
                row.fault(column, "exchange.cell.empty");
    }
}
