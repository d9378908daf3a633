package school.chancery.faults;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import school.chancery.Clerk;

/**
 * The people of one demo school who bring an appointment and a registration to their end, whatever happened before:
 * each step looks at what is open now and does it, as a person does who comes back after a failure.
 */
final class Office {
    private static final String SCHOOL = "school-14";
    private static final String TODAY =
            LocalDate.now(ZoneId.of("Europe/Moscow")).toString();
    private static final String PHONE = "+7 900 000-12-34";

    private final JdbcTemplate database;
    private final String password;
    private final Map<String, Clerk> people = new HashMap<>();
    private @Nullable String url;

    Office(JdbcTemplate database, String password) {
        this.database = database;
        this.password = password;
    }

    /** After a restart: everybody signs in anew. */
    void moveTo(String newUrl) {
        url = newUrl;
        people.clear();
    }

    /** To another server with everybody's session. */
    void goOnAt(String newUrl) {
        url = newUrl;
    }

    boolean isFinished() {
        return ended("appoint-administrator") && ended("register-organization") && ended("acknowledge-order");
    }

    /** Does one thing that can be done now; false when there is nothing to do but wait. */
    boolean step() {
        if (!started("appoint-administrator")) return appoint();
        for (var task : openTasks()) if (work(task.id(), task.key())) return true;
        if (ended("appoint-administrator") && !started("register-organization")) return register();
        return false;
    }

    private boolean appoint() {
        var deputy = person("deputy14");
        var page = deputy.open("/platform/appoint-administrator/start");
        var form = Clerk.form(page);
        var employee = form.select("[name=staffId] option").stream()
                .filter(option -> option.text().endsWith("Учитель информатики"))
                .findFirst()
                .orElseThrow();
        var platform = form.select("[name=platformId] option").last();
        deputy.send(
                form,
                Map.of(
                        "platformId",
                        Objects.requireNonNull(platform).val(),
                        "staffId",
                        employee.val(),
                        "kind",
                        "MAIN",
                        "effectiveOn",
                        TODAY,
                        "ground",
                        "пунктом 1.1 приказа управления образования"));
        return true;
    }

    private boolean register() {
        person("it14").fill("/platform/register-organization/start", Map.of());
        return true;
    }

    private boolean work(String task, String key) {
        switch (key) {
            case "UserTask_SignOrder" ->
                fill(
                        "director14",
                        task,
                        "orders/issue-order/sign-order",
                        Map.of("decision", "SIGN", "password", password));
            case "UserTask_Acknowledge" ->
                fill("it14", task, "orders/acknowledge-order/acknowledge", Map.of("confirmed", "true"));
            case "UserTask_StudyActs" -> dates("it14", task, "platform/appoint-administrator/study-acts");
            case "UserTask_PublishOnWebsite" ->
                fill(
                        "secretary14",
                        task,
                        "platform/appoint-administrator/publish-on-website",
                        Map.of(
                                "decision",
                                "PUBLISHED",
                                "url",
                                "https://school14.example.org/orders",
                                "publishedOn",
                                TODAY));
            case "UserTask_PrepareApplication" ->
                fill("it14", task, "platform/register-organization/prepare-application", application());
            case "UserTask_ApproveApplication" ->
                fill(
                        "director14",
                        task,
                        "platform/register-organization/approve-application",
                        Map.of("approval", "APPROVE"));
            case "UserTask_RecordReply" ->
                fill(
                        "it14",
                        task,
                        "platform/register-organization/record-reply",
                        Map.of("reply", "REGISTERED", "repliedOn", TODAY));
            case "UserTask_ActivateAdministrator" ->
                fill(
                        "it14",
                        task,
                        "platform/register-organization/activate-administrator",
                        Map.of("phone", PHONE, "activatedOn", TODAY));
            case "UserTask_FillProfile" -> fill("it14", task, "platform/register-organization/fill-profile", Map.of());
            case "UserTask_CreateStructure" -> structure("it14", task);
            default -> throw new AssertionError("nobody expected " + key);
        }
        return true;
    }

    private void fill(String login, String task, String form, Map<String, String> values) {
        person(login).fill("/" + form + "?taskId=" + task, values);
    }

    private void dates(String login, String task, String path) {
        var clerk = person(login);
        var form = Clerk.form(clerk.open("/" + path + "?taskId=" + task));
        form.select("input[type=date]").forEach(field -> field.val(TODAY));
        clerk.send(form, Map.of());
    }

    private void structure(String login, String task) {
        var clerk = person(login);
        var form = Clerk.form(clerk.open("/platform/build-structure/create-structure?taskId=" + task));
        var number = 1;
        for (var field : form.select("input[type=text]")) field.val("group-" + number++);
        form.select("button:not(.main)").remove();
        clerk.send(form, Map.of());
    }

    private static Map<String, String> application() {
        var values = new HashMap<String, String>();
        values.put("fullName", "Муниципальное общеобразовательное учреждение «СОШ № 14»");
        values.put("shortName", "МОУ «СОШ № 14»");
        values.put("inn", "7707083893");
        values.put("ogrn", "1027700132195");
        values.put("address", "г. Лужанск, ул. Школьная, д. 14");
        values.put("head", "Директор школы");
        values.put("email", "school14@example.org");
        values.put("phone", "+7 495 123-45-67");
        values.put("site", "https://school14.example.org");
        values.put("contactName", "Администратор платформы");
        values.put("contactEmail", "it14@example.org");
        values.put("contactPhone", PHONE);
        return values;
    }

    private Clerk person(String login) {
        var at = Objects.requireNonNull(url);
        return people.computeIfAbsent(login, name -> Clerk.signIn(at, name, password))
                .at(at);
    }

    private record Task(String id, String key) {}

    private List<Task> openTasks() {
        return database.query(
                "select id_, task_def_key_ from engine.act_ru_task where tenant_id_ = ? order by create_time_, id_",
                (row, n) -> new Task(row.getString(1), row.getString(2)),
                SCHOOL);
    }

    private boolean started(String process) {
        return count("select count(*) from engine.act_hi_procinst where proc_def_key_ = ?", process) > 0;
    }

    private boolean ended(String process) {
        return started(process)
                && count(
                                "select count(*) from engine.act_hi_procinst where proc_def_key_ = ? and end_time_ is null",
                                process)
                        == 0;
    }

    private int count(String sql, String process) {
        return Objects.requireNonNull(database.queryForObject(sql, Integer.class, process));
    }
}
