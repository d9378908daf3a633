package school.chancery.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.stereotype.Component;

/**
 * Adapter: the engine's people, groups and tenants are the product's own. Only to be read; a session sees the people of
 * its own organizations, since the engine itself checks nothing here. No password is ever checked this way.
 */
@NullUnmarked
class EngineIdentity implements ReadOnlyIdentityProvider {
    private final EngineDirectory directory;

    private EngineIdentity(EngineDirectory directory) {
        this.directory = directory;
    }

    @Override
    public User findUserById(String userId) {
        return createUserQuery(Context.getCommandContext()).userId(userId).singleResult();
    }

    @Override
    public UserQuery createUserQuery() {
        return new Users(executor());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new Users(null);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new UnsupportedOperationException("there is no table of users in the engine");
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public Group findGroupById(String groupId) {
        return createGroupQuery(Context.getCommandContext()).groupId(groupId).singleResult();
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new Groups(executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new Groups(null);
    }

    @Override
    public Tenant findTenantById(String tenantId) {
        return createTenantQuery(Context.getCommandContext()).tenantId(tenantId).singleResult();
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new Tenants(executor());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new Tenants(null);
    }

    @Override
    public void flush() {
        // Nothing is ever changed.
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }

    private static <T> List<T> page(List<T> all, Page page) {
        if (page == null) return all;
        var from = Math.min(page.getFirstResult(), all.size());
        return all.subList(from, Math.min(from + page.getMaxResults(), all.size()));
    }

    private class Users extends UserQueryImpl {
        private static final long serialVersionUID = 1L;

        Users(CommandExecutor executor) {
            super(executor);
        }

        @Override
        public long executeCount(CommandContext context) {
            return directory.users(this).size();
        }

        @Override
        public List<User> executeList(CommandContext context, Page page) {
            return page(directory.users(this), page);
        }
    }

    private class Groups extends GroupQueryImpl {
        private static final long serialVersionUID = 1L;

        Groups(CommandExecutor executor) {
            super(executor);
        }

        @Override
        public long executeCount(CommandContext context) {
            return directory.groups(this).size();
        }

        @Override
        public List<Group> executeList(CommandContext context, Page page) {
            return page(directory.groups(this), page);
        }
    }

    private class Tenants extends TenantQueryImpl {
        private static final long serialVersionUID = 1L;

        Tenants(CommandExecutor executor) {
            super(executor);
        }

        @Override
        public long executeCount(CommandContext context) {
            return directory.tenants(this).size();
        }

        @Override
        public List<Tenant> executeList(CommandContext context, Page page) {
            return page(directory.tenants(this), page);
        }
    }

    /** Makes one provider per command of the engine. */
    @Component
    static class Sessions implements SessionFactory {
        private final EngineDirectory directory;

        Sessions(EngineDirectory directory) {
            this.directory = directory;
        }

        @Override
        public Class<?> getSessionType() {
            return ReadOnlyIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new EngineIdentity(directory);
        }
    }
}
