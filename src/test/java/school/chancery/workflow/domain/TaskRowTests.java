package school.chancery.workflow.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static school.chancery.workflow.domain.TaskRow.Standing.HAS_IT;
import static school.chancery.workflow.domain.TaskRow.Standing.MAY_TAKE_IT;
import static school.chancery.workflow.domain.TaskRow.Standing.NONE;
import static school.chancery.workflow.domain.TaskRow.Standing.TAKEN_BY_ANOTHER;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskRowTests {
    private static final Set<String> DIRECTORS = Set.of("school-27.director");
    private static final Set<String> TEACHERS = Set.of("school-27.teacher");

    private final UUID me = UUID.randomUUID();
    private final String another = UUID.randomUUID().toString();

    @Test
    void mayBeTakenByWhomItIsOfferedTo() {
        assertThat(task(null, Set.of(), DIRECTORS).standingOf(me, DIRECTORS)).isEqualTo(MAY_TAKE_IT);
        assertThat(task(null, Set.of(me.toString()), Set.of()).standingOf(me, Set.of()))
                .isEqualTo(MAY_TAKE_IT);
    }

    @Test
    void isNothingToAnybodyElse() {
        assertThat(task(null, Set.of(), DIRECTORS).standingOf(me, TEACHERS)).isEqualTo(NONE);
        assertThat(task(null, Set.of(another), Set.of()).standingOf(me, DIRECTORS))
                .isEqualTo(NONE);
        assertThat(task(another, Set.of(), DIRECTORS).standingOf(me, TEACHERS)).isEqualTo(NONE);
        assertThat(task(null, Set.of(), Set.of()).standingOf(me, DIRECTORS)).isEqualTo(NONE);
    }

    @Test
    void isSeenToBeTakenByAColleague() {
        assertThat(task(another, Set.of(), DIRECTORS).standingOf(me, DIRECTORS)).isEqualTo(TAKEN_BY_ANOTHER);
    }

    @Test
    void isHadByItsAssigneeWhileTheRoleLasts() {
        assertThat(task(me.toString(), Set.of(), DIRECTORS).standingOf(me, DIRECTORS))
                .isEqualTo(HAS_IT);
        assertThat(task(me.toString(), Set.of(), DIRECTORS).standingOf(me, TEACHERS))
                .isEqualTo(NONE);
    }

    @Test
    void isHadByWhomTheModelGaveItTo() {
        assertThat(task(me.toString(), Set.of(), Set.of()).standingOf(me, Set.of()))
                .isEqualTo(HAS_IT);
        assertThat(task(me.toString(), Set.of(another), Set.of()).standingOf(me, Set.of()))
                .isEqualTo(NONE);
    }

    private static TaskRow task(@Nullable String assignee, Set<String> users, Set<String> groups) {
        return new TaskRow(
                "1",
                "UserTask_X",
                "X",
                "x",
                "x:1",
                "1",
                UUID.randomUUID(),
                "school-27",
                assignee,
                false,
                users,
                groups);
    }
}
