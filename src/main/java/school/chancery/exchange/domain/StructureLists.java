package school.chancery.exchange.domain;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a school consists of, in the columns of its imports: a file made of it can be changed and loaded again. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class StructureLists {
    /** Each is known to the imports by its name in small letters. */
    public enum Kind {
        SUBJECTS("""
                select name, short_name, code from organization.subjects
                where organization_id = :organization and active order by name, id
                """, "name", "short_name", "code"),
        CLASSES("""
                select c.label, c.profile, c.capacity,
                    concat(extract(year from y.starts_on), '/', extract(year from y.ends_on))
                from organization.classes c join organization.school_years y on y.id = c.school_year_id
                where c.organization_id = :organization and c.school_year_id = :year and c.closed_on is null
                order by c.grade nulls last, c.kind desc, c.label, c.id
                """, "label", "profile", "capacity", "school_year"),
        SUBGROUPS("""
                select c.label, s.name, g.name
                from organization.subgroups g join organization.classes c on c.id = g.class_id
                    left join organization.subjects s on s.id = g.subject_id
                where c.organization_id = :organization and c.school_year_id = :year and c.closed_on is null
                order by c.grade nulls last, c.label, s.name nulls first, g.name, g.id
                """, "class_label", "subject", "name");

        private final String rows;
        private final List<String> columns;

        Kind(String rows, String... columns) {
            this.rows = rows;
            this.columns = List.of(columns);
        }

        public String title() {
            return prefix() + ".title";
        }

        /** Message keys, in the order of the cells. */
        public List<String> headings() {
            return columns.stream()
                    .map(column -> prefix() + ".column." + column)
                    .toList();
        }

        private String prefix() {
            return "exchange." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final JdbcClient jdbc;

    StructureLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param yearId of which school year; null for subjects, which have none */
    public void each(Kind kind, UUID organizationId, @Nullable UUID yearId, Consumer<Object[]> reader) {
        try (var rows = jdbc
                .sql(kind.rows)
                .param("organization", organizationId)
                .param("year", yearId)
                .query((row, i) -> {
                    var cells = new Object[kind.columns.size()];
                    for (var at = 0; at < cells.length; at++) cells[at] = row.getObject(at + 1);
                    return cells;
                })
                .stream()) {
            rows.forEach(reader);
        }
    }
}
