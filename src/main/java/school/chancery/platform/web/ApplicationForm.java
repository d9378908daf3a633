package school.chancery.platform.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.platform.domain.ApplicationCheck;
import school.chancery.platform.domain.ApplicationData;
import school.chancery.platform.domain.ApplicationField;
import school.chancery.platform.domain.ProfileData;

/**
 * The organization's data and the contact's as they are typed, for an application and, without a contact, for a
 * profile; what is wrong is told field by field.
 */
record ApplicationForm(
        @Nullable String fullName,
        @Nullable String shortName,
        @Nullable String inn,
        @Nullable String ogrn,
        @Nullable String address,
        @Nullable String head,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String site,
        @Nullable String contactName,
        @Nullable String contactEmail,
        @Nullable String contactPhone) {
    /** What every profile has. */
    static final Set<ApplicationField> OF_PROFILE = EnumSet.range(ApplicationField.FULL_NAME, ApplicationField.PHONE);

    // The contact belongs to an application; a profile has none, so a number that passes stands in for it.
    private static final String ANY_PHONE = "+79990000000";

    static ApplicationForm of(ApplicationData data) {
        return new ApplicationForm(
                data.fullName(),
                data.shortName(),
                data.inn(),
                data.ogrn(),
                data.address(),
                data.head(),
                data.email(),
                data.phone(),
                data.site(),
                data.contactName(),
                data.contactEmail(),
                data.contactPhone());
    }

    static ApplicationForm of(ProfileData data) {
        return new ApplicationForm(
                data.fullName(),
                data.shortName(),
                data.inn(),
                data.ogrn(),
                data.address(),
                data.head(),
                data.email(),
                data.phone(),
                data.site(),
                null,
                null,
                null);
    }

    /** Empty when something is wrong; what, stands at the fields. */
    Optional<ApplicationData> read(Set<ApplicationField> required, Errors faults) {
        return read(required, contactName, contactEmail, contactPhone, faults);
    }

    /** The profile part alone. */
    Optional<ProfileData> readProfile(Errors faults) {
        return read(OF_PROFILE, null, null, ANY_PHONE, faults).map(ProfileData::of);
    }

    private Optional<ApplicationData> read(
            Set<ApplicationField> required,
            @Nullable String name,
            @Nullable String mail,
            @Nullable String mobile,
            Errors faults) {
        var check = new ApplicationCheck(required);
        var data = check.read(new ApplicationData(
                fullName, shortName, inn, ogrn, address, head, email, phone, site, name, mail, mobile));
        Faults.reject(faults, check.refusals());
        return faults.hasErrors() ? Optional.empty() : Optional.of(data);
    }

    static List<String> properties(Set<ApplicationField> fields) {
        return fields.stream().map(ApplicationField::property).toList();
    }
}
