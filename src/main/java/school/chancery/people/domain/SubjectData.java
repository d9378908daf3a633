package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.chancery.people.PupilClasses.ClassStay;

/**
 * All that the school keeps about one person, as it is given to them: without anybody else's data, and without health,
 * which is given out apart by whoever keeps it.
 */
public record SubjectData(
        String organization,
        LocalDate madeOn,
        String name,
        @Nullable LocalDate bornOn,
        @Nullable String sex,
        @Nullable String email,
        @Nullable String phone,
        List<Work> work,
        List<Study> study,
        List<String> answersForChildrenAs,
        List<GivenConsent> consents,
        List<FiledPaper> papers,
        List<Asked> requests) {
    public record Work(
            String position, LocalDate from, @Nullable LocalDate to, String education, List<String> subjects) {}

    public record Study(
            String fileNumber, LocalDate from, @Nullable LocalDate to, List<ClassStay> classes) {}

    public record GivenConsent(
            String title,
            int revision,
            String scope,
            LocalDate givenOn,
            @Nullable LocalDate withdrawnOn) {}

    public record FiledPaper(
            String title, @Nullable String number, @Nullable LocalDate issuedOn, LocalDate addedOn, boolean scanned) {}

    public record Asked(String kind, LocalDate receivedOn, LocalDate dueOn, String state) {}
}
