package school.chancery.identity.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import school.chancery.identity.Role;

/** What an account may be now. Read with every request: a role that begins or ends does so at once. */
@Service
public class CurrentRights {
    private static final String SELECT = """
            select a.id as account_id, a.display_name, a.password_issued, o.id as organization_id, o.code, o.short_name, o.zone,
                array_agg(distinct r.role) as roles,
                array(select s.id from organization.organizations s where s.district_office_id = o.id) as schools
            from identity.accounts a
            join identity.v_assignment r on r.account_id = a.id
            join organization.organizations o on o.id = r.organization_id
            where a.id = :account and a.disabled_at is null
                and (cast(:now as timestamptz) at time zone o.zone)::date
                    between r.valid_from and coalesce(r.valid_to, 'infinity')
            """;
    private static final String GROUP = " group by a.id, o.id ";

    private final JdbcClient jdbc;
    private final Clock clock;

    CurrentRights(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty when the account is closed or has no role there now. */
    public Optional<Rights> of(UUID accountId, UUID organizationId) {
        return query(accountId, "and o.id = :organization" + GROUP)
                .param("organization", organizationId)
                .query(CurrentRights::read)
                .optional();
    }

    /** Everywhere, by name of the organization. */
    public List<Rights> everywhere(UUID accountId) {
        return query(accountId, GROUP + "order by o.short_name, o.id")
                .query(CurrentRights::read)
                .list();
    }

    /** Where the account worked last, or else the first; empty without any role. */
    public Optional<Rights> preferred(UUID accountId) {
        return query(
                        accountId,
                        GROUP + "order by o.id = a.last_organization_id desc nulls last, o.short_name, o.id limit 1")
                .query(CurrentRights::read)
                .optional();
    }

    private JdbcClient.StatementSpec query(UUID accountId, String rest) {
        return jdbc.sql(SELECT + rest).param("account", accountId).param("now", OffsetDateTime.now(clock));
    }

    private static Rights read(ResultSet row, int number) throws SQLException {
        return new Rights(
                row.getObject("account_id", UUID.class),
                row.getString("display_name"),
                row.getBoolean("password_issued"),
                row.getObject("organization_id", UUID.class),
                row.getString("code"),
                row.getString("short_name"),
                ZoneId.of(row.getString("zone")),
                values(row.getArray("roles"), name -> Role.valueOf(name.toString())),
                values(row.getArray("schools"), UUID.class::cast));
    }

    private static <T> Set<T> values(Array array, Function<Object, T> read) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(read).collect(Collectors.toUnmodifiableSet());
    }
}
