package school.chancery.attacks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import school.chancery.identity.Role;
import school.chancery.organization.Organization;
import school.chancery.platform.SchoolStory;
import school.chancery.platform.SchoolStory.Employee;

/** Whoever may look into the product: what they are shown is searched for what they must not see. */
final class Viewers {
    private static final String API = "/camunda/api/engine/engine/default/";

    /** What Cockpit and Tasklist can ask for. */
    static final List<String> ENGINE = List.of(
            API + "task",
            API + "process-instance",
            API + "variable-instance",
            API + "incident",
            API + "job",
            API + "user",
            API + "history/process-instance",
            API + "history/activity-instance",
            API + "history/task",
            API + "history/variable-instance",
            API + "history/detail",
            API + "history/user-operation",
            API + "history/identity-link-log",
            API + "history/job-log",
            API + "history/incident");

    private Viewers() {}

    /** @param lists pages that exist to tell the names of the staff */
    record Viewer(Employee person, Organization organization, Set<String> lists) {
        boolean mayReadNamesAt(String path) {
            return lists.contains(path);
        }
    }

    static Map<String, Viewer> of(SchoolStory story) {
        var viewers = new LinkedHashMap<String, Viewer>();
        viewers.put("director", new Viewer(story.director, story.school, Set.of()));
        viewers.put("secretary", new Viewer(story.secretary, story.school, Set.of()));
        viewers.put("teacher", new Viewer(story.teacher, story.school, Set.of()));
        for (var role : List.of(Role.PARENT, Role.STUDENT, Role.LIBRARIAN)) {
            var person = story.employee(story.school, "SUPPORT", "HIGHER", false, role);
            viewers.put(role.code(), new Viewer(person, story.school, Set.of()));
        }
        // The district appoints the directors, and sees who holds which role.
        viewers.put(
                "district",
                new Viewer(story.specialist, story.office, Set.of("/identity/directors", "/identity/roles")));
        var system = story.employee(story.office, "SUPPORT", "HIGHER", false, Role.SYSTEM_ADMINISTRATOR);
        viewers.put("system administrator", new Viewer(system, story.office, Set.of()));
        return viewers;
    }

    static Viewer foreignDirector(ApplicationContext context) {
        var other = new SchoolStory(context);
        return new Viewer(other.director, other.school, Set.of());
    }
}
