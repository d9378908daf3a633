package school.chancery.people.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody often looks for in a list, kept under a name for themselves. */
@Service
@Transactional
public class SavedFilters {
    private static final int MOST = 20;

    private final JdbcClient jdbc;

    SavedFilters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public enum PeopleList {
        STAFF,
        PUPILS
    }

    /** @param query as it stands behind the question mark of the list's address, encoded */
    public record SavedFilter(UUID id, String name, String query) {}

    @Transactional(readOnly = true)
    public List<SavedFilter> of(UUID accountId, UUID organizationId, PeopleList list) {
        return jdbc.sql("select id, name, query from people.saved_filters"
                        + " where account_id = ? and organization_id = ? and list = ? order by name")
                .params(accountId, organizationId, list.name())
                .query(SavedFilter.class)
                .list();
    }

    /** The same name again is the new filter; false when there are too many already. */
    public boolean save(UUID accountId, UUID organizationId, PeopleList list, String name, String query) {
        var present = of(accountId, organizationId, list);
        if (present.size() >= MOST
                && present.stream().noneMatch(filter -> filter.name().equals(name))) return false;
        jdbc.sql("""
                        insert into people.saved_filters (id, organization_id, account_id, list, name, query)
                        values (gen_random_uuid(), ?, ?, ?, ?, ?)
                        on conflict (account_id, organization_id, list, name) do update set query = excluded.query
                        """)
                .params(organizationId, accountId, list.name(), name, query)
                .update();
        return true;
    }

    /** Only one's own. */
    public void remove(UUID accountId, UUID id) {
        jdbc.sql("delete from people.saved_filters where id = ? and account_id = ?")
                .params(id, accountId)
                .update();
    }
}
