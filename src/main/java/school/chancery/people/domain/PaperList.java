package school.chancery.people.domain;

import static java.util.function.Predicate.not;
import static school.chancery.organization.DocumentLanguage.RUSSIAN;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.people.FileInventory;

@Service
@Transactional(readOnly = true)
class PaperList implements FileInventory {
    // Somebody wrote their titles: «Справка о группе здоровья» would carry a special category along (152-ФЗ ст. 10).
    private static final Set<Paper.Kind> TITLED = EnumSet.complementOf(
            EnumSet.of(Paper.Kind.CERTIFICATE, Paper.Kind.AGREEMENT, Paper.Kind.APPLICATION, Paper.Kind.OTHER));

    private final PersonalFiles files;
    private final MessageSource messages;

    PaperList(PersonalFiles files, MessageSource messages) {
        this.files = files;
        this.messages = messages;
    }

    @Override
    public List<ListedPaper> ofPupil(UUID pupilId) {
        return files.of(PersonalFiles.Owner.pupil(pupilId)).stream()
                .filter(not(Paper::isRemoved))
                .map(this::line)
                .toList();
    }

    private ListedPaper line(Paper paper) {
        var title = TITLED.contains(paper.kind())
                ? paper.title()
                : messages.getMessage("people.paper.kind." + paper.kind(), null, RUSSIAN);
        return new ListedPaper(title, paper.number(), paper.issuedOn(), paper.addedOn());
    }
}
