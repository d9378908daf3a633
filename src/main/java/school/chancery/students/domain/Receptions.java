package school.chancery.students.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.documents.Documents;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.organization.SchoolYears;

/** Requests for a place as the school that is asked answers them and takes the child in. */
@Service
@Transactional
public class Receptions {
    private final PlaceRequestRepository requests;
    private final Places places;
    private final SchoolClasses classes;
    private final SchoolYears years;
    private final Organizations organizations;
    private final TransferWords words;
    private final Documents files;
    private final Audit audit;
    private final Clock clock;

    Receptions(
            PlaceRequestRepository requests,
            Places places,
            SchoolClasses classes,
            SchoolYears years,
            Organizations organizations,
            TransferWords words,
            Documents files,
            Audit audit,
            Clock clock) {
        this.requests = requests;
        this.places = places;
        this.classes = classes;
        this.years = years;
        this.organizations = organizations;
        this.words = words;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    public Answer accept(UUID id, UUID classId, UUID by) {
        var request = hold(id);
        var view = request.view();
        var refusal = checkClass(view, classId, view.wantedOn(), true);
        if (refusal.isPresent()) return new Answer.Refused(List.of(refusal.get()));
        if (!request.accept(classId, by, clock.instant())) return over();
        return kept("students.place-given", request);
    }

    public Answer refuse(UUID id, String reason, UUID by) {
        var request = hold(id);
        if (!request.refuse(reason, by, clock.instant())) return over();
        return kept("students.place-refused", request);
    }

    public Answer receive(UUID id, ReceivedDocuments documents) {
        var request = hold(id);
        var refusals = check(request.view(), documents);
        if (!refusals.isEmpty()) return new Answer.Refused(refusals);
        var scan = documents.application();
        request.receive(documents, scan == null ? null : files.store(scan).id());
        return kept("students.documents-received", request);
    }

    /** Nobody came, or the papers are not in order: the case closes the request. */
    public void giveUp(UUID id, String reason) {
        hold(id).notCome(reason);
    }

    /** The place is free again; the reason is what was given, or that the order was rejected. */
    public void close(UUID id) {
        var request = hold(id);
        request.close(words.dropped(DropReason.ORDER_REJECTED));
        kept("students.reception-closed", request);
    }

    private List<Refusal> check(PlaceRequestView request, ReceivedDocuments documents) {
        var refusals = new ArrayList<Refusal>();
        var today = organizations.today(request.organizationId());
        var left = Objects.requireNonNull(request.leftOn());
        ApplicationDate.refusal(documents.appliedOn(), today).ifPresent(refusals::add);
        if (documents.enrolFrom().isBefore(left)) {
            refusals.add(new Refusal("enrolFrom", "students.refused.before-leaving"));
        } else if (documents.enrolFrom().isBefore(documents.appliedOn())) {
            refusals.add(new Refusal("enrolFrom", "students.refused.before-application"));
        }
        var isOther = !documents.classId().equals(request.classId());
        checkClass(request, documents.classId(), documents.enrolFrom(), isOther).ifPresent(refusals::add);
        return refusals;
    }

    private Optional<Refusal> checkClass(PlaceRequestView request, UUID classId, LocalDate on, boolean needsPlace) {
        var found = classes.find(classId).filter(each -> each.organizationId().equals(request.organizationId()));
        if (found.isEmpty()) return refusal("unknown-class");
        if (!Objects.equals(found.get().grade(), request.newcomer().grade())) return refusal("other-grade");
        if (!isOfYear(found.get(), on)) return refusal("OTHER_YEAR");
        return needsPlace && places.isFull(found.get(), on) ? refusal("class-full") : Optional.empty();
    }

    private boolean isOfYear(SchoolClass of, LocalDate day) {
        return years.find(of.schoolYearId()).filter(year -> year.contains(day)).isPresent();
    }

    private Answer kept(String action, PlaceRequest request) {
        var view = requests.saveAndFlush(request).view();
        audit.record(AuditEntry.of(action, view.organizationId(), "place-request", view.id()));
        return new Answer.Accepted(view.id());
    }

    private PlaceRequest hold(UUID id) {
        return requests.hold(id).orElseThrow(() -> new IllegalArgumentException("place request " + id));
    }

    private static Answer over() {
        return new Answer.Refused(List.of(new Refusal("", "students.refused.request-over")));
    }

    private static Optional<Refusal> refusal(String reason) {
        return Optional.of(new Refusal("classId", "students.refused." + reason));
    }
}
