package school.chancery.workflow.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who decided what, in which task, and why. Rows are only added; a task is decided once. */
@Repository
@Transactional
public class DecisionRegister {
    private final JdbcClient jdbc;

    DecisionRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody decided it at the same time */
    public void record(Decision decision) {
        jdbc.sql("""
                insert into workflow.decisions (task_id, organization_id, process_instance_id, process_key, task_key,
                    business_key, account_id, role, substituted_account_id, substitution_ground, decision, reason,
                    decided_at)
                values (:taskId, :organizationId, :processInstanceId, :processKey, :taskKey, :businessKey, :accountId,
                    :role, :substitutedAccountId, :substitutionGround, :decision, :reason, now())""").paramSource(decision).update();
        HeldTasks.here().decided(decision.taskId(), decision.accountId());
    }

    /** Whose decision stands for the task, as the transaction sees it. */
    public Optional<UUID> deciderOf(String taskId) {
        return HeldTasks.here().deciderOf(taskId).or(() -> stored(taskId));
    }

    private Optional<UUID> stored(String taskId) {
        return jdbc.sql("select account_id from workflow.decisions where task_id = :task")
                .param("task", taskId)
                .query(UUID.class)
                .optional();
    }

    /** Of these instances, oldest first. */
    public List<Decision> ofInstances(Collection<String> instanceIds) {
        if (instanceIds.isEmpty()) return List.of();
        return jdbc.sql(
                        "select * from workflow.decisions where process_instance_id in (:instances) order by decided_at")
                .param("instances", instanceIds)
                .query(Decision.class)
                .list();
    }

    /**
     * One decision.
     *
     * @param role code of the role it was made in; null when the task named the person
     * @param substitutedAccountId for whom it was made, with the ground of the substitution
     */
    public record Decision(
            String taskId,
            UUID organizationId,
            String processInstanceId,
            String processKey,
            String taskKey,
            UUID businessKey,
            UUID accountId,
            @Nullable String role,
            @Nullable UUID substitutedAccountId,
            @Nullable String substitutionGround,
            String decision,
            @Nullable String reason,
            @Nullable Instant decidedAt) {}
}
