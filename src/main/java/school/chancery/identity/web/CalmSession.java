package school.chancery.identity.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** A session that knows whether there is anything to store. */
final class CalmSession<S extends Session> implements Session {
    private final S whole;
    private boolean changed;

    CalmSession(S whole, boolean changed) {
        this.whole = whole;
        this.changed = changed;
    }

    S whole() {
        return whole;
    }

    boolean isChanged() {
        return changed;
    }

    void saved() {
        changed = false;
    }

    @Override
    public String getId() {
        return whole.getId();
    }

    @Override
    public String changeSessionId() {
        changed = true;
        return whole.changeSessionId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
        return whole.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return whole.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        changed = true;
        whole.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        changed = true;
        whole.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return whole.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant now) {
        if (now.isBefore(getLastAccessedTime().plus(CalmSessions.TOUCH_EVERY))) return;
        changed = true;
        whole.setLastAccessedTime(now);
    }

    @Override
    public Instant getLastAccessedTime() {
        return whole.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        changed = true;
        whole.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return whole.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return whole.isExpired();
    }
}
