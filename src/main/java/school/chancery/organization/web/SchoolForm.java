package school.chancery.organization.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.organization.InternetName;
import school.chancery.organization.OrganizationDetails;
import school.chancery.organization.RegistrationNumbers;
import school.chancery.organization.Requisites;
import school.chancery.organization.RussianPhone;

/** What a school says of itself, as it is typed. */
record SchoolForm(
        @NotBlank @Size(max = 500) @Nullable String fullName,
        @NotBlank @Size(max = 200) @Nullable String shortName,
        @NotBlank @Size(max = 200) @Nullable String locality,
        @NotBlank @Size(max = 100) @Nullable String headTitle,
        @Nullable String inn,
        @Nullable String ogrn,
        @Size(max = 500) @Nullable String address,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String site,
        @Nullable Long version) {
    static SchoolForm of(OrganizationDetails details) {
        var requisites = details.requisites();
        return new SchoolForm(
                details.fullName(),
                details.shortName(),
                details.locality(),
                requisites.headTitle(),
                requisites.inn(),
                requisites.ogrn(),
                requisites.address(),
                details.email(),
                details.phone(),
                details.site(),
                details.version());
    }

    /** Empty when something is wrong; what, stands at the fields. */
    Optional<OrganizationDetails> read(Errors faults, long presentVersion) {
        var requisites = new Requisites(
                checked("inn", inn, digits(RegistrationNumbers::isInn), faults),
                checked("ogrn", ogrn, digits(RegistrationNumbers::isOgrn), faults),
                address,
                Objects.requireNonNullElse(headTitle, ""));
        var details = new OrganizationDetails(
                Objects.requireNonNullElse(fullName, ""),
                Objects.requireNonNullElse(shortName, ""),
                Objects.requireNonNullElse(locality, ""),
                requisites,
                checked("email", email, InternetName::email, faults),
                checked("phone", phone, RussianPhone::any, faults),
                checked("site", site, InternetName::web, faults),
                Objects.requireNonNullElse(version, presentVersion));
        for (var text : new String[] {"fullName", "shortName", "locality", "headTitle", "address"})
            if (hasControls(faults.getFieldValue(text))) faults.rejectValue(text, "organization.school.line-break");
        return faults.hasErrors() ? Optional.empty() : Optional.of(details);
    }

    private static @Nullable String checked(
            String field, @Nullable String typed, Function<String, Optional<String>> reader, Errors faults) {
        if (typed == null) return null;
        var read = reader.apply(typed);
        if (read.isEmpty()) faults.rejectValue(field, "organization.school." + field + ".bad");
        return read.orElse(null);
    }

    private static Function<String, Optional<String>> digits(Predicate<String> valid) {
        return text -> Optional.of(text.replaceAll("[ \\u00a0-]", "")).filter(valid);
    }

    // A line break in a name would be a line break in the header of every document.
    private static boolean hasControls(@Nullable Object value) {
        return value != null && value.toString().chars().anyMatch(Character::isISOControl);
    }
}
