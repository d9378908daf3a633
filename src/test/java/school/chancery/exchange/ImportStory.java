package school.chancery.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.NewSchoolYear;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolYears;
import school.chancery.organization.TestOrganizations;

/** A school of a test's own in its running year, and somebody who loads its lists. */
public final class ImportStory {
    public final Organization school;
    public final LocalDate yearBegins;
    public final TestPerson person;
    public final ImportClerk clerk;
    public final TestPeople people;
    public final JdbcTemplate database = new JdbcTemplate(TestDatabase.shared().owner());
    private final String kind;

    public ImportStory(ApplicationContext context, String kind, Role role) {
        this.kind = kind;
        var organizations = context.getBean(Organizations.class);
        var made = new TestOrganizations(organizations);
        school = made.school(made.office());
        people = new TestPeople(context.getBean(Accounts.class), context.getBean(Roles.class));
        person = people.person(school, role);
        clerk = new ImportClerk(context.getBean(MockMvcTester.class), person, school);
        var today = organizations.today(school.id());
        yearBegins = LocalDate.of(today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1, 9, 1);
        Acting.as(
                person.actor(school),
                () -> context.getBean(SchoolYears.class)
                        .open(new NewSchoolYear(
                                school.id(), yearBegins, yearBegins.plusYears(1).minusDays(1))));
    }

    public Document dryRun(List<List<String>> table) {
        return clerk.dryRun(kind, "список.csv", Sheets.csv(table, ';', Sheets.WINDOWS_1251));
    }

    public Document loaded(List<List<String>> table) {
        return clerk.press(dryRun(table), "/apply");
    }

    public void openClasses(List<String> labels) {
        for (var label : labels)
            database.update(
                    "insert into organization.classes (id, organization_id, school_year_id, kind, grade, letter, label, capacity)"
                            + " select gen_random_uuid(), organization_id, id, 'CLASS', substring(?::text from '^[0-9]+')::int, substring(?::text from '[^0-9].*'), ?, 25"
                            + " from organization.school_years where organization_id = ?",
                    label,
                    label,
                    label,
                    school.id());
    }

    public UUID circle(String name) {
        return database.queryForObject(
                "insert into organization.classes (id, organization_id, school_year_id, kind, label)"
                        + " select gen_random_uuid(), organization_id, id, 'ASSOCIATION', ? from organization.school_years"
                        + " where organization_id = ? returning id",
                UUID.class,
                name,
                school.id());
    }

    /** Rows of «table where … organization_id = ?». */
    public int count(String from) {
        return database.queryForObject("select count(*) from " + from, Integer.class, school.id());
    }

    public int persons() {
        return database.queryForObject("select count(*) from people.persons", Integer.class);
    }
}
