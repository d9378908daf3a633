package school.chancery.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

class DatabaseAwayFilterTests {
    private final DatabaseAwayFilter filter = new DatabaseAwayFilter();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    DatabaseAwayFilterTests() throws IOException {}

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03"})
    void answersWithATimeToTryAgainWhileTheDatabaseIsAway(String state) throws Exception {
        meet(new ServletException(new IllegalStateException(new SQLException("gone", state))));
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("15");
        assertThat(response.getContentAsString())
                .contains("База данных сейчас не отвечает")
                .doesNotContain("gone");
    }

    @Test
    void knowsAPoolThatGetsNoConnection() throws Exception {
        meet(new CannotCreateTransactionException("no", new SQLTransientConnectionException("timeout")));
        assertThat(response.getStatus()).isEqualTo(503);
    }

    @Test
    void leavesBugsAndRefusalsOfTheDatabaseAlone() {
        var refused = new IllegalStateException(new SQLException("duplicate", "23505"));
        assertThatThrownBy(() -> meet(refused)).isSameAs(refused);
        var bug = new IllegalStateException("bug");
        assertThatThrownBy(() -> meet(bug)).isSameAs(bug);
    }

    @Test
    void doesNotAppendToAnAnswerThatIsOnItsWay() {
        response.setCommitted(true);
        var away = new IllegalStateException(new SQLException("gone", "08006"));
        assertThatThrownBy(() -> meet(away)).isSameAs(away);
    }

    private void meet(Exception failure) throws ServletException, IOException {
        filter.doFilter(new MockHttpServletRequest("GET", "/inbox"), response, (request, answer) -> {
            if (failure instanceof ServletException servlet) throw servlet;
            throw (RuntimeException) failure;
        });
    }
}
