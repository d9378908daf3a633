package school.chancery.workflow.web;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.chancery.identity.Role;
import school.chancery.workflow.CaseSection;
import school.chancery.workflow.domain.IncidentCause;

/**
 * Where a case stands, as its page says it.
 *
 * @param startedBy a name; null when the product started it, or names are not shown
 * @param next names of steps that may follow
 */
record CaseView(
        String instanceId,
        String processName,
        String label,
        String organization,
        ZonedDateTime startedAt,
        @Nullable ZonedDateTime endedAt,
        @Nullable String startedBy,
        List<Holding> holdings,
        List<String> next,
        List<Trouble> troubles,
        List<Line> history,
        List<CaseSection.View> sections) {

    boolean isRunning() {
        return endedAt == null;
    }

    /**
     * Who holds the case.
     *
     * @param assignee name of the person who has the task; null when nobody took it or names are not shown
     * @param roles the roles it is offered to
     * @param persons names of who could take it
     * @param mine the reader may open it
     */
    record Holding(
            String taskId,
            String task,
            @Nullable String assignee,
            boolean taken,
            List<Role> roles,
            List<String> persons,
            ZonedDateTime since,
            @Nullable ZonedDateTime due,
            boolean overdue,
            boolean mine) {}

    /**
     * What is wrong.
     *
     * @param step the step that failed; null when none is known
     */
    record Trouble(IncidentCause cause, @Nullable String step) {}

    /**
     * One decision that was made.
     *
     * @param answer the model's word for it; null when the task knows one way out only
     * @param person a name; null when names are not shown
     * @param role null when the task named the person
     * @param substituted for whom it was made, a name
     */
    record Line(
            ZonedDateTime at,
            String task,
            @Nullable String answer,
            @Nullable String reason,
            @Nullable String person,
            @Nullable Role role,
            @Nullable String substituted,
            @Nullable String ground) {}
}
