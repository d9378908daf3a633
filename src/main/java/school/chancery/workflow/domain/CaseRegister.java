package school.chancery.workflow.domain;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.workflow.NewCase;

/** Every instance that runs or ran, with the label people see. The engine starts none that has no row here. */
@Repository
@Transactional
public class CaseRegister {
    private static final String COLUMNS =
            "process_key, business_key, organization_id, label, process_instance_id, started_by";

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A case about to start; the start guard binds it to its instance, a commit without that fails. */
    public void open(NewCase newCase, @Nullable UUID startedBy) {
        insert(newCase, null, null, startedBy);
    }

    /** Takes the row that permits this start. False: nobody permitted it. */
    public boolean bind(String processKey, UUID businessKey, UUID organizationId, String instanceId) {
        return jdbc.sql("""
                update workflow.cases set process_instance_id = :instance
                where process_key = :process and business_key = :business and organization_id = :organization
                  and process_instance_id is null""")
                        .param("instance", instanceId)
                        .param("process", processKey)
                        .param("business", businessKey)
                        .param("organization", organizationId)
                        .update()
                == 1;
    }

    /** A process called by another one: the caller was permitted, so this is. */
    public void called(NewCase newCase, String instanceId, String parentInstanceId) {
        insert(newCase, instanceId, parentInstanceId, null);
    }

    public Optional<Case> newest(String processKey, UUID businessKey) {
        return jdbc.sql("select " + COLUMNS
                        + " from workflow.cases where process_key = :process and business_key = :business"
                        + " order by started_at desc limit 1")
                .param("process", processKey)
                .param("business", businessKey)
                .query(Case.class)
                .optional();
    }

    public Optional<Case> ofInstance(String instanceId) {
        return jdbc.sql("select " + COLUMNS + " from workflow.cases where process_instance_id = :instance")
                .param("instance", instanceId)
                .query(Case.class)
                .optional();
    }

    private void insert(
            NewCase newCase, @Nullable String instanceId, @Nullable String parentInstanceId, @Nullable UUID startedBy) {
        jdbc.sql("""
                insert into workflow.cases (id, organization_id, process_key, business_key, label,
                    process_instance_id, parent_instance_id, started_by, started_at)
                values (:id, :organization, :process, :business, :label, :instance, :parent, :by, :at)""")
                .param("id", UUID.randomUUID())
                .param("organization", newCase.organizationId())
                .param("process", newCase.processKey())
                .param("business", newCase.businessKey())
                .param("label", newCase.label())
                .param("instance", instanceId)
                .param("parent", parentInstanceId)
                .param("by", startedBy)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * A registered case.
     *
     * @param startedBy the account; null when the product or another case started it
     */
    public record Case(
            String processKey,
            UUID businessKey,
            UUID organizationId,
            String label,
            String processInstanceId,
            @Nullable UUID startedBy) {}
}
