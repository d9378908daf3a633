package school.chancery.exchange.domain;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.exchange.file.TableFile;

/**
 * One attempt to load one file, as it stands now.
 *
 * @param mapping for each column of the kind the position of the file's column from 0, or -1; null until confirmed
 * @param failure message key: why the last step came to nothing
 */
public record Import(
        UUID id,
        UUID organizationId,
        String kind,
        ImportState state,
        String fileName,
        long fileSize,
        TableFile.Format format,
        @Nullable String encoding,
        @Nullable String separator,
        int headingRow,
        List<String> headings,
        List<String> sample,
        @Nullable List<Integer> mapping,
        int rowsRead,
        int rowsNew,
        int rowsSame,
        int rowsChanged,
        int faults,
        int warnings,
        @Nullable String failure,
        Instant uploadedAt,
        @Nullable Instant appliedAt,
        @Nullable Instant undoneAt,
        @Nullable Instant emptiedAt) {

    TableFile at(Path path) {
        return new TableFile(
                path,
                format,
                encoding == null ? null : Charset.forName(encoding),
                separator == null ? null : separator.charAt(0));
    }

    public boolean isClean() {
        return state == ImportState.CHECKED && faults == 0 && rowsNew + rowsChanged > 0;
    }
}
