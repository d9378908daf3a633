package school.chancery.platform.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was submitted, version by version; never changed. */
@Service
@Transactional
public class ApplicationVersions {
    private final JdbcClient jdbc;

    ApplicationVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The version that counts; empty while nothing was submitted. */
    @Transactional(readOnly = true)
    public Optional<ApplicationData> latest(UUID applicationId) {
        return jdbc.sql(
                        "select * from platform.application_versions where application_id = :id order by number desc limit 1")
                .param("id", applicationId)
                .query(ApplicationVersions::data)
                .optional();
    }

    void add(ApplicationView application, int number, ApplicationData data, UUID by, Instant at) {
        jdbc.sql("""
                        insert into platform.application_versions (application_id, number, organization_id, full_name,
                            short_name, inn, ogrn, address, head, email, phone, site, contact_name, contact_email,
                            contact_phone, prepared_by, prepared_at)
                        values (:id, :number, :organization, :fullName, :shortName, :inn, :ogrn, :address, :head, :email,
                            :phone, :site, :contactName, :contactEmail, :contactPhone, :by, :at)
                        """)
                .param("id", application.id())
                .param("number", number)
                .param("organization", application.organizationId())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .params(data.parameters())
                .update();
    }

    private static ApplicationData data(ResultSet row, int index) throws SQLException {
        return new ApplicationData(
                row.getString("full_name"),
                row.getString("short_name"),
                row.getString("inn"),
                row.getString("ogrn"),
                row.getString("address"),
                row.getString("head"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("site"),
                row.getString("contact_name"),
                row.getString("contact_email"),
                row.getString("contact_phone"));
    }
}
