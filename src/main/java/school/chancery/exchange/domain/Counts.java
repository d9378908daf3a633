package school.chancery.exchange.domain;

/** What a dry run has found. */
record Counts(int fresh, int same, int changed, int faults, int warnings) {}
