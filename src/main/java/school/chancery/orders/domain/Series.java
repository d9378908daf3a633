package school.chancery.orders.domain;

/** The books of orders, each numbered on its own: основная деятельность, личный состав, движение обучающихся. */
public enum Series {
    MAIN("{seq}-О"),
    PERSONNEL("{seq}-К"),
    MOVEMENT("{seq}-Д");

    private final String pattern;

    Series(String pattern) {
        this.pattern = pattern;
    }

    /** How it is numbered until the organization says otherwise. */
    NumberPattern defaultPattern() {
        return NumberPattern.of(pattern);
    }
}
