package school.chancery.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Families of an invented town as the lists of a school have them; always the same for the same seed. */
public final class Town {
    public static final List<String> HEADINGS = List.of(
            "Фамилия",
            "Имя",
            "Отчество",
            "Дата рождения",
            "Пол",
            "Класс",
            "ФИО матери",
            "Телефон матери",
            "ФИО отца",
            "Телефон отца");
    private static final List<String> BEGINNINGS = List.of(
            "Бер",
            "Дуб",
            "Клен",
            "Осин",
            "Рябин",
            "Ёлк",
            "Сосн",
            "Ольх",
            "Лип",
            "Вереск",
            "Груш",
            "Вишн",
            "Яблон",
            "Тополь",
            "Жасмин",
            "Сирен",
            "Калин",
            "Малин",
            "Шиповник",
            "Камыш");
    private static final List<String> SYLLABLES = List.of("ба", "ве", "ги", "до", "зу", "ка", "ле", "ми", "но", "ру");
    private static final List<String> BOYS = List.of(
            "Лука", "Тимофей", "Ярослав", "Мирон", "Пётр", "Фёдор", "Савва", "Герман", "Эрик", "Назар", "Юлиан",
            "Архип");
    private static final List<String> GIRLS = List.of(
            "Злата", "Ева", "Нонна", "Юлия", "Алёна", "Майя", "Стефания", "Лада", "Инга", "Эмма", "Василиса", "Зоя");
    private static final String LETTERS = "АБВГДЕЖИКЛМН";

    private final Random dice;
    private final String town;
    private String[] family = new String[0];

    public Town(long seed) {
        dice = new Random(seed);
        town = "" + LETTERS.toLowerCase().charAt((int) Math.floorMod(seed, 10L)) + "ен";
    }

    /** The classes of a school of so many pupils, 25 in each, as many of each grade as it takes. */
    public static List<String> classes(int pupils) {
        var labels = new ArrayList<String>();
        for (var i = 0; i < (pupils + 24) / 25; i++) {
            var nth = i / 11;
            var letter = LETTERS.charAt(nth % LETTERS.length())
                    + (nth < LETTERS.length() ? "" : String.valueOf(nth / LETTERS.length()));
            labels.add((i % 11 + 1) + letter);
        }
        return labels;
    }

    /** So many rows, without the headings; every third family has two children. */
    public List<List<String>> pupils(int count) {
        return pupils(0, count, count);
    }

    /** A part of a long list; the parts are to be asked for in their order. */
    public List<List<String>> pupils(int from, int to, int count) {
        var classes = classes(count);
        var rows = new ArrayList<List<String>>(to - from);
        for (var i = from; i < to; i++) {
            if (i % 3 != 1) family = family(i);
            rows.add(pupil(i, classes.get(i / 25), family));
        }
        return rows;
    }

    private String[] family(int number) {
        // The number in syllables: no two families are called alike, however long the list is.
        var name = BEGINNINGS.get(dice.nextInt(BEGINNINGS.size()))
                + String.valueOf(number)
                        .chars()
                        .mapToObj(digit -> SYLLABLES.get(digit - '0'))
                        .collect(Collectors.joining())
                + town
                + "нин";
        var father = BOYS.get(dice.nextInt(BOYS.size()));
        var mother = GIRLS.get(dice.nextInt(GIRLS.size()));
        return new String[] {
            name,
            father,
            name + "а " + mother + " " + patronymic(BOYS.get(dice.nextInt(BOYS.size())), true),
            "+7900%07d".formatted(number * 2 % 10_000_000),
            name + " " + father + " " + patronymic(BOYS.get(dice.nextInt(BOYS.size())), false),
            "+7901%07d".formatted(number * 2 % 10_000_000)
        };
    }

    private List<String> pupil(int number, String label, String[] family) {
        var girl = dice.nextBoolean();
        var given = (girl ? GIRLS : BOYS).get(dice.nextInt(12));
        var grade = Integer.parseInt(label.replaceAll("\\D.*", ""));
        // Each child on a day of its own: namesakes born on one day would be one child twice.
        var born = LocalDate.of(2019 - grade, 1, 1).plusDays(number * 7L % 365);
        return List.of(
                family[0] + (girl ? "а" : ""),
                given,
                patronymic(family[1], girl),
                "%02d.%02d.%d".formatted(born.getDayOfMonth(), born.getMonthValue(), born.getYear()),
                girl ? "ж" : "м",
                label,
                family[2],
                family[3],
                family[4],
                family[5]);
    }

    private static String patronymic(String father, boolean daughter) {
        var stem = father.replaceAll("[аей]$", "");
        return stem + (daughter ? "овна" : "ович");
    }

    /** With the headings first. */
    public static List<List<String>> table(List<List<String>> rows) {
        var table = new ArrayList<List<String>>();
        table.add(HEADINGS);
        table.addAll(rows);
        return table;
    }
}
