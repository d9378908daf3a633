package school.chancery.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;

/** Tables as files for tests: as programs write them, and taken apart to be broken. */
public final class Sheets {
    public static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    private Sheets() {}

    /** As a spreadsheet program saves it: shared strings, dates as numbers with a format. */
    public static byte[] xlsx(List<? extends List<?>> rows) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Test", null)) {
            var sheet = workbook.newWorksheet("Лист1");
            for (var row = 0; row < rows.size(); row++)
                for (var column = 0; column < rows.get(row).size(); column++) {
                    var cell = rows.get(row).get(column);
                    if (cell instanceof LocalDate date) {
                        sheet.value(row, column, date);
                        sheet.style(row, column).format("dd.mm.yyyy").set();
                    } else if (cell instanceof Number number) sheet.value(row, column, number);
                    else if (cell instanceof String text && !text.isEmpty()) sheet.value(row, column, text);
                }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] csv(List<? extends List<?>> rows, char separator, Charset charset) {
        return csv(rows, separator).getBytes(charset);
    }

    public static String csv(List<? extends List<?>> rows, char separator) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> quoted(String.valueOf(cell), separator))
                        .collect(Collectors.joining(String.valueOf(separator))))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String quoted(String text, char separator) {
        return text.indexOf(separator) >= 0 || text.contains("\"") || text.contains("\n")
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
    }

    /** The parts of a workbook, by name, in their order. */
    public static Map<String, byte[]> parts(byte[] xlsx) {
        var parts = new LinkedHashMap<String, byte[]>();
        // By its directory: fastexcel writes sizes that a reader of the stream refuses.
        try (var zip = ZipFile.builder().setByteArray(xlsx).get()) {
            for (var part : java.util.Collections.list(zip.getEntries()))
                parts.put(part.getName(), zip.getInputStream(part).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The workbook with one part changed as a text. */
    public static byte[] with(byte[] xlsx, String part, java.util.function.UnaryOperator<String> change) {
        return with(parts(xlsx), part, change);
    }

    public static byte[] with(
            Map<String, byte[]> workbook, String part, java.util.function.UnaryOperator<String> change) {
        var parts = new LinkedHashMap<>(workbook);
        if (!parts.containsKey(part)) throw new AssertionError("no part " + part + " in " + parts.keySet());
        parts.computeIfPresent(
                part,
                (name, bytes) ->
                        change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }
}
