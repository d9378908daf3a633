package school.chancery.students;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** School years, classes and children for tests, as the first loading of a school would write them. */
public final class TestClasses {
    private static final AtomicInteger CHILDREN = new AtomicInteger();

    private final JdbcClient rows;
    private final UUID organization;
    private final LocalDate yearStart;
    private final UUID year;

    /** A school with the year that has the day. */
    public TestClasses(JdbcClient rows, UUID organization, LocalDate day) {
        this(rows, organization, day, UUID.randomUUID());
        year(year, yearStart);
    }

    private TestClasses(JdbcClient rows, UUID organization, LocalDate day, UUID year) {
        this.rows = rows;
        this.organization = organization;
        this.year = year;
        var september = LocalDate.of(day.getYear(), 9, 1);
        this.yearStart = day.isBefore(september) ? september.minusYears(1) : september;
    }

    public UUID year() {
        return year;
    }

    public LocalDate yearStart() {
        return yearStart;
    }

    /** The school in its next year. */
    public TestClasses next() {
        var next = new TestClasses(rows, organization, yearStart.plusYears(1), UUID.randomUUID());
        next.year(next.year, next.yearStart);
        return next;
    }

    public UUID open(int grade, String letter, Integer capacity) {
        var id = UUID.randomUUID();
        rows.sql("""
                        insert into organization.classes (id, organization_id, school_year_id, kind, grade, letter, label, capacity)
                        values (?, ?, ?, 'CLASS', ?, ?, ?, ?)
                        """)
                .params(id, organization, year, grade, letter, grade + letter, capacity)
                .update();
        return id;
    }

    public UUID circle(String name) {
        var id = UUID.randomUUID();
        rows.sql("""
                        insert into organization.classes (id, organization_id, school_year_id, kind, label)
                        values (?, ?, ?, 'ASSOCIATION', ?)
                        """).params(id, organization, year, name).update();
        return id;
    }

    /** A person with the family name and a number of their own. */
    public UUID person(String family, LocalDate bornOn) {
        var id = UUID.randomUUID();
        rows.sql("insert into people.persons (id, family, given, patronymic, born_on) values (?, ?, ?, 'Петрович', ?)")
                .params(id, family, "Иван" + letters(CHILDREN.incrementAndGet()), bornOn)
                .update();
        return id;
    }

    public UUID pupil(UUID person) {
        var id = UUID.randomUUID();
        rows.sql("insert into people.pupils (id, organization_id, person_id, admitted_on) values (?, ?, ?, ?)")
                .params(id, organization, person, yearStart)
                .update();
        return id;
    }

    /** In the class from the first day of the year. */
    public UUID pupilIn(UUID schoolClass, String family) {
        var pupil = pupil(person(family, yearStart.minusYears(11)));
        enrol(pupil, schoolClass, yearStart, null, 1);
        return pupil;
    }

    public void enrol(UUID pupil, UUID schoolClass, LocalDate from, LocalDate to, int sequence) {
        rows.sql("""
                        insert into students.enrollments (id, organization_id, pupil_id, person_id, school_year_id,
                            year_starts_on, year_ends_on, class_id, class_kind, sequence, from_on, to_on, entry_ground)
                        select gen_random_uuid(), p.organization_id, p.id, p.person_id, y.id, y.starts_on, y.ends_on, c.id,
                            c.kind, ?, ?, ?, 'FIRST_LOADING'
                        from people.pupils p, organization.classes c join organization.school_years y on y.id = c.school_year_id
                        where p.id = ? and c.id = ?
                        """).params(sequence, from, to, pupil, schoolClass).update();
    }

    /** A parent who may sign. */
    public UUID guardian(UUID pupil, String family, String phone) {
        var id = UUID.randomUUID();
        rows.sql(
                        "insert into people.persons (id, family, given, patronymic, phone) values (?, ?, 'Мария', 'Ивановна', ?)")
                .params(id, family, phone)
                .update();
        rows.sql("""
                        insert into people.guardians (pupil_id, person_id, organization_id, kinship)
                        select id, ?, organization_id, 'MOTHER' from people.pupils where id = ?
                        """).params(id, pupil).update();
        return id;
    }

    private void year(UUID id, LocalDate start) {
        rows.sql("insert into organization.school_years (id, organization_id, starts_on, ends_on) values (?, ?, ?, ?)")
                .params(id, organization, start, start.plusYears(1).minusDays(1))
                .update();
    }

    // Names have no digits.
    private static String letters(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> String.valueOf("абвгдежзик".charAt(digit - '0')))
                .reduce("", String::concat);
    }
}
