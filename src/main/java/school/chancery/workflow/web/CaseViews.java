package school.chancery.workflow.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.Organizations;
import school.chancery.workflow.CaseSection;
import school.chancery.workflow.engine.ModelReader;
import school.chancery.workflow.web.CaseAccess.Sight;
import school.chancery.workflow.web.CaseView.Letter;

/** Puts together what the page of a case shows to its reader. */
@Component
class CaseViews {
    private static final String COMPLETED = "COMPLETED";

    private final CaseFiles files;
    private final CaseAccess access;
    private final CasePresent present;
    private final CaseHistory history;
    private final People people;
    private final ModelReader models;
    private final Organizations organizations;
    private final List<CaseSection> sections;

    CaseViews(
            CaseFiles files,
            CaseAccess access,
            CasePresent present,
            CaseHistory history,
            People people,
            ModelReader models,
            Organizations organizations,
            ObjectProvider<CaseSection> sections) {
        this.files = files;
        this.access = access;
        this.present = present;
        this.history = history;
        this.people = people;
        this.models = models;
        this.organizations = organizations;
        this.sections = sections.stream().toList();
    }

    /** The case that the instance belongs to; empty when there is none for this reader. */
    @Transactional(readOnly = true)
    Optional<CaseView> of(String instanceId) {
        return files.find(instanceId).flatMap(file -> access.of(file).map(sight -> view(file, sight == Sight.WHOLE)));
    }

    private CaseView view(CaseFile file, boolean whole) {
        var root = file.root();
        var owner = organizations.require(root.organizationId());
        var names = whole ? people.of(owner, file) : People.nobody();
        var endedAt = root.endedAt();
        return new CaseView(
                root.label(),
                models.model(root.definitionId()).name(),
                owner.shortName(),
                root.startedAt().atZone(owner.zone()),
                endedAt == null ? null : endedAt.atZone(owner.zone()),
                endedAt != null && !root.state().equals(COMPLETED),
                names.of(root.startedBy()),
                whole,
                present.holdings(file, owner, names),
                present.waits(file, owner.zone()),
                letters(file, owner.zone(), whole),
                present.next(file),
                present.troubles(file, owner.zone()),
                whole ? sections(file) : List.of(),
                history.of(file, owner.zone(), names, whole));
    }

    private static List<Letter> letters(CaseFile file, ZoneId zone, boolean whole) {
        return file.letters().stream()
                .map(mail -> new Letter(
                        whole ? mail.to() : null,
                        mail.owedAt().atZone(zone),
                        mail.attempts(),
                        mail.nextTry() == null ? null : mail.nextTry().atZone(zone),
                        whole ? mail.serverAnswer() : null))
                .toList();
    }

    private List<CaseSection.View> sections(CaseFile file) {
        return file.tree().stream()
                .flatMap(each -> sections.stream()
                        .flatMap(section -> section.of(each.processKey(), each.businessKey()).stream()))
                .toList();
    }
}
