package org.gongkai.markup;

import java.util.Locale;
import java.util.Set;

/** The final check of an address before it is written to a page. */
public final class SafeAddress {
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    private SafeAddress() {}

    /** Whether a link to an address is allowed: http, https, mailto, tel, or an address relative to the page. */
    public static boolean isSafe(String address) {
        if (address.isEmpty() || address.charAt(0) == '\\' || address.startsWith("//") || address.startsWith("/\\")) {
            return false;
        }
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            // Browsers remove control characters and outer white space before they parse a scheme.
            if (c < ' ' || c == 0x7f || (c == ' ' && i == 0)) {
                return false;
            }
        }
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == '/' || c == '?' || c == '#') {
                return true;
            }
            if (c == ':') {
                return SCHEMES.contains(address.substring(0, i).toLowerCase(Locale.ROOT));
            }
            boolean mayBeScheme = c < 128 && (Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0);
            if (!mayBeScheme) {
                return true;
            }
        }
        return true;
    }
}
