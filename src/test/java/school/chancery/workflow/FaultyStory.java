package school.chancery.workflow;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import school.chancery.TestDatabase;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;
import school.chancery.workflow.engine.EngineTasks;
import school.chancery.workflow.engine.FactDelivery;
import school.chancery.workflow.process.FailingStep;

/** A school with its director, and a process with a step that fails when it is told to. */
abstract class FaultyStory {
    @Autowired
    Organizations organizations;

    @Autowired
    Accounts accounts;

    @Autowired
    Roles roles;

    @Autowired
    FactDelivery delivery;

    @Autowired
    FaultyProcess.Starter faulty;

    @Autowired
    FailingStep step;

    @Autowired
    EngineTasks tasks;

    @Autowired
    TaskService engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    MockMvcTester web;

    final JdbcTemplate owner = new JdbcTemplate(TestDatabase.shared().owner());
    Organization school;
    TestPerson director;

    @BeforeEach
    void openASchool() {
        var made = new TestOrganizations(organizations);
        school = made.school(made.office());
        director = new TestPeople(accounts, roles).person(school, Role.DIRECTOR);
    }

    @AfterEach
    void heal() {
        step.heal();
    }
}
