package school.chancery.benchmark;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.organization.Organization;
import school.chancery.workflow.Cases;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.ProcessVariable;

/**
 * Fills a product with open tasks: two real instances of {@code issue-order}, one at its writer and one at the director,
 * are copied row by row with set-based SQL. A copy differs from its original in its ids, its school and its dates.
 */
final class OpenTasks {
    private static final Map<String, String> TABLES = Map.of(
            "engine.act_ru_execution", "c.proc_inst_id_ = t.id",
            "engine.act_ru_task", "c.proc_inst_id_ = t.id",
            "engine.act_ru_variable", "c.proc_inst_id_ = t.id",
            "engine.act_ru_identitylink",
                    "c.task_id_ in (select r.id_ from engine.act_ru_task r where r.proc_inst_id_ = t.id)",
            "engine.act_hi_procinst", "c.proc_inst_id_ = t.id",
            "engine.act_hi_actinst", "c.proc_inst_id_ = t.id",
            "engine.act_hi_taskinst", "c.proc_inst_id_ = t.id",
            "workflow.cases", "c.process_instance_id = t.id",
            "workflow.deadlines", "c.process_instance_id = t.id");

    // The engine's foreign keys: executions before tasks, tasks before their links.
    private static final List<String> ORDER = List.of(
            "engine.act_ru_execution",
            "engine.act_ru_task",
            "engine.act_ru_variable",
            "engine.act_ru_identitylink",
            "engine.act_hi_procinst",
            "engine.act_hi_actinst",
            "engine.act_hi_taskinst",
            "workflow.cases",
            "workflow.deadlines");

    private final Product product;
    private final JdbcTemplate jdbc;

    OpenTasks(Product product) {
        this.product = product;
        this.jdbc = new JdbcTemplate(product.database().owner());
    }

    /** So many tasks, evenly over the schools: of five three wait for the director, the others for the office. */
    void fill(List<Organization> schools, Organization template, int tasks) {
        var writing = begin(template, false);
        var signing = begin(template, true);
        list(schools, writing, signing, tasks);
        for (var table : ORDER) copy(table);
        drop(writing, signing);
        jdbc.execute("drop schema benchmark cascade");
    }

    private String begin(Organization school, boolean atDirector) {
        var variables =
                Map.of("initiator", UUID.randomUUID().toString(), "draftComplete", "false", "calledByCase", "false");
        var fresh = new NewCase(
                "issue-order",
                UUID.randomUUID(),
                school.id(),
                "Проект приказа № 1",
                variables.entrySet().stream()
                        .map(each -> ProcessVariable.code(each.getKey()).with(each.getValue()))
                        .toList());
        return Acting.as(Actor.PRODUCT, () -> begin(fresh, atDirector));
    }

    private String begin(NewCase fresh, boolean atDirector) {
        var id = product.bean(TransactionTemplate.class)
                .execute(status -> product.bean(Cases.class).start(fresh));
        if (atDirector)
            product.bean(RuntimeService.class)
                    .createProcessInstanceModification(id)
                    .startBeforeActivity("UserTask_SignOrder")
                    .cancelAllForActivity("UserTask_PrepareOrder")
                    .execute();
        return id;
    }

    private void list(List<Organization> schools, String writing, String signing, int tasks) {
        jdbc.execute("create schema benchmark");
        jdbc.execute("create table benchmark.schools (number int, school_id uuid, code text)");
        jdbc.batchUpdate(
                "insert into benchmark.schools values (?, ?, ?)",
                IntStream.range(0, schools.size())
                        .mapToObj(i -> new Object[] {
                            i, schools.get(i).id(), schools.get(i).code()
                        })
                        .toList());
        jdbc.execute("create table benchmark.templates (rest int, id text)");
        for (var rest = 0; rest < 5; rest++)
            jdbc.update("insert into benchmark.templates values (?, ?)", rest, rest < 3 ? signing : writing);
        // Which school and which template must not hang together.
        jdbc.update("create table benchmark.copies as select n, s.school_id, s.code, t.id"
                + " from generate_series(1, " + tasks + ") n"
                + " join benchmark.schools s on s.number = n % " + schools.size()
                + " join benchmark.templates t on t.rest = (n / " + schools.size() + ") % 5");
    }

    private void copy(String table) {
        var name = table.split("\\.");
        var columns = jdbc.queryForList(
                "select column_name from information_schema.columns where table_schema = ? and table_name = ?"
                        + " order by ordinal_position",
                String.class,
                name[0],
                name[1]);
        var values = columns.stream().map(OpenTasks::copied).collect(Collectors.joining(", "));
        jdbc.update("insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
                + " c join benchmark.copies t on " + TABLES.get(table));
    }

    private static String copied(String column) {
        return switch (column) {
            case "id_", "proc_inst_id_", "root_proc_inst_id_", "execution_id_", "task_id_" -> renamed(column, "");
            case "act_inst_id_", "parent_act_inst_id_", "var_scope_", "business_key_" -> renamed(column, "");
            case "process_instance_id", "task_id" -> renamed(column, "");
            case "id", "business_key" -> renamed(column, "::uuid");
            case "tenant_id_" -> "t.code";
            case "organization_id" -> "t.school_id";
            case "group_id_" -> "t.code || substring(c.group_id_ from '\\..*')";
            case "text_" -> "case when c.name_ = 'organization' then t.code else c.text_ end";
            case "due_date_", "due_at", "remind_at", "escalate_at" ->
                "c." + column + " + (t.n % 60 - 30) * interval '1 day'";
            default -> "c." + column;
        };
    }

    // The last six digits become the copy's number, so the length stays: the ids of a template differ before them. Not
    // from one on: the engine's ids end with the machine's address, which may be as low.
    private static String renamed(String column, String type) {
        return "(left(c.%1$s::text, -6) || to_hex(1048576 + t.n))%2$s".formatted(column, type);
    }

    private void drop(String... templates) {
        var runtime = product.bean(RuntimeService.class);
        Acting.as(Actor.PRODUCT, () -> runtime.deleteProcessInstances(List.of(templates), "copied", true, true));
        for (var table : ORDER) jdbc.execute("vacuum analyze " + table);
    }

    /** Of the tasks offered to the director five in twelve are in the director's hands. */
    void take(Organization school, UUID director) {
        jdbc.update("""
                update engine.act_ru_task set assignee_ = ? where id_ in (
                    select x.id_ from (select id_, row_number() over (order by id_) as place from engine.act_ru_task
                        where tenant_id_ = ? and task_def_key_ = 'UserTask_SignOrder') x where x.place % 12 < 5)""", director.toString(), school.code());
    }

    static long count(TestDatabase database) {
        return new JdbcTemplate(database.owner()).queryForObject("select count(*) from engine.act_ru_task", Long.class);
    }
}
