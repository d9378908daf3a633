package school.chancery.documents;

import java.util.UUID;

/**
 * A file to keep.
 *
 * @param name as people see it, with extension; not used as a path
 * @param frozen true = the bytes can never change or go (signed originals, registered copies)
 */
public record NewDocument(UUID organizationId, String name, String mediaType, byte[] bytes, boolean frozen) {}
