package school.chancery.students;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A part of the papers that go with a pupil to another school. Each module that knows something of the pupil adds one
 * such bean; special categories of personal data never travel this way.
 */
public interface TransferDossierPart {
    /** Place among the parts, ascending. */
    int order();

    /** What the module has to say of the pupil who leaves on the day; empty when nothing. */
    Optional<Part> of(UUID pupilId, LocalDate leftOn);

    /**
     * One table of the paper.
     *
     * @param title in the words of the document, Russian
     * @param rows as many cells each as there are columns
     */
    record Part(String title, List<String> columns, List<List<String>> rows) {
        public Part {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
