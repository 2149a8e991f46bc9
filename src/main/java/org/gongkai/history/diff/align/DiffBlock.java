package org.gongkai.history.diff.align;

import java.util.List;
import org.gongkai.history.diff.align.TextDiff.TokenRun;
import org.gongkai.history.diff.align.Tokenizer.Token;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * A unit of comparison: a paragraph, a list, an item of one, a table, a row.
 *
 * @param element its element, or null for text directly in an item or a cell
 * @param content the inline nodes of a leaf; empty for others
 * @param first first node in its container, including wrappers that contain nothing else
 * @param last last node in its container
 * @param wrappers the elements between its container and itself, outermost first
 * @param text its text without white space
 * @param firstWords for a row the text of its first cell, which identifies the row; otherwise empty
 */
public record DiffBlock(
        Kind kind,
        Element element,
        List<Node> content,
        Node first,
        Node last,
        List<String> wrappers,
        String text,
        BigramSimilarity bigrams,
        boolean isHeading,
        String firstWords) {

    public enum Kind {
        LEAF,
        CODE,
        LIST,
        /** A definition list, whose members cannot occur in another kind of list. */
        DEFINITIONS,
        TABLE,
        ITEM,
        HEAD_ROW,
        ROW
    }

    /** Longest excerpt that names a moved block. */
    private static final int NAME = 14;

    static DiffBlock of(Kind kind, Element element, List<Node> content, List<String> wrappers) {
        String text =
                kind == Kind.LEAF || kind == Kind.CODE ? PlainWords.text(content) : PlainWords.text(List.of(element));
        Node first = element == null ? content.get(0) : element;
        Node last = element == null ? content.get(content.size() - 1) : element;
        boolean isHeading = element != null && element.normalName().matches("h[1-6]");
        String key = kind == Kind.ROW ? PlainWords.firstWords(element) : "";
        return new DiffBlock(
                kind, element, content, first, last, wrappers, text, BigramSimilarity.of(text), isHeading, key);
    }

    /** Returns the same block in a wrapper that contains nothing else. */
    DiffBlock in(Element box, List<String> around) {
        return new DiffBlock(kind, element, content, box, box, around, text, bigrams, isHeading, firstWords);
    }

    public boolean isLeaf() {
        return kind == Kind.LEAF || kind == Kind.CODE;
    }

    /** Whether this is running text, which an author may split or join. */
    boolean isParagraph() {
        return kind == Kind.LEAF && element != null && element.normalName().equals("p");
    }

    boolean isSame(DiffBlock other) {
        return key().equals(other.key());
    }

    /** Blocks with equal keys show the same text. */
    String key() {
        return kind.name() + (kind == Kind.ITEM ? element.normalName() : isHeading ? "h" : "") + ' ' + text;
    }

    /** Whether the HTML is equal too, including links. */
    boolean isIdentical(DiffBlock other) {
        return html().equals(other.html());
    }

    public List<Token> tokens() {
        return Tokenizer.of(content, kind == Kind.CODE);
    }

    private String html() {
        StringBuilder html = new StringBuilder();
        content.forEach(node -> html.append(node.outerHtml()));
        return html.toString();
    }

    /** Similarity from 0 to 1; 0 for blocks of different kinds. */
    double similarity(DiffBlock other) {
        if (kind != other.kind || (kind == Kind.ITEM && !element.nameIs(other.element.normalName()))) {
            return 0;
        }
        double alike = text.equals(other.text) ? 1 : bigrams.similarity(other.bigrams);
        if (kind == Kind.ROW) {
            return !firstWords.isEmpty() && firstWords.equals(other.firstWords) ? Math.min(1, alike + 0.3) : alike;
        }
        return isHeading == other.isHeading ? alike : alike * 0.8;
    }

    int characters() {
        return PlainWords.count(text);
    }

    /** Returns the first words in quotation marks. */
    String name() {
        String words = isLeaf()
                ? new TokenRun(TokenRun.Kind.EQUAL, tokens(), List.of()).text().strip()
                : element.text();
        int end = words.offsetByCodePoints(0, Math.min(NAME, words.codePointCount(0, words.length())));
        String rest = PlainWords.count(words.substring(end)) > 0 ? "……" : "";
        String first = words.substring(0, end).replaceFirst("[\\s。，；：、！？]+$", "");
        return "“" + first + rest + "”";
    }
}
