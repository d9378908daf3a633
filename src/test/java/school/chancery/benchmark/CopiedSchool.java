package school.chancery.benchmark;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import school.chancery.exchange.Town;
import school.chancery.organization.Organization;

/**
 * The same pupils by COPY, as somebody would do it who owns the database: the rows of each table are made beforehand, ids,
 * dates, shared parents and all; row level security does not apply. Then the same is asked of them as the product asks.
 */
final class CopiedSchool implements AutoCloseable {
    private static final DateTimeFormatter RUSSIAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final List<String> QUESTIONS = List.of(
            // The same child twice, in the list or beside one whom the school knows.
            """
            select count(*) from (select from people.pupils u join people.persons p on p.id = u.person_id
                where u.organization_id = ? group by p.search_name, p.born_on having count(*) > 1) twins""",
            // More than a class holds.
            """
            select count(*) from (select from students.enrollments e join organization.classes c on c.id = e.class_id
                where e.organization_id = ? group by c.id having count(*) > c.capacity) full_classes""",
            // A parent entered twice.
            """
            select count(*) from (select p.search_name, p.phone from people.persons p
                where p.id in (select person_id from people.guardians where organization_id = ?) and p.phone is not null
                group by 1, 2 having count(*) > 1) parents""",
            // A pupil without a class.
            """
            select count(*) from people.pupils u where u.organization_id = ?
                and not exists (select from students.enrollments e where e.pupil_id = u.id)""");

    private final Connection connection;
    private final UUID school;
    private final StringBuilder persons = new StringBuilder();
    private final StringBuilder pupils = new StringBuilder();
    private final StringBuilder guardians = new StringBuilder();
    private final StringBuilder enrollments = new StringBuilder();
    private final Map<String, UUID> parents = new HashMap<>();

    CopiedSchool(Product product, Organization school, int count, long seed) {
        this.school = school.id();
        var jdbc = new JdbcTemplate(product.database().owner());
        var year = jdbc.queryForMap(
                "select id, starts_on, ends_on from organization.school_years where organization_id = ?", this.school);
        var classes = new HashMap<String, UUID>();
        jdbc.query(
                "select label, id from organization.classes where organization_id = ?",
                row -> {
                    classes.put(row.getString(1), row.getObject(2, UUID.class));
                },
                this.school);
        for (var row : new Town(seed).pupils(count)) add(row, classes.get(row.get(5)), year);
        try {
            connection = product.database().owner().getConnection();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(List<String> row, UUID classId, Map<String, Object> year) {
        var person = UUID.randomUUID();
        var pupil = UUID.randomUUID();
        line(
                persons,
                person,
                row.get(0),
                row.get(1),
                row.get(2),
                LocalDate.parse(row.get(3), RUSSIAN),
                row.get(4).equals("м") ? "MALE" : "FEMALE",
                "\\N");
        line(pupils, pupil, school, person, year.get("starts_on"));
        guardian(pupil, "MOTHER", row.get(6), row.get(7));
        guardian(pupil, "FATHER", row.get(8), row.get(9));
        line(
                enrollments,
                UUID.randomUUID(),
                school,
                pupil,
                person,
                year.get("id"),
                year.get("starts_on"),
                year.get("ends_on"),
                classId,
                "CLASS",
                1,
                year.get("starts_on"),
                "FIRST_LOADING");
    }

    private void guardian(UUID pupil, String kinship, String name, String phone) {
        var person = parents.computeIfAbsent(name + phone, added -> {
            var id = UUID.randomUUID();
            var parts = name.split(" ");
            line(persons, id, parts[0], parts[1], parts[2], "\\N", "\\N", phone);
            return id;
        });
        line(guardians, pupil, person, school, kinship);
    }

    private static void line(StringBuilder table, Object... cells) {
        for (var i = 0; i < cells.length; i++) table.append(i == 0 ? "" : "\t").append(cells[i]);
        table.append('\n');
    }

    void load() {
        try {
            copy("people.persons (id, family, given, patronymic, born_on, sex, phone)", persons);
            copy("people.pupils (id, organization_id, person_id, admitted_on)", pupils);
            copy("people.guardians (pupil_id, person_id, organization_id, kinship)", guardians);
            copy(
                    "students.enrollments (id, organization_id, pupil_id, person_id, school_year_id, year_starts_on, year_ends_on,"
                            + " class_id, class_kind, sequence, from_on, entry_ground)",
                    enrollments);
            for (var question : QUESTIONS) requireNone(question);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void copy(String table, StringBuilder rows) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireNone(String question) throws SQLException {
        try (var asked = connection.prepareStatement(question)) {
            asked.setObject(1, school);
            try (var answer = asked.executeQuery()) {
                answer.next();
                if (answer.getInt(1) != 0) throw new AssertionError(question);
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
