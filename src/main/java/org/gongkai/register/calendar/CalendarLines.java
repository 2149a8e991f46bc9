package org.gongkai.register.calendar;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lines of a calendar (RFC 5545, section 3.1). Names and values are those of one property each. */
final class CalendarLines {

    /** Octets of a line without its end. */
    private static final int LONGEST = 75;

    private static final Pattern WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+", Pattern.DOTALL);
    private static final String NOT_IN_ADDRESSES = "\"<>\\^`{|}";

    private final StringBuilder out = new StringBuilder();

    /** Adds a value that has no characters to be escaped. */
    void add(String name, String value) {
        String line = name + ":" + value;
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            int needed = octets(c);
            if (octets + needed > LONGEST) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(c);
            octets += needed;
            i += Character.charCount(c);
        }
        out.append("\r\n");
    }

    /** Adds a text, unless it is empty. */
    void addText(String name, String text) {
        String value = escaped(text);
        if (!value.isEmpty()) {
            add(name, value);
        }
    }

    /** Adds several texts as one property, unless there are none. */
    void addTexts(String name, List<String> texts) {
        String value = texts.stream()
                .map(CalendarLines::escaped)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(","));
        if (!value.isEmpty()) {
            add(name, value);
        }
    }

    /** Adds an address, unless it has no scheme. Characters that addresses must not contain are percent-encoded. */
    void addAddress(String name, String address) {
        if (WITH_SCHEME.matcher(address).matches()) {
            add(name, encoded(address));
        }
    }

    private static int octets(int c) {
        if (c < 0x80) {
            return 1;
        }
        if (c < 0x800) {
            return 2;
        }
        return Character.isBmpCodePoint(c) ? 3 : 4;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.strip().replace("\r\n", "\n").codePoints().forEach(c -> {
            switch (c) {
                case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(c);
                case '\n', '\r', '\u2028', '\u2029' -> escaped.append("\\n");
                default -> {
                    if (c == '\t' || isCharacter(c)) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static String encoded(String address) {
        StringBuilder encoded = new StringBuilder(address.length() + 16);
        address.codePoints().filter(CalendarLines::isCharacter).forEach(c -> {
            if (c > ' ' && c < 0x7f && NOT_IN_ADDRESSES.indexOf(c) < 0) {
                encoded.appendCodePoint(c);
            } else {
                for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append(String.format(Locale.ROOT, "%%%02X", octet));
                }
            }
        });
        return encoded.toString();
    }

    /** Whether something is neither a control character nor half a character. */
    private static boolean isCharacter(int c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
