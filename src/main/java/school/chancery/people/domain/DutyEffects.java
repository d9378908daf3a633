package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import school.chancery.identity.Account;
import school.chancery.identity.Accounts;
import school.chancery.identity.Ground;
import school.chancery.identity.Role;
import school.chancery.identity.RoleGrant;
import school.chancery.identity.Roles;
import school.chancery.orders.OrderSummary;
import school.chancery.orders.Orders;
import school.chancery.people.ClassTeachers;
import school.chancery.people.Staff;
import school.chancery.people.StaffMember;

/** What a registered order of duties changes: the table of class teachers, roles for the dates. */
@Component
class DutyEffects {
    private final ClassTeachers classTeachers;
    private final Staff staff;
    private final Accounts accounts;
    private final Roles roles;
    private final Orders orders;

    DutyEffects(ClassTeachers classTeachers, Staff staff, Accounts accounts, Roles roles, Orders orders) {
        this.classTeachers = classTeachers;
        this.staff = staff;
        this.accounts = accounts;
        this.roles = roles;
        this.orders = orders;
    }

    /** Roles of kinship and enrolment are nobody's to take over. */
    static boolean isWork(Role role) {
        return role != Role.PARENT && role != Role.STUDENT;
    }

    void of(ProposedDuty duty, UUID orderId) {
        var ground = new Ground(Ground.Kind.ORDER, orderId, orders.reference(orderId));
        var from = from(duty, orderId);
        switch (duty.kind()) {
            case CLASS_TEACHERS -> allocate(duty, from, ground);
            case ROLE -> role(duty, from, ground);
            case SUBSTITUTION -> substitute(duty, from, ground);
            case WORKING_GROUP, EXECUTORS -> {}
        }
    }

    private void allocate(ProposedDuty duty, LocalDate from, Ground ground) {
        var organization = duty.organizationId();
        var before = persons(organization, from);
        var table = new HashMap<UUID, UUID>();
        duty.members().forEach(member -> table.put(Objects.requireNonNull(member.classId()), member.staffId()));
        classTeachers.allocate(organization, table, duty.from(), Objects.requireNonNull(ground.id()));
        var after = persons(organization, from);
        before.removeAll(after);
        for (var former : accounts.ofPersons(before).values())
            roles.end(former.id(), organization, Role.CLASS_TEACHER, from.minusDays(1), ground);
        // Who has the role keeps it by its former ground; without an account there is nobody to give it to.
        var holders = Set.copyOf(roles.holders(organization, Role.CLASS_TEACHER, from));
        accounts.ofPersons(after).values().stream()
                .map(Account::id)
                .filter(account -> !holders.contains(account))
                .forEach(account -> grant(account, duty, Role.CLASS_TEACHER, from, ground));
    }

    private Set<UUID> persons(UUID organizationId, LocalDate on) {
        return classTeachers.all(organizationId, on).values().stream()
                .map(StaffMember::personId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void role(ProposedDuty duty, LocalDate from, Ground ground) {
        var role = Objects.requireNonNull(duty.role());
        if (duty.formerId() != null)
            roles.end(account(duty.formerId()), duty.organizationId(), role, from.minusDays(1), ground);
        grant(account(duty.members().get(0).staffId()), duty, role, from, ground);
    }

    private void grant(UUID account, ProposedDuty duty, Role role, LocalDate from, Ground ground) {
        roles.grant(new RoleGrant(account, duty.organizationId(), role, from, duty.to(), ground, null));
    }

    private void substitute(ProposedDuty duty, LocalDate from, Ground ground) {
        var absent = account(Objects.requireNonNull(duty.substitutedId()));
        var acting = account(duty.members().get(0).staffId());
        roles.own(absent, duty.organizationId(), from).stream()
                .filter(DutyEffects::isWork)
                .forEach(role -> roles.grant(
                        new RoleGrant(acting, duty.organizationId(), role, from, duty.to(), ground, absent)));
    }

    // An order signed late gives rights from now on, not for days already lived through.
    private LocalDate from(ProposedDuty duty, UUID orderId) {
        var registered = orders.find(orderId).map(OrderSummary::registeredOn).orElseThrow();
        return registered.isAfter(duty.from()) ? registered : duty.from();
    }

    private UUID account(UUID staffId) {
        return accounts.ofPerson(staff.find(staffId).orElseThrow().personId())
                .orElseThrow()
                .id();
    }
}
