package school.chancery.people.domain;

import org.jspecify.annotations.Nullable;

/** What is known of a child's health (F125). Never part of another list, card, export or process. */
public record HealthRecord(
        @Nullable Integer healthGroup,
        @Nullable PhysicalGroup physicalGroup,
        @Nullable String conditions,
        @Nullable String allergies,
        @Nullable String advice,
        HealthGround ground) {
    public enum PhysicalGroup {
        MAIN,
        PREPARATORY,
        SPECIAL_A,
        SPECIAL_B,
        EXEMPT
    }

    @Override
    public String toString() {
        return "HealthRecord[hidden]";
    }
}
