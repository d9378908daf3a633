package school.chancery.attacks;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Triggers on all tables that tell which rows a request changed; gone again when the test is over. */
final class ChangeLog implements AutoCloseable {
    /** What also a reading or a refused request may write: who read, who tried, whose session lives. */
    private static final String WRITTEN_BY_ANYBODY =
            "table_schema in ('session', 'audit', 'flyway') or table_name = 'sign_in_attempts'";

    private static final String TABLES = """
            select format('%%I.%%I', table_schema, table_name) from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'attacks')
                and not (%s)""".formatted(WRITTEN_BY_ANYBODY);

    private final JdbcTemplate owner;
    private final List<String> tables;

    /** @param organization whose row it is, where the table says so */
    record Change(String table, @Nullable UUID organization) {}

    ChangeLog(DataSource database) {
        owner = new JdbcTemplate(database);
        owner.execute("create schema attacks");
        owner.execute("create table attacks.changes (table_name text, organization uuid)");
        owner.execute("""
                create function attacks.note() returns trigger language plpgsql security definer as $$
                declare changed jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
                begin
                    insert into attacks.changes
                        values (tg_table_schema || '.' || tg_table_name, (changed ->> 'organization_id')::uuid);
                    return null;
                end $$""");
        tables = owner.queryForList(TABLES, String.class);
        tables.forEach(table -> owner.execute("create trigger zz_attacks after insert or update or delete on " + table
                + " for each row execute function attacks.note()"));
    }

    int tables() {
        return tables.size();
    }

    /** What was changed since this was asked last. */
    Set<Change> take() {
        return Set.copyOf(owner.query(
                "with gone as (delete from attacks.changes returning *) select distinct * from gone",
                (row, number) -> new Change(row.getString(1), row.getObject(2, UUID.class))));
    }

    @Override
    public void close() {
        tables.forEach(table -> owner.execute("drop trigger if exists zz_attacks on " + table));
        owner.execute("drop schema attacks cascade");
    }
}
