package school.chancery.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import school.chancery.identity.RoleEnded;
import school.chancery.organization.Organizations;

/**
 * Tasks taken by a role, and those offered by name for its sake, go back to their group with the role, in the
 * transaction that ends it.
 */
@Component
class RoleEndedListener {
    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final EngineActor actor;
    private final EngineRights rights;
    private final NamedOffers offers;
    private final Organizations organizations;

    RoleEndedListener(
            JdbcClient jdbc,
            TaskService tasks,
            EngineActor actor,
            EngineRights rights,
            NamedOffers offers,
            Organizations organizations) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.actor = actor;
        this.rights = rights;
        this.offers = offers;
        this.organizations = organizations;
    }

    @EventListener
    void on(RoleEnded ended) {
        var code = organizations.require(ended.organizationId()).code();
        actor.asProduct(() -> {
            var account = ended.accountId().toString();
            offers.fallen(ended, code).forEach(id -> tasks.deleteCandidateUser(id, account));
            heldBy(ended, code).forEach(id -> tasks.setAssignee(id, null));
        });
    }

    // What a group that remains, or the person's own name, still offers them they keep; and what a model gave them.
    private List<String> heldBy(RoleEnded ended, String code) {
        var left = rights.groups(ended.accountId(), ended.organizationId());
        left.remove(code + "." + ended.role().code());
        return jdbc.sql("""
                select t.id_ from engine.act_ru_task t
                where t.tenant_id_ = :tenant and t.assignee_ = :account
                  and exists (select from engine.act_ru_identitylink l
                    where l.task_id_ = t.id_ and l.type_ = 'candidate')
                  and not exists (select from engine.act_ru_identitylink l
                    where l.task_id_ = t.id_ and l.type_ = 'candidate'
                      and (l.user_id_ = :account or l.group_id_ in (:left)))""")
                .param("tenant", code)
                .param("account", ended.accountId().toString())
                .param("left", left.isEmpty() ? List.of("") : left)
                .query(String.class)
                .list();
    }
}
