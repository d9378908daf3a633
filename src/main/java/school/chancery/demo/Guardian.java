package school.chancery.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** An adult on record for a child. */
record Guardian(DemoPerson person, Kinship kinship) {
    enum Kinship {
        MOTHER(Sex.FEMALE, 20, 38),
        FATHER(Sex.MALE, 21, 45),
        /** A grandmother, as a rule. */
        GUARDIAN(Sex.FEMALE, 42, 60);

        final Sex sex;
        /** Years at the child's birth. */
        final int youngest;

        final int oldest;

        Kinship(Sex sex, int youngest, int oldest) {
            this.sex = sex;
            this.youngest = youngest;
            this.oldest = oldest;
        }
    }

    boolean couldHave(LocalDate child) {
        var years = ChronoUnit.YEARS.between(person.bornOn(), child);
        return years >= kinship.youngest && years <= kinship.oldest;
    }
}
