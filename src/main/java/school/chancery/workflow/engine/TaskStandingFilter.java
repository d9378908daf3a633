package school.chancery.workflow.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import school.chancery.audit.Acting;
import school.chancery.workflow.domain.TaskRow.Standing;
import school.chancery.workflow.domain.TaskRows;

/**
 * What Tasklist does with a task, only for those it is offered to. The engine asks for a right over tasks at all, and
 * calls no guard where nothing is assigned: giving back a task that nobody has would leave its trace in the log.
 */
class TaskStandingFilter extends OncePerRequestFilter {
    // As the engine reads it, decoded: a path written with %63 for «c» is the same path.
    private static final PathPattern WORK = PathPatternParser.defaultInstance.parse(
            "/camunda/api/engine/engine/{engine}/task/{task}/{work:claim|unclaim|complete|submit-form}");

    private final TaskRows tasks;
    private final EngineActor actor;

    TaskStandingFilter(TaskRows tasks, EngineActor actor) {
        this.tasks = tasks;
        this.actor = actor;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var work = WORK.matchAndExtract(PathContainer.parsePath(
                request.getRequestURI().substring(request.getContextPath().length())));
        if (work != null && isNotTheirs(work.getUriVariables().get("task")))
            response.sendError(HttpStatus.FORBIDDEN.value());
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
