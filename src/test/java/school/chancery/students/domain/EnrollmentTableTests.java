package school.chancery.students.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import school.chancery.TestDatabase;
import school.chancery.students.TestClasses;

/** The same rules once more in the table, which holds them whoever writes. */
class EnrollmentTableTests {
    private static final LocalDate START = LocalDate.of(2026, 9, 1);
    private static JdbcClient owner;
    private static TestClasses school;
    private static TestClasses other;
    private static List<UUID> classes;

    @BeforeContainer
    static void prepare() {
        // One connection for all: a new one for each statement is most of the time of a property.
        owner = JdbcClient.create(new SingleConnectionDataSource(
                DataSourceUtils.getConnection(TestDatabase.fresh().owner()), true));
        var office = organization("office", "DISTRICT_OFFICE", null);
        school = new TestClasses(owner, organization("school-a", "SCHOOL", office), START);
        other = new TestClasses(owner, organization("school-b", "SCHOOL", office), START);
        classes = List.of(school.open(5, "А", 25), school.open(5, "Б", 25), other.open(5, "А", 25));
    }

    /** A stay somebody tries to write. */
    record Try(int place, int from, int length, int sequence) {
        LocalDate fromOn() {
            return START.plusDays(from);
        }

        LocalDate toOn() {
            return length == 0 ? null : fromOn().plusDays(length);
        }
    }

    @Property(tries = 300)
    void whateverIsWrittenNobodyIsInTwoClassesOnOneDay(@ForAll("tries") List<Try> tries) {
        var person = school.person("Тройнов", START.minusYears(11));
        var here = school.pupil(person);
        var there = other.pupil(person);
        var kept = new ArrayList<Try>();
        for (var each : tries) if (write(each, each.place() == 2 ? there : here)) kept.add(each);
        assertThat(kept).isNotEmpty();
        assertThat(owner.sql("""
                        select count(*) from students.enrollments a join students.enrollments b
                            on a.person_id = b.person_id and a.id < b.id and a.days && b.days
                        where a.person_id = ?""").param(person).query(Long.class).single()).isZero();
        assertThat(owner.sql("""
                        select count(*) from (select from students.enrollments where person_id = ?
                            group by pupil_id, school_year_id, sequence having count(*) > 1) twice""").param(person).query(Long.class).single()).isZero();
    }

    @Example
    void aSecondClassOnOneDayIsRefusedAlsoInAnotherSchool() {
        var person = school.person("Двоев", START.minusYears(11));
        school.enrol(school.pupil(person), classes.get(0), START, null, 1);
        refused(() -> other.enrol(other.pupil(person), classes.get(2), START.plusDays(100), null, 1), "one_class");
    }

    @Example
    void aChildMayVisitTwoCirclesButOneOfThemOnce() {
        var pupil = school.pupil(school.person("Кружкова", START.minusYears(11)));
        var chess = school.circle("Шахматы");
        school.enrol(pupil, classes.get(0), START, null, 1);
        school.enrol(pupil, chess, START, null, 2);
        school.enrol(pupil, school.circle("Хор"), START, null, 3);
        refused(() -> school.enrol(pupil, chess, START.plusDays(5), null, 4), "one_place");
    }

    @Example
    void aNumberOfTheYearIsGivenOnce() {
        var pupil = school.pupil(school.person("Счётов", START.minusYears(11)));
        school.enrol(pupil, classes.get(0), START, START.plusDays(10), 1);
        refused(() -> school.enrol(pupil, classes.get(1), START.plusDays(11), null, 1), "sequence");
    }

    @Example
    void aStayOutsideItsYearOrWithItsEndBeforeItsBeginIsRefused() {
        var pupil = school.pupil(school.person("Годов", START.minusYears(11)));
        refused(() -> school.enrol(pupil, classes.get(0), START.minusDays(1), null, 1), "from_on");
        refused(() -> school.enrol(pupil, classes.get(0), START, START.plusYears(1), 1), "to_on");
        refused(() -> school.enrol(pupil, classes.get(0), START.plusDays(1), START, 1), "");
    }

    @Example
    void aClassOfAnotherSchoolIsNone() {
        var pupil = school.pupil(school.person("Чужова", START.minusYears(11)));
        refused(() -> school.enrol(pupil, classes.get(2), START, null, 1), "fk_enrollments");
    }

    @Example
    void whenTheYearIsRescheduledItsEnrolmentsFollow() {
        var school = new TestClasses(
                owner, organization("school-c", "SCHOOL", organization("office-c", "DISTRICT_OFFICE", null)), START);
        var pupil = school.pupilIn(school.open(1, "А", 25), "Летов");
        owner.sql("update organization.school_years set ends_on = ? where id = ?")
                .params(START.plusYears(1).minusDays(60), school.year())
                .update();
        assertThat(owner.sql("select upper(days) from students.enrollments where pupil_id = ?")
                        .param(pupil)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(START.plusYears(1).minusDays(59));
    }

    @Provide
    Arbitrary<List<Try>> tries() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(1, 4))
                .as(Try::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static boolean write(Try each, UUID pupil) {
        try {
            school.enrol(pupil, classes.get(each.place()), each.fromOn(), each.toOn(), each.sequence());
            return true;
        } catch (DataAccessException refused) {
            return false;
        }
    }

    private static void refused(Runnable write, String constraint) {
        assertThatThrownBy(write::run).isInstanceOf(DataAccessException.class).hasMessageContaining(constraint);
    }

    private static UUID organization(String code, String type, UUID office) {
        var id = UUID.randomUUID();
        owner.sql("""
                        insert into organization.organizations (id, code, type, full_name, short_name, locality,
                            district_office_id, zone, head_title)
                        values (?, ?, ?, ?, ?, 'г. Приморск', ?, 'Europe/Moscow', 'Директор')
                        """).params(id, code, type, code, code, office).update();
        return id;
    }
}
