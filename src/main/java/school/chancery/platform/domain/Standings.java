package school.chancery.platform.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The schools of an office at a glance, in one statement. */
@Service
@Transactional(readOnly = true)
public class Standings {
    private static final String STANDINGS = """
            select o.id, o.short_name, p.name as platform, main.granted_on as main_since,
                   (select count(*) from platform.appointments a where a.organization_id = o.id
                        and a.platform_id = p.id and a.kind = 'ADDITIONAL' and a.state = 'ACTIVE') as additional,
                   app.reference, app.state, app.state_since, app.told, coalesce(units.planned, 0) as planned,
                   coalesce(units.created, 0) as created
            from organization.organizations o cross join platform.platforms p
            left join platform.appointments main on main.organization_id = o.id and main.platform_id = p.id
                and main.kind = 'MAIN' and main.state = 'ACTIVE'
            left join lateral (
                select a.id, a.reference, a.state, a.district_told_at is not null and a.state = 'SENT' as told,
                       (coalesce((select max(d.recorded_at) from platform.application_decisions d
                            where d.application_id = a.id), a.opened_at) at time zone o.zone)::date as state_since
                from platform.applications a where a.organization_id = o.id and a.platform_id = p.id
                order by a.opened_at desc limit 1) app on true
            left join lateral (
                select count(*) as planned, count(external_id) as created from platform.structure_units u
                where u.application_id = app.id) units on true
            where o.district_office_id = :office
            """;

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<SchoolStanding> ofSchools(UUID districtOfficeId) {
        return jdbc.sql(STANDINGS + " order by o.short_name, p.name")
                .param("office", districtOfficeId)
                .query(Standings::standing)
                .list();
    }

    /** Those whose platform keeps silent beyond the term. */
    public List<SchoolStanding> unanswered(UUID districtOfficeId) {
        return jdbc.sql(STANDINGS + " and app.told order by app.state_since, o.short_name")
                .param("office", districtOfficeId)
                .query(Standings::standing)
                .list();
    }

    private static SchoolStanding standing(ResultSet row, int index) throws SQLException {
        var state = row.getString("state");
        return new SchoolStanding(
                row.getObject("id", UUID.class),
                row.getString("short_name"),
                row.getString("platform"),
                row.getObject("main_since", LocalDate.class),
                row.getInt("additional"),
                row.getString("reference"),
                state == null ? null : ApplicationState.valueOf(state),
                row.getObject("state_since", LocalDate.class),
                row.getBoolean("told"),
                row.getInt("planned"),
                row.getInt("created"));
    }
}
