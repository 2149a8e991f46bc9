package org.gongkai.release;

/** What was asked for would do harm, or the store is not as it was left; nothing was changed. The message is Chinese. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refused(String message) {
        super(message);
    }
}
