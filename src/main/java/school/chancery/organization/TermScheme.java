package school.chancery.organization;

/** How a school year is divided for marks. */
public enum TermScheme {
    QUARTER(4),
    TRIMESTER(3),
    HALF_YEAR(2);

    private final int terms;

    TermScheme(int terms) {
        this.terms = terms;
    }

    /** How many of them a year has. */
    public int terms() {
        return terms;
    }
}
