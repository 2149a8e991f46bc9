package org.gongkai.input.attachment;

/** Thrown if a file exceeds one of the {@link ReadingLimits}. */
final class LimitExceeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean isOfHeap;

    /** @param isOfHeap whether it would need more memory than it may take */
    LimitExceeded(boolean isOfHeap) {
        super(null, null, false, false);
        this.isOfHeap = isOfHeap;
    }

    boolean isOfHeap() {
        return isOfHeap;
    }
}
