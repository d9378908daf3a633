package school.chancery.platform.domain;

import java.util.Set;

/** The table of advice on candidates (S0 1.1, S1 2.1, S3 1.1). */
public interface Criteria {
    /** Empty when every piece of advice is met. */
    Set<Warning> warnings(Candidate candidate);
}
