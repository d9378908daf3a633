package school.chancery.students.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.people.FileInventory;
import school.chancery.people.FileInventory.ListedPaper;
import school.chancery.students.TransferDossierPart;

/** Which papers lie in the child's personal file: it goes along with them. */
@Component
class PersonalFileDossierPart implements TransferDossierPart {
    private final FileInventory inventory;
    private final TransferWords words;

    PersonalFileDossierPart(FileInventory inventory, TransferWords words) {
        this.inventory = inventory;
        this.words = words;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<Part> of(UUID pupilId, LocalDate leftOn) {
        var rows = inventory.ofPupil(pupilId).stream()
                .map(PersonalFileDossierPart::row)
                .toList();
        if (rows.isEmpty()) return Optional.empty();
        var columns = List.of(
                words.text("students.dossier.paper"),
                words.text("students.dossier.paper-number"),
                words.text("students.dossier.paper-on"));
        return Optional.of(new Part(words.text("students.dossier.papers"), columns, rows));
    }

    private static List<String> row(ListedPaper paper) {
        return List.of(
                paper.title(),
                paper.number() == null ? "" : paper.number(),
                TransferWords.date(paper.issuedOn() == null ? paper.addedOn() : paper.issuedOn()));
    }
}
