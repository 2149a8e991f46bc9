package org.gongkai.site.address;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Converts texts to ASCII names for addresses: lower-case letters, digits and single hyphens. Safe for many threads.
 */
public final class Slugs {

    private static final int MAX_LENGTH = 80;

    /** Names that Windows reserves, with any extension. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    private static final Pattern SYLLABLE = Pattern.compile("([a-z0-9])[a-z0-9]*-?");

    private final Map<String, String> pinyin = new ConcurrentHashMap<>();

    /** Returns the slug of a text; never empty, the same for the same text. */
    public String of(String text) {
        String slug = ascii(text);
        if (slug.isEmpty()) {
            return "x" + check(text);
        }
        if (DEVICE.matcher(slug).matches()) {
            return slug + "-" + check(text);
        }
        return slug.length() <= MAX_LENGTH
                ? slug
                : slug.substring(0, MAX_LENGTH - 9).replaceFirst("-$", "") + "-" + check(text);
    }

    /**
     * Returns the slug of a word whose folder is shared with arbitrary words, such as a tag. 公式 and 公示 sound alike,
     * so what is not plain ASCII gets a checksum instead of an order-dependent number.
     */
    public String distinct(String text) {
        return distinct(text, text);
    }

    /** Returns the same with another text before the checksum, of a word that an address must not spell out. */
    public String distinct(String text, String spelt) {
        String slug = of(spelt);
        return slug.equals(text) ? slug : slug + "-" + check(text).substring(0, 6);
    }

    /** Returns the first letter of each syllable of the pinyin of a text, and of each run of letters and digits. */
    public String initials(String text) {
        return SYLLABLE.matcher(ascii(text)).replaceAll("$1");
    }

    private String ascii(String text) {
        String readable = isAscii(text) ? text : pinyin.computeIfAbsent(text, PinyinDictionary::read);
        StringBuilder slug = new StringBuilder(readable.length());
        for (int i = 0; i < readable.length(); i++) {
            char c = readable.charAt(i);
            if (c == 'ü') {
                c = 'v';
            }
            if (c >= 'A' && c <= 'Z') {
                c = (char) (c + 32);
            }
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                slug.append(c);
            } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        int end = slug.length();
        if (end > 0 && slug.charAt(end - 1) == '-') {
            slug.setLength(end - 1);
        }
        return slug.toString();
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(unit -> unit <= 127);
    }

    private static String check(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
