package school.chancery.organization.domain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import school.chancery.organization.Subject;

/** The subjects of the federal programmes, as shipped in {@code organization/subjects.csv}. */
@Component
class UsualSubjects {
    private static final int LONGEST_CODE = 50;
    private static final String CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    private static final List<String> LATIN = List.of(
            "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u",
            "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "iu", "ia");

    private final List<Entry> entries;

    UsualSubjects() throws IOException {
        entries = new ClassPathResource("organization/subjects.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(";"))
                .map(cells -> new Entry(cells[0], cells[1], cells[2]))
                .toList();
    }

    List<Entry> all() {
        return entries;
    }

    /** The shipped code of the name, else the name in Latin letters. */
    String codeOf(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equalsIgnoreCase(name))
                .map(Entry::code)
                .findFirst()
                .orElseGet(() -> latin(name));
    }

    private static String latin(String name) {
        var latin = new StringBuilder();
        for (var letter : name.toLowerCase(Locale.ROOT).toCharArray()) {
            var at = CYRILLIC.indexOf(letter);
            latin.append(at < 0 ? letter : LATIN.get(at));
        }
        var kebab = latin.toString().replaceAll("[^a-z0-9]+", "-");
        var cut = kebab.substring(0, Math.min(kebab.length(), LONGEST_CODE)).replaceAll("^[-0-9]+|-+$", "");
        return cut.isEmpty() || cut.startsWith("-") ? "subject" : cut;
    }

    record Entry(String code, String name, String shortName) {
        boolean isThe(Subject subject) {
            return subject.code().equals(code) || subject.name().equalsIgnoreCase(name);
        }
    }
}
