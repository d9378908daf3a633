package school.chancery.platform.process;

import java.util.List;
import school.chancery.platform.domain.Refusal;

/** What became of a start form. */
public sealed interface Started {
    /** @param advised somebody has still to confirm what was asked for */
    record Running(String processInstanceId, boolean advised) implements Started {}

    record Refused(List<Refusal> reasons) implements Started {}
}
