package school.chancery.students.domain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;

/** Whether a transfer may go where it is meant to. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TransferTargets {
    private final SchoolClasses classes;
    private final Organizations organizations;
    private final Places places;

    TransferTargets(SchoolClasses classes, Organizations organizations, Places places) {
        this.classes = classes;
        this.organizations = organizations;
        this.places = places;
    }

    void check(ProposedTransfer proposed, SchoolClass from, List<Refusal> refusals) {
        switch (proposed.kind()) {
            case OTHER_CLASS -> checkClass(proposed, from).ifPresent(refusals::add);
            case SYSTEM_SCHOOL -> checkSchool(proposed).ifPresent(refusals::add);
            case OUTSIDE_SCHOOL -> require(proposed.receivingName(), "receivingName", refusals);
            case MOVING_AWAY -> {
                require(proposed.settlement(), "settlement", refusals);
                require(proposed.region(), "region", refusals);
            }
        }
    }

    private Optional<Refusal> checkClass(ProposedTransfer proposed, SchoolClass from) {
        if (proposed.toClassId() == null) return refusal("toClassId", "missing");
        var found = classes.find(proposed.toClassId())
                .filter(each -> each.organizationId().equals(proposed.organizationId()));
        if (found.isEmpty()) return refusal("toClassId", "unknown-class");
        var to = found.get();
        if (to.id().equals(from.id())) return refusal("toClassId", "SAME_CLASS");
        if (!to.schoolYearId().equals(from.schoolYearId())) return refusal("toClassId", "OTHER_YEAR");
        if (to.kind() != from.kind() || !Objects.equals(to.grade(), from.grade()))
            return refusal("toClassId", "other-grade");
        return places.isFull(to, proposed.effectiveOn()) ? refusal("toClassId", "class-full") : Optional.empty();
    }

    private Optional<Refusal> checkSchool(ProposedTransfer proposed) {
        var id = proposed.receivingOrganizationId();
        if (id == null) return refusal("receivingOrganizationId", "missing");
        if (id.equals(proposed.organizationId())) return refusal("receivingOrganizationId", "same-school");
        var type = organizations.require(proposed.organizationId()).type();
        var fits = organizations.find(id).map(Organization::type).filter(type::equals);
        return fits.isEmpty() ? refusal("receivingOrganizationId", "unknown-school") : Optional.empty();
    }

    private static void require(@Nullable String text, String field, List<Refusal> refusals) {
        if (text == null) refusals.add(new Refusal(field, "students.refused.missing"));
    }

    private static Optional<Refusal> refusal(String field, String reason) {
        return Optional.of(new Refusal(field, "students.refused." + reason));
    }
}
