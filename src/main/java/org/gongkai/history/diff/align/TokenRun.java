package org.gongkai.history.diff.align;

import java.util.List;

/**
 * Tokens in a row that share a fate.
 *
 * @param tokens as they stand in the text to which they belong, the newer one if they are in both
 * @param before for equal tokens what they were, one for one
 */
public record TokenRun(Kind kind, List<Token> tokens, List<Token> before) {

    public enum Kind {
        EQUAL,
        DELETED,
        INSERTED,
        /** Deleted here, as it stands again before or behind. */
        MOVED_AWAY,
        /** Inserted here, as it stood before or behind. */
        MOVED_HERE;

        public boolean isOld() {
            return this == DELETED || this == MOVED_AWAY;
        }
    }

    /** Whether a reader sees anything of it. */
    public boolean isSeen() {
        return tokens.stream().anyMatch(Token::isSeen);
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append(token.text()));
        return text.toString();
    }
}
