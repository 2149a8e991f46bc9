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
 * Finds what a committed text may name as files, wherever it does: in its header, in links, as what it includes. Each is the
 * rest of a line up to an ending of a file, in lower case: only who knows the files can tell where their names begin. Safe for
 * many threads.
 */
public final class NamedFiles {

    /** An ending holds a letter, so that no number is one. */
    private static final Pattern ENDING = Pattern.compile("\\.(?=[0-9]*[a-z])[a-z0-9]{1,8}(?![a-z0-9])");

    private static final Pattern NO_PATH = Pattern.compile("[\\p{Cntrl}\"<>|*?]");
    private static final int LONGEST = 120;

    private final GitRepository repository;
    private final Memory memory;
    private final Map<String, List<String>> found = new ConcurrentHashMap<>();
    private final TextDecoder decoder = new TextDecoder();

    /** What was found in texts before. */
    public interface Memory {

        /** Nothing is remembered. */
        Memory NONE = new Memory() {
            @Override
            public Optional<List<String>> find(String blob) {
                return Optional.empty();
            }

            @Override
            public void keep(String blob, List<String> names) {}
        };

        /** What was found in a text; empty if that is not known. */
        Optional<List<String>> find(String blob);

        /** Remembers what was found in a text. */
        void keep(String blob, List<String> names);
    }

    /** @param memory must be safe for many threads */
    public NamedFiles(GitRepository repository, Memory memory) {
        this.repository = repository;
        this.memory = memory;
    }

    /** What a text may name as files. */
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

    /** A name in the form in which names are compared. */
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
