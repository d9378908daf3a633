package school.chancery.exchange.domain;

import org.jspecify.annotations.Nullable;
import school.chancery.exchange.file.TableFile;

/**
 * A file as it arrived, for the moment in a temporary place.
 *
 * @param name for eyes only
 */
record ReceivedFile(String name, long size, String sha256, TableFile table) {
    @Nullable
    String encoding() {
        var encoding = table.encoding();
        return encoding == null ? null : encoding.name();
    }

    @Nullable
    String separator() {
        var separator = table.separator();
        return separator == null ? null : separator.toString();
    }
}
