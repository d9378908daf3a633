package school.chancery.platform.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.Organizations;

/** What the head and the platform decided on an application, and in what words; never changed. */
@Service
@Transactional
public class ApplicationDecisions {
    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final Clock clock;

    ApplicationDecisions(JdbcClient jdbc, Organizations organizations, Clock clock) {
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.clock = clock;
    }

    public enum Decision {
        APPROVED,
        SENT_BACK,
        REGISTERED,
        RETURNED,
        REFUSED
    }

    /** @param on the day of the decision: the platform's answer may be recorded later than it was given */
    public record Entry(Decision decision, @Nullable String words, LocalDate on, int version) {}

    @Transactional(readOnly = true)
    public List<Entry> of(UUID applicationId) {
        return jdbc.sql("""
                        select decision, words, decided_on, version_number from platform.application_decisions
                        where application_id = :id order by recorded_at, id
                        """)
                .param("id", applicationId)
                .query((row, i) -> new Entry(
                        Decision.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getInt(4)))
                .list();
    }

    /** Why the application lies with the administrator again; empty for a first draft. */
    @Transactional(readOnly = true)
    public Optional<Entry> latest(UUID applicationId) {
        var entries = of(applicationId);
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    void add(ApplicationView application, Decision decision, @Nullable String words, UUID by) {
        add(
                application,
                new Entry(decision, words, organizations.today(application.organizationId()), application.versions()),
                by,
                null);
    }

    void add(ApplicationView application, Entry entry, UUID by, @Nullable UUID receivedMail) {
        jdbc.sql("""
                        insert into platform.application_decisions (id, application_id, organization_id, version_number,
                            decision, words, decided_on, decided_by, recorded_at, received_mail_id)
                        values (:id, :application, :organization, :version, :decision, :words, :on, :by, :at, :mail)
                        """)
                .param("id", UUID.randomUUID())
                .param("application", application.id())
                .param("organization", application.organizationId())
                .param("version", entry.version())
                .param("decision", entry.decision().name())
                .param("words", entry.words())
                .param("on", entry.on())
                .param("by", by)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("mail", receivedMail)
                .update();
    }
}
