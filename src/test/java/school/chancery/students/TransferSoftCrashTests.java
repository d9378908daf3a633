package school.chancery.students;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;
import school.chancery.faults.SoftCrash;
import school.chancery.faults.SoftCrashes;
import school.chancery.identity.TestPeople;
import school.chancery.platform.SchoolStory;

/**
 * A child goes from one school to another, and each step on its way is ended at every one of its calls to the database
 * and begun anew. Nothing is lost, nothing is there twice, nothing gets stuck.
 */
@ChanceryTest
@Import(SoftCrash.class)
class TransferSoftCrashTests {
    private static final String INVARIANTS = """
            select
                (select count(*) from students.enrollments a join students.enrollments b on a.person_id = b.person_id
                    and a.id < b.id and a.days && b.days where a.organization_id in (:schools)
                    and a.class_kind <> 'ASSOCIATION' and b.class_kind <> 'ASSOCIATION') as "days in two classes",
                (select count(*) from orders.counters c where c.organization_id in (:schools)
                    and c.last_sequence <> (select count(*) from orders.orders o where o.series = c.series
                        and o.organization_id = c.organization_id and o.status = 'REGISTERED' and not o.historical)
                ) as "gaps between order numbers",
                (select count(*) from students.movements m where m.organization_id in (:schools)
                    and not exists (select from orders.orders o where o.id = m.order_id and o.status = 'REGISTERED'
                        and o.number = m.order_number)) as "movements without a registered order",
                (select count(*) from students.movements where organization_id in (:schools))
                    - (select count(*) from audit.entries where organization_id in (:schools)
                        and action = 'students.student-moved') as "movements without audit",
                (select count(*) from orders.orders where organization_id in (:schools) and status = 'REGISTERED')
                    - (select count(*) from audit.entries where organization_id in (:schools)
                        and action = 'orders.order-registered') as "orders without audit",
                (select count(*) from students.movements where organization_id in (:schools) and kind = 'WITHDRAWAL')
                    - (select count(*) from students.transfers where organization_id in (:schools)
                        and state in ('LEFT', 'ARRIVED')) as "withdrawals and children who have left",
                (select count(*) from students.movements where organization_id in (:schools) and kind = 'ARRIVAL')
                    - (select count(*) from students.place_requests where organization_id in (:schools)
                        and state = 'ENROLLED') as "arrivals and children who were enrolled"
            """;

    @Autowired
    private ApplicationContext context;

    private SingleConnectionDataSource connection;
    private TransferStory story;
    private SoftCrashes crashes;

    @BeforeEach
    void found() throws SQLException {
        story = new TransferStory(context);
        connection =
                new SingleConnectionDataSource(TestDatabase.shared().owner().getConnection(), true);
        crashes = new SoftCrashes(new JdbcTemplate(connection), this::check);
    }

    @AfterEach
    void leave() {
        connection.destroy();
    }

    @Test
    void aChildIsNeitherLostNorDoubledWhereverAStepIsEnded() {
        crashes.during("application", this::apply, () -> story.transfers() == 1);
        job(story.from, "ServiceTask_RequestPlace");
        facts();
        form(
                story.to,
                "UserTask_AnswerRequest",
                () -> story.to.submit(
                        story.to.deputy,
                        "UserTask_AnswerRequest",
                        TransferStory.ANSWER,
                        "decision",
                        "ACCEPT",
                        "classId",
                        story.toClass.toString()));
        facts();
        job(story.from, "ServiceTask_TakeAnswer");
        order(story.from);
        job(story.from, "ServiceTask_WithdrawStudent");
        facts();
        form(story.to, "UserTask_ReceiveDocuments", story::receive);
        order(story.to);
        job(story.to, "ServiceTask_EnrollStudent");
        job(story.to, "SendTask_NotifySendingSchool");
        facts();
        form(story.from, "UserTask_HandOverFile", this::handOver);
        arrivedOnce();
        System.out.println("Transfer ended softly at " + crashes.count() + " calls");
        assertThat(crashes.count()).isGreaterThan(800);
    }

    @Test
    void aProductThatKeepsTheLineOfTheBookBeforeTheRestIsFound() {
        story.accepted();
        story.from.sign("SIGN");
        crashes = crashes.committingAfter("+students.movements");
        assertThatThrownBy(() -> job(story.from, "ServiceTask_WithdrawStudent"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("withdrawals and children who have left");
    }

    private void apply() {
        story.start(
                "SYSTEM_SCHOOL", "receivingOrganizationId", story.to.school.id().toString());
    }

    private void handOver() {
        story.from.submit(
                story.from.secretary,
                "UserTask_HandOverFile",
                "/students/transfer-student/hand-over-file",
                "handedOn",
                story.today.toString(),
                "handedTo",
                "Канарейкина Мария Ивановна");
    }

    private void order(SchoolStory school) {
        job(school, "ServiceTask_DraftOrder");
        job(school, "ServiceTask_FreezeOriginal");
        form(
                school,
                "UserTask_SignOrder",
                () -> school.submit(
                        school.director,
                        "UserTask_SignOrder",
                        "/orders/issue-order/sign-order",
                        "decision",
                        "SIGN",
                        "password",
                        TestPeople.PASSWORD));
    }

    private void job(SchoolStory school, String element) {
        crashes.during(element, () -> school.run(element), () -> school.job(element) == null);
    }

    private void form(SchoolStory school, String element, Runnable act) {
        crashes.during(element, act, () -> !school.isOpen(element));
    }

    private void facts() {
        crashes.during("facts", story.from::deliverFacts, () -> waiting().isEmpty());
    }

    private void arrivedOnce() {
        assertThat(story.stays())
                .containsExactly(
                        "6А " + story.from.classes().yearStart() + " " + story.today,
                        "6В " + story.today.plusDays(1) + " …");
        assertThat(story.book(story.from)).containsExactly("1 WITHDRAWAL " + story.today.plusDays(1) + " true");
        assertThat(story.book(story.to)).containsExactly("1 ARRIVAL " + story.today.plusDays(1) + " true");
        assertThat(story.state()).isEqualTo("ARRIVED");
        assertThat(story.requests()).containsExactly("ENROLLED");
        assertThat(rows("select process_key from workflow.cases c join engine.act_ru_execution e on"
                        + " e.id_ = c.process_instance_id where c.organization_id in (:schools)"
                        + " and c.process_key <> 'acknowledge-order'"))
                .as("cases that still run")
                .isEmpty();
        assertThat(rows("select cause from workflow.incidents where organization_id in (:schools)"))
                .isEmpty();
    }

    private List<String> waiting() {
        return rows("select message from workflow.facts where organization_id in (:schools)"
                + " and state in ('WAITING', 'STUCK')");
    }

    private void check() {
        var broken = database().queryForMap(INVARIANTS, schools());
        broken.values().removeIf(count -> count.equals(0L));
        assertThat(broken).isEmpty();
    }

    private List<String> rows(String sql) {
        return database().queryForList(sql, schools(), String.class);
    }

    private NamedParameterJdbcTemplate database() {
        return new NamedParameterJdbcTemplate(connection);
    }

    private Map<String, List<?>> schools() {
        return Map.of("schools", List.of(story.from.school.id(), story.to.school.id()));
    }
}
