package school.chancery.platform.web;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.platform.domain.ApplicationCheck;
import school.chancery.platform.domain.ApplicationData;
import school.chancery.platform.domain.ApplicationField;
import school.chancery.platform.domain.ProfileData;

/**
 * The organization's data as they are typed.
 *
 * @param version of the profile the form was filled from; null where no profile is changed
 */
record ProfileForm(
        @Nullable String fullName,
        @Nullable String shortName,
        @Nullable String inn,
        @Nullable String ogrn,
        @Nullable String address,
        @Nullable String head,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String site,
        @Nullable Long version) {
    private static final Set<ApplicationField> REQUIRED =
            EnumSet.range(ApplicationField.FULL_NAME, ApplicationField.PHONE);

    // The contact belongs to an application; a profile has none, so a number that passes stands in for it.
    private static final String ANY_PHONE = "+79990000000";

    static ProfileForm of(ApplicationData data) {
        return new ProfileForm(
                data.fullName(),
                data.shortName(),
                data.inn(),
                data.ogrn(),
                data.address(),
                data.head(),
                data.email(),
                data.phone(),
                data.site(),
                null);
    }

    static ProfileForm of(ProfileData data, long version) {
        return new ProfileForm(
                data.fullName(),
                data.shortName(),
                data.inn(),
                data.ogrn(),
                data.address(),
                data.head(),
                data.email(),
                data.phone(),
                data.site(),
                version);
    }

    /** Empty when something is wrong; what, stands at the fields. */
    Optional<ProfileData> read(Errors faults) {
        var check = new ApplicationCheck(REQUIRED);
        var data = check.read(new ApplicationData(
                fullName, shortName, inn, ogrn, address, head, email, phone, site, null, null, ANY_PHONE));
        Faults.reject(faults, check.refusals());
        return faults.hasErrors() ? Optional.empty() : Optional.of(ProfileData.of(data));
    }
}
