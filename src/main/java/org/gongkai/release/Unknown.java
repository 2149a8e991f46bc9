package org.gongkai.release;

/** Something was named that the store does not hold; the message says what, and what it does hold, in Chinese. */
public final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unknown(String message) {
        super(message);
    }
}
