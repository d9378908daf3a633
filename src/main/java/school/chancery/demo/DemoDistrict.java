package school.chancery.demo;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything the demo shows, before it is stored: the same for everybody in the same school year. Birthdays move with the
 * year, so that a first class is always of the right age.
 *
 * @param yearStart 1 September of the running school year
 * @param organizations the office first
 */
record DemoDistrict(
        LocalDate yearStart,
        List<DemoOrganization> organizations,
        List<Group> groups,
        List<DemoPerson> persons,
        List<Employee> employees,
        List<Pupil> pupils) {
    /** Raise it whenever another district comes out of the same code. */
    static final int VERSION = 1;

    private static final long SEED = 20_230_901;
    private static final int FIRST_PHONE_AGE = 10;

    static DemoDistrict on(LocalDate today) {
        return of(yearStart(today));
    }

    static LocalDate yearStart(LocalDate today) {
        var september = LocalDate.of(today.getYear(), Month.SEPTEMBER, 1);
        return today.isBefore(september) ? september.minusYears(1) : september;
    }

    private static DemoDistrict of(LocalDate yearStart) {
        var dice = new Dice(SEED);
        var names = new NameBook(dice);
        var census = new Census(dice);
        var organizations = Rows.of("organizations.csv", DemoOrganization::read);
        var groups = Groups.of(yearStart);
        var employees =
                new Staffing(names, census, dice, yearStart).fill(Rows.of("posts.csv", Post::read), labels(groups));
        var families = new Families(names, census, dice, yearStart.minusYears(FIRST_PHONE_AGE));
        var pupils = new Children(families, dice, yearStart).fill(groups);
        return new DemoDistrict(yearStart, organizations, groups, census.persons(), employees, pupils);
    }

    private static List<String> labels(List<Group> groups) {
        return groups.stream()
                .filter(group -> group.grade() != null)
                .map(Group::label)
                .toList();
    }

    Stream<Employee> employeesOf(String organization) {
        return employees.stream()
                .filter(employee -> employee.post().organization().equals(organization));
    }

    Stream<Pupil> pupilsOf(String organization) {
        return pupils.stream().filter(pupil -> pupil.group().organization().equals(organization));
    }
}
