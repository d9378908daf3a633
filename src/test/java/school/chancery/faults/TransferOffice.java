package school.chancery.faults;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import school.chancery.Clerk;
import school.chancery.students.TestClasses;

/**
 * The people of two schools who bring a child from the one to the other, whatever happened before: each step looks at
 * what is open now and does it.
 */
final class TransferOffice {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Moscow"));
    private static final String TOMORROW = TODAY.plusDays(1).toString();
    private static final String START = "/students/transfer-student/start";

    private final JdbcTemplate database;
    private final UUID second;
    private final UUID toClass;
    private final UUID pupil;
    private final Map<String, Clerk> people = new HashMap<>();
    private @Nullable String url;

    /** Opens the second school beside the demo's. */
    TransferOffice(JdbcTemplate database) {
        this.database = database;
        second = UUID.randomUUID();
        database.update("""
                insert into organization.organizations (id, code, type, full_name, short_name, locality, district_office_id,
                    zone, head_title)
                select ?, 'school-7', type, 'Школа № 7', 'МОУ «СОШ № 7»', locality, district_office_id, zone, head_title
                from organization.organizations where code = 'school-14'""", second);
        toClass = new TestClasses(JdbcClient.create(Objects.requireNonNull(database.getDataSource())), second, TODAY)
                .open(5, "К", 20);
        hire("director14", "director7", "DIRECTOR");
        hire("deputy14", "deputy7", "DEPUTY");
        hire("secretary14", "secretary7", "SECRETARY");
        pupil = Objects.requireNonNull(database.queryForObject("""
                select e.pupil_id from students.enrollments e join organization.classes c on c.id = e.class_id
                where c.label = '5А' order by e.pupil_id limit 1""", UUID.class));
    }

    // With the password of the colleague in the demo's school.
    private void hire(String colleague, String login, String role) {
        var account = UUID.randomUUID();
        database.update("""
                insert into identity.accounts (id, login, password_hash, display_name, created_at)
                select ?, ?, password_hash, 'Сотрудник школы № 7', now() from identity.accounts where login = ?""", account, login, colleague);
        database.update("""
                insert into identity.role_assignments (id, account_id, organization_id, role, valid_from, ground_kind,
                    ground_text, granted_at)
                values (gen_random_uuid(), ?, ?, ?, '2020-01-01', 'FIRST_LOADING', 'первичная загрузка', now())""", account, second, role);
    }

    void moveTo(String newUrl) {
        url = newUrl;
        people.clear();
    }

    boolean isFinished() {
        return ended("transfer-student") && ended("receive-student");
    }

    void step() {
        if (!started("transfer-student")) {
            apply();
            return;
        }
        for (var task : openTasks()) {
            if (work(task)) return;
        }
    }

    private void apply() {
        var form = Clerk.form(person("secretary14").open(START + "?pupilId=" + pupil));
        person("secretary14")
                .send(
                        form,
                        Map.of(
                                "kind",
                                "SYSTEM_SCHOOL",
                                "receivingOrganizationId",
                                second.toString(),
                                "applicant",
                                "Мать обучающегося",
                                "appliedOn",
                                TODAY.toString(),
                                "effectiveOn",
                                TOMORROW));
    }

    private boolean work(Task task) {
        var seven = task.tenant().equals("school-7");
        switch (task.key()) {
            case "UserTask_SignOrder" ->
                fill(
                        seven ? "director7" : "director14",
                        task,
                        "orders/issue-order/sign-order",
                        Map.of("decision", "SIGN", "password", CrashStage.PASSWORD));
            case "UserTask_AnswerRequest" ->
                fill(
                        "deputy7",
                        task,
                        "students/receive-student/answer-request",
                        Map.of("decision", "ACCEPT", "classId", toClass.toString()));
            case "UserTask_ReceiveDocuments" ->
                fill(
                        "secretary7",
                        task,
                        "students/receive-student/receive-documents",
                        Map.of("decision", "TAKEN", "applicant", "Мать обучающегося", "enrolFrom", TOMORROW));
            case "UserTask_HandOverFile" ->
                fill("secretary14", task, "students/transfer-student/hand-over-file", Map.of());
            // The other school will tell.
            case "UserTask_RecordNotice" -> {
                return false;
            }
            default -> throw new AssertionError("nobody expected " + task.key());
        }
        return true;
    }

    private void fill(String login, Task task, String form, Map<String, String> values) {
        person(login).fill("/" + form + "?taskId=" + task.id(), values);
    }

    private Clerk person(String login) {
        return people.computeIfAbsent(
                login, name -> Clerk.signIn(Objects.requireNonNull(url), name, CrashStage.PASSWORD));
    }

    private record Task(String id, String key, String tenant) {}

    private List<Task> openTasks() {
        return database.query(
                "select id_, task_def_key_, tenant_id_ from engine.act_ru_task order by create_time_, id_",
                (row, n) -> new Task(row.getString(1), row.getString(2), row.getString(3)));
    }

    private boolean started(String process) {
        return count("proc_def_key_ = ?", process) > 0;
    }

    private boolean ended(String process) {
        return started(process) && count("proc_def_key_ = ? and end_time_ is null", process) == 0;
    }

    private int count(String where, String process) {
        return Objects.requireNonNull(database.queryForObject(
                "select count(*) from engine.act_hi_procinst where " + where, Integer.class, process));
    }
}
