package school.chancery.platform.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.organization.Organizations;

/** Each organization's registry of the acts its administrators must know (F006–F008). */
@Service
@Transactional
public class NormativeActs {
    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final Audit audit;

    NormativeActs(JdbcClient jdbc, Organizations organizations, Audit audit) {
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.audit = audit;
    }

    /** All of them, retired ones too; a registry never looked at starts from the common list. */
    public List<NormativeAct> all(UUID organizationId) {
        takeOverCommonActs(organizationId);
        return jdbc.sql(
                        "select * from platform.normative_acts where organization_id = :organization order by place, title")
                .param("organization", organizationId)
                .query(NormativeActs::act)
                .list();
    }

    /** Those in force, to be read. */
    public List<NormativeAct> inForce(UUID organizationId) {
        return all(organizationId).stream()
                .filter(act -> act.retiredOn() == null)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<NormativeAct> find(UUID organizationId, UUID id) {
        return jdbc.sql("select * from platform.normative_acts where id = :id and organization_id = :organization")
                .param("id", id)
                .param("organization", organizationId)
                .query(NormativeActs::act)
                .optional();
    }

    public UUID add(UUID organizationId, ActDraft draft) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into platform.normative_acts
                            (id, organization_id, place, title, number, issued_on, revision, retired_on)
                        values (:id, :organization,
                            (select coalesce(max(place), 0) + 1 from platform.normative_acts where organization_id = :organization),
                            :title, :number, :issued, :revision, :retired)
                        """)
                .param("id", id)
                .param("organization", organizationId)
                .param("title", draft.title())
                .param("number", draft.number())
                .param("issued", draft.issuedOn())
                .param("revision", draft.revision())
                .param("retired", retired(organizationId, draft))
                .update();
        audit.record(AuditEntry.of("platform.act-added", organizationId, "normative-act", id));
        return id;
    }

    /** False when somebody changed it since that version was read. */
    public boolean change(UUID organizationId, UUID id, long version, ActDraft draft) {
        var changed = jdbc.sql("""
                        update platform.normative_acts set version = version + 1, title = :title, number = :number,
                            issued_on = :issued, revision = :revision,
                            retired_on = case when :retired::date is null then null else coalesce(retired_on, :retired) end
                        where id = :id and organization_id = :organization and version = :version
                        """)
                .param("title", draft.title())
                .param("number", draft.number())
                .param("issued", draft.issuedOn())
                .param("revision", draft.revision())
                .param("retired", retired(organizationId, draft))
                .param("id", id)
                .param("organization", organizationId)
                .param("version", version)
                .update();
        if (changed == 0) return false;
        audit.record(AuditEntry.of("platform.act-changed", organizationId, "normative-act", id));
        return true;
    }

    private void takeOverCommonActs(UUID organizationId) {
        jdbc.sql("""
                        insert into platform.normative_acts
                            (organization_id, common_code, place, title, number, issued_on, revision)
                        select :organization, code, place, title, number, issued_on, revision from platform.common_acts
                        where not exists (select from platform.normative_acts a
                            where a.organization_id = :organization and a.common_code = common_acts.code)
                        on conflict do nothing
                        """).param("organization", organizationId).update();
    }

    private @Nullable LocalDate retired(UUID organizationId, ActDraft draft) {
        return draft.retired() ? organizations.today(organizationId) : null;
    }

    private static NormativeAct act(ResultSet row, int index) throws SQLException {
        return new NormativeAct(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getInt("place"),
                row.getString("title"),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("revision"),
                row.getObject("retired_on", LocalDate.class));
    }
}
