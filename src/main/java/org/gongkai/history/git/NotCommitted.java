package org.gongkai.history.git;

/** Thrown if a revision or a file does not exist in the repository. The message is in Chinese, for users. */
public final class NotCommitted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotCommitted(String message) {
        super(message);
    }
}
