package org.gongkai.publish.release;

/** Something was named that the store does not hold; the message says what, and what it does hold, in Chinese. */
public final class UnknownRelease extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownRelease(String message) {
        super(message);
    }
}
