package school.chancery.mail;

import java.util.UUID;

/** A reply to the mail with this key came in. Published in the transaction that stores it. */
public record ReplyMatched(UUID receivedId, UUID mailId, UUID organizationId, String key) {}
