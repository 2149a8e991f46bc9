package org.gongkai.input.entry.kind;

/** A text that may be looked at so many times and no more: patterns that try every way take forever. */
final class RegexStepLimit implements CharSequence {

    /** An honest pattern looks at each character of a title some dozen times. */
    private static final int LOOKS = 1_000_000;

    private final CharSequence text;
    private int looks;

    RegexStepLimit(CharSequence text) {
        this.text = text;
    }

    @Override
    public char charAt(int index) {
        if (++looks > LOOKS) {
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

    /** It was looked at too often. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost() {
            super(null, null, false, false);
        }
    }
}
