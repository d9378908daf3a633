package school.chancery.documents;

import java.util.Optional;
import java.util.UUID;

/** The files of the installation, byte for byte; each belongs to one organization. */
public interface Documents {
    StoredDocument store(NewDocument document);

    /** Empty when it does not exist or the actor may not see its organization. */
    Optional<StoredDocument> find(UUID id);

    /** @throws IllegalStateException when the bytes no longer have the recorded hash */
    byte[] bytes(UUID id);
}
