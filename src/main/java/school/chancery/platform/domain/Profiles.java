package school.chancery.platform.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;

/** The organization's data as they stand on each platform (F017). */
@Service
@Transactional
public class Profiles {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Profiles(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param version what a change of it must name */
    public record Profile(ProfileData data, long version) {}

    @Transactional(readOnly = true)
    public Optional<Profile> find(UUID organizationId, UUID platformId) {
        return jdbc.sql(
                        "select * from platform.profiles where organization_id = :organization and platform_id = :platform")
                .param("organization", organizationId)
                .param("platform", platformId)
                .query((row, i) -> new Profile(data(row), row.getLong("version")))
                .optional();
    }

    /** False when somebody changed it since that version was read. */
    public boolean change(UUID organizationId, UUID platformId, long version, ProfileData data, UUID by) {
        var changed = jdbc.sql("""
                        update platform.profiles set version = version + 1, full_name = :fullName,
                            short_name = :shortName, inn = :inn, ogrn = :ogrn, address = :address, head = :head,
                            email = :email, phone = :phone, site = :site, changed_by = :by, changed_at = :at
                        where organization_id = :organization and platform_id = :platform and version = :version
                        """)
                .param("organization", organizationId)
                .param("platform", platformId)
                .param("version", version)
                .param("by", by)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .params(data.parameters())
                .update();
        if (changed == 0) return false;
        audit.record(AuditEntry.of("platform.profile-changed", organizationId, "platform", platformId));
        return true;
    }

    void put(UUID organizationId, UUID platformId, ProfileData data, UUID by) {
        jdbc.sql("""
                        insert into platform.profiles (organization_id, platform_id, version, full_name, short_name, inn,
                            ogrn, address, head, email, phone, site, changed_by, changed_at)
                        values (:organization, :platform, 0, :fullName, :shortName, :inn, :ogrn, :address, :head, :email,
                            :phone, :site, :by, :at)
                        on conflict (organization_id, platform_id) do update set version = profiles.version + 1,
                            full_name = excluded.full_name, short_name = excluded.short_name, inn = excluded.inn,
                            ogrn = excluded.ogrn, address = excluded.address, head = excluded.head,
                            email = excluded.email, phone = excluded.phone, site = excluded.site,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .param("organization", organizationId)
                .param("platform", platformId)
                .param("by", by)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .params(data.parameters())
                .update();
    }

    private static ProfileData data(ResultSet row) throws SQLException {
        return new ProfileData(
                row.getString("full_name"),
                row.getString("short_name"),
                row.getString("inn"),
                row.getString("ogrn"),
                row.getString("address"),
                row.getString("head"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("site"));
    }
}
