package org.gongkai.markup.html;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.gongkai.markup.HtmlEscape;
import org.jsoup.parser.Parser;

/**
 * Removes tags that are not allowed from typed HTML before the sanitizer parses it, so that none of them swallows the
 * text after it, as browsers and the library would do. A tag that would swallow text and does not end in its block is
 * shown as typed. The remaining tags are written in one unambiguous form.
 */
public final class HtmlFilter {

    /** Receives what is not shown as HTML. */
    public interface Listener {
        /**
         * @param fate what happened to it
         * @param what name of the element, the beginning of other markup, or a character reference
         * @param offset offset in the HTML
         */
        void dropped(DroppedHtml.Fate fate, String what, int offset);
    }

    private final String html;
    private final HtmlTokenizer tokens;
    private final Listener listener;
    private final StringBuilder out;
    /** Whether all of it was typed, including classes. */
    private final boolean isTyped;
    /** Offset of the next end tag by element; -1 if there are no more. */
    private final Map<String, Integer> nextEnds = new HashMap<>();
    /** Offsets of end tags whose start tag was found. */
    private final Set<Integer> ends = new HashSet<>();
    /** Name of the open paragraph or cell, or empty. */
    private String piece = "";

    private HtmlFilter(String html, Listener listener, boolean isTyped) {
        this.html = html;
        this.tokens = new HtmlTokenizer(html);
        this.listener = listener;
        this.isTyped = isTyped;
        this.out = new StringBuilder(html.length() + 64);
    }

    /** Filters HTML that an author typed; disallowed parts are removed or escaped. */
    public static String filterTyped(String html, Listener listener) {
        return filter(html, listener, true);
    }

    /** Filters HTML that was partly generated; disallowed parts are removed or escaped. */
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

    /** Whether the tag that begins a block of HTML does not end in it; then the block is text. */
    public static boolean isEndless(String html) {
        int start = html.indexOf('<');
        if (start < 0) {
            return false;
        }
        HtmlFilter filter = new HtmlFilter(html, (fate, what, offset) -> {}, true);
        HtmlTokenizer.Token token = filter.tokens.at(start);
        return token == null
                || token.kind() == HtmlTokenizer.Token.Kind.ENDLESS
                || (HtmlElements.swallows(token.name()) && !token.closesItself() && filter.end(token) < 0);
    }

    private String filter() {
        int at = 0;
        for (int sign = html.indexOf('<'); sign >= 0; sign = html.indexOf('<', at)) {
            out.append(html, at, sign);
            HtmlTokenizer.Token token = tokens.at(sign);
            if (token == null) {
                out.append("&lt;");
                at = sign + 1;
            } else {
                at = write(token);
            }
        }
        return out.append(html, at, html.length()).toString();
    }

    /** Writes a token and returns the offset after it. */
    private int write(HtmlTokenizer.Token token) {
        switch (token.kind()) {
            case OPEN -> {
                return HtmlElements.ALLOWED.contains(token.name()) ? allowed(token) : forbidden(token);
            }
            case CLOSE -> close(token);
            case CDATA -> {
                report(DroppedHtml.Fate.SHOWN, token);
                HtmlEscape.text(out, html, token.start(), token.end());
            }
            case DECLARATION -> report(DroppedHtml.Fate.REMOVED_WITH_CONTENT, token);
            case ENDLESS -> {
                report(DroppedHtml.Fate.ENDLESS, token);
                HtmlEscape.text(out, html, token.start(), token.end());
            }
            case COMMENT -> {}
        }
        return token.end();
    }

    private int allowed(HtmlTokenizer.Token token) {
        piece = HtmlElements.containsRunningText(token.name()) ? token.name() : piece;
        out.append('<').append(token.name());
        for (int i = 0; i < token.attributes().size(); i += 2) {
            out.append(' ').append(token.attributes().get(i)).append("=\"");
            String value = token.attributes().get(i + 1);
            boolean isRenamed = isTyped && token.attributes().get(i).equalsIgnoreCase("class");
            // Character references are retained, except in class names, where they could represent spaces.
            out.append((isRenamed
                                    ? HtmlEscape.escape(AuthorClasses.renamed(Parser.unescapeEntities(value, true)))
                                    : value)
                            .replace("\"", "&quot;")
                            .replace("<", "&lt;")
                            .replace(">", "&gt;"))
                    .append('"');
        }
        out.append('>');
        return token.end();
    }

    private int forbidden(HtmlTokenizer.Token token) {
        String name = token.name();
        int end = HtmlElements.swallows(name) && !token.closesItself() ? end(token) : token.end();
        if (end < 0) {
            report(DroppedHtml.Fate.SHOWN, token);
            HtmlEscape.text(out, html, token.start(), token.end());
            return token.end();
        }
        ends.add(end);
        boolean isCode = HtmlElements.CODE.contains(name)
                && !html.substring(token.end(), end).isBlank();
        report(isCode ? DroppedHtml.Fate.REMOVED_WITH_CONTENT : DroppedHtml.Fate.REMOVED, token);
        if (HtmlElements.LITERAL.contains(name)) {
            String content = html.substring(token.end(), end);
            boolean hasEntities = name.equals("title") || name.equals("textarea");
            out.append(hasEntities ? content.replace("<", "&lt;") : HtmlEscape.escape(content));
        }
        return isCode || HtmlElements.LITERAL.contains(name) ? end : token.end();
    }

    private void close(HtmlTokenizer.Token token) {
        if (HtmlElements.ALLOWED.contains(token.name())) {
            piece = HtmlElements.containsRunningText(token.name()) ? "" : piece;
            out.append("</").append(token.name()).append('>');
        } else if (!ends.contains(token.start())) {
            boolean isShown = HtmlElements.swallows(token.name());
            report(isShown ? DroppedHtml.Fate.SHOWN : DroppedHtml.Fate.REMOVED, token);
            if (isShown) {
                HtmlEscape.text(out, html, token.start(), token.end());
            }
        }
    }

    /** Returns the offset of the end tag of an element, or -1 if it does not end in its block. */
    private int end(HtmlTokenizer.Token token) {
        String name = token.name();
        int end = nextEnds.getOrDefault(name, 0);
        if (end >= 0 && (end < token.end() || ends.contains(end))) {
            end = tag("</", name, Math.max(token.end(), end + 1));
            nextEnds.put(name, end);
        }
        if (end < 0 && name.equals("head")) {
            // Its end tag is optional.
            end = tag("<", "body", token.end());
        }
        return end >= 0 && isInPiece(token.end(), end) ? end : -1;
    }

    /** Whether a range of HTML does not extend beyond the paragraph or cell in which it begins. */
    private boolean isInPiece(int from, int to) {
        if (piece.isEmpty()) {
            return true;
        }
        int depth = 0;
        Matcher tags = HtmlElements.tags("</?+", piece).matcher(html);
        for (int at = from; depth >= 0 && tags.find(at) && tags.start() < to; at = tags.end()) {
            depth += html.charAt(tags.start() + 1) == '/' ? -1 : 1;
        }
        return depth >= 0;
    }

    private int tag(String begin, String name, int from) {
        Matcher tag = HtmlElements.tags(begin, name).matcher(html);
        return tag.find(Math.min(from, html.length())) ? tag.start() : -1;
    }

    private void report(DroppedHtml.Fate fate, HtmlTokenizer.Token token) {
        listener.dropped(fate, token.name(), token.start());
    }
}
