package org.gongkai.problem;

/** What was asked for would do harm, or the store is not as it was left; nothing was changed. The message is Chinese. */
public final class PublicationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PublicationRefused(String message) {
        super(message);
    }
}
