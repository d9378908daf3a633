package school.chancery.exchange.web;

import static school.chancery.organization.DocumentLanguage.RUSSIAN;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import school.chancery.exchange.ImportColumn;
import school.chancery.exchange.ImportKind;
import school.chancery.exchange.ListExport.Format;
import school.chancery.exchange.domain.ImportKinds;
import school.chancery.exchange.file.CsvTable;
import school.chancery.exchange.file.TableWriter;
import school.chancery.exchange.file.XlsxTable;
import school.chancery.identity.SignedIn;

/** An empty table to fill in, in the language of the documents whatever the page speaks. */
@Controller
@Loaders
class TemplateController {
    private final ImportKinds kinds;
    private final MessageSource messages;

    TemplateController(ImportKinds kinds, MessageSource messages) {
        this.kinds = kinds;
        this.messages = messages;
    }

    @GetMapping("/exchange/kinds/{kind}/template")
    void download(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String kind,
            @RequestParam(defaultValue = "XLSX") Format format,
            HttpServletResponse response)
            throws IOException {
        var found = kinds.find(kind, me.roles()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var title = text(found.textPrefix() + ".title");
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(title + "." + format.name().toLowerCase(Locale.ROOT), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        if (format == Format.CSV) csv(found, response);
        else xlsx(found, title, response);
    }

    private void csv(ImportKind kind, HttpServletResponse response) throws IOException {
        try (var table = new CsvTable(response.getOutputStream())) {
            fill(kind, table);
        }
    }

    private void xlsx(ImportKind kind, String title, HttpServletResponse response) throws IOException {
        try (var table = new XlsxTable(response.getOutputStream(), title)) {
            fill(kind, table);
            table.sheet(text("exchange.template.help"));
            table.head(List.of(
                    text("exchange.template.column"),
                    text("exchange.template.required"),
                    text("exchange.template.hint")));
            for (var column : kind.columns())
                table.row(title(kind, column), column.required(), text(key(kind, column) + ".hint"));
        }
    }

    private void fill(ImportKind kind, TableWriter table) {
        table.head(kind.columns().stream().map(column -> title(kind, column)).toList());
        for (var example : kind.examples()) table.row(example.toArray());
    }

    private String title(ImportKind kind, ImportColumn column) {
        return text(key(kind, column));
    }

    private static String key(ImportKind kind, ImportColumn column) {
        return kind.textPrefix() + ".column." + column.code();
    }

    private String text(String key) {
        return messages.getMessage(key, null, RUSSIAN);
    }
}
