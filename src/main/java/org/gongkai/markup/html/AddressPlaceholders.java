package org.gongkai.markup.html;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.text.Characters;

/**
 * Placeholders for resolved addresses in a body with typed HTML while it is sanitized, so that an address already
 * resolved is distinguishable from a typed one. A forged placeholder yields an address of the same body, which is safe.
 */
public final class AddressPlaceholders {
    private static final char OPEN = '\ue000';
    private static final char CLOSE = '\ue001';

    private final List<String> addresses = new ArrayList<>();

    public String mark(String address) {
        addresses.add(address);
        return OPEN + Integer.toString(addresses.size() - 1) + CLOSE;
    }

    /** Returns the address of a placeholder, or {@code null} if the value is none. */
    String addressOf(String value) {
        int last = value.length() - 1;
        if (last < 2 || last > 8 || value.charAt(0) != OPEN || value.charAt(last) != CLOSE) {
            return null;
        }
        if (Characters.end(value, 1, Characters::isDigit) != last) {
            return null;
        }
        int index = Integer.parseInt(value, 1, last, 10);
        return index < addresses.size() ? addresses.get(index) : null;
    }

    /** Returns the HTML with every placeholder replaced by its address. */
    public String restore(StringBuilder html) {
        int open = html.indexOf(String.valueOf(OPEN));
        if (open < 0) {
            return html.toString();
        }
        StringBuilder out = new StringBuilder(html.length());
        int from = 0;
        while (open >= 0) {
            int close = html.indexOf(String.valueOf(CLOSE), open);
            String address = close < 0 ? null : addressOf(html.substring(open, close + 1));
            out.append(html, from, open);
            from = address == null ? open + 1 : close + 1;
            HtmlEscape.text(out, address == null ? String.valueOf(OPEN) : address);
            open = html.indexOf(String.valueOf(OPEN), from);
        }
        return out.append(html, from, html.length()).toString();
    }
}
