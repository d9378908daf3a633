package school.chancery.journal.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.identity.Account;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.people.ClassTeachers;
import school.chancery.people.Staff;
import school.chancery.people.StaffMember;
import school.chancery.people.TeachingAssignments;
import school.chancery.people.TeachingAssignments.TeachingAssignment;

/** Who may enter marks: by the assignment of the day, never by the role alone. */
@Service
@Transactional(readOnly = true)
public class MarkRights {
    private final Accounts accounts;
    private final Staff staff;
    private final ClassTeachers classTeachers;
    private final TeachingAssignments assignments;
    private final Organizations organizations;

    MarkRights(
            Accounts accounts,
            Staff staff,
            ClassTeachers classTeachers,
            TeachingAssignments assignments,
            Organizations organizations) {
        this.accounts = accounts;
        this.staff = staff;
        this.classTeachers = classTeachers;
        this.assignments = assignments;
        this.organizations = organizations;
    }

    public boolean seesAll(SignedIn me) {
        return me.has(Role.DIRECTOR) || me.has(Role.DEPUTY);
    }

    /** Classes of one who does not see all. */
    public Set<UUID> classes(SignedIn me) {
        var today = organizations.today(me.organizationId());
        var classes = new HashSet<UUID>();
        member(me, today).ifPresent(member -> {
            if (me.has(Role.CLASS_TEACHER)) classes.addAll(classTeachers.classes(member.id(), today));
            if (me.has(Role.TEACHER))
                assignments.ofStaff(member.id(), today).forEach(each -> classes.add(each.classId()));
        });
        return classes;
    }

    public MarkScope scope(SignedIn me, UUID classId) {
        if (seesAll(me)) return MarkScope.ALL;
        var today = organizations.today(me.organizationId());
        return member(me, today)
                .map(member -> scope(me, member, classId, today))
                .orElse(new MarkScope(false, Set.of()));
    }

    private MarkScope scope(SignedIn me, StaffMember member, UUID classId, LocalDate today) {
        if (me.has(Role.CLASS_TEACHER)
                && classTeachers.classes(member.id(), today).contains(classId)) return MarkScope.ALL;
        if (!me.has(Role.TEACHER)) return new MarkScope(false, Set.of());
        return new MarkScope(
                false,
                assignments.ofStaff(member.id(), today).stream()
                        .filter(each -> each.classId().equals(classId))
                        .map(TeachingAssignment::subjectId)
                        .collect(Collectors.toSet()));
    }

    private Optional<StaffMember> member(SignedIn me, LocalDate today) {
        return accounts.find(me.accountId())
                .map(Account::personId)
                .flatMap(person -> staff.ofPerson(me.organizationId(), person, today));
    }
}
