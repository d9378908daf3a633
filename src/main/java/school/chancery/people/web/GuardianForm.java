package school.chancery.people.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.identity.SignedIn;
import school.chancery.organization.RussianPhone;
import school.chancery.people.GuardianCard;
import school.chancery.people.NewGuardian;
import school.chancery.people.NewPerson;
import school.chancery.people.PersonName;
import school.chancery.people.PupilCard;
import school.chancery.people.domain.ProposedGuardian;
import school.chancery.people.domain.ProposedGuardian.Agreement;

/** @param agreedOn when the person agreed to have their own data kept */
record GuardianForm(
        @Nullable String person,

        @NotBlank @Pattern(regexp = Introduced.NAME, message = "{people.refused.name}") @Size(max = 100) @Nullable
        String family,

        @NotBlank @Pattern(regexp = Introduced.NAME, message = "{people.refused.name}") @Size(max = 100) @Nullable
        String given,

        @Pattern(regexp = Introduced.NAME, message = "{people.refused.name}") @Size(max = 100) @Nullable
        String patronymic,

        @Past @Nullable LocalDate bornOn,
        @NotNull GuardianCard.@Nullable Kinship kinship,
        @Nullable Boolean legal,
        @Nullable Boolean contact,
        @Nullable String phone,
        @Email @Size(max = 254) @Nullable String email,
        @Nullable UUID consentTextId,
        @Nullable LocalDate agreedOn)
        implements Introduced {
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    static final GuardianForm EMPTY =
            new GuardianForm(null, null, null, null, null, null, true, true, null, null, null, null);

    void check(Errors faults) {
        if (phone != null && RussianPhone.any(phone).isEmpty()) faults.rejectValue("phone", "people.refused.phone");
        if (bornOn != null && bornOn.isBefore(OLDEST)) faults.rejectValue("bornOn", "people.refused.too-old");
        if (agreedOn != null && consentTextId == null) faults.rejectValue("consentTextId", "people.refused.missing");
        if (agreedOn == null && consentTextId != null) faults.rejectValue("agreedOn", "people.refused.missing");
    }

    @Override
    public PersonName name() {
        return new PersonName(Objects.requireNonNull(family), Objects.requireNonNull(given), patronymic);
    }

    /** Call on a form without faults only. */
    ProposedGuardian toProposal(SignedIn me, PupilCard pupil) {
        var id = known().orElseGet(UUID::randomUUID);
        var reached = phone == null ? null : RussianPhone.any(phone).orElseThrow();
        return new ProposedGuardian(
                pupil.organizationId(),
                new NewGuardian(
                        pupil.id(),
                        id,
                        Objects.requireNonNull(kinship),
                        Boolean.TRUE.equals(legal),
                        Boolean.TRUE.equals(contact)),
                new NewPerson(id, name(), bornOn, null, email, reached),
                known().isPresent(),
                consentTextId == null ? null : new Agreement(consentTextId, Objects.requireNonNull(agreedOn)),
                me.accountId());
    }
}
