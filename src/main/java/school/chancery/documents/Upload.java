package school.chancery.documents;

import java.util.List;
import java.util.UUID;

/** The answer to a file somebody handed in. */
public sealed interface Upload {
    /** @param name with the extension of the true content */
    record Accepted(String name, UploadKind kind, byte[] bytes) implements Upload {
        public NewDocument toDocument(UUID organizationId, boolean frozen) {
            return new NewDocument(organizationId, name, kind.mediaType(), bytes, frozen);
        }
    }

    /**
     * Not taken, with the message for its field.
     *
     * @param arguments of the message; message sources resolve those that are resolvable themselves
     */
    record Refused(String messageKey, List<Object> arguments) implements Upload {
        public Refused {
            arguments = List.copyOf(arguments);
        }
    }
}
