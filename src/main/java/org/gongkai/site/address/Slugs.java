package org.gongkai.site.address;

import com.github.houbb.pinyin.api.impl.Pinyin;
import com.github.houbb.pinyin.api.impl.PinyinContext;
import com.github.houbb.pinyin.support.chinese.PinyinChineses;
import com.github.houbb.pinyin.support.segment.PinyinSegments;
import com.github.houbb.pinyin.support.style.PinyinToneStyles;
import com.github.houbb.pinyin.support.tone.PinyinTones;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CacheWriter;

/** Converts texts to ASCII names for addresses: lower-case letters, digits and single hyphens. */
public final class Slugs {

    private static final int MAX_LENGTH = 80;

    /** Names that Windows reserves, with any extension. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    private static final Pattern SYLLABLE = Pattern.compile("([a-z0-9])[a-z0-9]*-?");

    private final CacheStore cache;

    public Slugs() {
        this(CacheStore.NONE);
    }

    /**
     * @param cache pinyin of Chinese words from earlier builds, so that the dictionary need not be loaded for them
     */
    public Slugs(CacheStore cache) {
        this.cache = cache;
    }

    /** Loads the dictionary in the background if the cache is empty, so that the first Chinese word need not wait. */
    public void warmUp() {
        if (!cache.isEmpty()) {
            return;
        }
        Thread thread = new Thread(() -> ascii("公开"), "pinyin-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

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
        String slug = of(text);
        return slug.equals(text) ? slug : slug + "-" + check(text).substring(0, 6);
    }

    /** Returns the first letter of each syllable of the pinyin of a text, and of each run of letters and digits. */
    public String initials(String text) {
        return SYLLABLE.matcher(ascii(text)).replaceAll("$1");
    }

    /** Retains the pinyin of a text for later builds although this one does not need it. */
    public void retain(String text) {
        cache.find(text);
    }

    /** Saves the pinyin of words for later builds. */
    public void save() {
        cache.save();
    }

    private String ascii(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = text.charAt(i) < 128;
        }
        String readable = plain ? text : pinyin(text);
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

    private String pinyin(String text) {
        Optional<CacheReader> record = cache.find(text);
        if (record.isPresent()) {
            return record.get().text();
        }
        String pinyin = fromDictionary(text);
        cache.put(text, new CacheWriter().text(pinyin).toBytes());
        return pinyin;
    }

    /**
     * Synchronized: the library loads its dictionary on first use, and a second thread would see only a part of it. Its
     * usual entry point would load a second one, from syllables to characters.
     */
    private static String fromDictionary(String text) {
        synchronized (Pinyin.class) {
            return new Pinyin()
                    .toPinyin(
                            text,
                            PinyinContext.newInstance()
                                    .segment(PinyinSegments.defaults())
                                    .chinese(PinyinChineses.defaults())
                                    .tone(PinyinTones.defaults())
                                    .style(PinyinToneStyles.normal())
                                    .connector("-"));
        }
    }

    private static String check(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
