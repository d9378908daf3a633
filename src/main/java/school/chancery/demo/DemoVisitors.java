package school.chancery.demo;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;

/** The printed logins as they stand in the database: it may have been filled in another school year. */
@Component
@Profile("demo")
class DemoVisitors {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DemoVisitors(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** In the order of the list of logins; whoever left since then is missing. */
    List<DemoVisitor> listed() {
        return Acting.as(Actor.PRODUCT, () -> transaction.execute(status -> read()));
    }

    private List<DemoVisitor> read() {
        var logins =
                Rows.of("logins.csv", Login::read).stream().map(Login::name).toArray(String[]::new);
        return jdbc.sql("""
                        select a.login, a.display_name as name,
                            string_agg(s.position || ', ' || o.short_name, '; '
                                order by o.id = a.last_organization_id desc) as posts
                        from identity.accounts a
                        join people.staff s on s.person_id = a.person_id and s.dismissed_on is null
                        join organization.organizations o on o.id = s.organization_id
                        where a.demo and a.disabled_at is null and a.login = any (:logins)
                        group by a.id
                        order by array_position(:logins, a.login)
                        """).param("logins", logins).query(DemoVisitor.class).list();
    }
}
