package school.chancery.platform.domain;

import school.chancery.people.StaffMember;

/**
 * What the criteria ask about; no name, no id.
 *
 * @param anyPedagogue the organization has settled that any pedagogue will do (S3 1.1), not only a deputy or the teacher
 *     of informatics (S0 1.1)
 */
public record Candidate(
        StaffMember.Category category,
        boolean teachesInformatics,
        StaffMember.Education education,
        boolean managementExperience,
        AppointmentKind kind,
        boolean joined,
        boolean anyPedagogue) {
    static Candidate of(StaffMember member, AppointmentKind kind, boolean joined, boolean anyPedagogue) {
        return new Candidate(
                member.category(),
                member.teachesInformatics(),
                member.education(),
                member.managementExperience(),
                kind,
                joined,
                anyPedagogue);
    }
}
