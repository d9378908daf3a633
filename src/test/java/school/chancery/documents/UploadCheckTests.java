package school.chancery.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockMultipartFile;

class UploadCheckTests {
    private static final Set<UploadKind> ALL = EnumSet.allOf(UploadKind.class);
    private static final byte[] PDF = bytes("%PDF-1.7\n…\n%%EOF\n");
    private static final byte[] PNG = bytes("\u0089PNG\r\n\u001A\n....IEND\u00AE\u0042\u0060\u0082");
    private static final byte[] JPEG = bytes("\u00FF\u00D8\u00FF\u00E0....\u00FF\u00D9");

    private final ResourceBundleMessageSource messages = messages();
    private final UploadCheck check = new UploadCheck(messages);

    @BeforeEach
    void speakRussian() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("ru"));
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void knowsEachKindByItsContent() {
        assertThat(kind(PDF)).isEqualTo(UploadKind.PDF);
        assertThat(kind(PNG)).isEqualTo(UploadKind.PNG);
        assertThat(kind(JPEG)).isEqualTo(UploadKind.JPEG);
        assertThat(kind(bytes("\u0030\u0082\u0001\u0002…"))).isEqualTo(UploadKind.SIGNATURE);
        assertThat(kind(bytes("-----BEGIN CMS-----\nMIIB\n"))).isEqualTo(UploadKind.SIGNATURE);
        assertThat(kind(bytes("MIIBaa==\n"))).isEqualTo(UploadKind.SIGNATURE);
    }

    @Test
    void doesNotBelieveTheNameNorTheBrowser() throws Exception {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("bomb"));
            out.write(new byte[1 << 20]);
        }
        var file = new MockMultipartFile("file", "приказ.pdf", "application/pdf", zip.toByteArray());
        assertThat(message(check.check(file, ALL)))
                .isEqualTo("Такой файл не принимается. Подходят: PDF, JPEG, PNG, файл подписи .sig");
    }

    @ParameterizedTest
    @CsvSource({"<html>", "<svg xmlns=''>", "MZ", "GIF89a", "PK", "MIIBaa<script>"})
    void refusesWhatIsNoneOfTheKinds(String content) {
        assertThat(check.check(file("a.pdf", bytes(content)), ALL)).isInstanceOf(Upload.Refused.class);
    }

    @Test
    void takesOnlyTheKindsTheFormAsksFor() {
        assertThat(message(check.check(file("a.png", PNG), Set.of(UploadKind.PDF))))
                .isEqualTo("Такой файл не принимается. Подходят: PDF");
    }

    @Test
    void givesTheNameTheExtensionOfTheContent() {
        assertThat(name("скан.PDF", PDF)).isEqualTo("скан.PDF");
        assertThat(name("скан.png", PDF)).isEqualTo("скан.png.pdf");
        assertThat(name("фото.jpeg", JPEG)).isEqualTo("фото.jpeg");
        assertThat(name("page.html", JPEG)).isEqualTo("page.html.jpg");
    }

    @Test
    void saysWhenAFileIsEmptyTooLargeOrCut() {
        assertThat(message(check.check(null, ALL))).isEqualTo("Файл пуст или не выбран");
        assertThat(message(check.check(file("a.pdf", new byte[0]), ALL))).isEqualTo("Файл пуст или не выбран");
        var large = java.util.Arrays.copyOf(PDF, (int) UploadCheck.LIMIT.toBytes() + 1);
        assertThat(message(check.check(file("a.pdf", large), ALL))).startsWith("Файл больше 10 МБ");
        assertThat(message(check.check(file("a.pdf", bytes("%PDF-1.7 cut")), ALL)))
                .startsWith("Файл повреждён");
    }

    @Test
    void takesAFileOfExactlyTheLimit() {
        var largest = java.util.Arrays.copyOf(PDF, (int) UploadCheck.LIMIT.toBytes());
        System.arraycopy(PDF, PDF.length - 6, largest, largest.length - 6, 6);
        assertThat(check.check(file("a.pdf", largest), ALL)).isInstanceOf(Upload.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd|passwd",
                "C:\\scans\\приказ.pdf|приказ.pdf",
                "a\u202Efdp.exe|a fdp.exe",
                "'x\r\nSet-Cookie: a'|x Set-Cookie a",
                "..|file",
                "'   '|file"
            })
    void cleansNames(String sent, String kept) {
        assertThat(FileName.clean(sent)).isEqualTo(kept);
    }

    @Test
    void shortensALongNameBeforeItsExtension() {
        assertThat(FileName.clean("ы".repeat(300) + ".pdf")).hasSize(150).endsWith("ы.pdf");
    }

    @Test
    void anAcceptedFileIsReadyToBeKept() {
        var organization = UUID.randomUUID();
        var document = ((Upload.Accepted) check.check(file("a", PDF), ALL)).toDocument(organization, true);
        assertThat(document.organizationId()).isEqualTo(organization);
        assertThat(document.name()).isEqualTo("a.pdf");
        assertThat(document.mediaType()).isEqualTo("application/pdf");
        assertThat(document.frozen()).isTrue();
    }

    private UploadKind kind(byte[] content) {
        return ((Upload.Accepted) check.check(file("a", content), ALL)).kind();
    }

    private String name(String name, byte[] content) {
        return ((Upload.Accepted) check.check(file(name, content), ALL)).name();
    }

    private String message(Upload upload) {
        var refused = (Upload.Refused) upload;
        return messages.getMessage(
                refused.messageKey(), refused.arguments().toArray(), LocaleContextHolder.getLocale());
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, "application/octet-stream", content);
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(ISO_8859_1);
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages.documents");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }
}
