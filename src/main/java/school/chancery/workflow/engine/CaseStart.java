package school.chancery.workflow.engine;

import java.util.HashMap;
import java.util.Map;
import school.chancery.organization.Organizations;
import school.chancery.workflow.CaseVariables;
import school.chancery.workflow.NewCase;

/** What every instance starts with. */
final class CaseStart {
    private CaseStart() {}

    static Map<String, Object> variables(NewCase newCase, Organizations organizations) {
        var variables = new HashMap<String, Object>();
        newCase.variables().forEach(each -> variables.put(each.name(), each.value()));
        variables.put(
                CaseVariables.ORGANIZATION.name(),
                organizations.require(newCase.organizationId()).code());
        variables.put(CaseVariables.CASE_LABEL.name(), newCase.label());
        return variables;
    }
}
