package school.chancery.exchange.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import school.chancery.exchange.Sheets;

/** Whatever arrives: rows within the limits, or a refusal; never another exception, never more than the limits hold. */
class TableFilePropertyTests {
    private static final byte[] WORKBOOK = Sheets.xlsx(List.of(
            List.of("Класс", "Профиль", "Наполняемость"), List.of("5А", "общий", 25), List.of("5Б", "общий", 25)));
    private static final Map<String, byte[]> PARTS = Sheets.parts(WORKBOOK);
    private static final List<String> NAMES = List.copyOf(PARTS.keySet());
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "\"",
            "&",
            "<c r=\"XFD9\">",
            "</row>",
            "<row>",
            "<v>-1</v>",
            "<v>1e999999</v>",
            "t=\"s\"",
            "t=\"b\"",
            "<f t=\"shared\" si=\"9\"/>",
            "<f t=\"array\" ref=\"A1:Z9\">1</f>",
            "]]>",
            "<!--",
            "&#0;",
            "r=\"\"",
            "s=\"99\"",
            "s=\"x\"");

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void anyBytes(@ForAll @Size(max = 400) byte[] bytes) {
        readable(bytes);
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void anyText(@ForAll String text, @ForAll @IntRange(max = 4) int writing) {
        var mixed = text.replace('a', ';').replace('b', '"').replace('c', '\n');
        readable(
                switch (writing) {
                    case 0 -> mixed.getBytes(Sheets.WINDOWS_1251);
                    case 1 -> ("\uFEFF" + mixed).getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
                    case 2 -> mixed.getBytes(java.nio.charset.StandardCharsets.UTF_16BE);
                    default -> ("Класс;\"Профиль\"\r\n" + mixed).getBytes(UTF_8);
                });
    }

    @Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
    void anyWorkbookWithBytesChanged(
            @ForAll @IntRange(max = 100_000) int at, @ForAll byte value, @ForAll @IntRange(max = 3) int way) {
        var broken = WORKBOOK.clone();
        var place = at % broken.length;
        if (way == 0) broken = java.util.Arrays.copyOf(broken, place);
        else for (var i = 0; i < way; i++) broken[(place + i * 7) % broken.length] ^= (byte) (value | 1);
        readable(broken);
    }

    @Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
    void anyWorkbookWithAPartChanged(
            @ForAll @IntRange(max = 100) int part,
            @ForAll @IntRange(max = 100_000) int at,
            @ForAll @IntRange(max = 100) int piece,
            @ForAll @IntRange(max = 40) int cut) {
        var name = NAMES.get(part % NAMES.size());
        readable(Sheets.with(PARTS, name, xml -> {
            var place = at % xml.length();
            var rest = xml.substring(Math.min(xml.length(), place + cut % 20));
            return xml.substring(0, place) + PIECES.get(piece % PIECES.size()) + rest;
        }));
    }

    private static void readable(byte[] bytes) {
        try {
            var rows = TableReading.read(bytes);
            assertThat(rows.size()).isLessThanOrEqualTo(TableReading.LIMITS.rows() + 20);
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.cells()).hasSizeLessThanOrEqualTo(TableReading.LIMITS.columns());
                assertThat(row.isBlank()).isFalse();
            });
        } catch (UnreadableFileException refused) {
            assertThat(refused.messageKey()).startsWith("exchange.file.");
        }
    }
}
