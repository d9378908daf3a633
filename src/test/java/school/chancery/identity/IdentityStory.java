package school.chancery.identity;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import school.chancery.TestClock;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;

/** A school below its office, on a morning that does not pass by itself. */
abstract class IdentityStory {
    @Autowired
    MockMvcTester web;

    @Autowired
    Organizations organizations;

    @Autowired
    Accounts accounts;

    @Autowired
    Roles roles;

    @Autowired
    TestClock clock;

    TestPeople people;
    Organization office;
    Organization school;

    @BeforeEach
    void openASchool() {
        clock.set(Instant.parse("2026-11-20T08:00:00Z"));
        people = new TestPeople(accounts, roles);
        var made = new TestOrganizations(organizations);
        office = made.office();
        school = made.school(office);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }
}
