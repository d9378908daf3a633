package school.chancery.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.workflow.domain.TaskRow;
import school.chancery.workflow.domain.TaskRows;

/** A path is what the engine reads in it, however it is written. */
class TaskStandingFilterTests {
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task/task-1/unclaim",
                "/task/task-1/un%63laim",
                "/task/%74ask-1/unclaim",
                "/t%61sk/task-1/claim",
                "/task/task-1/submit%2Dform"
            })
    void aTaskOfferedToOthersIsNotWorkedOn(String path) {
        var tasks = mock(TaskRows.class);
        when(tasks.find("task-1")).thenReturn(Optional.of(offeredToOthers()));
        var actor = mock(EngineActor.class);
        when(actor.groups()).thenReturn(Set.of());
        var answer = new MockHttpServletResponse();
        var chain = new MockFilterChain();
        var school = UUID.randomUUID();
        Acting.as(Actor.person(UUID.randomUUID(), school, Set.of(school)), () -> {
            try {
                new TaskStandingFilter(tasks, actor)
                        .doFilter(new MockHttpServletRequest("POST", ENGINE + path), answer, chain);
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        });
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(chain.getRequest()).isNull();
    }

    private static TaskRow offeredToOthers() {
        return new TaskRow(
                "task-1", "UserTask_A", "", "a", "a:1:1", "1", null, "s", null, false, Set.of(), Set.of("s.director"));
    }
}
