package school.chancery.students.domain;

import java.util.List;
import java.util.UUID;

/** What became of a request: done, or refused with every reason at once. */
public sealed interface Answer {
    record Accepted(UUID id) implements Answer {}

    record Refused(List<Refusal> reasons) implements Answer {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
