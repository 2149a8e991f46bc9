package org.gongkai.write.document;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link within the former site. It stands in a body in the place of the address until it is known which entries the
 * documents of the import have become.
 *
 * @param place where it is in the original, such as 第12行
 * @param typed the address as it was typed
 */
public record FormerLink(String place, String typed) {

    /** Begins what stands in the place of an address. */
    public static final String SCHEME = "gongkai-link:";

    /** The longest text of a link that is looked for. */
    private static final int LONGEST = 5_000;

    private static final Pattern FOUND = Pattern.compile(SCHEME + "([\\w.*+%-]*)/([\\w.*+%-]*)");
    private static final Pattern MARKDOWN_END =
            Pattern.compile(">?(?:\\s+(?:\"[^\"]*\"|'[^']*'|\\([^()]*\\)))?\\s*\\)");
    private static final Pattern HTML_TEXT =
            Pattern.compile("[^<>]*>(.*?)</a>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** What stands in the place of the address. */
    public String address() {
        return SCHEME + URLEncoder.encode(place, StandardCharsets.UTF_8) + "/"
                + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    /**
     * Writes the addresses of links.
     *
     * @param addresses returns the address of a link with a text; empty if only the text is to remain
     */
    public static String resolved(String body, BiFunction<FormerLink, String, String> addresses) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        Matcher found = FOUND.matcher(body);
        while (found.find()) {
            Span span = Span.around(body, found.start(), found.end());
            FormerLink link = new FormerLink(decoded(found.group(1)), decoded(found.group(2)));
            String text = body.substring(span.text, span.textEnd);
            String address = addresses.apply(link, text);
            if (!address.isEmpty() || span.begin < done) {
                out.append(body, done, found.start()).append(address);
                done = found.end();
            } else {
                String shown = text.isBlank() ? link.typed() : text;
                out.append(body, done, span.begin).append(shown);
                done = span.end;
            }
        }
        return out.append(body.substring(done)).toString();
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    /** Where a link and its text begin and end. */
    private record Span(int begin, int text, int textEnd, int end) {

        static Span around(String body, int from, int to) {
            int bracket = body.startsWith("](<", Math.max(0, from - 3)) ? from - 3 : from - 2;
            if (bracket >= 0 && body.startsWith("](", bracket)) {
                int open = opening(body, bracket);
                Matcher end = MARKDOWN_END.matcher(body).region(to, body.length());
                return open >= 0 && end.lookingAt()
                        ? new Span(open, open + 1, bracket, end.end())
                        : new Span(from, from, from, to);
            }
            int tag = body.lastIndexOf('<', from);
            Matcher text = HTML_TEXT.matcher(body).region(to, body.length());
            return text.lookingAt() && tag >= 0
                    ? new Span(tag, text.start(1), text.end(1), text.end())
                    : new Span(from, from, from, to);
        }
    }

    /** The bracket that opens what the bracket at an offset closes; -1 if there is none. */
    public static int opening(String body, int closing) {
        int depth = 0;
        for (int i = closing; i >= Math.max(0, closing - LONGEST); i--) {
            char c = body.charAt(i);
            if (c != '[' && c != ']' || i > 0 && body.charAt(i - 1) == '\\') {
                continue;
            }
            depth += c == ']' ? 1 : -1;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
