package school.chancery.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;
import school.chancery.students.TestClasses;
import school.chancery.workflow.Cases;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.ProcessVariable;

/** Whether the form of one transfer waits for the other thousand. */
@Tag("benchmark")
class TransferFormBenchmark {
    private static final double LIMIT = 1.5;
    private static final int WARM_UP = 200;
    private static final int REQUESTS = 500;
    private static final String FORM = "/students/transfer-student/record-notice?taskId=";

    @Test
    void opensTheFormAmongAThousandRunningTransfersInAtMostOneAndAHalfTimesTheTime() {
        try (var few = new School(10);
                var many = new School(1_000)) {
            assertThat(few.tasks()).isEqualTo(10);
            assertThat(many.tasks()).isEqualTo(1_000);
            inTurn(WARM_UP, few, new Sample(), many, new Sample());
            var withFew = new Sample();
            var withMany = new Sample();
            inTurn(REQUESTS, few, withFew, many, withMany);
            var ratio = withMany.p95Millis() / withFew.p95Millis();
            System.out.printf("transfer form: among 10 %s; among 1,000 %s%n", withFew, withMany);
            BenchmarkFile.record("transfer-form-1000-vs-10", ratio, LIMIT, "ratio");
            BenchmarkFile.record("transfer-form-10-p95-ms", withFew.p95Millis(), "ms");
            BenchmarkFile.record("transfer-form-1000-p95-ms", withMany.p95Millis(), "ms");
            assertThat(ratio).isLessThanOrEqualTo(LIMIT);
        }
    }

    private static void inTurn(int requests, School few, Sample withFew, School many, Sample withMany) {
        for (var i = 0; i < requests; i++) {
            few.open(i, withFew);
            many.open(i, withMany);
        }
    }

    /** A school with so many children who have left and of whom no notice has come. */
    private static final class School implements AutoCloseable {
        private final Product product = Product.start();
        private final Visitor secretary;
        private final List<String> tasks = new ArrayList<>();

        School(int transfers) {
            var organizations = new TestOrganizations(product.bean(Organizations.class));
            var school = organizations.school(organizations.office());
            var person = new TestPeople(product.bean(Accounts.class), product.bean(Roles.class))
                    .person(school, Role.SECRETARY);
            fill(school, person.id(), transfers);
            secretary = Visitor.signIn(product.url(), person);
        }

        private void fill(Organization school, UUID by, int transfers) {
            var connection = DataSourceUtils.getConnection(product.database().owner());
            var rows = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var today = product.bean(Organizations.class).today(school.id());
            var classes = new TestClasses(rows, school.id(), today);
            var open = classes.open(5, "А", null);
            var order = order(rows, school, by, today);
            for (var i = 0; i < transfers; i++) {
                start(school, transfer(rows, classes.pupilIn(open, "Выбывшев"), open, order, by, today), by);
            }
            Acting.as(
                    Actor.PRODUCT,
                    () -> product.bean(TaskService.class)
                            .createTaskQuery()
                            .taskDefinitionKey("UserTask_RecordNotice")
                            .list()
                            .forEach((Task task) -> tasks.add(task.getId())));
            DataSourceUtils.releaseConnection(connection, null);
            for (var table : List.of("engine.act_ru_task", "engine.act_ru_variable", "students.transfers"))
                new JdbcTemplate(product.database().owner()).execute("vacuum analyze " + table);
        }

        private void start(Organization school, UUID transfer, UUID by) {
            var fresh = new NewCase(
                    "transfer-student",
                    transfer,
                    school.id(),
                    "Перевод из 5А",
                    List.of(
                            ProcessVariable.id("initiator").with(by),
                            ProcessVariable.code("transferKind").with("OUTSIDE_SCHOOL")));
            Acting.as(Actor.PRODUCT, () -> {
                var id = product.bean(TransactionTemplate.class)
                        .execute(status -> product.bean(Cases.class).start(fresh));
                product.bean(RuntimeService.class)
                        .createProcessInstanceModification(id)
                        .startBeforeActivity("UserTask_RecordNotice")
                        .cancelAllForActivity("ServiceTask_DraftOrder")
                        .execute();
            });
        }

        private static UUID transfer(
                JdbcClient rows, UUID pupil, UUID schoolClass, UUID order, UUID by, LocalDate today) {
            var id = UUID.randomUUID();
            rows.sql("""
                            insert into students.transfers (id, version, organization_id, pupil_id, person_id, kind, state,
                                school_year_id, class_kind, from_class_id, receiving_name, applicant, applied_on, effective_on,
                                proposed_by, proposed_at, order_id, moved_on, notice_due_on)
                            select ?, 0, p.organization_id, p.id, p.person_id, 'OUTSIDE_SCHOOL', 'LEFT', c.school_year_id, c.kind,
                                c.id, 'Школа', 'Мать', ?, ?, ?, now(), ?, ?, ?
                            from people.pupils p, organization.classes c where p.id = ? and c.id = ?
                            """)
                    .params(id, today, today, by, order, today, today.plusDays(9), pupil, schoolClass)
                    .update();
            return id;
        }

        private static UUID order(JdbcClient rows, Organization school, UUID by, LocalDate today) {
            var id = UUID.randomUUID();
            var copy = UUID.randomUUID();
            rows.sql("""
                            insert into documents.files (id, organization_id, name, media_type, size, sha256, bytes, frozen, stored_at)
                            values (?, ?, 'приказ.pdf', 'application/pdf', 1, encode(sha256('x'), 'hex'), 'x', true, now())
                            """).params(copy, school.id()).update();
            rows.sql("""
                            insert into orders.orders (id, version, organization_id, kind, series, status, caused_by,
                                initiator_account_id, created_at, title, legal_basis, body, effective_on, historical, number, year,
                                registered_on, registered_at, registered_copy_id)
                            select ?, 0, ?, code, series, 'REGISTERED', ?, ?, now(), 'О движении', '', 'Текст', ?, true, '1-д', 2026,
                                ?, now(), ? from orders.kinds where code = 'student-withdrawal'
                            """)
                    .params(id, school.id(), UUID.randomUUID(), by, today, today, copy)
                    .update();
            return id;
        }

        int tasks() {
            return tasks.size();
        }

        void open(int number, Sample sample) {
            var page = new String[1];
            var task = tasks.get(number % tasks.size());
            sample.time(() -> page[0] = secretary.get(FORM + task));
            assertThat(Jsoup.parse(page[0]).select("[name=noticeNumber]")).hasSize(1);
        }

        @Override
        public void close() {
            product.close();
        }
    }
}
