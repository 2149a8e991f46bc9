package org.gongkai.history.diff.align;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * The smallest piece that is marked: a Chinese character, a whole number, date or word, a punctuation mark, a picture.
 *
 * @param text what is read of it
 * @param key tokens with the same key are the same to a reader
 * @param path the inline elements around it, outermost first
 * @param atom the element that it is, or null if it is text
 */
public record Token(Kind kind, String text, String key, List<Element> path, Node atom) {

    public enum Kind {
        HAN(10),
        NUMBER(20),
        WORD(20),
        MARK(4),
        SPACE(1),
        /** An image, a box, the number of a footnote. */
        ATOM(20),
        /** Something without a look, such as an anchor. */
        SILENT(0),
        /** Where a paragraph ended and another began. */
        BREAK(0);

        /** How much it is worth to show it as unchanged. */
        final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    static Token paragraphBreak() {
        return new Token(Kind.BREAK, "", "\0break", List.of(), null);
    }

    /** Whether a reader sees anything of it. */
    public boolean isSeen() {
        return kind != Kind.SPACE && kind != Kind.SILENT && kind != Kind.BREAK;
    }

    int weight() {
        return kind.weight;
    }

    /** Whether a sentence ends with it. */
    boolean endsSentence() {
        return kind == Kind.MARK && "。！？；!?;…".contains(text);
    }
}
