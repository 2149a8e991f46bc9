package org.gongkai.site.address;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CacheWriter;

/** Makes the ASCII names of which addresses consist: lower-case letters, digits and single hyphens. */
public final class Slugs {

    private static final int LONGEST = 80;

    /** Windows has no files of these names, whatever their ending. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    private final CacheStore known;

    public Slugs() {
        this(CacheStore.NONE);
    }

    /**
     * @param known how earlier runs read Chinese words, so that the dictionary need not be loaded for them
     */
    public Slugs(CacheStore known) {
        this.known = known;
    }

    /** Loads the dictionary in the background if it will be needed; the first Chinese word would otherwise wait for it. */
    public void warmUp() {
        if (!known.isEmpty()) {
            return;
        }
        Thread thread = new Thread(() -> ascii("公开"), "pinyin-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    /** The slug of any text; never empty, the same for the same text. */
    public String of(String text) {
        String slug = ascii(text);
        if (slug.isEmpty()) {
            return "x" + check(text);
        }
        if (DEVICE.matcher(slug).matches()) {
            return slug + "-" + check(text);
        }
        return slug.length() <= LONGEST
                ? slug
                : slug.substring(0, LONGEST - 9).replaceFirst("-$", "") + "-" + check(text);
    }

    /**
     * The slug of a word that shares its folder with any other word, such as a tag. 公式 and 公示 sound alike, so what is
     * not plain ASCII gets a check mark of its own instead of an order-dependent number.
     */
    public String distinct(String text) {
        String slug = of(text);
        return slug.equals(text) ? slug : slug + "-" + check(text).substring(0, 6);
    }

    /** Keeps how words were read. */
    public void save() {
        known.save();
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
        Optional<CacheReader> record = known.find(text);
        if (record.isPresent()) {
            return record.get().text();
        }
        String pinyin = fromDictionary(text);
        known.put(text, new CacheWriter().text(pinyin).toBytes());
        return pinyin;
    }

    /** The library loads its dictionary on first use; a second thread would meanwhile see a part of it. */
    private static String fromDictionary(String text) {
        synchronized (PinyinHelper.class) {
            return PinyinHelper.toPinyin(text, PinyinStyleEnum.NORMAL, "-");
        }
    }

    private static String check(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
