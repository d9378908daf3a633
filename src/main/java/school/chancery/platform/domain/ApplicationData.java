package school.chancery.platform.domain;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an application says, checked and in one form (phones E.164). Fields the platform does not ask for may be absent.
 *
 * @param contactPhone the administrator's own mobile number, by which they sign up afterwards (F011, F041)
 */
public record ApplicationData(
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
    /** By name, for statements. */
    Map<String, @Nullable Object> parameters() {
        var values = new HashMap<String, @Nullable Object>();
        values.put("fullName", fullName);
        values.put("shortName", shortName);
        values.put("inn", inn);
        values.put("ogrn", ogrn);
        values.put("address", address);
        values.put("head", head);
        values.put("email", email);
        values.put("phone", phone);
        values.put("site", site);
        values.put("contactName", contactName);
        values.put("contactEmail", contactEmail);
        values.put("contactPhone", contactPhone);
        return values;
    }
}
