package school.chancery.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.TestClock;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.audit.Audit;
import school.chancery.organization.ClassKind;
import school.chancery.organization.ClassSizes;
import school.chancery.organization.NewClass;
import school.chancery.organization.NewSchoolYear;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.Outcome;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.SchoolYears;
import school.chancery.organization.TestOrganizations;

/** Sizes of classes on 20 September, kept once for all schools; schools of these tests are in Samara, four hours ahead. */
@ChanceryTest
class ReferenceSizesTests {
    private static final Instant NIGHT_AFTER = Instant.parse("2026-09-20T22:12:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 9, 20);

    @Autowired
    private Organizations organizations;

    @Autowired
    private SchoolYears years;

    @Autowired
    private SchoolClasses classes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Audit audit;

    @Autowired
    private ObjectProvider<ClassSizes> enrolments;

    @Autowired
    private TestClock clock;

    private final Map<UUID, Integer> enrolled = new HashMap<>();
    private final List<LocalDate> asked = new ArrayList<>();
    private final Set<UUID> opened = new HashSet<>();
    private Organization school;
    private UUID year;
    private UUID fifth;
    private UUID sixth;

    @BeforeEach
    void open() {
        var made = new TestOrganizations(organizations);
        school = made.school(made.office());
        year = openYear(school, LocalDate.of(2026, 9, 1));
        fifth = openClass(school, year, 5);
        sixth = openClass(school, year, 6);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void theSizesOfThatDayAreKeptInTheNightAfterIt() {
        enrolled.put(fifth, 24);
        takeAt(NIGHT_AFTER);
        assertThat(asked).containsOnly(DAY);
        assertThat(year().referenceOn()).isEqualTo(DAY);
        assertThat(size(fifth)).isEqualTo(24);
        assertThat(size(sixth)).isZero();
        assertThat(audited()).containsOnlyOnce("organization.reference-sizes-taken");
    }

    @Test
    void theEnrolmentsOfThatDayAreCounted() {
        enrol(fifth, "2026-09-01", null);
        enrol(fifth, "2026-09-01", "2026-09-20");
        enrol(fifth, "2026-09-01", "2026-09-19");
        enrol(fifth, "2026-09-21", null);
        clock.set(NIGHT_AFTER);
        new ReferenceSizes(jdbc, transaction, enrolments, audit, clock).take();
        assertThat(size(fifth)).isEqualTo(2);
        assertThat(size(sixth)).isZero();
    }

    @Test
    void laterCorrectionsLeaveTheKeptSizesAlone() {
        enrolled.put(fifth, 24);
        takeAt(NIGHT_AFTER);
        enrolled.put(fifth, 30);
        enrolled.put(sixth, 1);
        takeAt(NIGHT_AFTER.plusSeconds(3600));
        assertThat(size(fifth)).isEqualTo(24);
        assertThat(size(sixth)).isZero();
        assertThat(audited()).containsOnlyOnce("organization.reference-sizes-taken");
    }

    @Test
    void theDayIsOverInTheSchoolsOwnZone() {
        enrolled.put(fifth, 24);
        takeAt(Instant.parse("2026-09-19T22:12:00Z"));
        takeAt(Instant.parse("2026-09-20T19:59:00Z"));
        assertThat(year().referenceOn()).isNull();
        takeAt(Instant.parse("2026-09-20T21:12:00Z"));
        assertThat(year().referenceOn()).isEqualTo(DAY);
    }

    @Test
    void aMissedNightIsMadeUpForButNotByDay() {
        enrolled.put(fifth, 24);
        takeAt(Instant.parse("2026-11-03T09:00:00Z"));
        assertThat(year().referenceOn()).isNull();
        takeAt(Instant.parse("2026-11-03T22:30:00Z"));
        assertThat(year().referenceOn()).isEqualTo(DAY);
        assertThat(asked).containsOnly(DAY);
    }

    @Test
    void aSchoolThatHasNotLoadedItsPupilsYetWaitsForThem() {
        takeAt(NIGHT_AFTER);
        assertThat(year().referenceOn()).isNull();
        assertThat(size(fifth)).isNull();
        enrolled.put(fifth, 24);
        takeAt(Instant.parse("2026-12-01T22:12:00Z"));
        assertThat(size(fifth)).isEqualTo(24);
    }

    @Test
    void allSchoolsAndYearsAreTakenInOneStep() {
        var other = new TestOrganizations(organizations).school(new TestOrganizations(organizations).office());
        var theirs = openYear(other, LocalDate.of(2026, 9, 1));
        var theirFifth = openClass(other, theirs, 5);
        var before = openYear(school, LocalDate.of(2025, 9, 1));
        var fourth = openClass(school, before, 4);
        enrolled.putAll(Map.of(fifth, 24, theirFifth, 19, fourth, 23));
        takeAt(NIGHT_AFTER);
        assertThat(List.of(size(fifth), size(theirFifth), size(fourth))).containsExactly(24, 19, 23);
        assertThat(asked).contains(DAY, LocalDate.of(2025, 9, 20)).doesNotHaveDuplicates();
    }

    @Test
    void aYearThatBeginsAfterTheDayHasNoSuchSizes() {
        var late = new TestOrganizations(organizations).school(new TestOrganizations(organizations).office());
        var theirs = openYear(late, LocalDate.of(2026, 10, 1));
        enrolled.put(openClass(late, theirs, 5), 19);
        takeAt(NIGHT_AFTER.plusSeconds(86_400 * 30));
        var kept = rows().queryForList(
                        "select id from organization.school_years where id = ? and reference_on is null",
                        UUID.class,
                        theirs);
        assertThat(kept).hasSize(1);
    }

    private void takeAt(Instant moment) {
        clock.set(moment);
        var sizes = new StaticListableBeanFactory(Map.of("sizes", (ClassSizes) (asking, day) -> {
            // Other tests leave years behind that are due as well.
            if (!Collections.disjoint(asking, opened)) asked.add(day);
            return enrolled;
        }));
        new ReferenceSizes(jdbc, transaction, sizes.getBeanProvider(ClassSizes.class), audit, clock).take();
    }

    private void enrol(UUID classId, String from, @Nullable String to) {
        rows().update("""
                with person as (insert into people.persons (id, family, given) values (gen_random_uuid(), 'Проверкин', 'Ян')
                        returning id),
                    pupil as (insert into people.pupils (id, organization_id, person_id, admitted_on)
                        select gen_random_uuid(), ?, id, '2026-09-01' from person returning id, person_id)
                insert into students.enrollments (id, organization_id, pupil_id, person_id, school_year_id, year_starts_on,
                    year_ends_on, class_id, class_kind, sequence, from_on, to_on, entry_ground)
                select gen_random_uuid(), y.organization_id, pupil.id, pupil.person_id, y.id, y.starts_on, y.ends_on, ?,
                    'CLASS', 1, ?::date, ?::date, 'FIRST_LOADING'
                from pupil, organization.school_years y where y.id = ?""", school.id(), classId, from, to, year);
    }

    private UUID openYear(Organization keeper, LocalDate startsOn) {
        var endsOn = LocalDate.of(startsOn.getYear() + 1, 8, 31);
        var id = done(in(keeper, () -> years.open(new NewSchoolYear(keeper.id(), startsOn, endsOn))));
        opened.add(id);
        return id;
    }

    private UUID openClass(Organization keeper, UUID schoolYear, int grade) {
        return done(in(
                keeper, () -> classes.open(new NewClass(schoolYear, ClassKind.CLASS, grade, "А", null, null, null))));
    }

    private SchoolYear year() {
        return in(school, () -> years.find(year).orElseThrow());
    }

    private Integer size(UUID classId) {
        return Acting.as(
                Actor.PRODUCT,
                () -> classes.find(classId).map(SchoolClass::referenceSize).orElse(null));
    }

    private List<String> audited() {
        return rows().queryForList(
                        "select action from audit.entries where organization_id = ?", String.class, school.id());
    }

    private static JdbcTemplate rows() {
        return new JdbcTemplate(TestDatabase.shared().owner());
    }

    private static <T> T in(Organization keeper, Supplier<T> act) {
        return Acting.as(Actor.person(UUID.randomUUID(), keeper.id(), Set.of(keeper.id())), act);
    }

    private static UUID done(Outcome outcome) {
        return ((Outcome.Done) outcome).id();
    }
}
