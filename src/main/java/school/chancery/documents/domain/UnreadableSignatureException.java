package school.chancery.documents.domain;

/** The bytes are no CMS structure; never leaves the check. */
class UnreadableSignatureException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableSignatureException(Throwable cause) {
        super(cause);
    }
}
