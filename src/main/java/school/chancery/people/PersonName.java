package school.chancery.people;

import org.jspecify.annotations.Nullable;

/** Фамилия, имя, отчество; the patronymic may be absent. */
public record PersonName(
        String family, String given, @Nullable String patronymic) {
    /** What a part of a name is made of, for forms. */
    public static final String PART = "[\\p{L}][\\p{L} '’.-]*";

    public String full() {
        return patronymic == null ? family + " " + given : family + " " + given + " " + patronymic;
    }

    /** «Иванова А. П.» with no-break spaces. */
    public String initials() {
        var dots = given.charAt(0) + ".";
        return family + "\u00a0" + (patronymic == null ? dots : dots + "\u00a0" + patronymic.charAt(0) + ".");
    }
}
