package org.gongkai.feature.jbake.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns bare web addresses into links, without the Chinese text after them that JBake's Markdown includes. */
final class BareAddresses {

    private static final String HAN = "[\\p{IsHan}\\u3000-\\u303F\\uFF00-\\uFFEF]";

    /** Matches an address with Chinese characters, which are probably the following text. */
    static final String CHINESE = "(?s).*" + HAN + ".*";

    private static final Pattern ANY_HAN = Pattern.compile(HAN);
    private static final Pattern PIECE =
            Pattern.compile("<(/?)(\\w+)[^>]*>|https?://[^\\s<>\"'\\p{IsHan}\\u3000-\\u303F\\uFF00-\\uFFEF]+");
    private static final Pattern CLOSED = Pattern.compile("a|code|pre", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAIL = Pattern.compile("(?<![.,:;!?)*_])(?:[.,:;!?)*_]|&(?:gt|quot|lt);)++$");

    private BareAddresses() {}

    /**
     * Returns the HTML with links; HTML without Chinese is returned unchanged.
     *
     * @param html HTML of our own writers, in which every less-than sign begins a tag
     */
    static String linked(String html) {
        if (!html.contains("://") || !ANY_HAN.matcher(html).find()) {
            return html;
        }
        StringBuilder out = new StringBuilder(html.length() + 200);
        Matcher piece = PIECE.matcher(html);
        int at = 0;
        int closed = 0;
        while (piece.find()) {
            out.append(html, at, piece.start());
            at = piece.end();
            if (piece.group(2) != null) {
                if (CLOSED.matcher(piece.group(2)).matches()) {
                    closed += piece.group(1).isEmpty() ? 1 : -1;
                }
                out.append(piece.group());
            } else if (closed > 0) {
                out.append(piece.group());
            } else {
                Matcher tail = TAIL.matcher(piece.group());
                String address = tail.find() ? piece.group().substring(0, tail.start()) : piece.group();
                out.append("<a href=\"")
                        .append(address)
                        .append("\">")
                        .append(address)
                        .append("</a>");
                out.append(piece.group(), address.length(), piece.group().length());
            }
        }
        return out.append(html, at, html.length()).toString();
    }
}
