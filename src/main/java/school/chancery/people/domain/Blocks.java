package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.people.BlockedPersons;

/** Each request blocks for itself, and lifts its own block with its answer. */
@Service
@Transactional
class Blocks implements BlockedPersons {
    private final JdbcClient jdbc;

    Blocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void block(UUID organizationId, UUID personId, UUID requestId, LocalDate from) {
        jdbc.sql("""
                        insert into people.blocks (id, organization_id, person_id, request_id, from_on)
                        values (gen_random_uuid(), ?, ?, ?, ?)
                        """).params(organizationId, personId, requestId, from).update();
    }

    void lift(UUID requestId, LocalDate on) {
        jdbc.sql("update people.blocks set lifted_on = greatest(?, from_on) where request_id = ? and lifted_on is null")
                .params(on, requestId)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isBlocked(UUID organizationId, UUID personId) {
        return !among(organizationId, Set.of(personId)).isEmpty();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<UUID> among(UUID organizationId, Collection<UUID> personIds) {
        return Set.copyOf(jdbc.sql("select distinct person_id from people.blocks where organization_id = ?"
                        + " and person_id = any (?) and lifted_on is null")
                .params(organizationId, personIds.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    @Override
    @Transactional(readOnly = true)
    public int pupils(UUID organizationId) {
        return jdbc.sql("""
                        select count(*) from people.pupils p where p.organization_id = :organization
                            and exists (select from people.blocks b where b.organization_id = :organization
                                and b.person_id = p.person_id and b.lifted_on is null)
                        """)
                .param("organization", organizationId)
                .query(Integer.class)
                .single();
    }
}
