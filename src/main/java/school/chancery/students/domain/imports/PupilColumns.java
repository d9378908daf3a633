package school.chancery.students.domain.imports;

import static java.util.Map.entry;
import static school.chancery.exchange.ImportColumn.optional;
import static school.chancery.exchange.ImportColumn.required;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import school.chancery.exchange.Cells;
import school.chancery.exchange.ImportColumn;
import school.chancery.exchange.ImportRow;

/** What the lists of schools say of a pupil and of those who answer for the child. */
final class PupilColumns {
    private static final LocalDate OLDEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);
    private static final Map<String, String> SEXES = Map.ofEntries(
            entry("м", "MALE"),
            entry("муж", "MALE"),
            entry("мужской", "MALE"),
            entry("мальчик", "MALE"),
            entry("ж", "FEMALE"),
            entry("жен", "FEMALE"),
            entry("женский", "FEMALE"),
            entry("девочка", "FEMALE"));

    static final List<ImportColumn> ALL = List.of(
            optional("family", Cells.name(), "фамилия учащегося", "фамилия ученика", "фамилия ребенка"),
            optional("given", Cells.name(), "имя учащегося", "имя ученика", "имя ребенка"),
            optional("patronymic", Cells.name(), "отчество учащегося", "отчество ученика", "отчество ребенка"),
            optional(
                    "full_name",
                    Cells.fullName(),
                    "фио",
                    "ф и о",
                    "фио учащегося",
                    "фио ученика",
                    "фио ребенка",
                    "ученик",
                    "учащийся"),
            required("born_on", Cells.date(OLDEST, LAST), "дата рождения", "д р", "родился", "дата рожд"),
            optional("sex", Cells.choice(SEXES), "пол"),
            required("class_label", Cells.classLabel(), "класс", "группа", "объединение"),
            optional("admitted_on", Cells.date(OLDEST, LAST), "дата зачисления", "дата приема", "зачислен"),
            optional("snils", Cells.snils(), "снилс"),
            optional("phone", Cells.phone(), "телефон", "телефон учащегося", "телефон ученика"),
            optional("email", Cells.email(), "электронная почта", "e mail", "email", "почта"),
            optional("mother", Cells.fullName(), "мать", "мама", "фио матери", "ф и о матери"),
            optional("mother_phone", Cells.phone(), "телефон матери", "тел матери", "телефон мамы"),
            optional("mother_email", Cells.email(), "почта матери", "электронная почта матери", "e mail матери"),
            optional("father", Cells.fullName(), "отец", "папа", "фио отца", "ф и о отца"),
            optional("father_phone", Cells.phone(), "телефон отца", "тел отца", "телефон папы"),
            optional("father_email", Cells.email(), "почта отца", "электронная почта отца", "e mail отца"),
            optional(
                    "guardian",
                    Cells.fullName(),
                    "опекун",
                    "попечитель",
                    "фио опекуна",
                    "законный представитель",
                    "фио законного представителя"),
            optional("guardian_phone", Cells.phone(), "телефон опекуна", "телефон законного представителя"),
            optional("guardian_email", Cells.email(), "почта опекуна", "почта законного представителя"));

    static final List<List<String>> EXAMPLES = List.of(
            List.of(
                    "Берёзкин",
                    "Лука",
                    "Тимофеевич",
                    "",
                    "14.02.2015",
                    "м",
                    "5А",
                    "01.09.2022",
                    "",
                    "",
                    "",
                    "Берёзкина Злата Игоревна",
                    "+7 900 000-12-34",
                    "zlata@example.org",
                    "Берёзкин Тимофей Львович",
                    "",
                    "",
                    "",
                    "",
                    ""),
            List.of(
                    "",
                    "",
                    "",
                    "Осинкина Ева Марковна",
                    "03.11.2014",
                    "ж",
                    "5А",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "Рябинина Нонна Юрьевна",
                    "+7 900 000-56-78",
                    ""));

    private PupilColumns() {}

    static void complete(ImportRow row) {
        part(row);
        for (var who : List.of("mother", "father", "guardian")) named(row, who);
    }

    // «Берёзкин Лука Тимофеевич» in one cell is as good as three.
    private static void part(ImportRow row) {
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

    private static void named(ImportRow row, String who) {
        if (row.get(who) != null || row.isFaulty(who)) return;
        if (row.get(who + "_phone") != null || row.get(who + "_email") != null)
            row.fault(who, "students.import.pupils.nameless");
    }
}
