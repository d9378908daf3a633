package school.chancery.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcAudit implements Audit {
    // No "returning": whoever writes an entry need not be allowed to read it (a refused sign-in sees nothing).
    private static final String INSERT = """
            insert into audit.entries (occurred_at, account_id, acted_in_id, organization_id, action, subject_kind,
                affected, affected_count, affected_digest, details)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, jsonb_object(?, ?))
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    JdbcAudit(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEntry entry) {
        var actor = Acting.current();
        var affected = entry.affected();
        var details = List.copyOf(entry.details().entrySet());
        jdbc.update(
                INSERT,
                OffsetDateTime.now(clock),
                actor.accountId(),
                actor.organizationId(),
                entry.organizationId(),
                entry.action(),
                entry.subjectKind(),
                affected.toArray(UUID[]::new),
                affected.size(),
                digest(affected),
                details.stream().map(Map.Entry::getKey).toArray(String[]::new),
                details.stream().map(Map.Entry::getValue).toArray(String[]::new));
    }

    private static String digest(List<UUID> affected) {
        var text = affected.stream().map(UUID::toString).collect(Collectors.joining(","));
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
