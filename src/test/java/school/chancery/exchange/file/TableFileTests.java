package school.chancery.exchange.file;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static school.chancery.exchange.Sheets.WINDOWS_1251;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import school.chancery.exchange.Sheets;

/** The files schools have are read, whatever program wrote them; what is no table, or too much of one, is refused. */
class TableFileTests {
    private static final List<List<String>> TABLE = List.of(
            List.of("Фамилия", "Имя", "Дата рождения", "Примечание"),
            List.of("Ёлкин", "Пётр", "04.03.2012", "живёт; далеко, \"в лесу\""),
            List.of("Щукина", "Юлия", "29.02.2012", "две\nстроки"),
            List.of("Цой", "Ян", "1.9.2013", ""));

    static Stream<Arguments> writings() {
        var all = new ArrayList<Arguments>();
        for (var separator : new char[] {';', ',', '\t'}) {
            all.add(Arguments.of("UTF-8 " + separator, Sheets.csv(TABLE, separator, UTF_8), UTF_8));
            all.add(Arguments.of("UTF-8 BOM " + separator, marked(separator, UTF_8), UTF_8));
            all.add(Arguments.of("1251 " + separator, Sheets.csv(TABLE, separator, WINDOWS_1251), WINDOWS_1251));
            all.add(Arguments.of("UTF-16LE BOM " + separator, marked(separator, UTF_16LE), UTF_16LE));
            all.add(Arguments.of("UTF-16BE BOM " + separator, marked(separator, UTF_16BE), UTF_16BE));
            all.add(Arguments.of("UTF-16LE " + separator, Sheets.csv(TABLE, separator, UTF_16LE), UTF_16LE));
        }
        return all.stream();
    }

    private static byte[] marked(char separator, Charset charset) {
        return ("\uFEFF" + Sheets.csv(TABLE, separator)).getBytes(charset);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writings")
    void readsTheSameFromEveryEncodingAndSeparator(String name, byte[] bytes, Charset encoding)
            throws UnreadableFileException {
        assertThat(TableReading.recognize(bytes).encoding()).isEqualTo(encoding);
        var rows = TableReading.read(bytes);
        assertThat(rows).extracting(row -> row.cell(0)).containsExactly("Фамилия", "Ёлкин", "Щукина", "Цой");
        assertThat(rows.get(1).cells()).isEqualTo(TABLE.get(1));
        assertThat(rows.get(2).cell(3)).isEqualTo("две строки");
        // The row with a line break within takes two lines of the file.
        assertThat(rows).extracting(FileRow::number).containsExactly(1, 2, 3, 5);
    }

    @Test
    void readsAWorkbookWithItsDatesAndNumbers() throws UnreadableFileException {
        var rows = TableReading.read(Sheets.xlsx(List.of(
                List.of("Фамилия", "Дата", "Телефон", "Дней"),
                List.of("Ёлкин", LocalDate.of(2012, 3, 4), new BigDecimal("89000001234"), 40972),
                List.of(),
                List.of(" Щукина\u00A0 Анна ", LocalDate.of(1960, 2, 29), 5, 0.5))));
        assertThat(rows).extracting(FileRow::number).containsExactly(1, 2, 4);
        assertThat(rows.get(1).cells()).containsExactly("Ёлкин", "04.03.2012", "89000001234", "40972");
        assertThat(rows.get(2).cells()).containsExactly("Щукина Анна", "29.02.1960", "5", "0.5");
    }

    @Test
    void passesOverEmptyRowsAndKeepsTheNumbersOfTheOthers() throws UnreadableFileException {
        assertThat(TableReading.read("\r\n;;\r\nа;б\r\n\r\n\r\nв;г".getBytes(UTF_8)))
                .extracting(FileRow::number)
                .containsExactly(3, 6);
    }

    @Test
    void takesTheGuardOffThatOurOwnListsPutBeforeAFormula() throws UnreadableFileException {
        assertThat(TableReading.read("'=1+1;'+7 900;'слово".getBytes(UTF_8))
                        .get(0)
                        .cells())
                .containsExactly("=1+1", "+7 900", "'слово");
    }

    @Test
    void whatItWritesItReadsAgain() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var table = new XlsxTable(out, "Список: [1]/2")) {
            table.head(List.of("А", "Б"));
            table.row("=cmd|'/c calc'!A1", LocalDate.of(2026, 9, 1));
            table.row("@SUM(1)", true);
            table.row(null, 15);
            table.sheet("Второй");
            table.head(List.of("В"));
        }
        assertThat(TableReading.read(out.toByteArray()).stream().map(FileRow::cells))
                .containsExactly(
                        List.of("А", "Б"),
                        List.of("=cmd|'/c calc'!A1", "01.09.2026"),
                        List.of("@SUM(1)", "да"),
                        List.of("", "15"));
        // In the file itself it is a text with an apostrophe, never a formula.
        var sheet = new String(Sheets.parts(out.toByteArray()).get("xl/worksheets/sheet1.xml"), UTF_8);
        assertThat(sheet)
                .doesNotContain("<f>")
                .containsPattern("(&apos;|&#x?[2739]+;)=cmd")
                .containsPattern("(&apos;|&#x?[2739]+;)@SUM");
    }

    @Test
    void formulasInTextFilesAreDefused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var table = new CsvTable(out)) {
            table.head(List.of("Столбец"));
            for (var cell : List.of("=1", "+1", "-1+2", "@a", "\tx", "\rx", "-15", "Иванов-Петров")) table.row(cell);
        }
        assertThat(out.toString(UTF_8))
                .isEqualTo(
                        "\uFEFFСтолбец\r\n'=1\r\n'+1\r\n'-1+2\r\n'@a\r\n\"'\tx\"\r\n\"'\rx\"\r\n-15\r\nИванов-Петров\r\n"
                                .replace("\"'\tx\"", "'\tx"));
    }

    static Stream<Arguments> refused() throws IOException {
        var good = Sheets.xlsx(TABLE);
        var sheet = "xl/worksheets/sheet1.xml";
        return Stream.of(
                Arguments.of("empty", new byte[0]),
                Arguments.of("too-large", new byte[3 * 1024 * 1024]),
                Arguments.of("old-or-locked", bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)),
                Arguments.of("no-table", "%PDF-1.7 …".getBytes(UTF_8)),
                Arguments.of("no-table", "{\\rtf1}".getBytes(UTF_8)),
                Arguments.of("no-table", Sheets.zip(Map.of("readme.txt", "нет".getBytes(UTF_8)))),
                Arguments.of(
                        "no-table",
                        Sheets.zip(Map.of(
                                "[Content_Types].xml", "<a/>".getBytes(UTF_8), "word/document.xml", bytes(60, 47)))),
                Arguments.of("other-office", Sheets.zip(Map.of("mimetype", bytes(1), "content.xml", bytes(1)))),
                Arguments.of("damaged", java.util.Arrays.copyOf(good, good.length / 2)),
                Arguments.of("bomb", bomb(good, 12)),
                Arguments.of("bomb", Sheets.zip(manyParts(good))),
                Arguments.of("damaged", Sheets.with(good, sheet, xml -> xml.replace("\"A1\"", "\"ZZZZZZ1\""))),
                Arguments.of(
                        "damaged",
                        Sheets.with(good, sheet, xml -> xml.replaceFirst("<v>\\d+</v>", "<v>2000000000</v>"))),
                Arguments.of("damaged", Sheets.with(good, sheet, xml -> xml.replaceFirst("<v>\\d+</v>", "<v>x</v>"))),
                Arguments.of("damaged", Sheets.with(good, "xl/sharedStrings.xml", TableFileTests::laughing)),
                Arguments.of(
                        "damaged-after", Sheets.with(good, sheet, xml -> xml.replaceFirst("t=\"s\"", "t=\"strange\""))),
                Arguments.of(
                        "cell-too-long",
                        Sheets.with(
                                good,
                                "xl/sharedStrings.xml",
                                xml -> xml.replaceFirst("</t>", "Ц".repeat(50_000) + "</t>"))),
                Arguments.of(
                        "no-sheet",
                        Sheets.with(
                                good,
                                "xl/workbook.xml",
                                xml -> xml.replace("<sheet ", "<sheet state=\"hidden\" ")
                                        .replace("state=\"visible\"", ""))),
                Arguments.of("too-many-rows", "а;б\n".repeat(1_100).getBytes(UTF_8)),
                Arguments.of("too-many-columns", "а;".repeat(60).getBytes(UTF_8)),
                Arguments.of("quotes", "а;б\n\"в;г\n".getBytes(UTF_8)),
                Arguments.of("row-too-long", ("а;б\n\"" + "в\n".repeat(200_000)).getBytes(UTF_8)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("refused")
    void whatIsNoTableIsRefusedWithItsReason(String reason, byte[] bytes) {
        var refusal = catchThrowableOfType(UnreadableFileException.class, () -> TableReading.read(bytes));
        assertThat(refusal).isNotNull();
        assertThat(refusal.messageKey()).isEqualTo("exchange.file." + reason);
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }

    private static byte[] bomb(byte[] good, int megabytes) {
        var parts = Sheets.parts(good);
        parts.put(
                "xl/worksheets/sheet1.xml", " ".repeat(megabytes * 1024 * 1024).getBytes(UTF_8));
        return Sheets.zip(parts);
    }

    private static Map<String, byte[]> manyParts(byte[] good) {
        var parts = new LinkedHashMap<>(Sheets.parts(good));
        for (var i = 0; i < 1_001; i++) parts.put("xl/part" + i, new byte[0]);
        return parts;
    }

    private static String laughing(String xml) {
        return "<?xml version=\"1.0\"?><!DOCTYPE sst [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + xml.replaceFirst("<\\?xml[^>]*>", "").replaceFirst("<t>", "<t>&b;");
    }
}
