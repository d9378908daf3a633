package school.chancery.workflow.engine;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import school.chancery.identity.Role;
import school.chancery.identity.RoleEnded;
import school.chancery.organization.Organizations;
import school.chancery.workflow.StartableProcess;

/**
 * Adapter to the engine's candidates. Tasks offered to a person by name, beside a role: to who began the case, to the
 * employee it is about. The name stands for what the person is there, and falls with it: in a case that people start,
 * while a role remains that may start it or the case it belongs to; otherwise while the person works there at all. The
 * role beside it keeps the task.
 */
@Component
class NamedOffers {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<Role> OUTSIDE = Set.of(Role.PARENT, Role.STUDENT);

    private final EngineRights rights;
    private final Organizations organizations;
    // Asked when needed: a module's declaration may itself need the engine.
    private final ObjectProvider<StartableProcess> startable;
    private final JdbcClient jdbc;

    NamedOffers(
            EngineRights rights,
            Organizations organizations,
            ObjectProvider<StartableProcess> startable,
            JdbcClient jdbc) {
        this.rights = rights;
        this.organizations = organizations;
        this.startable = startable;
        this.jdbc = jdbc;
    }

    /** Takes back, from a task just made, the names that no longer stand: a case may come back to who left. */
    void withdraw(DelegateTask task) {
        if (task.getCandidates().stream().allMatch(link -> link.getGroupId() == null)) return;
        var organization = organizations.requireByCode(task.getTenantId()).id();
        var process = key(task.getExecution());
        var root = root(task.getExecution());
        for (var link : List.copyOf(task.getCandidates())) {
            var name = link.getUserId();
            if (name != null
                    && isAccount(name)
                    && !stands(rights.roles(UUID.fromString(name), organization), process, root))
                // Not by the task: it looks in the table, where a new task's candidates are not yet.
                ((IdentityLinkEntity) link).delete();
        }
    }

    /** A person without an account stands there as «nobody». */
    private static boolean isAccount(String name) {
        return ACCOUNT.matcher(name).matches();
    }

    /** Open tasks whose offer to the person by name has fallen with the role. */
    List<String> fallen(RoleEnded ended, String tenant) {
        var left = rights.roles(ended.accountId(), ended.organizationId());
        left.remove(ended.role());
        return jdbc
                .sql("""
                select t.id_ as task, d.key_ as process, rd.key_ as root
                from engine.act_ru_identitylink l
                join engine.act_ru_task t on t.id_ = l.task_id_
                join engine.act_re_procdef d on d.id_ = t.proc_def_id_
                join engine.act_ru_execution i on i.id_ = t.proc_inst_id_
                join engine.act_ru_execution r on r.id_ = i.root_proc_inst_id_
                join engine.act_re_procdef rd on rd.id_ = r.proc_def_id_
                where l.type_ = 'candidate' and l.user_id_ = :account and t.tenant_id_ = :tenant
                  and exists (select from engine.act_ru_identitylink g
                    where g.task_id_ = t.id_ and g.type_ = 'candidate' and g.group_id_ is not null)""")
                .param("account", ended.accountId().toString())
                .param("tenant", tenant)
                .query(Offer.class)
                .list()
                .stream()
                .filter(offer -> !stands(left, offer.process(), offer.root()))
                .map(Offer::task)
                .toList();
    }

    private boolean stands(Set<Role> held, String process, String root) {
        var startable = this.startable.stream().toList();
        if (startable.stream().noneMatch(each -> each.processKey().equals(process)))
            return held.stream().anyMatch(role -> !OUTSIDE.contains(role));
        return startable.stream()
                .filter(each ->
                        each.processKey().equals(process) || each.processKey().equals(root))
                .anyMatch(each -> each.isFor(held));
    }

    private static String root(DelegateExecution execution) {
        var caller = execution.getProcessInstance().getSuperExecution();
        return caller == null ? key(execution) : root(caller);
    }

    private static String key(DelegateExecution execution) {
        var definition = execution.getProcessDefinitionId();
        return definition.substring(0, definition.indexOf(':'));
    }

    private record Offer(String task, String process, String root) {}
}
