package school.chancery.students.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.documents.Documents;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.people.PupilCard;
import school.chancery.people.Pupils;
import school.chancery.students.Enrollment;
import school.chancery.students.Enrollments;

/** Taking in an application for a transfer: what must hold before anything begins. */
@Service
@Transactional
public class TransferProposals {
    private final TransferRepository transfers;
    private final TransferTargets targets;
    private final Pupils pupils;
    private final Enrollments enrollments;
    private final SchoolClasses classes;
    private final Organizations organizations;
    private final StudentTerms terms;
    private final Documents documents;
    private final Audit audit;
    private final Clock clock;

    TransferProposals(
            TransferRepository transfers,
            TransferTargets targets,
            Pupils pupils,
            Enrollments enrollments,
            SchoolClasses classes,
            Organizations organizations,
            StudentTerms terms,
            Documents documents,
            Audit audit,
            Clock clock) {
        this.transfers = transfers;
        this.targets = targets;
        this.pupils = pupils;
        this.enrollments = enrollments;
        this.classes = classes;
        this.organizations = organizations;
        this.terms = terms;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    public Answer propose(ProposedTransfer proposed) {
        var pupil = pupilOf(proposed);
        if (pupil.isEmpty()) return refused("pupilId", "students.refused.unknown-pupil");
        var from = classOf(proposed);
        if (from.isEmpty()) return refused("pupilId", "students.refused.no-class");
        var refusals = new ArrayList<Refusal>();
        checkPupil(proposed, refusals);
        checkDates(proposed, refusals);
        targets.check(proposed, from.get(), refusals);
        return refusals.isEmpty()
                ? new Answer.Accepted(keep(proposed, pupil.get(), from.get()))
                : new Answer.Refused(refusals);
    }

    private UUID keep(ProposedTransfer proposed, PupilCard pupil, SchoolClass from) {
        var application = proposed.application() == null
                ? null
                : documents.store(proposed.application()).id();
        var transfer = transfers.saveAndFlush(
                new Transfer(proposed, pupil.personId(), from, application, orderDue(proposed), clock.instant()));
        var id = transfer.view().id();
        audit.record(AuditEntry.of("students.transfer-requested", proposed.organizationId(), "transfer", id)
                .with("kind", proposed.kind().name()));
        return id;
    }

    private @Nullable LocalDate orderDue(ProposedTransfer proposed) {
        return proposed.kind().leavesSchool()
                ? terms.withdrawalOrder(proposed.organizationId(), proposed.appliedOn())
                : null;
    }

    // Of another organization is of none: who asks does not learn whether there is such a child.
    private Optional<PupilCard> pupilOf(ProposedTransfer proposed) {
        return pupils.find(proposed.pupilId())
                .filter(found -> found.organizationId().equals(proposed.organizationId()));
    }

    private Optional<SchoolClass> classOf(ProposedTransfer proposed) {
        // The class of the day of the move: in summer, or when another order is under way, it is not today's.
        return enrollments
                .of(proposed.pupilId(), proposed.effectiveOn())
                .or(() -> enrollments.of(proposed.pupilId(), organizations.today(proposed.organizationId())))
                .map(Enrollment::classId)
                .flatMap(classes::find);
    }

    private void checkPupil(ProposedTransfer proposed, List<Refusal> refusals) {
        if (transfers.existsByPupilIdAndState(proposed.pupilId(), TransferState.REQUESTED)) {
            refusals.add(new Refusal("pupilId", "students.refused.in-transfer"));
        }
    }

    private void checkDates(ProposedTransfer proposed, List<Refusal> refusals) {
        var today = organizations.today(proposed.organizationId());
        ApplicationDate.refusal(proposed.appliedOn(), today).ifPresent(refusals::add);
        var stay = enrollments.of(proposed.pupilId(), proposed.effectiveOn());
        if (proposed.effectiveOn().isBefore(today)) {
            refusals.add(new Refusal("effectiveOn", "students.refused.date-past"));
        } else if (stay.isEmpty()) {
            refusals.add(new Refusal("effectiveOn", "students.refused.no-class-then"));
        } else if (!proposed.effectiveOn().isAfter(stay.get().fromOn())) {
            refusals.add(new Refusal("effectiveOn", "students.refused.first-day"));
        }
    }

    private static Answer refused(String field, String code) {
        return new Answer.Refused(List.of(new Refusal(field, code)));
    }
}
