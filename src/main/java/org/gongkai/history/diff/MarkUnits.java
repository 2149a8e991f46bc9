package org.gongkai.history.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.history.diff.MarkUnits.Token.Kind;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Cuts the text and the inline elements of a paragraph into the units that are marked whole as inserted or deleted: an
 * amount, a date or a word of letters, otherwise a character; an amount of which one digit is marked would be misread.
 */
public final class MarkUnits {
    private static final Pattern PIECE = Pattern.compile(
            "(?<number>\\d{4}年\\d{1,2}月\\d{1,2}日|\\d{4}年\\d{1,2}月|\\d{1,2}月\\d{1,2}日"
                    + "|\\d+(?:[-.,:/：．]\\d+)*+[%％‰]?|[〇零一二三四五六七八九十百千万亿]{2,})"
                    + "|(?<word>[\\p{L}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]][\\p{L}\\p{M}\\d&&[^\\p{IsHan}]]*)"
                    + "|(?<space>[\\s\\u00a0\\u3000]+)"
                    + "|.\\p{M}*",
            Pattern.DOTALL);

    private final List<Token> tokens = new ArrayList<>();
    private final boolean keepsBlanks;

    private MarkUnits(boolean keepsBlanks) {
        this.keepsBlanks = keepsBlanks;
    }

    public static List<Token> of(String text) {
        MarkUnits units = new MarkUnits(false);
        units.text(text, List.of());
        return units.tokens;
    }

    /**
     * Returns the tokens of inline nodes.
     *
     * @param keepsBlanks whether white space is significant
     */
    static List<Token> of(List<? extends Node> nodes, boolean keepsBlanks) {
        MarkUnits units = new MarkUnits(keepsBlanks);
        units.nodes(nodes, List.of());
        return units.tokens;
    }

    private void nodes(List<? extends Node> nodes, List<Element> path) {
        for (Node node : nodes) {
            if (node instanceof TextNode text) {
                text(text.getWholeText(), path);
            } else if (node instanceof Element element) {
                element(element, path);
            }
        }
    }

    private void element(Element element, List<Element> path) {
        String name = element.normalName();
        if (name.equals("img")) {
            String alt = element.attr("alt");
            atom(
                    element,
                    "〔图" + (alt.isBlank() ? "" : "：" + alt) + "〕",
                    "\0img" + alt + '\0' + element.attr("src"),
                    path);
        } else if (name.equals("input")) {
            atom(element, "〔" + element.attr("aria-label") + "〕", "\0input" + element.hasAttr("checked"), path);
        } else if (isFootnote(element)) {
            // The number depends on the footnotes before it.
            boolean leadsBack = element.normalName().equals("a");
            if (leadsBack) {
                tokens.add(new Token(Kind.SILENT, "", "\0back", path, element));
            } else {
                atom(element, "〔注〕", "\0footnote", path);
            }
        } else if (name.equals("ruby")) {
            atom(element, element.wholeText(), "\0ruby" + element.wholeText(), path);
        } else if (element.childNodeSize() == 0) {
            tokens.add(new Token(Kind.SILENT, "", '\0' + name, path, element));
        } else {
            List<Element> deeper = new ArrayList<>(path);
            deeper.add(element);
            nodes(element.childNodes(), List.copyOf(deeper));
        }
    }

    public static boolean isFootnote(Element element) {
        return element.hasClass("footnote-ref")
                || element.hasClass("footnote-backref")
                || (element.normalName().equals("sup") && element.hasClass("footnote"))
                || (element.normalName().equals("a") && element.attr("href").startsWith("#_footnoteref_"));
    }

    private void atom(Element element, String text, String key, List<Element> path) {
        tokens.add(new Token(Kind.ATOM, text, key, path, element));
    }

    private void text(String text, List<Element> path) {
        Matcher pieces = PIECE.matcher(text);
        while (pieces.find()) {
            String piece = pieces.group();
            if (pieces.start("space") >= 0) {
                tokens.add(new Token(Kind.SPACE, piece, keepsBlanks ? piece : " ", path, null));
            } else {
                tokens.add(new Token(kind(pieces, piece), piece, piece, path, null));
            }
        }
    }

    private static Kind kind(Matcher pieces, String piece) {
        if (pieces.start("number") >= 0) {
            return Kind.NUMBER;
        }
        if (pieces.start("word") >= 0) {
            return Kind.WORD;
        }
        return Character.isLetterOrDigit(piece.codePointAt(0)) ? Kind.HAN : Kind.MARK;
    }

    /**
     * The smallest unit that is marked: a Chinese character, a whole number, date or word, a punctuation mark, a
     * picture.
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

        boolean endsSentence() {
            return kind == Kind.MARK && "。！？；!?;…".contains(text);
        }
    }
}
