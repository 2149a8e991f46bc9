package org.gongkai.history.versions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.history.git.GitRepository;
import org.gongkai.input.source.TextDecoder;

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
    private final Memory memory;
    private final Map<String, List<String>> found = new ConcurrentHashMap<>();
    private final TextDecoder decoder = new TextDecoder();

    /** A cache of the results by blob. */
    public interface Memory {

        /** Caches nothing. */
        Memory NONE = new Memory() {
            @Override
            public Optional<List<String>> find(String blob) {
                return Optional.empty();
            }

            @Override
            public void keep(String blob, List<String> names) {}
        };

        /** Returns the cached result of a blob; empty if there is none. */
        Optional<List<String>> find(String blob);

        /** Stores the result of a blob. */
        void keep(String blob, List<String> names);
    }

    /**
     * @param memory safe for use by multiple threads
     */
    public NamedFiles(GitRepository repository, Memory memory) {
        this.repository = repository;
        this.memory = memory;
    }

    /** Returns the possible file names in a blob. */
    List<String> in(String blob) {
        return found.computeIfAbsent(blob, unread -> memory.find(unread).orElseGet(() -> {
            List<String> names = names(text(unread));
            memory.keep(unread, names);
            return names;
        }));
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

    private static String decoded(String text) {
        Matcher escapes = Pattern.compile("(?:%[0-9A-Fa-f]{2})+").matcher(text);
        return escapes.replaceAll(
                escape -> Matcher.quoteReplacement(URLDecoder.decode(escape.group(), StandardCharsets.UTF_8)));
    }

    private String text(String blob) {
        try {
            return decoder.decode(blob, repository.blob(blob), problem -> {}).orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
