package school.chancery.platform.process;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import school.chancery.mail.MailSettled;

/** In the transaction that settles the mail: the fact is stored with it or not at all. */
@Component
class MailSettledListener {
    private final RegisterOrganizationProcess registering;

    MailSettledListener(RegisterOrganizationProcess registering) {
        this.registering = registering;
    }

    @EventListener
    void on(MailSettled settled) {
        registering.mailSettled(settled.mailId(), settled.sent());
    }
}
