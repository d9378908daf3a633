package school.chancery.workflow.engine;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.Permissions.TASK_WORK;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import school.chancery.workflow.StartableProcess;

/**
 * All grants there are, written at each start: what is missing is added, what stands here no longer is taken away.
 * They hang on generic groups; which organization's cases they reach is the tenant check's part.
 */
@Component
class Grants {
    private static final String ANY = Authorization.ANY;

    private final AuthorizationService authorizations;
    private final List<StartableProcess> startable;

    Grants(AuthorizationService authorizations, ObjectProvider<StartableProcess> startable) {
        this.authorizations = authorizations;
        this.startable = startable.stream().toList();
    }

    void establish() {
        var wanted = wanted();
        for (var there : authorizations.createAuthorizationQuery().list()) {
            var grant = wanted.stream().filter(each -> each.isAbout(there)).findFirst();
            if (grant.isEmpty()) {
                authorizations.deleteAuthorization(there.getId());
            } else {
                there.setPermissions(grant.get().permissions());
                authorizations.saveAuthorization(there);
                wanted.remove(grant.get());
            }
        }
        wanted.forEach(this::add);
    }

    private List<Grant> wanted() {
        var grants = new ArrayList<Grant>();
        work(grants, EngineRights.PORTAL);
        tasklist(grants, EngineRights.OFFICE);
        tasklist(grants, EngineRights.DISTRICT);
        cockpit(grants);
        for (var process : startable) {
            for (var role : process.roles())
                grants.add(new Grant(
                        EngineRights.roleGroup(role),
                        Resources.PROCESS_DEFINITION,
                        process.processKey(),
                        READ,
                        CREATE_INSTANCE));
        }
        // Nothing comes to this group by itself; the engine only skips its checks for those who are in it.
        for (var resource : Resources.values()) grants.add(new Grant(EngineRights.ADMIN, resource, ANY, ALL));
        return grants;
    }

    private static void work(List<Grant> grants, String group) {
        grants.add(new Grant(
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                READ_TASK,
                TASK_WORK,
                ProcessDefinitionPermissions.TASK_ASSIGN));
        grants.add(new Grant(group, Resources.PROCESS_INSTANCE, ANY, CREATE));
    }

    private static void tasklist(List<Grant> grants, String group) {
        grants.add(new Grant(group, Resources.APPLICATION, "tasklist", ACCESS));
        grants.add(new Grant(group, Resources.FILTER, ANY, READ));
        // Tasklist reads variables for a task's label and form; the district looks at its schools' cases without them.
        var read = group.equals(EngineRights.DISTRICT)
                ? new Permission[] {READ, READ_INSTANCE, READ_HISTORY, READ_TASK}
                : new Permission[] {
                    READ,
                    ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                    ProcessDefinitionPermissions.READ_TASK_VARIABLE
                };
        grants.add(new Grant(group, Resources.PROCESS_DEFINITION, ANY, read));
    }

    private static void cockpit(List<Grant> grants) {
        grants.add(new Grant(EngineRights.DISTRICT, Resources.APPLICATION, "cockpit", ACCESS));
        grants.add(new Grant(EngineRights.DISTRICT, Resources.DECISION_DEFINITION, ANY, READ));
    }

    private void add(Grant grant) {
        var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(grant.group());
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.resourceId());
        authorization.setPermissions(grant.permissions());
        authorizations.saveAuthorization(authorization);
    }

    private record Grant(String group, Resource resource, String resourceId, Permission... permissions) {
        boolean isAbout(Authorization there) {
            // Of the other type, which takes away, there is none: the engine is told not to look for any.
            return there.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT
                    && group.equals(there.getGroupId())
                    && resource.resourceType() == there.getResourceType()
                    && resourceId.equals(there.getResourceId());
        }

        @Override
        public String toString() {
            return group + " " + resource + " " + resourceId + " " + Arrays.toString(permissions);
        }
    }
}
