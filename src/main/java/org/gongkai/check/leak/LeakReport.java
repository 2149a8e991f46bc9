package org.gongkai.check.leak;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.check.leak.MultiPatternSearcher.Keyword;
import org.gongkai.io.Digests;

/** The sensitive texts that were found, with the files that contain them. Safe for use by multiple threads. */
final class LeakReport {

    private static final String LINE_END = "<wbr>";

    private final Map<String, List<SensitiveText>> byText = new TreeMap<>();
    private final MultiPatternSearcher<String> searcher;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> copied = new ConcurrentHashMap<>();
    private final Set<String> matching = ConcurrentHashMap.newKeySet();

    /**
     * The files that contain a sensitive text.
     *
     * @param first the first address in alphabetical order
     * @param files the number of files
     */
    record Seen(String first, int files) {

        Seen and(Seen other) {
            return new Seen(first.compareTo(other.first) < 0 ? first : other.first, files + other.files);
        }
    }

    LeakReport(List<SensitiveText> all) {
        // Entries of a series share texts; each text is searched only once.
        all.forEach(sensitive -> byText.computeIfAbsent(sensitive.text(), text -> new ArrayList<>())
                .add(sensitive));
        List<Keyword<String>> texts = new ArrayList<>();
        byText.forEach((text, same) -> {
            boolean exact = same.stream().allMatch(SensitiveText::isExact);
            texts.add(new Keyword<>(text, exact, text));
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            if (!encoded.equals(text)
                    && same.stream().anyMatch(sensitive -> sensitive.kind() != SensitiveText.Kind.WORDS)) {
                texts.add(new Keyword<>(encoded, exact, text));
            }
        });
        searcher = new MultiPatternSearcher<>(texts);
    }

    /** Returns a digest of everything that is searched for. */
    String fingerprint() {
        StringBuilder all = new StringBuilder();
        byText.forEach((text, same) -> {
            all.append(text).append('\n');
            same.forEach(one -> all.append(one.kind()).append(one.isExact()).append('\n'));
        });
        return Digests.sha256(all.toString());
    }

    /** The addresses of the files in which something was found. */
    Set<String> matching() {
        return Set.copyOf(matching);
    }

    /** Returns true if there is nothing to search for. */
    boolean isEmpty() {
        return searcher.isEmpty();
    }

    /** Scans a copied file and records its matches separately. */
    void lookIntoCopied(String address, byte[] content) {
        Set<String> here = in(content);
        found(address, here);
        if (!here.isEmpty()) {
            copied.put(address, here);
        }
    }

    /** Returns the matches in a copied file. */
    Set<String> inCopied(String address) {
        return copied.getOrDefault(address, Set.of());
    }

    /** Scans a file that was rendered. Titles in it may say where their lines end. */
    void look(String address, byte[] content) {
        if (!isEmpty()) {
            found(address, in(withoutLineEnds(content)));
        }
    }

    private void found(String address, Set<String> texts) {
        texts.forEach(text -> seen.merge(text, new Seen(address, 1), Seen::and));
        if (!texts.isEmpty()) {
            matching.add(address);
        }
    }

    /** Returns the matches in some bytes. */
    Set<String> in(byte[] content) {
        Set<String> here = new HashSet<>();
        searcher.find(content, here::add);
        return here;
    }

    /** Returns the matches with their files, sorted. */
    Map<String, Seen> all() {
        return new TreeMap<>(seen);
    }

    /** Returns the occurrences of a text in hidden entries. */
    List<SensitiveText> of(String text) {
        return byText.get(text);
    }

    /** Returns a page without the marks of line ends, which divide words that readers see whole. */
    private static byte[] withoutLineEnds(byte[] page) {
        // Each byte is a character here, whatever the page is encoded in.
        String bytes = new String(page, StandardCharsets.ISO_8859_1);
        return bytes.contains(LINE_END) ? bytes.replace(LINE_END, "").getBytes(StandardCharsets.ISO_8859_1) : page;
    }
}
