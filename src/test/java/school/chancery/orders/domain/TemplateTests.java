package school.chancery.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TemplateTests {
    @Test
    void putsValuesIntoTheirFields() {
        assertThat(new Template("Назначить {name} с {day}.").fill(Map.of("name", "Иванова", "day", "01.09.2026")))
                .isEqualTo("Назначить Иванова с 01.09.2026.");
    }

    @Test
    void leavesAFieldWithoutValueForEverybodyToSee() {
        var text = new Template("Назначить {name} с {day}.").fill(Map.of("day", " "));
        assertThat(Template.unfilled(text)).containsExactly("name", "day");
    }

    @Test
    void leavesOutALineWhoseOptionalFieldIsEmpty() {
        var template = new Template("Первая\nОсвободить {replaced?}\nПоследняя");
        assertThat(template.fill(Map.of())).isEqualTo("Первая\nПоследняя");
        assertThat(template.fill(Map.of("replaced", "Петрова"))).isEqualTo("Первая\nОсвободить Петрова\nПоследняя");
    }

    @Test
    void numbersTheItemsThatAreLeft() {
        var template = new Template("# Назначить.\n# Освободить {replaced?}.\nПояснение\n# Проконтролировать.");
        assertThat(template.fill(Map.of())).isEqualTo("1. Назначить.\nПояснение\n2. Проконтролировать.");
    }

    @Test
    void doesNotReadBracesInAValueAsAField() {
        assertThat(new Template("{a} {b}").fill(Map.of("a", "{b}", "b", "$1\\")))
                .isEqualTo("{b} $1\\");
    }

    @Property(tries = 10_000)
    void keepsAnyTextWithoutFieldsAsItIs(@ForAll String text) {
        var plain = text.replaceAll("[{}#\\n]", "");
        assertThat(new Template(plain).fill(Map.of())).isEqualTo(plain);
    }

    @Property(tries = 1_000)
    void takesAnyValueWord(@ForAll String value) {
        if (value.isBlank()) return;
        assertThat(new Template("<{x}>").fill(Map.of("x", value))).isEqualTo("<" + value.strip() + ">");
    }
}
