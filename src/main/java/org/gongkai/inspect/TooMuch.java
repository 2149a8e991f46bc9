package org.gongkai.inspect;

/** A file goes beyond a limit of {@link Limits}. */
final class TooMuch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooMuch() {
        super(null, null, false, false);
    }
}
