package org.gongkai.register.count;

/** Ends the reading of a question. */
final class Wrong extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Mistake mistake;

    Wrong(int offset, String message, String hint) {
        super(message, null, false, false);
        this.mistake = new Mistake(offset, message, hint);
    }

    Mistake mistake() {
        return mistake;
    }
}
