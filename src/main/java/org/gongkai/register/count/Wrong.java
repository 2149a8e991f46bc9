package org.gongkai.register.count;

import org.gongkai.site.link.Counts;

/** Ends the reading of a question. */
final class Wrong extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Counts.Mistake mistake;

    Wrong(int offset, String message, String hint) {
        super(message, null, false, false);
        this.mistake = new Counts.Mistake(offset, message, hint);
    }

    Counts.Mistake mistake() {
        return mistake;
    }
}
