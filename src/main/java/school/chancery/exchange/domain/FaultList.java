package school.chancery.exchange.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was found in a file, by its place there. */
@Service
@Transactional(readOnly = true)
public class FaultList {
    private static final String FAULTS = """
            select row_no, column_code, column_no, severity, reason, arguments from exchange.import_faults
            where import_id = :import order by row_no, column_no nulls first, id""";
    private static final int FETCHED = 500;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate streaming;

    FaultList(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        var template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCHED);
        this.streaming = new NamedParameterJdbcTemplate(template);
    }

    /**
     * @param column code of the kind's column; null = the row as a whole
     * @param position of the file's column from 0; null when the file has no such column
     * @param reason message key
     */
    public record Fault(
            int row,
            @Nullable String column,
            @Nullable Integer position,
            boolean isWarning,
            String reason,
            List<Object> arguments) {
        /** As the person's own program names the column: A, B, … AA. */
        public String letter() {
            if (position == null) return "";
            var letter = String.valueOf((char) ('A' + position % 26));
            return position < 26 ? letter : (char) ('A' + position / 26 - 1) + letter;
        }
    }

    public Page<Fault> page(UUID importId, Pageable page) {
        var found = jdbc.sql(FAULTS + " limit :size offset :start")
                .param("import", importId)
                .param("size", page.getPageSize())
                .param("start", page.getOffset())
                .query(FaultList::read)
                .list();
        var total = jdbc.sql("select count(*) from exchange.import_faults where import_id = :import")
                .param("import", importId)
                .query(Long.class)
                .single();
        return new PageImpl<>(found, page, total);
    }

    /** All of them, without holding them. */
    public void each(UUID importId, Consumer<Fault> reader) {
        try (var faults = streaming.queryForStream(FAULTS, Map.of("import", importId), FaultList::read)) {
            faults.forEach(reader);
        }
    }

    private static Fault read(ResultSet row, int index) throws SQLException {
        return new Fault(
                row.getInt("row_no"),
                row.getString("column_code"),
                row.getObject("column_no", Integer.class),
                row.getString("severity").equals("WARNING"),
                row.getString("reason"),
                List.of((Object[]) row.getArray("arguments").getArray()));
    }
}
