package school.chancery.platform.web;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.platform.domain.ApplicationCheck;
import school.chancery.platform.domain.ApplicationData;
import school.chancery.platform.domain.ApplicationField;

/** An application as it is typed; what is wrong is told field by field. */
record PrepareApplicationForm(
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

    static PrepareApplicationForm of(ApplicationData data) {
        return new PrepareApplicationForm(
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

    /** Empty when something is wrong; what, stands at the fields. */
    Optional<ApplicationData> read(Set<ApplicationField> required, Errors faults) {
        var check = new ApplicationCheck(required);
        var data = check.read(new ApplicationData(
                fullName,
                shortName,
                inn,
                ogrn,
                address,
                head,
                email,
                phone,
                site,
                contactName,
                contactEmail,
                contactPhone));
        Faults.reject(faults, check.refusals());
        return faults.hasErrors() ? Optional.empty() : Optional.of(data);
    }
}
