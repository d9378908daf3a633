package school.chancery.organization.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import school.chancery.organization.PolicyKey;

/**
 * A question with the answer in force for an organization.
 *
 * @param basis what the answer rests on; null for ours
 * @param without what would hold without the organization's own answer
 * @param districtSettled whether that would be the district's
 */
public record SettledPolicy(
        PolicyKey key,
        String value,
        Source source,
        @Nullable String basis,
        String without,
        boolean districtSettled) {
    /** Whose answer it is. */
    public enum Source {
        OWN,
        DISTRICT,
        DEFAULT
    }

    record Row(String key, String value, @Nullable String basis, boolean own) {}

    static SettledPolicy of(PolicyKey key, List<Row> rows) {
        var own = row(key, rows, true);
        var district = row(key, rows, false);
        var without = district == null ? key.defaultValue() : district.value();
        if (own != null) return new SettledPolicy(key, own.value(), Source.OWN, own.basis(), without, district != null);
        if (district != null) return new SettledPolicy(key, without, Source.DISTRICT, district.basis(), without, true);
        return new SettledPolicy(key, without, Source.DEFAULT, null, without, false);
    }

    private static @Nullable Row row(PolicyKey key, List<Row> rows, boolean own) {
        return rows.stream()
                .filter(row -> row.own() == own && row.key().equals(key.key()))
                .findFirst()
                .orElse(null);
    }

    public boolean isOwn() {
        return source == Source.OWN;
    }
}
