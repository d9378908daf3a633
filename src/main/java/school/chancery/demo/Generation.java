package school.chancery.demo;

import java.time.LocalDate;

/** Names come and go: nobody in a first class is called Раиса, no head teacher Милана. */
enum Generation {
    ELDER,
    ADULT,
    CHILD,
    /** Names of adults and children alike; nobody's own generation. */
    BOTH;

    private static final int FIRST_ADULT = 1978;
    private static final int FIRST_CHILD = 2006;

    static Generation of(LocalDate bornOn) {
        if (bornOn.getYear() >= FIRST_CHILD) return CHILD;
        return bornOn.getYear() >= FIRST_ADULT ? ADULT : ELDER;
    }

    boolean uses(Generation ofName) {
        return ofName == this || ofName == BOTH || this == ELDER && ofName == ADULT;
    }
}
