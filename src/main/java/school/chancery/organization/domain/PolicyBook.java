package school.chancery.organization.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.organization.Policies;
import school.chancery.organization.PolicyKey;

/** What the organizations have settled: read for every question, kept by themselves. */
@Service
public class PolicyBook implements Policies {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Map<String, PolicyKey> declared;

    PolicyBook(JdbcClient jdbc, Audit audit, ObjectProvider<PolicyKey> keys) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.declared = keys.stream().collect(Collectors.toUnmodifiableMap(PolicyKey::key, Function.identity()));
    }

    @Override
    public String value(UUID organizationId, String key) {
        return jdbc.sql("""
                        select p.value from organization.organizations o
                        join organization.policies p on p.organization_id in (o.id, o.district_office_id)
                        where o.id = ? and p.key = ? order by p.organization_id = o.id desc limit 1
                        """)
                .params(organizationId, declared(key).key())
                .query(String.class)
                .optional()
                .orElse(declared(key).defaultValue());
    }

    @Override
    @Transactional
    public void set(UUID organizationId, String key, String value) {
        settle(organizationId, key, value, null);
    }

    /**
     * Sets the organization's own value; audited.
     *
     * @param basis the decision or act it rests on; null when the product itself sets it
     * @throws IllegalArgumentException for an undeclared key or a value the key does not allow
     */
    @Transactional
    public void settle(UUID organizationId, String key, String value, @Nullable String basis) {
        if (!declared(key).allows(value))
            throw new IllegalArgumentException("policy " + key + " does not allow this value");
        var before = value(organizationId, key);
        jdbc.sql("""
                        insert into organization.policies (organization_id, key, value, basis) values (?, ?, ?, ?)
                        on conflict (organization_id, key) do update set value = excluded.value, basis = excluded.basis
                        """).params(organizationId, key, value, basis).update();
        record("organization.policy-set", organizationId, key, before, value);
    }

    /** Gives the own value up: the district's holds again, or ours. False when there was none. */
    @Transactional
    public boolean clear(UUID organizationId, String key) {
        var before = value(organizationId, key);
        var cleared = jdbc.sql("delete from organization.policies where organization_id = ? and key = ?")
                .params(organizationId, declared(key).key())
                .update();
        if (cleared > 0) record("organization.policy-cleared", organizationId, key, before, value(organizationId, key));
        return cleared > 0;
    }

    private void record(String action, UUID organizationId, String key, String before, String value) {
        audit.record(AuditEntry.of(action, organizationId, "organization", organizationId)
                .with("key", key)
                .with("before", before)
                .with("value", value));
    }

    /** Every question anybody asks, with the organization's answer; by key. */
    public List<SettledPolicy> all(UUID organizationId) {
        var rows = jdbc.sql("""
                        select p.key, p.value, p.basis, p.organization_id = o.id as own
                        from organization.organizations o
                        join organization.policies p on p.organization_id in (o.id, o.district_office_id)
                        where o.id = ?
                        """)
                .param(organizationId)
                .query(SettledPolicy.Row.class)
                .list();
        return declared.values().stream()
                .sorted(Comparator.comparing(PolicyKey::key))
                .map(key -> SettledPolicy.of(key, rows))
                .toList();
    }

    /** One question with the organization's answer; empty when nobody asks it. */
    public Optional<SettledPolicy> find(UUID organizationId, String key) {
        return all(organizationId).stream()
                .filter(policy -> policy.key().key().equals(key))
                .findFirst();
    }

    private PolicyKey declared(String key) {
        var found = declared.get(key);
        if (found == null) throw new IllegalArgumentException("nobody declared the policy " + key);
        return found;
    }
}
