package school.chancery.benchmark;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;

/** A secretary and a director, signed in over HTTP, who issue one order after the other. */
final class OrderOffice {
    private static final String PREPARE = "/orders/issue-order/prepare-order?taskId=";
    private static final String SIGN = "/orders/issue-order/sign-order?taskId=";

    private final TaskService tasks;
    private final ManagementService jobs;
    private final Visitor secretary;
    private final Visitor director;

    OrderOffice(Product product) {
        var organizations = new TestOrganizations(product.bean(Organizations.class));
        var school = organizations.school(organizations.office());
        tasks = product.bean(TaskService.class);
        jobs = product.bean(ManagementService.class);
        secretary = signIn(product, school, Role.SECRETARY);
        director = signIn(product, school, Role.DIRECTOR);
    }

    private static Visitor signIn(Product product, Organization school, Role role) {
        var people = new TestPeople(product.bean(Accounts.class), product.bean(Roles.class));
        return Visitor.signIn(product.url(), people.person(school, role));
    }

    /** From the start form to the registered order: three forms sent, one job. */
    void issueOrder() {
        var instance = start();
        prepare(taskOf(instance));
        executeJob(instance);
        sign(taskOf(instance));
    }

    /** The same with every page that people see on the way, also where each form leads them. */
    void issueOrderLookingAtPages() {
        secretary.get("/orders/issue-order/start");
        var instance = start();
        secretary.get("/cases/" + instance);
        var draft = taskOf(instance);
        secretary.get(PREPARE + draft);
        secretary.get(prepare(draft));
        executeJob(instance);
        director.get("/inbox");
        var original = taskOf(instance);
        director.get(SIGN + original);
        director.get(sign(original));
    }

    private String start() {
        var form = Map.of("kind", "general", "formId", UUID.randomUUID().toString());
        var place = secretary.post("/orders/issue-order/start", form);
        return place.substring(place.lastIndexOf('/') + 1);
    }

    private String prepare(String task) {
        return secretary.post(
                PREPARE + task,
                Map.of(
                        "action", "submit",
                        "title", "О дежурстве по школе",
                        "legalBasis", "Уставом образовательной организации",
                        "body", "# Назначить дежурных.\n# Контроль за исполнением приказа оставляю за собой.",
                        "effectiveOn", LocalDate.now().toString(),
                        "version", "0"));
    }

    private String sign(String task) {
        return director.post(SIGN + task, Map.of("decision", "SIGN", "password", TestPeople.PASSWORD));
    }

    private String taskOf(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private void executeJob(String instance) {
        var job = jobs.createJobQuery().processInstanceId(instance).singleResult();
        Acting.as(Actor.PRODUCT, () -> jobs.executeJob(job.getId()));
    }
}
