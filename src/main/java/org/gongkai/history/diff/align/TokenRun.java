package org.gongkai.history.diff.align;

import java.util.List;

/**
 * A sequence of tokens that are equal, inserted, deleted or moved together.
 *
 * @param tokens the tokens as in the text to which they belong, the newer one if they are in both
 * @param before for equal tokens their counterparts in the older text, one for one
 */
public record TokenRun(Kind kind, List<Token> tokens, List<Token> before) {

    public enum Kind {
        EQUAL,
        DELETED,
        INSERTED,
        /** Moved away from here within the passage. */
        MOVED_AWAY,
        /** Moved here within the passage. */
        MOVED_HERE;

        public boolean isOld() {
            return this == DELETED || this == MOVED_AWAY;
        }
    }

    /** Whether it is visible. */
    public boolean isSeen() {
        return tokens.stream().anyMatch(Token::isSeen);
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append(token.text()));
        return text.toString();
    }
}
