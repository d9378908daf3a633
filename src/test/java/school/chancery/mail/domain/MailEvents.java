package school.chancery.mail.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import school.chancery.mail.MailSettled;
import school.chancery.mail.MailboxOwner;
import school.chancery.mail.ReplyMatched;

/** Hears what the mail module tells, and fails for the organizations it is asked to fail for. */
@org.springframework.context.annotation.Primary
class MailEvents implements MailboxOwner {
    /** Whose the mailbox is in the tests. */
    static final UUID OFFICE = UUID.randomUUID();

    private final List<MailSettled> settled = new CopyOnWriteArrayList<>();
    private final List<ReplyMatched> matched = new CopyOnWriteArrayList<>();
    private final Set<UUID> failing = ConcurrentHashMap.newKeySet();

    @EventListener
    void on(MailSettled event) {
        if (failing.contains(event.organizationId())) throw new IllegalStateException("listener fails");
        settled.add(event);
    }

    @EventListener
    void on(ReplyMatched event) {
        if (failing.contains(event.organizationId())) throw new IllegalStateException("listener fails");
        matched.add(event);
    }

    List<MailSettled> settled(UUID organization) {
        return settled.stream()
                .filter(each -> each.organizationId().equals(organization))
                .toList();
    }

    List<ReplyMatched> matched(UUID organization) {
        return matched.stream()
                .filter(each -> each.organizationId().equals(organization))
                .toList();
    }

    void failFor(UUID organization) {
        failing.add(organization);
    }

    void recover(UUID organization) {
        failing.remove(organization);
    }

    @Override
    public java.util.Optional<UUID> organizationId() {
        return java.util.Optional.of(OFFICE);
    }
}
