package school.chancery.workflow.domain;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An open task as the engine has it, with everybody it was offered to. */
public record TaskRow(
        String id,
        String definitionKey,
        String name,
        String processKey,
        String processDefinitionId,
        String processInstanceId,
        @Nullable UUID businessKey,
        String tenant,
        @Nullable String assignee,
        boolean suspended,
        Set<String> candidateUsers,
        Set<String> candidateGroups) {

    /** How a person stands to the task. */
    public enum Standing {
        HAS_IT,
        MAY_TAKE_IT,
        TAKEN_BY_ANOTHER,
        NONE
    }

    /**
     * Being the assignee is not enough: whoever lost the role since claiming has lost the task. A task that was offered
     * to nobody has been given to its assignee by the model.
     */
    public Standing standingOf(UUID accountId, Set<String> groups) {
        var offered = isOfferedTo(accountId, groups);
        if (assignee == null) return offered ? Standing.MAY_TAKE_IT : Standing.NONE;
        if (!assignee.equals(accountId.toString())) return offered ? Standing.TAKEN_BY_ANOTHER : Standing.NONE;
        return offered || isOfferedToNobody() ? Standing.HAS_IT : Standing.NONE;
    }

    private boolean isOfferedTo(UUID accountId, Set<String> groups) {
        return candidateUsers.contains(accountId.toString())
                || candidateGroups.stream().anyMatch(groups::contains);
    }

    private boolean isOfferedToNobody() {
        return candidateUsers.isEmpty() && candidateGroups.isEmpty();
    }
}
