package school.chancery.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Acting;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.exchange.file.CsvTable;
import school.chancery.exchange.file.TableWriter;
import school.chancery.exchange.file.XlsxTable;

/**
 * Any list as a file, row by row: nothing of it is held. What could be taken for a formula is defused, and that the list
 * left the house stands in the audit. In a controller:
 *
 * <pre>{@code
 * @GetMapping("/people/staff/export")
 * void export(@AuthenticationPrincipal SignedIn me, @RequestParam ListExport.Format format, HttpServletResponse response) {
 *     lists.send(response, format, "people.staff.title", List.of("people.staff.name", "people.staff.hired"),
 *             table -> staff.each(me.organizationId(), member -> table.row(member.name().full(), member.hiredOn())));
 * }
 * }</pre>
 *
 * The rows come within one transaction; query them with a fetch size.
 */
@Component
public class ListExport {
    /** As asked for by the request parameter: {@code XLSX} or {@code CSV}. */
    public enum Format {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("text/csv;charset=UTF-8");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /** Takes the rows of the list. */
    public interface Table {
        /** @param cells texts, numbers, dates, yes or no; null = empty */
        void row(Object... cells);
    }

    private final MessageSource messages;
    private final Audit audit;
    private final TransactionTemplate transaction;

    ListExport(MessageSource messages, Audit audit, TransactionTemplate transaction) {
        this.messages = messages;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Sends the list as a file to be saved. It is written down first and sent then: whoever reads slowly holds no
     * transaction and no connection of the database, and a list that breaks off is an error and no half file.
     *
     * @param title message key: name of the file and of its sheet
     * @param headings message keys
     */
    public void send(
            HttpServletResponse response, Format format, String title, List<String> headings, Consumer<Table> rows) {
        try {
            var file = Files.createTempFile("chancery-", ".export");
            try {
                transaction.executeWithoutResult(status -> write(file, format, title, headings, rows));
                head(response, format, text(title), Files.size(file));
                Files.copy(file, response.getOutputStream());
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void write(Path file, Format format, String title, List<String> headings, Consumer<Table> rows) {
        try (var out = Files.newOutputStream(file);
                var table = writer(out, format, text(title))) {
            table.head(headings.stream().map(this::text).toList());
            rows.accept(table::row);
            record(title, format, table.rows());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void record(String title, Format format, int rows) {
        audit.record(
                new AuditEntry("exchange.list-exported", Acting.current().organizationId(), "list", List.of(), Map.of())
                        .with("list", title)
                        .with("format", format.name())
                        .with("rows", String.valueOf(rows)));
    }

    private static TableWriter writer(OutputStream out, Format format, String title) throws IOException {
        return format == Format.XLSX ? new XlsxTable(out, title) : new CsvTable(out);
    }

    private static void head(HttpServletResponse response, Format format, String title, long size) {
        var name = title + "." + format.name().toLowerCase(Locale.ROOT);
        response.setContentType(format.mediaType());
        response.setContentLengthLong(size);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
