package school.chancery.benchmark;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The same question put by hand in one open session of the database's owner, whom no policy binds, as in psql: no
 * transaction, no rights, no functions, the same index and the same answer.
 */
final class BareSearch implements AutoCloseable {
    private final Connection connection;
    private final UUID school;
    private final LocalDate day;

    BareSearch(Product product, UUID school, LocalDate day) throws SQLException {
        connection = product.database().owner().getConnection();
        this.school = school;
        this.day = day;
    }

    long find(String text, int size) {
        var where = Arrays.stream(text.split(" "))
                .map(word ->
                        " and p.search_code like people.code('%1$s')".formatted("%" + word.replace('ё', 'е') + "%"))
                .collect(Collectors.joining());
        var from =
                " from people.pupils p where p.organization_id = '" + school + "'" + where + " and p.admitted_on <= '"
                        + Date.valueOf(day) + "' and coalesce(p.left_on, 'infinity') >= '" + Date.valueOf(day) + "'";
        try (var statement = connection.createStatement()) {
            var found = 0;
            try (var rows = statement.executeQuery(
                    "select p.*, n.family, n.given, n.patronymic, n.born_on from people.persons n join (select p.* from people.pupils p"
                            + " join (select id from (select p.id, p.search_text" + from
                            + " offset 0) p order by p.search_text collate \"C\", p.id limit " + size
                            + ") f using (id)) p on n.id = p.person_id order by p.search_text collate \"C\", p.id")) {
                while (rows.next()) found++;
            }
            statement
                    .executeQuery("select count(*) from (select" + from + " limit 1000) counted")
                    .close();
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
