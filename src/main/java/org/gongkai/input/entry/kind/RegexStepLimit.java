package org.gongkai.input.entry.kind;

/** A character sequence that limits the number of accesses, to stop patterns with catastrophic backtracking. */
final class RegexStepLimit implements CharSequence {

    /** Maximum number of accesses; ordinary patterns access each character a few dozen times. */
    private static final int MAX_READS = 1_000_000;

    private final CharSequence text;
    private int reads;

    RegexStepLimit(CharSequence text) {
        this.text = text;
    }

    @Override
    public char charAt(int index) {
        if (++reads > MAX_READS) {
            throw new Lost();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Thrown if the limit is exceeded. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost() {
            super(null, null, false, false);
        }
    }
}
