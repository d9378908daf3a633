package school.chancery.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The roles of the house; the code is the second half of an engine group ({@code school-27.director}). */
public enum Role {
    DIRECTOR,
    DEPUTY,
    COORDINATOR,
    NETWORK_ADMINISTRATOR,
    PLATFORM_ADMINISTRATOR,
    CLASS_TEACHER,
    TEACHER,
    SECRETARY,
    HR,
    SOCIAL_PEDAGOGUE,
    LIBRARIAN,
    METHODOLOGIST,
    FORUM_MODERATOR,
    OPERATOR,
    PARENT,
    STUDENT,
    DISTRICT_HEAD,
    DISTRICT_SPECIALIST,
    SYSTEM_ADMINISTRATOR;

    private static final Set<Role> OFFICE =
            EnumSet.of(DIRECTOR, DEPUTY, COORDINATOR, NETWORK_ADMINISTRATOR, PLATFORM_ADMINISTRATOR, SECRETARY, HR);

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Role ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Office roles of a school work in the engine's web applications; the others have the portal's inbox. */
    public boolean isOffice() {
        return OFFICE.contains(this);
    }

    public boolean isDistrict() {
        return this == DISTRICT_HEAD || this == DISTRICT_SPECIALIST;
    }

    /** Who may open {@code /camunda/**} at all (design §4). */
    public boolean reachesEngine() {
        return isOffice() || isDistrict() || this == SYSTEM_ADMINISTRATOR;
    }
}
