package school.chancery.workflow;

import java.util.UUID;

/**
 * An open task that the acting person may work on now.
 *
 * @param definitionKey element id in the model
 * @param businessKey id of the aggregate the case is about
 * @param name as in the model
 */
public record OpenTask(
        String id,
        String definitionKey,
        String processKey,
        String processInstanceId,
        UUID businessKey,
        String organizationCode,
        String name) {}
