package school.chancery.workflow;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;

/** An office with two schools and their people, for tests before the running server. */
@TestConfiguration(proxyBeanMethods = false)
class EngineHouse {
    @Bean
    House house(Organizations organizations, Accounts accounts, Roles roles) {
        var made = new TestOrganizations(organizations);
        var people = new TestPeople(accounts, roles);
        var office = made.office();
        var school = made.school(office);
        var other = made.school(office);
        var foreign = made.school(made.office());
        var both = people.person(school, Role.DIRECTOR);
        people.grant(both, other, Role.TEACHER);
        return new House(
                people,
                office,
                school,
                other,
                both,
                people.person(school, Role.DEPUTY),
                people.person(school, Role.SECRETARY),
                people.person(school, Role.TEACHER),
                people.person(other, Role.DIRECTOR),
                people.person(foreign, Role.DIRECTOR),
                people.person(office, Role.DISTRICT_SPECIALIST),
                people.person(office, Role.SYSTEM_ADMINISTRATOR));
    }

    /** The director of {@code school} teaches in {@code other}. */
    record House(
            TestPeople people,
            Organization office,
            Organization school,
            Organization other,
            TestPerson director,
            TestPerson deputy,
            TestPerson secretary,
            TestPerson teacher,
            TestPerson otherDirector,
            TestPerson foreignDirector,
            TestPerson specialist,
            TestPerson administrator) {}
}
