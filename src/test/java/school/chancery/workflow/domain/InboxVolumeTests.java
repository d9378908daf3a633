package school.chancery.workflow.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import school.chancery.TestDatabase;
import school.chancery.workflow.domain.Inbox.Order;
import school.chancery.workflow.domain.Inbox.Tab;

/** What the list of tasks reads, among the tasks of 200 schools, counted by PostgreSQL itself. */
class InboxVolumeTests {
    private static final int SCHOOLS = 200;
    private static final int TASKS = 100;

    private Connection connection;
    private JdbcClient jdbc;
    private Inbox inbox;

    @BeforeEach
    void fillTwoHundredSchools() throws SQLException {
        var database = TestDatabase.fresh();
        try (var admin = database.administrator().getConnection()) {
            fill(new JdbcTemplate(new SingleConnectionDataSource(admin, true)));
        }
        connection = database.app().getConnection();
        connection.setAutoCommit(false);
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        inbox = new Inbox(jdbc, Clock.systemUTC());
    }

    // Past the foreign keys: executions and definitions by the ten thousand are of no matter here.
    private static void fill(JdbcTemplate admin) {
        admin.execute("set session_replication_role = replica");
        admin.update(
                "insert into engine.act_re_procdef (id_, rev_, key_, name_, version_) values ('d', 1, 'p', 'П', 1)");
        admin.update("""
                insert into engine.act_ru_task (id_, rev_, name_, task_def_key_, proc_def_id_, proc_inst_id_,
                    execution_id_, create_time_, due_date_, tenant_id_, suspension_state_, priority_)
                select 't' || s || '-' || i, 1, 'Решить', 'UserTask_Decide', 'd', 'i' || s || '-' || i,
                    'i' || s || '-' || i, now() - i * interval '1 minute', now() + (i - 10) * interval '1 day',
                    'school-' || s, 1, 50
                from generate_series(1, ?) s, generate_series(1, ?) i""", SCHOOLS, TASKS);
        admin.update("""
                insert into engine.act_ru_identitylink (id_, rev_, type_, group_id_, task_id_, tenant_id_)
                select id_ || role, 1, 'candidate', tenant_id_ || '.' || role, id_, tenant_id_
                from engine.act_ru_task, unnest(array ['director', 'deputy']) role""");
        admin.execute("analyze");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void readsThePersonsOwnTasksAndNobodyElses() {
        var director = new Inbox.Owner(UUID.randomUUID(), "school-77", Set.of("school-77.director"));
        assertThat(inbox.counts(director)).isEqualTo(new Inbox.Counts(TASKS, 0, TASKS, 10));
        for (var order : Order.values())
            assertThat(inbox.page(director, Tab.ALL, order, 0)).hasSize(Inbox.PAGE);
        assertThat(rowsRead()).isLessThan(SCHOOLS * TASKS / 4);
    }

    @Test
    void readsNextToNothingForOneWithoutTasks() {
        var teacher = new Inbox.Owner(UUID.randomUUID(), "school-77", Set.of("school-77.teacher"));
        assertThat(inbox.counts(teacher).total()).isZero();
        assertThat(rowsRead()).isLessThan(3 * TASKS);
    }

    private long rowsRead() {
        return jdbc.sql("""
                select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) from pg_stat_xact_user_tables
                where relname in ('act_ru_task', 'act_ru_identitylink')""").query(Long.class).single();
    }
}
