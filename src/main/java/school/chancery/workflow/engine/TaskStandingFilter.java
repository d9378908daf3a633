package school.chancery.workflow.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import school.chancery.audit.Acting;
import school.chancery.workflow.domain.TaskRow.Standing;
import school.chancery.workflow.domain.TaskRows;

/**
 * What Tasklist does with a task, only for those it is offered to. The engine asks for a right over tasks at all, and
 * calls no guard where nothing is assigned: giving back a task that nobody has would leave its trace in the log.
 */
class TaskStandingFilter extends OncePerRequestFilter {
    private static final Pattern WORK =
            Pattern.compile("/camunda/api/engine/engine/[^/]+/task/([^/]+)/(claim|unclaim|complete|submit-form)");

    private final TaskRows tasks;
    private final EngineActor actor;

    TaskStandingFilter(TaskRows tasks, EngineActor actor) {
        this.tasks = tasks;
        this.actor = actor;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var work = WORK.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (work.matches() && isNotTheirs(work.group(1))) response.sendError(HttpStatus.FORBIDDEN.value());
        else chain.doFilter(request, response);
    }

    private boolean isNotTheirs(String taskId) {
        var account = Acting.current().accountId();
        return account == null
                || tasks.find(taskId)
                        .filter(task -> task.standingOf(account, actor.groups()) == Standing.NONE)
                        .isPresent();
    }
}
