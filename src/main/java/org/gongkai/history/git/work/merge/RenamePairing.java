package org.gongkai.history.git.work.merge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Recognises files that were renamed: of all pairs of a removed and an added one, those with the most lines in
 * common.
 */
public final class RenamePairing {

    private static final int ENOUGH_PERCENT = 50;
    private static final int MOST_PAIRS = 10_000;
    private static final int LONGEST = 1 << 20;

    private record Candidate(String removed, String added, int percent) {}

    private RenamePairing() {}

    /** Returns the former path of each renamed file. */
    public static Map<String, String> formerPaths(Map<String, byte[]> removed, Map<String, byte[]> added) {
        Map<String, String> former = new TreeMap<>();
        if ((long) removed.size() * added.size() > MOST_PAIRS) {
            return former;
        }
        List<Candidate> candidates = new ArrayList<>();
        removed.forEach((path, content) -> added.forEach((other, now) -> {
            int percent = similarity(content, now);
            if (percent >= ENOUGH_PERCENT) {
                candidates.add(new Candidate(path, other, percent));
            }
        }));
        candidates.sort(Comparator.comparingInt(Candidate::percent)
                .reversed()
                .thenComparing(Candidate::removed)
                .thenComparing(Candidate::added));
        Set<String> used = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (!used.contains(candidate.removed) && !former.containsKey(candidate.added)) {
                used.add(candidate.removed);
                former.put(candidate.added, candidate.removed);
            }
        }
        return former;
    }

    /** The share of the bytes of the longer content that stand in lines of both, in percent. */
    private static int similarity(byte[] one, byte[] two) {
        if (one.length == 0 || two.length == 0) {
            return 0;
        }
        if (Arrays.equals(one, two)) {
            return 100;
        }
        if (one.length > LONGEST || two.length > LONGEST) {
            return 0;
        }
        Map<String, Integer> lines = new HashMap<>();
        lines(one).forEach(line -> lines.merge(line, 1, Integer::sum));
        long common = 0;
        for (String line : lines(two)) {
            if (lines.merge(line, -1, Integer::sum) >= 0) {
                common += line.length() + 1;
            }
        }
        return (int) (common * 100 / (Math.max(one.length, two.length) + 1));
    }

    /** Every byte is a character, so that sizes in bytes and in characters are the same. */
    private static List<String> lines(byte[] content) {
        return List.of(new String(content, StandardCharsets.ISO_8859_1).split("\n"));
    }
}
