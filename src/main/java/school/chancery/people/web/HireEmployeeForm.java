package school.chancery.people.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.organization.RussianPhone;
import school.chancery.people.NewPerson;
import school.chancery.people.PersonName;
import school.chancery.people.StaffMember;
import school.chancery.people.domain.Candidate;
import school.chancery.people.domain.Post;
import school.chancery.people.domain.ProposedHiring;

/** @param person {@code NEW}, the id of somebody of the register, or nothing before anybody was asked */
record HireEmployeeForm(
        @NotBlank @Pattern(regexp = Introduced.NAME, message = "{people.refused.name}") @Size(max = 100) @Nullable
        String family,

        @NotBlank @Pattern(regexp = Introduced.NAME, message = "{people.refused.name}") @Size(max = 100) @Nullable
        String given,

        @Pattern(regexp = Introduced.NAME, message = "{people.refused.name}") @Size(max = 100) @Nullable
        String patronymic,

        @NotNull @Past @Nullable LocalDate bornOn,
        NewPerson.@Nullable Sex sex,
        @Email @Size(max = 254) @Nullable String email,
        @Nullable String phone,
        @Nullable String person,
        @NotBlank @Size(max = 200) @Nullable String position,
        @NotNull StaffMember.@Nullable Category category,
        @NotNull StaffMember.@Nullable Education education,
        @Nullable Boolean managementExperience,
        @Nullable List<String> subjects,
        @Nullable Role access,
        @NotNull @Nullable LocalDate firstDay,
        @NotBlank @Size(max = 500) @Nullable String ground)
        implements Introduced {
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    static HireEmployeeForm from(LocalDate today) {
        return new HireEmployeeForm(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                StaffMember.Category.PEDAGOGUE,
                StaffMember.Education.HIGHER,
                false,
                List.of(),
                null,
                today,
                null);
    }

    void check(Errors faults) {
        if (phone != null && RussianPhone.any(phone).isEmpty()) faults.rejectValue("phone", "people.refused.phone");
        if (bornOn != null && bornOn.isBefore(OLDEST)) faults.rejectValue("bornOn", "people.refused.too-old");
        if (access != null && !Post.ACCESS.contains(access)) faults.rejectValue("access", "people.refused.access");
    }

    @Override
    public PersonName name() {
        return new PersonName(Objects.requireNonNull(family), Objects.requireNonNull(given), patronymic);
    }

    /** Call on a form without faults only. */
    ProposedHiring toProposal(SignedIn me, @Nullable UUID known) {
        var candidate = new Candidate(
                known == null ? UUID.randomUUID() : known,
                name(),
                Objects.requireNonNull(bornOn),
                sex,
                email,
                phone == null ? null : RussianPhone.any(phone).orElseThrow());
        return new ProposedHiring(
                me.organizationId(),
                candidate,
                known != null,
                post(),
                Objects.requireNonNull(firstDay),
                Objects.requireNonNull(ground),
                me.accountId());
    }

    private Post post() {
        return new Post(
                Objects.requireNonNull(position),
                Objects.requireNonNull(category),
                Objects.requireNonNull(education),
                Boolean.TRUE.equals(managementExperience),
                subjects == null ? List.of() : subjects.stream().distinct().toList(),
                access);
    }
}
