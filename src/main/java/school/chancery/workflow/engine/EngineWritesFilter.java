package school.chancery.workflow.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The engine's HTTP interface reads; of its writes only those that Tasklist needs pass, and these meet the guards inside
 * the engine. Deploying, modifying, migrating, starting, running jobs, editing variables: nobody, whatever their rights.
 */
class EngineWritesFilter extends OncePerRequestFilter {
    private static final Set<String> READING =
            Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());
    private static final String ENGINE = "/camunda/api/engine/engine/{engine}";

    // Named, since «cleanup» stands among them.
    private static final String KINDS = "{kind:activity-instance|detail|external-task-log|incident|job-log"
            + "|process-instance|task|variable-instance}";

    /** Queries sent as POST because they are long, and what Tasklist does with a task. */
    private static final List<PathPattern> PERMITTED = List.of(
            pattern(ENGINE + "/task"),
            pattern(ENGINE + "/task/count"),
            pattern(ENGINE + "/task/{id}/claim"),
            pattern(ENGINE + "/task/{id}/unclaim"),
            pattern(ENGINE + "/task/{id}/complete"),
            pattern(ENGINE + "/task/{id}/submit-form"),
            pattern(ENGINE + "/filter/count"),
            pattern(ENGINE + "/filter/{id}/list"),
            pattern(ENGINE + "/filter/{id}/count"),
            pattern(ENGINE + "/filter/{id}/singleResult"),
            pattern(ENGINE + "/process-instance"),
            pattern(ENGINE + "/process-instance/count"),
            pattern(ENGINE + "/execution"),
            pattern(ENGINE + "/execution/count"),
            pattern(ENGINE + "/variable-instance"),
            pattern(ENGINE + "/variable-instance/count"),
            pattern(ENGINE + "/job"),
            pattern(ENGINE + "/job/count"),
            pattern(ENGINE + "/job-definition"),
            pattern(ENGINE + "/job-definition/count"),
            pattern(ENGINE + "/history/" + KINDS),
            pattern(ENGINE + "/history/" + KINDS + "/count"),
            pattern("/camunda/api/cockpit/plugin/base/{engine}/{kind}"),
            pattern("/camunda/api/cockpit/plugin/base/{engine}/{kind}/{part}"),
            pattern("/camunda/api/admin/auth/user/{engine}/logout"));

    private static PathPattern pattern(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (READING.contains(request.getMethod()) || isPermitted(request)) chain.doFilter(request, response);
        else response.sendError(HttpStatus.FORBIDDEN.value());
    }

    private static boolean isPermitted(HttpServletRequest request) {
        if (!HttpMethod.POST.name().equals(request.getMethod())) return false;
        // Not the request's parsed path: it leaves out the part the engine's servlet is mapped to.
        var path = PathContainer.parsePath(
                request.getRequestURI().substring(request.getContextPath().length()));
        return PERMITTED.stream().anyMatch(each -> each.matches(path));
    }
}
