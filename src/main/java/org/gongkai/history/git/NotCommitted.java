package org.gongkai.history.git;

/** What was asked for was never committed; the message says what, in Chinese. */
public final class NotCommitted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotCommitted(String message) {
        super(message);
    }
}
