package school.chancery.organization;

import java.util.List;
import java.util.UUID;

/** What became of a change to a school's register. */
public sealed interface Outcome {
    /** @param id of the row made or changed */
    record Done(UUID id) implements Outcome {}

    /** Nothing was changed; every reason at once. */
    record Refused(List<Refusal> reasons) implements Outcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** Somebody else changed the row since it was shown; nothing was changed. */
    record Stale() implements Outcome {}

    static Outcome refused(String field, String code) {
        return new Refused(List.of(new Refusal(field, code)));
    }
}
