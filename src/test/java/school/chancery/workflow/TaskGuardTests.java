package school.chancery.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.chancery.workflow.TrialProcess.DECIDE;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;
import school.chancery.workflow.TrialProcess.Trial;
import school.chancery.workflow.TrialProcess.Trials;
import school.chancery.workflow.domain.CaseRegister;
import school.chancery.workflow.engine.EngineActor;
import school.chancery.workflow.engine.EngineTasks;

@ChanceryTest
@Import(TrialProcess.class)
class TaskGuardTests {
    private static final ProcessVariable<String> DECISION = ProcessVariable.code("decision");

    @Autowired
    private Organizations organizations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    @Autowired
    private Trials trials;

    @Autowired
    private EngineTasks tasks;

    @Autowired
    private TaskService engine;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private EngineActor actor;

    @Autowired
    private CaseRegister register;

    @Autowired
    private TransactionTemplate transactions;

    private TestPeople people;
    private Organization school;
    private TestPerson director;
    private TestPerson deputy;
    private TestPerson secretary;
    private Trial trial;

    @BeforeEach
    void startTrial() {
        var made = new TestOrganizations(organizations);
        people = new TestPeople(accounts, roles);
        school = made.school(made.office());
        director = people.person(school, Role.DIRECTOR);
        deputy = people.person(school, Role.DEPUTY);
        secretary = people.person(school, Role.SECRETARY);
        trial = trials.start(deputy.actor(school), school);
    }

    @Test
    void endsATaskByItsForm() {
        complete(director, "YES");
        assertThat(task()).isNull();
    }

    @Test
    void refusesACompletionPastTheForm() {
        var id = task();
        assertThatThrownBy(() -> as(director, () -> {
                    engine.claim(id, director.id().toString());
                    engine.complete(id, Map.of("decision", "YES"));
                }))
                .hasMessageContaining("Сначала заполните форму");
        assertThat(task()).isEqualTo(id);
    }

    @Test
    void refusesADecisionThatAnotherTransactionLeft() {
        // The row of a decision that was rolled back is gone with it.
        var id = task();
        assertThatThrownBy(() -> Acting.as(
                        director.actor(school),
                        () -> transactions.execute(status -> {
                            tasks.complete(tasks.require(id, DECIDE), "NO", null, List.of(DECISION.with("NO")));
                            throw new IllegalStateException("afterwards");
                        })))
                .isInstanceOf(IllegalStateException.class);
        refusesACompletionPastTheForm();
    }

    @Test
    void refusesTheTaskOfAnotherElement() {
        assertThatThrownBy(() -> Acting.as(director.actor(school), () -> tasks.require(task(), "UserTask_Other")))
                .isInstanceOf(TaskNotFoundException.class);
    }

    @Test
    void hidesTheTaskFromThoseItIsNotOfferedTo() {
        assertThatThrownBy(() -> Acting.as(secretary.actor(school), () -> tasks.require(task(), DECIDE)))
                .isInstanceOf(TaskNotFoundException.class);
        assertThatThrownBy(() ->
                        as(secretary, () -> engine.claim(task(), secretary.id().toString())))
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void refusesToTakeATaskForSomebodyElse() {
        assertThatThrownBy(() ->
                        as(deputy, () -> engine.claim(task(), director.id().toString())))
                .hasMessageContaining("тот, кому она предложена");
    }

    @Test
    void keepsATakenTaskFromTheOtherCandidates() {
        var id = task();
        Acting.as(director.actor(school), () -> tasks.claim(id));

        assertThatThrownBy(() -> Acting.as(deputy.actor(school), () -> tasks.require(id, DECIDE)))
                .isInstanceOf(TaskNotOpenException.class);
        assertThatThrownBy(() -> as(deputy, () -> engine.setAssignee(id, null)))
                .isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> as(deputy, () -> engine.complete(id, Map.of("decision", "YES"))))
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void givesATaskBackToItsGroup() {
        var id = task();
        Acting.as(director.actor(school), () -> tasks.claim(id));
        Acting.as(director.actor(school), () -> tasks.release(id));
        complete(deputy, "NO");
        assertThat(task()).isNull();
    }

    @Test
    void returnsTheTasksOfARoleThatEnded() {
        var id = task();
        Acting.as(director.actor(school), () -> tasks.claim(id));
        people.end(director, school, Role.DIRECTOR, organizations.today(school.id()));

        assertThat(engine.createTaskQuery().taskId(id).singleResult().getAssignee())
                .isNull();
        complete(deputy, "YES");
    }

    @Test
    void takesBackWhatWasOfferedByNameForTheSakeOfARoleThatEnded() {
        people.grant(deputy, school, Role.TEACHER);
        engine.addCandidateUser(task(), deputy.id().toString());
        Acting.as(deputy.actor(school), () -> tasks.claim(task()));
        people.end(deputy, school, Role.DEPUTY, organizations.today(school.id()));

        assertThatThrownBy(() -> Acting.as(deputy.actor(school), () -> tasks.require(task(), DECIDE)))
                .isInstanceOf(TaskNotFoundException.class);
        assertThat(engine.createTaskQuery().taskId(task()).singleResult().getAssignee())
                .isNull();
        complete(director, "YES");
    }

    @Test
    void leavesWhatWasOfferedByNameToWhoeverMayStillStartSuchACase() {
        people.grant(deputy, school, Role.SECRETARY);
        engine.addCandidateUser(task(), deputy.id().toString());
        people.end(deputy, school, Role.SECRETARY, organizations.today(school.id()));
        complete(deputy, "YES");
    }

    @Test
    void answersASecondCompletionAsTooLate() {
        var id = task();
        complete(director, "YES");
        assertThatThrownBy(() -> Acting.as(deputy.actor(school), () -> tasks.require(id, DECIDE)))
                .isInstanceOf(TaskNotOpenException.class);
        assertThatThrownBy(() -> Acting.as(
                        deputy.actor(school),
                        () -> tasks.require(UUID.randomUUID().toString(), DECIDE)))
                .isInstanceOf(TaskNotFoundException.class);
    }

    @Test
    void refusesAStartPastTheForm() {
        var variables = Map.<String, Object>of("organization", school.code(), "caseLabel", "Проба");
        var key = UUID.randomUUID().toString();
        assertThatThrownBy(() -> as(deputy, () -> runtime.startProcessInstanceByKey(TrialProcess.KEY, key, variables)))
                .hasMessageContaining("только через его форму");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(TrialProcess.KEY, key, variables))
                .as("even without a person")
                .hasMessageContaining("только через его форму");
    }

    @Test
    void refusesAStartByARoleThatMayNot() {
        assertThatThrownBy(() -> trials.start(secretary.actor(school), school))
                .isInstanceOf(StartRefusedException.class);
    }

    @Test
    void leavesNoCaseBehindThatDidNotStart() {
        assertThatThrownBy(() -> Acting.as(
                        Actor.PRODUCT,
                        () -> transactions.execute(status -> {
                            register.open(
                                    new NewCase(TrialProcess.KEY, UUID.randomUUID(), school.id(), "Проба", List.of()),
                                    null);
                            return true;
                        })))
                .rootCause()
                .hasMessageContaining("was registered but not started");
    }

    private void complete(TestPerson person, String decision) {
        Acting.as(
                person.actor(school),
                () -> transactions.executeWithoutResult(status -> tasks.complete(
                        tasks.require(task(), DECIDE), decision, "Причина", List.of(DECISION.with(decision)))));
    }

    private void as(TestPerson person, Runnable act) {
        Acting.as(
                person.actor(school),
                () -> actor.asActor(() -> {
                    act.run();
                    return true;
                }));
    }

    private String task() {
        var task = engine.createTaskQuery()
                .processInstanceId(trial.instanceId())
                .taskDefinitionKey(DECIDE)
                .singleResult();
        return task == null ? null : task.getId();
    }
}
