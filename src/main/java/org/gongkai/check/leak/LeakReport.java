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
import org.gongkai.check.leak.MultiPatternSearcher.Needle;

/** Which clues stand in which files. Safe for many threads. */
final class LeakReport {

    private final Map<String, List<SensitiveText>> clues = new TreeMap<>();
    private final MultiPatternSearcher<String> needles;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> copied = new ConcurrentHashMap<>();

    /**
     * Where a clue was seen.
     *
     * @param first address of the first of the files by name
     * @param files how many they are
     */
    record Seen(String first, int files) {

        Seen and(Seen other) {
            return new Seen(first.compareTo(other.first) < 0 ? first : other.first, files + other.files);
        }
    }

    LeakReport(List<SensitiveText> all) {
        // Entries of one series say the same, and each text is looked for once only.
        all.forEach(clue ->
                clues.computeIfAbsent(clue.text(), text -> new ArrayList<>()).add(clue));
        List<Needle<String>> texts = new ArrayList<>();
        clues.forEach((text, same) -> {
            boolean exact = same.stream().allMatch(SensitiveText::isExact);
            texts.add(new Needle<>(text, exact, text));
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            if (!encoded.equals(text) && same.stream().anyMatch(clue -> clue.kind() != SensitiveText.Kind.WORDS)) {
                texts.add(new Needle<>(encoded, exact, text));
            }
        });
        needles = new MultiPatternSearcher<>(texts);
    }

    /** Whether there is nothing to look for. */
    boolean isEmpty() {
        return needles.isEmpty();
    }

    /** Looks into a file that was not made by the program, and goes on knowing what stands in it. */
    void lookIntoCopied(String address, byte[] content) {
        Set<String> here = in(content);
        here.forEach(text -> seen.merge(text, new Seen(address, 1), Seen::and));
        if (!here.isEmpty()) {
            copied.put(address, here);
        }
    }

    /** The texts of clues that stand in a file that was not made by the program. */
    Set<String> inCopied(String address) {
        return copied.getOrDefault(address, Set.of());
    }

    /** Looks into a file. */
    void look(String address, byte[] content) {
        in(content).forEach(text -> seen.merge(text, new Seen(address, 1), Seen::and));
    }

    /** The texts of clues that stand in some bytes. */
    Set<String> in(byte[] content) {
        Set<String> here = new HashSet<>();
        needles.find(content, here::add);
        return here;
    }

    /** The texts that were seen and where, sorted. */
    Map<String, Seen> all() {
        return new TreeMap<>(seen);
    }

    /** The clues of a text. */
    List<SensitiveText> of(String text) {
        return clues.get(text);
    }
}
