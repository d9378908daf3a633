package school.chancery.demo;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the invented people into the register, table by table. */
@Component
@Profile("demo")
class RegisterLoader {
    private static final String PERSON =
            "insert into people.persons (id, family, given, patronymic, born_on, sex, email, phone) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String STAFF = """
            insert into people.staff
                (id, organization_id, person_id, position, category, education, management_experience, hired_on)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String SUBJECT =
            "insert into people.teaching_subjects (staff_id, organization_id, subject) values (?, ?, ?)";
    private static final String PUPIL =
            "insert into people.pupils (id, organization_id, person_id, admitted_on) values (?, ?, ?, ?)";
    private static final String ENROLLMENT = """
            insert into students.enrollments (id, organization_id, pupil_id, person_id, school_year_id, year_starts_on,
                year_ends_on, class_id, class_kind, sequence, from_on, entry_ground)
            select gen_random_uuid(), p.organization_id, p.id, p.person_id, y.id, y.starts_on, y.ends_on, c.id, c.kind, 1,
                greatest(p.admitted_on, y.starts_on), 'FIRST_LOADING'
            from people.pupils p
                join organization.school_years y on y.organization_id = p.organization_id
                join organization.classes c on c.school_year_id = y.id
            where p.id = ? and c.label = ?""";
    private static final String GUARDIAN =
            "insert into people.guardians (pupil_id, person_id, organization_id, kinship) values (?, ?, ?, ?)";
    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;

    RegisterLoader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param ids of the organizations, by code */
    void load(DemoDistrict district, Map<String, UUID> ids) {
        insert(PERSON, district.persons().stream().map(RegisterLoader::person));
        insert(STAFF, district.employees().stream().map(employee -> staff(employee, ids)));
        insert(SUBJECT, district.employees().stream().flatMap(employee -> subjects(employee, ids)));
        insert(PUPIL, district.pupils().stream().map(pupil -> pupil(pupil, ids)));
        insert(ENROLLMENT, district.pupils().stream().map(pupil ->
                new Object[] {pupil.id(), pupil.group().label()}));
        insert(GUARDIAN, district.pupils().stream().flatMap(pupil -> guardians(pupil, ids)));
    }

    private void insert(String sql, Stream<Object[]> rows) {
        Collection<Object[]> all = rows.toList();
        jdbc.batchUpdate(sql, all, BATCH, (statement, row) -> {
            for (var column = 0; column < row.length; column++) statement.setObject(column + 1, row[column]);
        });
    }

    private static Object[] person(DemoPerson person) {
        var name = person.name();
        return new Object[] {
            person.id(),
            name.family(),
            name.given(),
            name.patronymic(),
            person.bornOn(),
            person.sex().name(),
            person.email(),
            person.phone()
        };
    }

    private static Object[] staff(Employee employee, Map<String, UUID> ids) {
        var post = employee.post();
        return new Object[] {
            employee.id(),
            ids.get(post.organization()),
            employee.person().id(),
            post.position(),
            post.category().name(),
            post.education().name(),
            post.managementExperience(),
            employee.hiredOn()
        };
    }

    private static Stream<Object[]> subjects(Employee employee, Map<String, UUID> ids) {
        var post = employee.post();
        return post.subjects().stream()
                .map(subject -> new Object[] {employee.id(), ids.get(post.organization()), subject});
    }

    private static Object[] pupil(Pupil pupil, Map<String, UUID> ids) {
        var group = pupil.group();
        return new Object[] {
            pupil.id(), ids.get(group.organization()), pupil.person().id(), pupil.admittedOn()
        };
    }

    private static Stream<Object[]> guardians(Pupil pupil, Map<String, UUID> ids) {
        return pupil.family().guardians().stream().map(guardian -> new Object[] {
            pupil.id(),
            guardian.person().id(),
            ids.get(pupil.group().organization()),
            guardian.kinship().name()
        });
    }
}
