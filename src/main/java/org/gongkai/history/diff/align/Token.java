package org.gongkai.history.diff.align;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * The smallest unit that is marked: a Chinese character, a whole number, date or word, a punctuation mark, a picture.
 *
 * @param text its visible text
 * @param key tokens with equal keys look the same
 * @param path the inline elements around it, outermost first
 * @param atom the element that it represents, or null for text
 */
public record Token(Kind kind, String text, String key, List<Element> path, Node atom) {

    public enum Kind {
        HAN(10),
        NUMBER(20),
        WORD(20),
        MARK(4),
        SPACE(1),
        /** An image, a check box or a footnote number. */
        ATOM(20),
        /** Something invisible, such as an anchor. */
        SILENT(0),
        /** A boundary between paragraphs. */
        BREAK(0);

        /** Score for aligning this token as unchanged. */
        final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    static Token paragraphBreak() {
        return new Token(Kind.BREAK, "", "\0break", List.of(), null);
    }

    /** Whether it is visible. */
    public boolean isSeen() {
        return kind != Kind.SPACE && kind != Kind.SILENT && kind != Kind.BREAK;
    }

    int weight() {
        return kind.weight;
    }

    /** Whether it ends a sentence. */
    boolean endsSentence() {
        return kind == Kind.MARK && "。！？；!?;…".contains(text);
    }
}
