package school.chancery.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

/**
 * Looks at a file before a form takes it: size first, then the first and last bytes. Nothing is unpacked or parsed, so
 * there is nothing a bomb could blow up.
 */
@Component
public class UploadCheck {
    /** As much as a scan of a dozen pages needs. */
    public static final DataSize LIMIT = DataSize.ofMegabytes(10);

    private final MessageSource messages;

    UploadCheck(MessageSource messages) {
        this.messages = messages;
    }

    /** @param file null when the form came without the field */
    public Upload check(@Nullable MultipartFile file, Set<UploadKind> allowed) {
        if (file == null || file.isEmpty()) return refused("empty");
        if (file.getSize() > LIMIT.toBytes()) return refused("too-large", LIMIT.toMegabytes());
        return check(file.getOriginalFilename(), content(file), allowed);
    }

    private Upload check(@Nullable String name, byte[] bytes, Set<UploadKind> allowed) {
        var kind = allowed.stream().filter(each -> each.is(bytes)).findFirst();
        if (kind.isEmpty()) return refused("wrong-type", names(allowed));
        if (!kind.get().isWhole(bytes)) return refused("damaged");
        return new Upload.Accepted(kind.get().named(FileName.clean(name)), kind.get(), bytes);
    }

    private String names(Set<UploadKind> allowed) {
        return allowed.stream()
                .sorted(Comparator.naturalOrder())
                .map(kind -> messages.getMessage(kind.messageKey(), null, LocaleContextHolder.getLocale()))
                .collect(Collectors.joining(", "));
    }

    private static Upload refused(String reason, Object... arguments) {
        return new Upload.Refused("documents.upload." + reason, List.of(arguments));
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
