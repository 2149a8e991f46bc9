package org.gongkai.input.attachment;

/** Thrown if a file exceeds one of the {@link ReadingLimits}. */
final class LimitExceeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LimitExceeded() {
        super(null, null, false, false);
    }
}
