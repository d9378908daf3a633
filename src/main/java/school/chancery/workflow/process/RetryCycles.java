package school.chancery.workflow.process;

import org.springframework.stereotype.Component;
import school.chancery.workflow.CalledByModels;

/** The two ways to try a step again, by name, so that all models do it alike: {@code ${retry.quick()}}. */
@Component("retry")
@CalledByModels
public class RetryCycles {
    /** Work inside the house: what does not help within half an hour needs a person. */
    public String quick() {
        return "PT5S,PT30S,PT2M,PT10M,PT20M";
    }

    /** Work with the outside: others' servers may be away for a day. */
    public String patient() {
        return "PT1M,PT5M,PT30M,PT2H,PT6H,PT12H";
    }
}
