package org.gongkai.input.attachment;

/** A file goes beyond a limit of {@link ReadingLimits}. */
final class LimitExceeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LimitExceeded() {
        super(null, null, false, false);
    }
}
