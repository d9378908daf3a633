package school.chancery.workflow.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Brings a question for more rows than the engine gives down to its limit. Tasklist asks for 2,000 filters, whoever has
 * three: with the engine's limit at 1,000 it would be refused and show none.
 */
class ResultLimitFilter extends OncePerRequestFilter {
    private static final Pattern MAX_RESULTS = Pattern.compile("(?<=^|&)maxResults=(\\d{1,9})(?=&|$)");

    private final int limit;

    ResultLimitFilter(int limit) {
        this.limit = limit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = request.getQueryString();
        if (asked == null || !asked.contains("maxResults")) chain.doFilter(request, response);
        else chain.doFilter(new Limited(request, MAX_RESULTS.matcher(asked).replaceAll(this::limited)), response);
    }

    private String limited(MatchResult asked) {
        return "maxResults=" + Math.min(Integer.parseInt(asked.group(1)), limit);
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final String query;

        private Limited(HttpServletRequest request, String query) {
            super(request);
            this.query = query;
        }

        @Override
        public String getQueryString() {
            return query;
        }
    }
}
