package org.gongkai.markup.html;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.html.DroppedHtml.Fate;
import org.gongkai.markup.html.HtmlTokenizer.Token;
import org.jsoup.parser.Parser;

/**
 * Removes tags that are not allowed from typed HTML before the sanitizer parses it, so that none of them swallows the
 * text after it, as browsers and the library would do. Only programs go with their content; one that does not end is
 * shown as typed. The remaining tags are written in one unambiguous form.
 */
public final class HtmlFilter {

    /** Receives what is not shown as HTML. */
    public interface Listener {
        /**
         * @param fate what happened to it
         * @param what name of the element, or the beginning of other markup
         * @param offset offset in the HTML
         */
        void dropped(Fate fate, String what, int offset);
    }

    private final String html;
    private final HtmlTokenizer tokens;
    private final Listener listener;
    private final StringBuilder out;
    /** Whether all of it was typed, including classes. */
    private final boolean isTyped;
    /** Offset of the next end tag by element; -1 if there are no more. */
    private final Map<String, Integer> nextEnds = new HashMap<>();

    private HtmlFilter(String html, Listener listener, boolean isTyped) {
        this.html = html;
        this.tokens = new HtmlTokenizer(html);
        this.listener = listener;
        this.isTyped = isTyped;
        this.out = new StringBuilder(html.length() + 64);
    }

    /** Filters HTML that an author typed; disallowed parts are removed or escaped. */
    public static String filterTyped(String html, Listener listener) {
        return html.indexOf('<') < 0 ? html : new HtmlFilter(html, listener, true).filter();
    }

    /** Filters HTML that was partly generated; disallowed parts are removed or escaped. */
    static String filter(String html, Listener listener) {
        return html.indexOf('<') < 0 ? html : new HtmlFilter(html, listener, false).filter();
    }

    /** Whether the tag that begins a block of HTML does not end in it; then the block is text. */
    public static boolean isEndless(String html) {
        int start = html.indexOf('<');
        if (start < 0) {
            return false;
        }
        HtmlFilter filter = new HtmlFilter(html, (fate, what, offset) -> {}, true);
        Token token = filter.tokens.at(start);
        return token == null
                || token.kind() == Token.Kind.ENDLESS
                || (HtmlElements.swallows(token.name()) && filter.contentEnd(token) < 0);
    }

    private String filter() {
        int at = 0;
        for (int sign = html.indexOf('<'); sign >= 0; sign = html.indexOf('<', at)) {
            out.append(html, at, sign);
            Token token = tokens.at(sign);
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
    private int write(Token token) {
        boolean isAllowed = HtmlElements.ALLOWED.contains(token.name());
        switch (token.kind()) {
            case OPEN -> {
                if (!isAllowed) {
                    return forbidden(token);
                }
                open(token);
            }
            case CLOSE -> {
                if (isAllowed) {
                    out.append("</").append(token.name()).append('>');
                } else {
                    listener.dropped(Fate.REMOVED, token.name(), token.start());
                }
            }
            case CDATA -> show(Fate.SHOWN, token);
            case ENDLESS -> show(Fate.ENDLESS, token);
            case DECLARATION -> listener.dropped(Fate.REMOVED_WITH_CONTENT, token.name(), token.start());
            case COMMENT -> {}
        }
        return token.end();
    }

    private void show(Fate fate, Token token) {
        listener.dropped(fate, token.name(), token.start());
        HtmlEscape.text(out, html, token.start(), token.end());
    }

    private void open(Token token) {
        out.append('<').append(token.name());
        for (int i = 0; i < token.attributes().size(); i += 2) {
            String name = token.attributes().get(i);
            String value = token.attributes().get(i + 1);
            if (isTyped) {
                String read = Parser.unescapeEntities(value, true);
                // Character references are retained, except in class names, where they could represent spaces.
                value = name.equals("class") ? HtmlEscape.escape(AuthorClasses.renamed(read)) : value;
                value = read.startsWith(SourceLinks.RESOLVED) ? "" : value;
            }
            out.append(' ').append(name).append("=\"");
            out.append(value.replace("\"", "&quot;").replace("<", "&lt;").replace(">", "&gt;"))
                    .append('"');
        }
        out.append('>');
    }

    private int forbidden(Token token) {
        int end = HtmlElements.swallows(token.name()) ? contentEnd(token) : token.end();
        if (end < 0) {
            show(Fate.SHOWN, token);
            return token.end();
        }
        boolean isProgram = HtmlElements.PROGRAMS.contains(token.name())
                && !html.substring(token.end(), end).isBlank();
        listener.dropped(isProgram ? Fate.REMOVED_WITH_CONTENT : Fate.REMOVED, token.name(), token.start());
        Token close = isProgram ? tokens.at(end) : token;
        return close == null ? end : close.end();
    }

    /** Returns the offset of the end tag of an element, or -1 if it has none. */
    private int contentEnd(Token token) {
        if (html.startsWith("/>", token.end() - 2)) {
            return token.end();
        }
        int end = nextEnds.getOrDefault(token.name(), 0);
        if (end >= 0 && end < token.end()) {
            // The end tag of a head is optional.
            String tags = "</" + token.name() + (token.name().equals("head") ? "|<body" : "");
            Matcher found = HtmlElements.tags("(?:" + tags + ")").matcher(html);
            end = found.find(token.end()) ? found.start() : -1;
            nextEnds.put(token.name(), end);
        }
        return end;
    }
}
