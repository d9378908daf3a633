package school.chancery.workflow.engine;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Acting;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.Substitution;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.ProcessVariable;
import school.chancery.workflow.ProcessVariable.Value;
import school.chancery.workflow.TaskNotFoundException;
import school.chancery.workflow.TaskNotOpenException;
import school.chancery.workflow.Tasks;
import school.chancery.workflow.domain.DecisionRegister;
import school.chancery.workflow.domain.DecisionRegister.Decision;
import school.chancery.workflow.domain.TaskRow;
import school.chancery.workflow.domain.TaskRow.Standing;
import school.chancery.workflow.domain.TaskRows;

@Component
@Transactional
public class EngineTasks implements Tasks {
    private final TaskRows rows;
    private final DecisionRegister decisions;
    private final Organizations organizations;
    private final Roles roles;
    private final TaskService tasks;
    private final EngineActor actor;
    private final OneCommand command;
    private final EntityManager entities;

    EngineTasks(
            TaskRows rows,
            DecisionRegister decisions,
            Organizations organizations,
            Roles roles,
            TaskService tasks,
            EngineActor actor,
            OneCommand command,
            EntityManager entities) {
        this.rows = rows;
        this.decisions = decisions;
        this.organizations = organizations;
        this.roles = roles;
        this.tasks = tasks;
        this.actor = actor;
        this.command = command;
        this.entities = entities;
    }

    @Override
    public OpenTask require(String taskId, String definitionKey) {
        return open(require(taskId), definitionKey);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public OpenTask take(String taskId, String definitionKey) {
        return open(requireAlone(taskId), definitionKey);
    }

    private static OpenTask open(TaskRow task, String definitionKey) {
        if (!task.definitionKey().equals(definitionKey) || task.businessKey() == null)
            throw new TaskNotFoundException(task.id());
        return new OpenTask(
                task.id(),
                task.definitionKey(),
                task.processKey(),
                task.processInstanceId(),
                task.businessKey(),
                task.tenant(),
                task.name());
    }

    /**
     * The open task, whichever element's, if the acting person may work on it now.
     *
     * @throws TaskNotFoundException not there, or not this person's (404)
     * @throws TaskNotOpenException done, or taken by another (409)
     */
    public TaskRow require(String taskId) {
        return check(taskId, rows.find(taskId));
    }

    // Two at once take turns: the second sees what the first has made of the task, and is refused in a friendly way.
    private TaskRow requireAlone(String taskId) {
        return check(taskId, rows.findAlone(taskId));
    }

    private TaskRow check(String taskId, Optional<TaskRow> found) {
        var organization = activeOrganization(taskId);
        var task = found.filter(each -> each.tenant().equals(organization.code()));
        if (task.isEmpty()) throw gone(taskId, organization);
        var standing = task.get().standingOf(accountId(taskId), actor.groups());
        if (standing == Standing.NONE) throw new TaskNotFoundException(taskId);
        if (standing == Standing.TAKEN_BY_ANOTHER || task.get().suspended()) throw new TaskNotOpenException(taskId);
        return task.get();
    }

    private RuntimeException gone(String taskId, Organization organization) {
        return rows.existed(taskId, organization.code())
                ? new TaskNotOpenException(taskId)
                : new TaskNotFoundException(taskId);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void complete(OpenTask task, String decision, @Nullable String reason, List<Value> variables) {
        var row = requireAlone(task.id());
        // The next steps run now and read by JDBC what JPA may still hold back.
        entities.flush();
        try {
            decisions.record(decision(row, decision, reason));
            actor.asActor(() -> command.of(() -> claimAndComplete(row, variables)));
        } catch (DuplicateKeyException | OptimisticLockingException | NullValueException overtaken) {
            throw new TaskNotOpenException(task.id());
        } finally {
            rows.changed(task.id());
        }
    }

    /** Takes a task that nobody has. */
    public void claim(String taskId) {
        var row = requireAlone(taskId);
        try {
            actor.asActor(() -> claim(row));
        } catch (OptimisticLockingException | NullValueException overtaken) {
            throw new TaskNotOpenException(taskId);
        } finally {
            rows.changed(taskId);
        }
    }

    /** Gives one's own task back to those it was offered to. */
    public void release(String taskId) {
        var row = requireAlone(taskId);
        if (row.assignee() == null
                || row.candidateGroups().isEmpty() && row.candidateUsers().isEmpty()) return;
        actor.asActor(() -> {
            tasks.setAssignee(taskId, null);
            return true;
        });
        rows.changed(taskId);
    }

    private boolean claimAndComplete(TaskRow row, List<Value> variables) {
        claim(row);
        tasks.complete(row.id(), asMap(variables));
        return true;
    }

    private boolean claim(TaskRow row) {
        if (row.assignee() == null)
            tasks.claim(
                    row.id(),
                    Objects.requireNonNull(Acting.current().accountId()).toString());
        return true;
    }

    private Decision decision(TaskRow row, String decision, @Nullable String reason) {
        var organization = organizations.requireByCode(row.tenant());
        var account = accountId(row.id());
        var role = roleOf(row);
        var substitution = role.flatMap(each -> substitution(account, organization, each));
        return new Decision(
                row.id(),
                organization.id(),
                row.processInstanceId(),
                row.processKey(),
                row.definitionKey(),
                Objects.requireNonNull(row.businessKey()),
                account,
                role.map(Role::code).orElse(null),
                substitution.map(Substitution::substitutedAccountId).orElse(null),
                substitution.map(each -> each.ground().text()).orElse(null),
                decision,
                reason == null || reason.isBlank() ? null : reason.strip(),
                null);
    }

    private Optional<Substitution> substitution(UUID account, Organization organization, Role role) {
        return roles.substitution(account, organization.id(), role, organizations.today(organization.id()));
    }

    /** In which of the roles the task was offered to the person acts; empty when it was offered to them by name. */
    private Optional<Role> roleOf(TaskRow row) {
        if (row.candidateUsers().contains(accountId(row.id()).toString())) return Optional.empty();
        var groups = actor.groups();
        return row.candidateGroups().stream()
                .filter(groups::contains)
                .sorted()
                .map(group -> Role.ofCode(group.substring(group.indexOf('.') + 1)))
                .findFirst();
    }

    @Override
    public <T> @Nullable T variable(OpenTask task, ProcessVariable<T> variable) {
        return variable.read(actor.asProduct(() -> tasks.getVariable(task.id(), variable.name())));
    }

    @Override
    public boolean isOpen(String processKey, UUID businessKey, String definitionKey) {
        return rows.isOpen(processKey, businessKey, definitionKey);
    }

    private Organization activeOrganization(String taskId) {
        return Optional.ofNullable(Acting.current().organizationId())
                .flatMap(organizations::find)
                .orElseThrow(() -> new TaskNotFoundException(taskId));
    }

    private static UUID accountId(String taskId) {
        var account = Acting.current().accountId();
        if (account == null) throw new TaskNotFoundException(taskId);
        return account;
    }

    private static Map<String, Object> asMap(List<Value> variables) {
        var map = new HashMap<String, Object>();
        variables.forEach(each -> map.put(each.name(), each.value()));
        return map;
    }
}
