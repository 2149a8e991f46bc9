package org.gongkai.history.versions;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.history.git.GitRepository;

/**
 * Finds the strings in a committed text that may be names of files: in its header, in links and in includes. Each
 * result is the part of a line up to a file extension, in lower case; where the name begins can be decided only with a
 * list of files. Safe for use by multiple threads.
 */
public final class NamedFiles {

    /** A file extension has at least one letter, so that decimals do not match. */
    private static final Pattern ENDING = Pattern.compile("\\.(?=[0-9]*[a-z])[a-z0-9]{1,8}(?![a-z0-9])");

    private static final Pattern NO_PATH = Pattern.compile("[\\p{Cntrl}\"<>|*?]");
    private static final int LONGEST = 120;

    private final GitRepository repository;
    private final CachedRecords<Names> cache;
    private final Map<String, List<String>> found = new ConcurrentHashMap<>();

    /** The names in a text. */
    private record Names(List<String> names) {}

    /**
     * @param cache has the names in committed texts by blob: the text of a blob never changes
     */
    public NamedFiles(GitRepository repository, CacheStore cache) {
        this.repository = repository;
        this.cache = cache.records("names ", Names.class);
    }

    /** Returns the possible file names in a blob. */
    List<String> in(String blob) {
        return found.computeIfAbsent(blob, unread -> cache.of(
                        unread,
                        "text",
                        () -> new Names(names(repository.text(unread).orElse(""))))
                .names());
    }

    static List<String> names(String text) {
        Set<String> found = new LinkedHashSet<>();
        collect(text, found);
        if (text.indexOf('%') >= 0) {
            collect(decoded(text), found);
        }
        return List.copyOf(found);
    }

    private static void collect(String text, Set<String> found) {
        String lower = comparable(text);
        Matcher endings = ENDING.matcher(lower);
        while (endings.find()) {
            String before = lower.substring(Math.max(0, endings.start() - LONGEST), endings.end());
            Matcher noPath = NO_PATH.matcher(before);
            int from = 0;
            while (noPath.find()) {
                from = noPath.end();
            }
            found.add(before.substring(from));
        }
    }

    /** Normalizes a name for comparisons. */
    static String comparable(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Returns a text with what is percent-encoded in it as it is read. */
    public static String decoded(String text) {
        Matcher escapes = Pattern.compile("(?:%[0-9A-Fa-f]{2})+").matcher(text);
        return escapes.replaceAll(
                escape -> Matcher.quoteReplacement(URLDecoder.decode(escape.group(), StandardCharsets.UTF_8)));
    }
}
