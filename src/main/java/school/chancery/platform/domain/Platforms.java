package school.chancery.platform.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.organization.OrganizationType;

/** The platforms of the installation. */
@Service
@Transactional(readOnly = true)
public class Platforms {
    private final JdbcClient jdbc;
    private final Audit audit;

    Platforms(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    public List<Platform> all() {
        return jdbc.sql("select * from platform.platforms order by name")
                .query(Platforms::platform)
                .list();
    }

    public Optional<Platform> find(UUID id) {
        return jdbc.sql("select * from platform.platforms where id = :id")
                .param("id", id)
                .query(Platforms::platform)
                .optional();
    }

    /** @throws IllegalArgumentException when there is none: an id from our own tables always has one */
    public Platform require(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("platform " + id));
    }

    /** What a pedagogue of such an organization is called there; empty for the district office. */
    public Optional<String> roleName(UUID platformId, OrganizationType type) {
        return jdbc.sql(
                        "select role_name from platform.platform_roles where platform_id = :id and organization_type = :type")
                .param("id", platformId)
                .param("type", type.name())
                .query(String.class)
                .optional();
    }

    @Transactional
    public void change(Platform platform) {
        jdbc.sql("""
                        update platform.platforms set version = version + 1, name = :name, messenger = :messenger,
                            registration_address = :address, required_fields = :fields::text[]
                        where id = :id
                        """)
                .param("name", platform.name())
                .param("messenger", platform.messenger())
                .param("address", platform.registrationAddress())
                .param("fields", literal(platform.requiredFields()))
                .param("id", platform.id())
                .update();
        audit.record(AuditEntry.of("platform.platform-changed", null, "platform", platform.id()));
    }

    private static String literal(Set<ApplicationField> fields) {
        return fields.stream().map(Enum::name).sorted().collect(Collectors.joining(",", "{", "}"));
    }

    private static Platform platform(ResultSet row, int index) throws SQLException {
        return new Platform(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("messenger"),
                row.getString("registration_address"),
                fields(row.getArray("required_fields")));
    }

    private static Set<ApplicationField> fields(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(ApplicationField::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
