package school.chancery.yearclosing.process;

import java.util.List;
import school.chancery.yearclosing.domain.Refusal;

/** What became of a start form. */
public sealed interface Started {
    record Running(String processInstanceId) implements Started {}

    record Refused(List<Refusal> reasons) implements Started {}
}
