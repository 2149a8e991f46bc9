package org.gongkai.publish.release.ledger;

/** A user named a release or a key that does not exist; the message in Chinese says which, and suggests others. */
public final class UnknownRelease extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownRelease(String message) {
        super(message);
    }
}
