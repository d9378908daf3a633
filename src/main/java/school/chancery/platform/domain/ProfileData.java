package school.chancery.platform.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The organization's data as the platform shows them (F017); phones E.164. */
public record ProfileData(
        String fullName,
        String shortName,
        String inn,
        String ogrn,
        String address,
        String head,
        String email,
        String phone,
        @Nullable String site) {

    /** The profile part of a checked application whose profile fields were all required. */
    public static ProfileData of(ApplicationData data) {
        return new ProfileData(
                present(data.fullName()),
                present(data.shortName()),
                present(data.inn()),
                present(data.ogrn()),
                present(data.address()),
                present(data.head()),
                present(data.email()),
                present(data.phone()),
                data.site());
    }

    private static String present(@Nullable String value) {
        return Objects.requireNonNull(value);
    }

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
        return values;
    }
}
