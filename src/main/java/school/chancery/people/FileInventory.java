package school.chancery.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of the papers in a personal file (опись личного дела), as it may go to another school. */
public interface FileInventory {
    /** Papers that lie in the file today, in the order they came; never their scans. */
    List<ListedPaper> ofPupil(UUID pupilId);

    /**
     * A line of the list, Russian.
     *
     * @param title of a kind of paper that may tell of health (a certificate, a consent, an unnamed kind) only the kind
     */
    record ListedPaper(
            String title, @Nullable String number, @Nullable LocalDate issuedOn, LocalDate addedOn) {}
}
