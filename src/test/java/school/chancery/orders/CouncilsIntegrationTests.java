package school.chancery.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.orders.Councils.Answer;
import school.chancery.orders.Councils.Body;
import school.chancery.orders.Councils.NewMinutes;
import school.chancery.platform.SchoolStory;

/** Minutes of the councils (F071, F162). */
@ChanceryTest
class CouncilsIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Councils councils;

    @Autowired
    private TransactionTemplate transaction;

    private SchoolStory story;

    @BeforeEach
    void found() {
        story = new SchoolStory(context);
    }

    @Test
    void minutesAreRecordedOnceAndNamedAsAnOrderNamesThem() {
        var first = recorded("9", story.today());
        assertThat(recorded("9", story.today())).isEqualTo(first);
        assertThat(Acting.as(Actor.PRODUCT, () -> councils.reference(((Answer.Recorded) first).id())))
                .startsWith("педагогического совета (протокол № 9 от ");
    }

    @Test
    void aMeetingOfTomorrowHasNoMinutesAndANumberIsTakenOnce() {
        assertThat(recorded("9", story.today().plusDays(1)))
                .isEqualTo(new Answer.Refused("heldOn", "orders.council.refused.future"));
        recorded("9а", LocalDate.of(2026, 5, 25));
        assertThat(recorded("9А", LocalDate.of(2026, 5, 26)))
                .isEqualTo(new Answer.Refused("number", "orders.council.refused.number-taken"));
        assertThat(recorded("9А", LocalDate.of(2025, 5, 26))).isInstanceOf(Answer.Recorded.class);
    }

    @Test
    void nobodyRewritesMinutes() {
        recorded("9", story.today());
        assertThatThrownBy(() -> Acting.as(
                        Actor.PRODUCT,
                        () -> transaction.execute(status -> context.getBean(
                                        org.springframework.jdbc.core.simple.JdbcClient.class)
                                .sql("update orders.council_minutes set decision = 'иное' where organization_id = ?")
                                .param(story.school.id())
                                .update())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    private Answer recorded(String number, LocalDate on) {
        return Acting.as(
                Actor.PRODUCT,
                () -> transaction.execute(status -> councils.record(new NewMinutes(
                        story.school.id(),
                        Body.PEDAGOGICAL,
                        number,
                        on,
                        "Итоги года",
                        "Перевести",
                        null,
                        UUID.randomUUID()))));
    }
}
