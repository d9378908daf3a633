package school.chancery.workflow.engine;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import school.chancery.audit.Acting;

/**
 * Adapter to the engine's authentication: in whose name the engine acts on this thread. Its checks run only when
 * somebody is set; without, it acts as the product and refuses nothing.
 */
@Component
public class EngineActor {
    private final ObjectProvider<IdentityService> identity;
    private final EngineRights rights;

    EngineActor(ObjectProvider<IdentityService> identity, EngineRights rights) {
        this.identity = identity;
        this.rights = rights;
    }

    /** Groups of the acting person in the active organization; empty for the product and for nobody. */
    public Set<String> groups() {
        var actor = Acting.current();
        if (actor.accountId() == null || actor.organizationId() == null) return Set.of();
        return rights.groups(actor.accountId(), actor.organizationId());
    }

    Set<String> groupsOf(Authentication caller) {
        return caller.getGroupIds() == null ? Set.of() : Set.copyOf(caller.getGroupIds());
    }

    /** As the acting person with the rights of the active organization; as the product when no person acts. */
    public <T> T asActor(Supplier<T> act) {
        return as(authentication(), act);
    }

    /** From here to {@link #end()} the engine acts for the person of this request. */
    void begin() {
        identity.getObject().setAuthentication(authentication());
    }

    void end() {
        identity.getObject().clearAuthentication();
    }

    private @Nullable Authentication authentication() {
        var actor = Acting.current();
        if (actor.accountId() == null || actor.organizationId() == null) return null;
        var groups = List.copyOf(rights.groups(actor.accountId(), actor.organizationId()));
        return new Authentication(actor.accountId().toString(), groups, rights.tenants(actor));
    }

    /** Without the engine's checks: for effects of another organization's case and for scans. */
    public <T> T asProduct(Supplier<T> act) {
        return as(null, act);
    }

    public void asProduct(Runnable act) {
        asProduct(() -> {
            act.run();
            return true;
        });
    }

    @SuppressWarnings("NullAway")
    private <T> T as(@Nullable Authentication who, Supplier<T> act) {
        var service = identity.getObject();
        var before = service.getCurrentAuthentication();
        service.setAuthentication(who);
        try {
            return act.get();
        } finally {
            service.setAuthentication(before);
        }
    }
}
