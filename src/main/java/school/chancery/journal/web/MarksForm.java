package school.chancery.journal.web;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.journal.MarkValue;
import school.chancery.journal.YearMarks.Entry;
import school.chancery.journal.domain.MarkWords;

/**
 * Some cells of the page, one after the other: three lists of one length.
 *
 * @param marks as people write them; a dash takes a mark away
 */
record MarksForm(
        @NotEmpty @Size(max = MarksForm.MOST) @Nullable List<@NotNull UUID> pupils,
        @NotEmpty @Size(max = MarksForm.MOST) @Nullable List<@NotNull UUID> subjects,
        @NotEmpty @Size(max = MarksForm.MOST) @Nullable List<@NotNull String> marks) {
    static final int MOST = 2000;
    private static final String NONE = "-";

    boolean isWhole() {
        return pupils != null
                && subjects != null
                && marks != null
                && pupils.size() == marks.size()
                && subjects.size() == marks.size();
    }

    /** Empty when one of them is no mark. */
    Optional<List<Entry>> entries() {
        var entries = new ArrayList<Entry>();
        for (var i = 0; pupils != null && subjects != null && marks != null && i < marks.size(); i++) {
            var written = marks.get(i).strip();
            var value = written.equals(NONE) ? Optional.<MarkValue>empty() : MarkWords.read(written);
            if (value.isEmpty() && !written.equals(NONE)) return Optional.empty();
            entries.add(new Entry(pupils.get(i), subjects.get(i), value.orElse(null)));
        }
        return Optional.of(entries);
    }
}
