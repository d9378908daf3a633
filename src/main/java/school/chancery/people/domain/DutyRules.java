package school.chancery.people.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import school.chancery.identity.Account;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.organization.Organizations;
import school.chancery.organization.Refusal;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.organization.SchoolYears;
import school.chancery.people.Staff;
import school.chancery.people.StaffMember;

/** When a duty can be laid on somebody. */
@Component
class DutyRules {
    private final Staff staff;
    private final Accounts accounts;
    private final Roles roles;
    private final SchoolYears years;
    private final SchoolClasses classes;
    private final Organizations organizations;

    DutyRules(
            Staff staff,
            Accounts accounts,
            Roles roles,
            SchoolYears years,
            SchoolClasses classes,
            Organizations organizations) {
        this.staff = staff;
        this.accounts = accounts;
        this.roles = roles;
        this.years = years;
        this.classes = classes;
        this.organizations = organizations;
    }

    List<Refusal> refusals(ProposedDuty duty) {
        var refusals = new ArrayList<Refusal>();
        dates(duty, refusals);
        members(duty, refusals);
        switch (duty.kind()) {
            case ROLE -> role(duty, refusals);
            case SUBSTITUTION -> substitution(duty, refusals);
            case CLASS_TEACHERS -> classes(duty, refusals);
            default -> {}
        }
        return refusals;
    }

    private void dates(ProposedDuty duty, List<Refusal> refusals) {
        var today = organizations.today(duty.organizationId());
        if (duty.from().isBefore(today.minusMonths(1))) refusals.add(new Refusal("from", "people.refused.duty-past"));
        if (duty.from().isAfter(today.plusYears(1))) refusals.add(new Refusal("from", "people.refused.duty-far"));
        if (duty.to() != null && duty.to().isBefore(duty.from()))
            refusals.add(new Refusal("to", "people.refused.ends-before-it-begins"));
        if (duty.to() != null && duty.to().isBefore(today))
            refusals.add(new Refusal("to", "people.refused.last-day-past"));
    }

    private void members(ProposedDuty duty, List<Refusal> refusals) {
        if (duty.members().isEmpty()) {
            refusals.add(new Refusal(field(duty), "people.refused.nobody"));
            return;
        }
        var employed = staff.employed(duty.organizationId(), duty.from()).stream()
                .map(StaffMember::id)
                .collect(Collectors.toSet());
        if (!duty.members().stream().map(DutyMember::staffId).allMatch(employed::contains))
            refusals.add(new Refusal(field(duty), "people.refused.not-employed"));
    }

    private static String field(ProposedDuty duty) {
        return switch (duty.kind()) {
            case CLASS_TEACHERS -> "teacherIds";
            case ROLE, SUBSTITUTION -> "staffId";
            case WORKING_GROUP, EXECUTORS -> "memberIds";
        };
    }

    private void role(ProposedDuty duty, List<Refusal> refusals) {
        var role = Objects.requireNonNull(duty.role());
        if (!DutyKind.ROLES.contains(role)) refusals.add(new Refusal("role", "people.refused.access"));
        if (duty.members().isEmpty()) return;
        var account = account(duty.members().get(0).staffId());
        if (account.isEmpty()) refusals.add(new Refusal("staffId", "people.refused.no-account"));
        else if (roles.has(account.get(), duty.organizationId(), role, duty.from()))
            refusals.add(new Refusal("staffId", "people.refused.has-role"));
        if (duty.formerId() != null && !holds(duty, duty.formerId(), role))
            refusals.add(new Refusal("formerId", "people.refused.former-has-no-role"));
    }

    private boolean holds(ProposedDuty duty, UUID staffId, Role role) {
        return account(staffId)
                .map(id -> roles.has(id, duty.organizationId(), role, organizations.today(duty.organizationId())))
                .orElse(false);
    }

    private void substitution(ProposedDuty duty, List<Refusal> refusals) {
        if (duty.to() == null) refusals.add(new Refusal("to", "people.refused.substitution-ends"));
        var substituted = Objects.requireNonNull(duty.substitutedId());
        var held = account(substituted)
                .map(id -> roles.own(id, duty.organizationId(), duty.from()))
                .orElse(Set.of());
        if (held.stream().noneMatch(DutyEffects::isWork))
            refusals.add(new Refusal("substitutedId", "people.refused.no-roles-to-substitute"));
        if (duty.members().isEmpty()) return;
        var member = duty.members().get(0).staffId();
        if (member.equals(substituted)) refusals.add(new Refusal("staffId", "people.refused.substitutes-self"));
        else if (account(member).isEmpty()) refusals.add(new Refusal("staffId", "people.refused.no-account"));
    }

    private void classes(ProposedDuty duty, List<Refusal> refusals) {
        var known = years.on(duty.organizationId(), duty.from())
                .map(year ->
                        classes.ofYear(year.id()).stream().map(SchoolClass::id).collect(Collectors.toSet()))
                .orElse(Set.of());
        if (!known.containsAll(duty.members().stream().map(DutyMember::classId).toList()))
            refusals.add(new Refusal("from", "people.refused.classes-of-another-year"));
    }

    private Optional<UUID> account(UUID staffId) {
        return staff.find(staffId)
                .flatMap(member -> accounts.ofPerson(member.personId()))
                .map(Account::id);
    }
}
