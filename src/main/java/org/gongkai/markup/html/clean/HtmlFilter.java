package org.gongkai.markup.html.clean;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gongkai.markup.HtmlEscape;
import org.owasp.html.Encoding;

/**
 * Takes out of typed HTML the tags that may not stand in a page before the allow-list sees them, so that none of them
 * swallows what follows, as browsers and the library have it. What would swallow text and does not end in its block is
 * shown as it was typed. The rest comes out in one plain form that nobody reads in two ways.
 */
public final class HtmlFilter {

    /** Is told what is not shown as HTML. */
    public interface Listener {
        /**
         * @param fate what became of it
         * @param what name of the element; of what is none how it begins; a reference to a character
         * @param offset where it stands in the HTML
         */
        void dropped(DroppedHtml.Fate fate, String what, int offset);
    }

    private final String html;
    private final HtmlTokenizer tokens;
    private final Listener listener;
    private final StringBuilder out;
    /** Whether all of it was typed, classes too. */
    private final boolean isTyped;
    /** Next end tag of each element that was looked for; -1 when there is none any more. */
    private final Map<String, Integer> nextEnds = new HashMap<>();
    /** End tags whose beginning was met. */
    private final Set<Integer> ends = new HashSet<>();
    /** The paragraph or cell that is open, or empty. */
    private String piece = "";

    private HtmlFilter(String html, Listener listener, boolean isTyped) {
        this.html = html;
        this.tokens = new HtmlTokenizer(html);
        this.listener = listener;
        this.isTyped = isTyped;
        this.out = new StringBuilder(html.length() + 64);
    }

    /** The HTML that a writer typed without what may not be shown; where that is text, as text. */
    public static String filterTyped(String html, Listener listener) {
        return filter(html, listener, true);
    }

    /** HTML of which a part was made by a program, without what may not be shown; where that is text, as text. */
    static String filter(String html, Listener listener) {
        return filter(html, listener, false);
    }

    private static String filter(String html, Listener listener, boolean isTyped) {
        int reference = CharacterReferences.next(html, 0);
        for (int at = reference; at >= 0; at = CharacterReferences.next(html, at + 2)) {
            listener.dropped(DroppedHtml.Fate.CONTROL, html.substring(at, CharacterReferences.end(html, at)), at);
        }
        String filtered = html.indexOf('<') < 0 ? html : new HtmlFilter(html, listener, isTyped).filter();
        return reference < 0 ? filtered : CharacterReferences.without(filtered);
    }

    /** Whether what begins a block would not end in it: then the block is a text of another kind. */
    public static boolean isEndless(String html) {
        int start = html.indexOf('<');
        if (start < 0) {
            return false;
        }
        HtmlFilter filter = new HtmlFilter(html, (fate, what, offset) -> {}, true);
        HtmlToken token = filter.tokens.at(start);
        return token == null
                || token.kind() == HtmlToken.Kind.ENDLESS
                || (HtmlElements.swallows(token.name()) && !token.closesItself() && filter.end(token) < 0);
    }

    private String filter() {
        int at = 0;
        for (int sign = html.indexOf('<'); sign >= 0; sign = html.indexOf('<', at)) {
            out.append(html, at, sign);
            HtmlToken token = tokens.at(sign);
            if (token == null) {
                out.append("&lt;");
                at = sign + 1;
            } else {
                at = write(token);
            }
        }
        return out.append(html, at, html.length()).toString();
    }

    /** Writes a token; gives the offset at which reading goes on. */
    private int write(HtmlToken token) {
        switch (token.kind()) {
            case OPEN -> {
                return HtmlElements.ALLOWED.contains(token.name()) ? allowed(token) : forbidden(token);
            }
            case CLOSE -> close(token);
            case CDATA -> {
                tell(DroppedHtml.Fate.SHOWN, token);
                HtmlEscape.text(out, html, token.start(), token.end());
            }
            case DECLARATION -> tell(DroppedHtml.Fate.REMOVED_WITH_CONTENT, token);
            case ENDLESS -> {
                tell(DroppedHtml.Fate.ENDLESS, token);
                HtmlEscape.text(out, html, token.start(), token.end());
            }
            case COMMENT -> {}
        }
        return token.end();
    }

    private int allowed(HtmlToken token) {
        piece = HtmlElements.isPiece(token.name()) ? token.name() : piece;
        out.append('<').append(token.name());
        for (int i = 0; i < token.attributes().size(); i += 2) {
            out.append(' ').append(token.attributes().get(i)).append("=\"");
            String value = token.attributes().get(i + 1);
            boolean isRenamed = isTyped && token.attributes().get(i).equalsIgnoreCase("class");
            // Entities stay: they are typed. In names of classes they could stand for a blank.
            out.append((isRenamed ? HtmlEscape.escape(AuthorClasses.renamed(Encoding.decodeHtml(value, true))) : value)
                            .replace("\"", "&quot;")
                            .replace("<", "&lt;")
                            .replace(">", "&gt;"))
                    .append('"');
        }
        out.append('>');
        return token.end();
    }

    private int forbidden(HtmlToken token) {
        String name = token.name();
        int end = HtmlElements.swallows(name) && !token.closesItself() ? end(token) : token.end();
        if (end < 0) {
            tell(DroppedHtml.Fate.SHOWN, token);
            HtmlEscape.text(out, html, token.start(), token.end());
            return token.end();
        }
        ends.add(end);
        boolean isCode = HtmlElements.CODE.contains(name)
                && !html.substring(token.end(), end).isBlank();
        tell(isCode ? DroppedHtml.Fate.REMOVED_WITH_CONTENT : DroppedHtml.Fate.REMOVED, token);
        if (HtmlElements.LITERAL.contains(name)) {
            String content = html.substring(token.end(), end);
            boolean hasEntities = name.equals("title") || name.equals("textarea");
            out.append(hasEntities ? content.replace("<", "&lt;") : HtmlEscape.escape(content));
        }
        return isCode || HtmlElements.LITERAL.contains(name) ? end : token.end();
    }

    private void close(HtmlToken token) {
        if (HtmlElements.ALLOWED.contains(token.name())) {
            piece = HtmlElements.isPiece(token.name()) ? "" : piece;
            out.append("</").append(token.name()).append('>');
        } else if (!ends.contains(token.start())) {
            boolean isShown = HtmlElements.swallows(token.name());
            tell(isShown ? DroppedHtml.Fate.SHOWN : DroppedHtml.Fate.REMOVED, token);
            if (isShown) {
                HtmlEscape.text(out, html, token.start(), token.end());
            }
        }
    }

    /** Offset of the end tag of an element that ends in its block, or -1. */
    private int end(HtmlToken token) {
        String name = token.name();
        int end = nextEnds.getOrDefault(name, 0);
        if (end >= 0 && (end < token.end() || ends.contains(end))) {
            end = tag("</" + name, Math.max(token.end(), end + 1));
            nextEnds.put(name, end);
        }
        if (end < 0 && name.equals("head")) {
            // Its end may be left out.
            end = tag("<body", token.end());
        }
        return end >= 0 && isInPiece(token.end(), end) ? end : -1;
    }

    /** Whether a stretch of HTML does not go beyond the paragraph or cell in which it begins. */
    private boolean isInPiece(int from, int to) {
        if (piece.isEmpty()) {
            return true;
        }
        int depth = 0;
        for (int at = html.indexOf('<', from); at >= 0 && at < to && depth >= 0; at = html.indexOf('<', at + 1)) {
            depth += isTag("<" + piece, at) ? 1 : 0;
            depth -= isTag("</" + piece, at) ? 1 : 0;
        }
        return depth >= 0;
    }

    private int tag(String begin, int from) {
        int at = html.indexOf('<', from);
        while (at >= 0 && !isTag(begin, at)) {
            at = html.indexOf('<', at + 1);
        }
        return at;
    }

    private boolean isTag(String begin, int at) {
        int end = at + begin.length();
        return html.regionMatches(true, at, begin, 0, begin.length())
                && end < html.length()
                && (html.charAt(end) <= ' ' || html.charAt(end) == '>' || html.charAt(end) == '/');
    }

    private void tell(DroppedHtml.Fate fate, HtmlToken token) {
        listener.dropped(fate, token.name(), token.start());
    }
}
