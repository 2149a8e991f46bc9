package org.gongkai.history.diff.align;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.history.diff.align.Token.Kind;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Splits text and inline elements into tokens. */
public final class Tokenizer {
    private static final Pattern PIECE = Pattern.compile(
            "(?<number>\\d{4}年\\d{1,2}月\\d{1,2}日|\\d{4}年\\d{1,2}月|\\d{1,2}月\\d{1,2}日"
                    + "|\\d+(?:[-.,:/：．]\\d+)*+[%％‰]?|[〇零一二三四五六七八九十百千万亿]{2,})"
                    + "|(?<word>[\\p{L}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]][\\p{L}\\p{M}\\d&&[^\\p{IsHan}]]*)"
                    + "|(?<space>[\\s\\u00a0\\u3000]+)"
                    + "|.\\p{M}*",
            Pattern.DOTALL);

    private final List<Token> tokens = new ArrayList<>();
    private final boolean keepsBlanks;

    private Tokenizer(boolean keepsBlanks) {
        this.keepsBlanks = keepsBlanks;
    }

    public static List<Token> of(String text) {
        Tokenizer tokenizer = new Tokenizer(false);
        tokenizer.text(text, List.of());
        return tokenizer.tokens;
    }

    /**
     * Returns the tokens of inline nodes.
     *
     * @param keepsBlanks whether white space is significant
     */
    static List<Token> of(List<? extends Node> nodes, boolean keepsBlanks) {
        Tokenizer tokenizer = new Tokenizer(keepsBlanks);
        tokenizer.nodes(nodes, List.of());
        return tokenizer.tokens;
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
}
