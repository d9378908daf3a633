package school.chancery.organization.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.OrganizationDetails;
import school.chancery.organization.Outcome;
import school.chancery.organization.Requisites;

/** An organization's own data, as it keeps them itself after it was taken in. */
@Service
public class OrganizationSettings {
    private final JdbcClient jdbc;
    private final RegisterDesk desk;

    OrganizationSettings(JdbcClient jdbc, RegisterDesk desk) {
        this.jdbc = jdbc;
        this.desk = desk;
    }

    public OrganizationDetails of(UUID organizationId) {
        return jdbc.sql("""
                        select full_name, short_name, locality, inn, ogrn, address, head_title, email, phone, site, version
                        from organization.organizations where id = ?
                        """)
                .param(organizationId)
                .query(OrganizationSettings::read)
                .single();
    }

    /** Stale when somebody changed them since {@code details} were read. Documents made before keep what they say. */
    @Transactional
    public Outcome change(UUID organizationId, OrganizationDetails details) {
        var requisites = details.requisites();
        var changed = jdbc.sql("""
                        update organization.organizations set full_name = ?, short_name = ?, locality = ?, inn = ?, ogrn = ?,
                            address = ?, head_title = ?, email = ?, phone = ?, site = ?, version = version + 1
                        where id = ? and version = ?
                        """)
                .params(
                        details.fullName(),
                        details.shortName(),
                        details.locality(),
                        requisites.inn(),
                        requisites.ogrn(),
                        requisites.address(),
                        requisites.headTitle(),
                        details.email(),
                        details.phone(),
                        details.site(),
                        organizationId,
                        details.version())
                .update();
        if (changed == 0) return new Outcome.Stale();
        Remembered.here().forget();
        desk.record("organization.organization-changed", organizationId, "organization", organizationId);
        return new Outcome.Done(organizationId);
    }

    private static OrganizationDetails read(ResultSet row, int index) throws SQLException {
        return new OrganizationDetails(
                row.getString("full_name"),
                row.getString("short_name"),
                row.getString("locality"),
                new Requisites(
                        row.getString("inn"),
                        row.getString("ogrn"),
                        row.getString("address"),
                        row.getString("head_title")),
                row.getString("email"),
                row.getString("phone"),
                row.getString("site"),
                row.getLong("version"));
    }
}
