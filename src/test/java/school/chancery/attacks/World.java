package school.chancery.attacks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import school.chancery.attacks.Draft.Field;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.Role;
import school.chancery.mail.MailSettled;
import school.chancery.platform.SchoolStory;
import school.chancery.platform.SchoolStory.Employee;

/** A school in the middle of its cases, with people who know how its forms are filled. */
final class World {
    private static final int JOBS = 100;
    private final ApplicationContext context;
    private final JdbcClient rows;
    private final SchoolStory story;
    private final Ids ids;
    private final List<Door> people = new ArrayList<>();
    private final Map<String, Door> competent = new HashMap<>();

    World(ApplicationContext context, JdbcClient rows, String url) {
        this.rows = rows;
        this.context = context;
        story = new SchoolStory(context);
        ids = new Ids(rows, story.school.id());
        var parent = story.employee(story.school, "SUPPORT", "HIGHER", false, Role.PARENT, Role.STUDENT);
        var hr = story.employee(story.school, "SUPPORT", "HIGHER", false, Role.HR, Role.COORDINATOR);
        var school = Set.of(story.school.id());
        for (var employee : List.of(story.director, story.deputy, story.secretary, story.teacher, hr, parent))
            people.add(door(url, employee, school));
        people.add(door(url, story.specialist, Set.of(story.school.id(), story.office.id())));
        people.add(new Door(url, "nobody", Set.of()));
        begin();
    }

    private static Door door(String url, Employee employee, Set<UUID> organizations) {
        return new Door(url, employee.account().name(), organizations).signedIn(employee.account());
    }

    private void begin() {
        story.appointed(story.deputy);
        story.post(story.deputy, "/platform/register-organization/start", "platformId", "" + story.platform());
        story.propose(story.deputy, story.teacher);
        for (var kind : List.of("general", "general", "general"))
            story.post(story.secretary, "/orders/issue-order/start", "kind", kind, "formId", "" + UUID.randomUUID());
        rows.sql("""
                        insert into mail.received (organization_id, message_id, sender, subject, body, raw, sha256, content_sha256,
                            too_large, received_at)
                        select ?, ?, 'platform@example.org', 'Ответ', 'Ответ', b, h, h, false, now()
                        from (select b, encode(sha256(b), 'hex') from (select 'x'::bytea) as x(b)) as r(b, h)""").params(story.school.id(), UUID.randomUUID().toString()).update();
        move();
    }

    /** What happens by itself meanwhile: jobs run, mails go. */
    void move() {
        var management = context.getBean(ManagementService.class);
        for (var i = 0; i < JOBS; i++) {
            var jobs = management
                    .createJobQuery()
                    .tenantIdIn(story.school.code())
                    .withRetriesLeft()
                    .messages()
                    .listPage(0, 1);
            if (jobs.isEmpty()) break;
            Acting.as(Actor.PRODUCT, () -> management.executeJob(jobs.get(0).getId()));
        }
        settleMails();
    }

    private void settleMails() {
        rows.sql("select id, key from mail.outbox where organization_id = ? and key like 'platform.application%'")
                .param(story.school.id())
                .query((row, n) ->
                        new MailSettled(row.getObject(1, UUID.class), story.school.id(), row.getString(2), true))
                .list()
                .forEach(story::happens);
        story.deliverFacts();
    }

    Door anybody(Random dice) {
        return people.get(dice.nextInt(people.size()));
    }

    /** Who gets to the handler's page; anybody when it has none. */
    Door competent(Target target, String path, Random dice) {
        return competent.computeIfAbsent(
                target.pattern() + (target.isOfTask() ? path : ""),
                key -> people.stream()
                        .filter(door -> door.send(Draft.of("GET", path)).statusCode() == 200)
                        .findFirst()
                        .orElseGet(() -> anybody(dice)));
    }

    Draft draft(Target target, Door door, Random dice) {
        var path = ids.fill(target.pattern(), dice);
        var draft = Draft.of(target.method(), path);
        var task = task(target);
        if (target.isReading()) {
            for (var name : target.names()) if (!name.equals("taskId")) draft.asked(name, "1");
            if (target.isOfTask()) draft.asked("taskId", task);
            return draft;
        }
        form(door, path + (target.isOfTask() ? "?taskId=" + task : ""))
                .ifPresentOrElse(
                        form -> Filling.of(form).forEach(field -> draft.field(field.name(), field.value())),
                        () -> target.names().forEach(name -> draft.field(name, Filling.value(name, ""))));
        for (var field : List.of(new Field("taskId", task), new Field("_csrf", door.token()))) {
            var present =
                    draft.spoilable().stream().anyMatch(each -> each.name().equals(field.name()));
            if (!present && (target.isOfTask() || field.name().equals("_csrf")))
                draft.field(field.name(), field.value());
        }
        return draft;
    }

    /** The page where the handler's form is; of a handler without one any page. */
    String page(Target target, Random dice) {
        var path = ids.fill(target.pattern(), dice);
        return path + (target.isOfTask() ? "?taskId=" + task(target) : "");
    }

    private static Optional<FormElement> form(Door door, String path) {
        Element form = door.page(path).selectFirst("main form[method=post]");
        return form instanceof FormElement found ? Optional.of(found) : Optional.empty();
    }

    private String task(Target target) {
        if (!target.isOfTask()) return "";
        return rows.sql(
                        "select id_ from engine.act_ru_task where tenant_id_ = ? and task_def_key_ = ? order by 1 limit 1")
                .params(
                        story.school.code(),
                        target.elements().get(target.elements().size() - 1))
                .query(String.class)
                .optional()
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    Strangers strangers() {
        var found = new ArrayList<String>();
        for (var table :
                List.of("orders.orders", "mail.outbox", "documents.files", "people.staff", "platform.appointments"))
            found.addAll(rows.sql("select id from " + table + " where organization_id = ?")
                    .param(story.school.id())
                    .query((row, n) -> row.getString(1))
                    .list());
        found.add(story.school.id().toString());
        var tasks = rows.sql("select id_ from engine.act_hi_taskinst where tenant_id_ = ?")
                .param(story.school.code())
                .query(String.class)
                .list();
        return new Strangers(found, tasks);
    }
}
