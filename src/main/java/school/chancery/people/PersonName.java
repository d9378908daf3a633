package school.chancery.people;

import org.jspecify.annotations.Nullable;

/** Фамилия, имя, отчество; the patronymic may be absent. */
public record PersonName(
        String family, String given, @Nullable String patronymic) {
    public String full() {
        return patronymic == null ? family + " " + given : family + " " + given + " " + patronymic;
    }

    /** «Иванова А. П.» with no-break spaces. */
    public String initials() {
        var dots = given.charAt(0) + ".";
        return family + "\u00a0" + (patronymic == null ? dots : dots + "\u00a0" + patronymic.charAt(0) + ".");
    }
}
