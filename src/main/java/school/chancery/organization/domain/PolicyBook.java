package school.chancery.organization.domain;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.organization.Policies;
import school.chancery.organization.PolicyKey;

@Service
class PolicyBook implements Policies {
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
        if (!declared(key).allows(value))
            throw new IllegalArgumentException("policy " + key + " does not allow this value");
        jdbc.sql("""
                        insert into organization.policies (organization_id, key, value) values (?, ?, ?)
                        on conflict (organization_id, key) do update set value = excluded.value
                        """).params(organizationId, key, value).update();
        audit.record(AuditEntry.of("organization.policy-set", organizationId, "organization", organizationId)
                .with("key", key)
                .with("value", value));
    }

    private PolicyKey declared(String key) {
        var found = declared.get(key);
        if (found == null) throw new IllegalArgumentException("nobody declared the policy " + key);
        return found;
    }
}
