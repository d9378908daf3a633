package school.chancery.documents;

/**
 * What the module that owns a document says about reading it by its address. Row level security has already let its
 * organization through. A document that nobody allows, and one that somebody forbids, is not there.
 */
public interface DocumentAccess {
    /** Asked for the acting person. */
    Answer mayRead(StoredDocument document);

    enum Answer {
        ALLOWED,
        FORBIDDEN,
        /** Not a document of the module. */
        NOT_MINE
    }
}
