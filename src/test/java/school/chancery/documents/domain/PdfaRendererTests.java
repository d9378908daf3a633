package school.chancery.documents.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import school.chancery.documents.PdfRenderer;

class PdfaRendererTests {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final String HASH = "0123456789abcdef".repeat(4);

    private final PdfRenderer renderer = TestRenderer.create();

    @BeforeAll
    static void startTheValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void anOrderIsPdfA2bAndSaysWhatWasWritten() throws Exception {
        var pdf = order("О назначении администратора", List.of("В соответствии с законом № 273-ФЗ приказываю:"));
        assertThat(violations(pdf)).isEmpty();
        assertThat(text(pdf).replaceAll("\\s+", " "))
                .contains("Администрация города")
                .contains("Муниципальное общеобразовательное учреждение «Средняя школа»")
                .contains("09.01.2023")
                .contains("№ 01-05-034")
                .contains("г. Верхний")
                .contains("О назначении администратора")
                .contains("В соответствии с законом № 273-ФЗ приказываю:")
                .containsIgnoringCase("Документ подписан простой электронной подписью")
                .contains("Подписал: Директор А. П. Ветрова")
                .contains("Дата и время: 09.01.2023 10:15:30 (UTC+07:00)")
                .contains(HASH.substring(0, 32));
    }

    @Test
    void leavesRoomForDateAndNumberOnTheOriginal() throws Exception {
        var model = new HashMap<String, Object>(model("О назначении", List.of("Текст")));
        model.put("date", null);
        model.put("number", null);
        var pdf = renderer.render("documents-test/order", "Приказ", model, RUSSIAN);
        assertThat(text(pdf)).contains("______________ № ______________");
    }

    @Test
    void aPlainPdfFailsTheSameCheck() throws Exception {
        var pdf = new java.io.ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            document.save(pdf);
        }
        assertThat(violations(pdf.toByteArray())).isNotEmpty();
    }

    @Test
    void setsEveryLetterThatSchoolPapersUse() throws Exception {
        var letters = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя «» — – № § ₽ … ° ЇїІіЄєЎў";
        assertThat(text(paragraphs(letters)).replace("\n", " "))
                .contains(letters)
                .doesNotContain("#");
    }

    @Test
    void setsALetterThatCameInTwoParts() throws Exception {
        assertThat(text(paragraphs("Третии\u0306 и\u0306од, е\u0308лка")))
                .contains("Третий йод, ёлка")
                .doesNotContain("#");
    }

    @Test
    void dropsCharactersThatNoPaperCanBear() throws Exception {
        assertThat(text(paragraphs("до\u0000\u0007\u200B\uFEFF\u202Eпосле"))).contains("допосле");
    }

    @Test
    void treatsMarkupInTheTextAsText() throws Exception {
        assertThat(text(paragraphs("<b>жирно</b> & <script>alert(1)</script>")))
                .contains("<b>жирно</b> & <script>alert(1)</script>");
    }

    @Test
    void keepsTheNumberOfALawOnOneLine() throws Exception {
        // Every indentation of the token from the left, so that one of them meets the end of the line.
        var lines = IntStream.range(0, 90)
                .mapToObj(length -> "а".repeat(length % 60 + 20) + " " + "б".repeat(length % 30 + 1)
                        + " от 29.12.2012 № 273-ФЗ и № 01-05-034")
                .toArray(String[]::new);
        var text = text(paragraphs(lines));
        assertThat(text).doesNotContain("273-\n").doesNotContain("№\n").doesNotContain("01-\n");
        assertThat(text.split("273-ФЗ", -1)).hasSize(91);
    }

    @Test
    void numbersPagesFromTheSecondInTheMiddleOfTheTop() throws Exception {
        var pdf = order(
                "О многом",
                IntStream.range(0, 60).mapToObj(i -> "Пункт. ".repeat(30)).toList());
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            assertThat(firstLine(document, 1).text()).isNotEqualTo("1");
            var number = firstLine(document, 2);
            assertThat(number.text()).isEqualTo("2");
            assertThat(number.top()).isGreaterThan(millimetres(10));
            // The text field is 30..200 mm wide; its middle is at 115 mm.
            assertThat(number.left()).isBetween(millimetres(112), millimetres(118));
        }
    }

    @Test
    void keepsTheMarginsOfTheStandard() throws Exception {
        try (var document = Loader.loadPDF(paragraphs("Слово ".repeat(2000)))) {
            var page = document.getPage(0).getMediaBox();
            var positions = positions(document, 1);
            assertThat(page.getWidth()).isBetween(millimetres(209.5), millimetres(210.5));
            assertThat(positions).allSatisfy(letter -> {
                assertThat(letter.getXDirAdj()).isGreaterThanOrEqualTo(millimetres(29.9));
                assertThat(letter.getXDirAdj() + letter.getWidthDirAdj()).isLessThanOrEqualTo(millimetres(200.5));
                assertThat(letter.getYDirAdj()).isBetween(millimetres(20), millimetres(277));
            });
        }
    }

    @Test
    void aSheetOfAThousandRowsRepeatsItsHeadAndStaysPdfA() throws Exception {
        var rows = IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> new Row("Работник " + i, "учитель", "10.01.2023", "подпись, лист " + i))
                .toList();
        var pdf = renderer.render(
                "documents-test/sheet", "Лист", Map.of("about", "к приказу от 09.01.2023 № 7", "rows", rows), RUSSIAN);
        assertThat(violations(pdf)).isEmpty();
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Работник 1 ", "Работник 1000 ");
            assertThat(text.split("Отметка об", -1)).hasSize(document.getNumberOfPages() + 1);
        }
    }

    @Test
    void carriesTheTitleAndTheEmbeddedTypeface() throws Exception {
        try (var document = Loader.loadPDF(order("О назначении", List.of("Текст")))) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Приказ");
            var fonts = new ArrayList<String>();
            for (var name : document.getPage(0).getResources().getFontNames()) {
                var font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                fonts.add(font.getName());
            }
            assertThat(fonts).isNotEmpty().allMatch(name -> name.contains("PTSerif"));
        }
    }

    @Test
    void rendersInEnglishToo() throws Exception {
        var pdf = renderer.render(
                "documents-test/sheet", "Sheet", Map.of("about", "-", "rows", List.of()), Locale.ENGLISH);
        assertThat(text(pdf)).contains("Acknowledgement sheet");
    }

    record Row(String name, String position, String date, String mark) {}

    private byte[] order(String title, List<String> paragraphs) {
        return renderer.render("documents-test/order", "Приказ", model(title, paragraphs), RUSSIAN);
    }

    private static Map<String, Object> model(String title, List<String> paragraphs) {
        return Map.of(
                "superior",
                List.of("Администрация города", "Управление образования"),
                "fullName",
                "Муниципальное общеобразовательное учреждение «Средняя школа»",
                "shortName",
                "МОУ СШ",
                "date",
                LocalDate.of(2023, 1, 9),
                "number",
                "01-05-034",
                "locality",
                "г. Верхний",
                "title",
                title,
                "paragraphs",
                paragraphs,
                "signedAt",
                ZonedDateTime.parse("2023-01-09T10:15:30+07:00"),
                "hash",
                HASH);
    }

    private byte[] paragraphs(String... paragraphs) {
        return renderer.render("documents-test/text", "Текст", Map.of("paragraphs", List.of(paragraphs)), RUSSIAN);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<String> violations(byte[] pdf) throws Exception {
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                var validator = foundry.createValidator(PDFAFlavour.PDFA_2_B, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isPositive();
            return result.isCompliant()
                    ? List.of()
                    : result.getTestAssertions().stream()
                            .map(Object::toString)
                            .distinct()
                            .toList();
        }
    }

    private record Line(String text, float left, float top) {}

    private static Line firstLine(PDDocument document, int page) throws IOException {
        var letters = positions(document, page);
        var top = letters.stream()
                .map(TextPosition::getYDirAdj)
                .min(Float::compare)
                .orElseThrow();
        var line = letters.stream().filter(each -> each.getYDirAdj() - top < 1).toList();
        var text = line.stream()
                .map(TextPosition::getUnicode)
                .reduce("", String::concat)
                .strip();
        return new Line(text, line.get(0).getXDirAdj(), top - line.get(0).getHeightDir());
    }

    private static List<TextPosition> positions(PDDocument document, int page) throws IOException {
        var found = new ArrayList<TextPosition>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String string, List<TextPosition> positions) {
                positions.stream().filter(each -> !each.getUnicode().isBlank()).forEach(found::add);
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(document);
        return found;
    }

    private static float millimetres(double mm) {
        return (float) (mm * 72 / 25.4);
    }
}
