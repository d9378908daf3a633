package school.chancery.mail;

import java.util.UUID;

/** A mail was accepted by the server, or given up for good. Published in the transaction that records it. */
public record MailSettled(UUID mailId, UUID organizationId, String key, boolean sent) {}
