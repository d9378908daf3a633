package school.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rules that each migration of each module keeps, read from the catalogue of a migrated database. Each rule is shown to
 * bite on a table made to break it.
 */
class SchemaTests {
    /** Schemas of ours: the engine, the sessions and the migrations' history come from others. */
    private static final String OURS = """
            (select oid, nspname from pg_namespace
             where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'engine', 'session', 'flyway')) ours""";

    private static final String NOT_GUARDED = """
            select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid join %s on ours.oid = c.relnamespace
            where c.relkind in ('r', 'p') and a.attname = 'organization_id' and not a.attisdropped
              and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))""".formatted(OURS);

    private static final String WITHOUT_ZONE = """
            select a.attrelid::regclass || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
              join %s on ours.oid = c.relnamespace
            where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
              and a.atttypid in ('timestamp'::regtype, 'timetz'::regtype)""".formatted(OURS);

    private static final String ODDLY_NAMED = """
            select con.conrelid::regclass || ': ' || con.conname from pg_constraint con join %s on ours.oid = con.connamespace
              join pg_class c on c.oid = con.conrelid
            where con.contype in ('p', 'f', 'u', 'c', 'x')
              and not starts_with(con.conname, left(
                case con.contype when 'p' then 'pk_' when 'f' then 'fk_' when 'c' then 'ck_' else 'uq_' end || c.relname, 63))""".formatted(OURS);

    private static final String OWNED = """
            select c.oid::regclass::text from pg_class c
            where c.relkind in ('r', 'p', 'v', 'm', 'S') and c.relowner = 'chancery_app'::regrole""";

    private static final String CREATABLE = """
            select nspname from pg_namespace
            where not starts_with(nspname, 'pg_temp') and has_schema_privilege('chancery_app', oid, 'create')""";

    private static final String UNREADABLE = """
            select c.oid::regclass::text from pg_class c join %s on ours.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not (has_schema_privilege('chancery_app', ours.oid, 'usage')
              and has_any_column_privilege('chancery_app', c.oid, 'select'))""".formatted(OURS);

    private static JdbcTemplate migrated;

    @BeforeAll
    static void migrate() {
        migrated = new JdbcTemplate(TestDatabase.fresh().administrator());
    }

    @Test
    void everyTableOfAnOrganizationIsGuardedByRowLevelSecurity() {
        assertThat(offenders(NOT_GUARDED)).isEmpty();
    }

    @Test
    void noTimeIsStoredWithoutItsZone() {
        assertThat(offenders(WITHOUT_ZONE)).isEmpty();
    }

    @Test
    void everyConstraintIsNamedAfterItsKindAndTable() {
        assertThat(offenders(ODDLY_NAMED)).isEmpty();
    }

    @Test
    void theProductOwnsNothingAndCreatesNothing() {
        assertThat(offenders(OWNED)).isEmpty();
        assertThat(offenders(CREATABLE)).isEmpty();
    }

    @Test
    void theProductMayReadEachOfItsTables() {
        assertThat(offenders(UNREADABLE)).isEmpty();
    }

    @Test
    void eachRuleBitesOnATableThatBreaksIt() {
        var broken = new JdbcTemplate(TestDatabase.fresh().administrator());
        broken.execute("create schema fixture");
        broken.execute("create table fixture.bare (organization_id uuid primary key, made_at timestamp)");
        broken.execute("create table fixture.unpoliced (organization_id uuid)");
        broken.execute("alter table fixture.unpoliced enable row level security");
        broken.execute("create table fixture.owned (id int)");
        broken.execute("alter table fixture.owned owner to chancery_app");
        broken.execute("grant create on schema fixture to chancery_app");
        assertThat(broken.queryForList(NOT_GUARDED, String.class))
                .containsExactlyInAnyOrder("fixture.bare", "fixture.unpoliced");
        assertThat(broken.queryForList(WITHOUT_ZONE, String.class)).containsExactly("fixture.bare.made_at");
        assertThat(broken.queryForList(ODDLY_NAMED, String.class)).containsExactly("fixture.bare: bare_pkey");
        assertThat(broken.queryForList(OWNED, String.class)).containsExactly("fixture.owned");
        assertThat(broken.queryForList(CREATABLE, String.class)).containsExactly("fixture");
        assertThat(broken.queryForList(UNREADABLE, String.class)).contains("fixture.bare");
    }

    private static List<String> offenders(String rule) {
        return migrated.queryForList(rule, String.class);
    }
}
