package school.chancery.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import school.chancery.ChanceryTest;
import school.chancery.TestClock;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.organization.domain.CalendarBook;
import school.chancery.organization.domain.CalendarDay;
import school.chancery.organization.domain.DayKind;

@ChanceryTest
@Import(OrganizationIntegrationTests.Questions.class)
class OrganizationIntegrationTests {
    private static final String KEY = "tests.copies";

    @Autowired
    private Organizations organizations;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private CalendarBook calendars;

    @Autowired
    private Policies policies;

    @Autowired
    private TestClock clock;

    private Organization office;
    private Organization school;

    @BeforeEach
    void register() {
        var made = new TestOrganizations(organizations);
        office = made.office();
        school = made.school(office);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void findsOrganizationsByIdAndCodeAndSchoolsByOffice() {
        assertThat(organizations.findByCode(school.code())).contains(school);
        assertThat(organizations.require(school.id()).districtOfficeId()).isEqualTo(office.id());
        assertThat(organizations.schoolsOf(office.id())).containsExactly(school);
        assertThat(organizations.schoolsOf(school.id())).isEmpty();
        assertThat(organizations.requisites(school.id()).headTitle()).isEqualTo("Директор");
        assertThat(organizations.find(UUID.randomUUID())).isEmpty();
        assertThatThrownBy(() -> organizations.requireByCode("no-such")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesACodeThatIsTaken() {
        var again = new NewOrganization(
                school.code(),
                OrganizationType.SCHOOL,
                "Школа",
                "Школа",
                "г. Приморск",
                office.code(),
                school.zone(),
                new Requisites(null, null, null, "Директор"));
        assertThatThrownBy(() -> organizations.register(again)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void readsTodayInTheZoneOfTheOrganization() {
        clock.set(Instant.parse("2026-12-31T20:30:00Z"));
        assertThat(organizations.today(school.id())).isEqualTo("2027-01-01");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2024-01-08, false", "2024-04-27, true", "2024-04-29, false", "2024-05-10, false", "2024-11-02, true",
        "2024-12-28, true", "2024-12-31, false", "2025-01-09, true", "2025-02-24, true", "2025-03-10, true",
        "2025-05-02, false", "2025-05-08, false", "2025-06-13, false", "2025-11-01, true", "2025-11-03, false",
        "2025-12-31, false", "2026-01-09, false", "2026-01-12, true", "2026-03-09, false", "2026-05-11, false",
        "2026-12-31, false", "2026-11-03, true", "2027-01-11, true", "2027-05-03, false", "2027-06-14, false"
    })
    void knowsHolidaysAndMovedDays(LocalDate day, boolean worked) {
        assertThat(workingDays.isWorkingDay(school.id(), day)).isEqualTo(worked);
    }

    @Test
    void countsWorkingDaysAfterTheDayOfTheEvent() {
        var friday = LocalDate.of(2026, 9, 4);
        assertThat(workingDays.plusWorkingDays(school.id(), friday, 0)).isEqualTo(friday);
        assertThat(workingDays.plusWorkingDays(school.id(), friday, 1)).isEqualTo("2026-09-07");
        assertThat(workingDays.plusWorkingDays(school.id(), LocalDate.of(2025, 12, 29), 3))
                .isEqualTo("2026-01-13");
        assertThat(workingDays.plusWorkingDays(school.id(), LocalDate.of(2026, 4, 30), 5))
                .isEqualTo("2026-05-08");
    }

    @Test
    void countsALongTermDayByDay() {
        var from = LocalDate.of(2025, 6, 1);
        var expected = from;
        for (var left = 200; left > 0; ) {
            expected = expected.plusDays(1);
            if (workingDays.isWorkingDay(school.id(), expected)) left--;
        }
        assertThat(workingDays.plusWorkingDays(school.id(), from, 200)).isEqualTo(expected);
    }

    @Test
    void countsAYearWithoutCalendarByTheFiveDayWeek() {
        assertThat(workingDays.plusWorkingDays(school.id(), LocalDate.of(2031, 1, 3), 1))
                .isEqualTo("2031-01-06");
    }

    @Test
    void anOfficesDayHoldsForItsSchoolsOnly() {
        var day = LocalDate.of(2026, 9, 7);
        var neighbour = new TestOrganizations(organizations).office();
        asOffice(() -> calendars.put(office.id(), new CalendarDay(day, DayKind.OFF, "День города")));

        assertThat(workingDays.isWorkingDay(school.id(), day)).isFalse();
        assertThat(workingDays.isWorkingDay(neighbour.id(), day)).isTrue();
        asOffice(() -> calendars.remove(office.id(), day));
        assertThat(workingDays.isWorkingDay(school.id(), day)).isTrue();
    }

    @Test
    void anotherOfficeCannotChangeTheCalendar() {
        var day = new CalendarDay(LocalDate.of(2026, 9, 7), DayKind.OFF, "День города");
        var stranger = new TestOrganizations(organizations).office();
        var actor = Actor.person(UUID.randomUUID(), stranger.id(), Set.of(stranger.id()));

        assertThatThrownBy(() -> Acting.as(actor, () -> calendars.put(office.id(), day)))
                .isInstanceOf(DataAccessException.class);
        assertThat(Acting.as(actor, () -> calendars.remove(office.id(), LocalDate.of(2026, 6, 12))))
                .isFalse();
        assertThat(workingDays.isWorkingDay(school.id(), LocalDate.of(2026, 6, 12)))
                .isFalse();
    }

    @Test
    void theDatabaseRefusesADayThatDoesNotDiffer() {
        var sunday = new CalendarDay(LocalDate.of(2026, 9, 6), DayKind.OFF, "Воскресенье");
        assertThatThrownBy(() -> asOffice(() -> calendars.put(office.id(), sunday)))
                .hasMessageContaining("ck_calendar_days_differs");
    }

    @Test
    void aReleaseWithANewYearLeavesBegunYearsAlone() {
        asOffice(() -> calendars.remove(office.id(), LocalDate.of(2027, 11, 4)));
        asOffice(() -> calendars.fill(office.id()));
        assertThat(workingDays.isWorkingDay(school.id(), LocalDate.of(2027, 11, 4)))
                .isTrue();
    }

    @Test
    void saysInTheBasisWhatIsNotChecked() {
        assertThat(calendars.ofYear(office.id(), 2027))
                .isNotEmpty()
                .allSatisfy(day -> assertThat(day.basis()).contains("не учтено, сверить"));
    }

    @Test
    void policyFallsBackToTheDistrictAndThenToTheDefault() {
        assertThat(policies.value(school.id(), KEY)).isEqualTo("1");
        asOffice(() -> policies.set(office.id(), KEY, "2"));
        assertThat(policies.value(school.id(), KEY)).isEqualTo("2");
        asOffice(() -> policies.set(school.id(), KEY, "3"));
        assertThat(policies.value(school.id(), KEY)).isEqualTo("3");
        assertThat(policies.value(office.id(), KEY)).isEqualTo("2");
    }

    @Test
    void policyRefusesUndeclaredKeysAndValues() {
        assertThatThrownBy(() -> policies.value(school.id(), "tests.unknown"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> asOffice(() -> policies.set(school.id(), KEY, "many")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changesAreAudited() {
        asOffice(() -> policies.set(school.id(), KEY, "4"));
        var actions = JdbcClient.create(TestDatabase.shared().administrator())
                .sql("select action from audit.entries where organization_id = ? order by id")
                .param(school.id())
                .query(String.class)
                .list();
        assertThat(actions).containsExactly("organization.organization-registered", "organization.policy-set");
    }

    private void asOffice(Runnable act) {
        Acting.as(Actor.person(UUID.randomUUID(), office.id(), Set.of(office.id(), school.id())), act);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Questions {
        @Bean
        PolicyKey copies() {
            return new PolicyKey(KEY, "1", "[1-9]");
        }
    }
}
