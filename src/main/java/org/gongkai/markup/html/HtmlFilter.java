package org.gongkai.markup.html;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.html.DroppedHtml.Fate;
import org.gongkai.markup.html.HtmlTokenizer.Token;

/**
 * Removes tags that are not allowed from typed HTML before the sanitizer parses it, so that none of them swallows the
 * text after it, as browsers and the library would do. Only programs go with their content; one that does not end is
 * shown as typed.
 */
public final class HtmlFilter {
    /** The attribute of each tag that an author typed. No author can type it: names of attributes are in ASCII. */
    static final String TYPED = "\ue000";

    private final String html;
    private final HtmlTokenizer tokens;
    /** Receives what is not shown as HTML, and what happens to it. */
    private final BiConsumer<Fate, Token> listener;

    private final StringBuilder out;
    /** What follows the names of tags. */
    private final String mark;
    /** Offset of the next end tag by element; -1 if there are no more. */
    private final Map<String, Integer> nextEnds = new HashMap<>();

    private HtmlFilter(String html, BiConsumer<Fate, Token> listener, String mark) {
        this.html = html;
        this.tokens = new HtmlTokenizer(html);
        this.listener = listener;
        this.mark = mark;
        this.out = new StringBuilder(html.length() + 64);
    }

    /**
     * Filters HTML; disallowed parts are removed or escaped. References to control characters must have been removed:
     * without them a value may end elsewhere.
     *
     * @param isTyped whether all of it was typed, including classes
     */
    public static String filter(String html, boolean isTyped, BiConsumer<Fate, Token> listener) {
        return new HtmlFilter(html, listener, isTyped ? " " + TYPED : "").filter();
    }

    /** Whether the tag that begins a block of HTML does not end in it; then the block is text. */
    public static boolean isEndless(String html) {
        HtmlFilter filter = new HtmlFilter(html, (fate, dropped) -> {}, "");
        Token token = filter.tokens.at(html.indexOf('<'));
        return token == null
                || token.kind() == Token.Kind.ENDLESS
                || token.kind() == Token.Kind.CDATA
                || (HtmlElements.SWALLOWING.contains(token.name()) && filter.contentEnd(token) < 0);
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
                int name = token.start() + 1 + token.name().length();
                out.append('<').append(token.name()).append(mark).append(html, name, token.end());
            }
            case CLOSE -> {
                if (isAllowed) {
                    out.append("</").append(token.name()).append('>');
                } else {
                    listener.accept(Fate.REMOVED, token);
                }
            }
            case CDATA -> show(Fate.SHOWN, token);
            case ENDLESS -> show(Fate.ENDLESS, token);
            case DECLARATION -> {
                // The beginning of a complete page; nothing visible is lost.
                if (!token.name().matches("(?i)<!doctype|<\\?xml")) {
                    listener.accept(Fate.REMOVED_WITH_CONTENT, token);
                }
            }
            case COMMENT -> {}
        }
        return token.end();
    }

    private void show(Fate fate, Token token) {
        listener.accept(fate, token);
        HtmlEscape.text(out, html, token.start(), token.end());
    }

    private int forbidden(Token token) {
        int end = HtmlElements.SWALLOWING.contains(token.name()) ? contentEnd(token) : token.end();
        if (end < 0) {
            show(Fate.SHOWN, token);
            return token.end();
        }
        boolean isProgram = HtmlElements.PROGRAMS.contains(token.name())
                && !html.substring(token.end(), end).isBlank();
        listener.accept(isProgram ? Fate.REMOVED_WITH_CONTENT : Fate.REMOVED, token);
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
