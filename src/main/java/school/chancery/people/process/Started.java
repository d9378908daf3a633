package school.chancery.people.process;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import school.chancery.organization.Outcome;
import school.chancery.organization.Refusal;

/** What became of a start form. */
public sealed interface Started {
    record Running(String processInstanceId) implements Started {}

    record Refused(List<Refusal> reasons) implements Started {}

    /** @param start begins the case about what was proposed */
    static Started of(Outcome proposed, Function<UUID, String> start) {
        if (proposed instanceof Outcome.Done done) return new Running(start.apply(done.id()));
        if (proposed instanceof Outcome.Refused refused) return new Refused(refused.reasons());
        throw new IllegalStateException("what is new cannot be stale");
    }
}
