package school.chancery.workflow;

import java.util.List;
import java.util.UUID;

/**
 * A case to be started.
 *
 * @param processKey id of the model
 * @param businessKey id of the aggregate the case is about; its row exists already
 * @param label neutral label shown beside task names («Заявка ШК-000012»): never a person's name
 */
public record NewCase(
        String processKey, UUID businessKey, UUID organizationId, String label, List<ProcessVariable.Value> variables) {
    public NewCase {
        variables = List.copyOf(variables);
    }
}
