package org.gongkai.publish.print;

/** Thrown if there is no browser to print with, or if it does not print. */
public final class BrowserFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what can be done, in Chinese without the full stop */
    BrowserFailure(String message) {
        super(message);
    }
}
