package school.chancery.platform.domain;

import school.chancery.people.StaffMember;

/** What the criteria ask about; no name, no id. */
public record Candidate(
        StaffMember.Category category,
        boolean teachesInformatics,
        StaffMember.Education education,
        boolean managementExperience,
        AppointmentKind kind,
        boolean joined) {
    static Candidate of(StaffMember member, AppointmentKind kind, boolean joined) {
        return new Candidate(
                member.category(),
                member.teachesInformatics(),
                member.education(),
                member.managementExperience(),
                kind,
                joined);
    }
}
