package org.gongkai.feature.register.count;

import org.gongkai.site.link.Counts;

/** Says what is wrong with a question. */
public final class UnreadableCountQuestion extends Exception {

    private final transient Counts.Mistake mistake;

    UnreadableCountQuestion(int offset, String message, String hint) {
        super(message, null, false, false);
        this.mistake = new Counts.Mistake("E166", offset, message, hint);
    }

    Counts.Mistake mistake() {
        return mistake;
    }
}
