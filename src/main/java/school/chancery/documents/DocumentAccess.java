package school.chancery.documents;

/**
 * What the module that owns a document says about reading it by its address. Row level security has already let its
 * organization through; a module whose documents are not for everybody there (a pupil's file) contributes a bean.
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
