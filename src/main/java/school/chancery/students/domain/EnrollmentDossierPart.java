package school.chancery.students.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.students.Enrollment;
import school.chancery.students.TransferDossierPart;

/** In which classes the child has been. */
@Component
class EnrollmentDossierPart implements TransferDossierPart {
    private final EnrollmentQueries enrollments;
    private final TransferWords words;

    EnrollmentDossierPart(EnrollmentQueries enrollments, TransferWords words) {
        this.enrollments = enrollments;
        this.words = words;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Optional<Part> of(UUID pupilId, LocalDate leftOn) {
        var rows = enrollments.history(pupilId).stream().map(this::row).toList();
        if (rows.isEmpty()) return Optional.empty();
        var columns = List.of(
                words.text("students.dossier.class"),
                words.text("students.dossier.from"),
                words.text("students.dossier.to"));
        return Optional.of(new Part(words.text("students.dossier.classes"), columns, rows));
    }

    private List<String> row(Enrollment stay) {
        return List.of(stay.classLabel(), TransferWords.date(stay.fromOn()), TransferWords.date(stay.lastOn()));
    }
}
