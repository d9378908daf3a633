package school.chancery.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import school.chancery.demo.Rows.Cells;
import school.chancery.organization.OrganizationType;

/** Gives each school its running year with classes, terms and subjects; before the people, who refer to them. */
@Component
@Profile("demo")
class SchoolLoader {
    private static final String YEAR =
            "insert into organization.school_years (id, organization_id, starts_on, ends_on) values (?, ?, ?, ?)";
    private static final String CLASS = """
            insert into organization.classes (id, organization_id, school_year_id, kind, grade, letter, label, capacity)
            select gen_random_uuid(), organization_id, id, ?, ?, ?, ?, 28 from organization.school_years
            where organization_id = ?""";
    private static final String TERM = """
            insert into organization.terms (id, organization_id, school_year_id, year_starts_on, year_ends_on, scheme,
                number, grade_from, grade_to, starts_on, ends_on)
            select gen_random_uuid(), organization_id, id, starts_on, ends_on, ?, ?, ?, ?, ?, ?
            from organization.school_years where organization_id = ?""";
    private static final String SUBJECT = """
            insert into organization.subjects (id, organization_id, code, name, short_name)
            values (gen_random_uuid(), ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;

    SchoolLoader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param ids of the organizations, by code */
    void load(DemoDistrict district, Map<String, UUID> ids) {
        var start = district.yearStart();
        var end = start.plusYears(1).minusDays(1);
        write(YEAR, schools(district).map(code -> new Object[] {UUID.randomUUID(), ids.get(code), start, end}));
        write(CLASS, district.groups().stream().map(group -> schoolClass(group, ids)));
        write(TERM, terms(start, ids.get(Groups.SCHOOL)));
        write(SUBJECT, schools(district).flatMap(code -> subjects(district, code, ids.get(code))));
    }

    private void write(String sql, Stream<Object[]> rows) {
        jdbc.batchUpdate(sql, rows.toList());
    }

    private static Stream<String> schools(DemoDistrict district) {
        return district.organizations().stream()
                .filter(organization -> organization.entry().type() != OrganizationType.DISTRICT_OFFICE)
                .map(DemoOrganization::code);
    }

    private static Object[] schoolClass(Group group, Map<String, UUID> ids) {
        return new Object[] {
            group.kind().name(), group.grade(), group.letter(), group.label(), ids.get(group.organization())
        };
    }

    // Quarters up to the ninth grade, half-years above, with the usual holidays between them.
    private static Stream<Object[]> terms(LocalDate start, UUID school) {
        var next = start.getYear() + 1;
        var autumn = LocalDate.of(start.getYear(), 10, 25);
        var december = LocalDate.of(start.getYear(), 12, 28);
        var january = LocalDate.of(next, 1, 11);
        var may = LocalDate.of(next, 5, 26);
        var quarters = List.of(
                List.of(start, autumn),
                List.of(autumn.plusDays(10), december),
                List.of(january, LocalDate.of(next, 3, 24)),
                List.of(LocalDate.of(next, 4, 2), may));
        var halves = List.of(List.of(start, december), List.of(january, may));
        return Stream.concat(plan("QUARTER", 1, 9, quarters, school), plan("HALF_YEAR", 10, 11, halves, school));
    }

    private static Stream<Object[]> plan(String scheme, int from, int to, List<List<LocalDate>> dates, UUID school) {
        return IntStream.range(0, dates.size()).mapToObj(at -> new Object[] {
            scheme, at + 1, from, to, dates.get(at).get(0), dates.get(at).get(1), school
        });
    }

    // The school teaches everything; the others what their posts name.
    private static Stream<Object[]> subjects(DemoDistrict district, String code, UUID id) {
        var named = district.employeesOf(code)
                .flatMap(employee -> employee.post().subjects().stream())
                .toList();
        return Rows.at("organization/subjects.csv", Cells::cells).stream()
                .filter(subject -> code.equals(Groups.SCHOOL) || named.contains(subject[0]))
                .map(subject -> new Object[] {id, subject[0], subject[1], subject[2]});
    }
}
