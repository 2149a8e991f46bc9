package org.gongkai.history.git.work.merge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.diff.SimilarityIndex;
import org.eclipse.jgit.diff.SimilarityIndex.TableFullException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectLoader;

/**
 * Recognises files that were renamed: of all pairs of a removed and an added one, those with the most lines in
 * common.
 */
public final class RenamePairing {

    private static final int ENOUGH_PERCENT = 50;
    private static final int MOST_PAIRS = 10_000;

    private record Candidate(String removed, String added, int percent) {}

    private RenamePairing() {}

    /** Returns the former path of each renamed file. */
    public static Map<String, String> formerPaths(Map<String, byte[]> removed, Map<String, byte[]> added) {
        Map<String, String> former = new TreeMap<>();
        if ((long) removed.size() * added.size() > MOST_PAIRS) {
            return former;
        }
        List<Candidate> candidates = new ArrayList<>();
        Map<String, Optional<SimilarityIndex>> fresh = indexed(added);
        indexed(removed)
                .forEach((path, before) -> fresh.forEach((other, now) -> {
                    int percent =
                            before.isEmpty() || now.isEmpty() ? 0 : before.get().score(now.get(), 100);
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

    /** The lines of each content; empty if there are too many. */
    private static Map<String, Optional<SimilarityIndex>> indexed(Map<String, byte[]> contents) {
        Map<String, Optional<SimilarityIndex>> indexed = new TreeMap<>();
        contents.forEach((path, content) -> {
            try {
                indexed.put(
                        path,
                        Optional.of(SimilarityIndex.create(new ObjectLoader.SmallObject(Constants.OBJ_BLOB, content))));
            } catch (IOException | TableFullException e) {
                indexed.put(path, Optional.empty());
            }
        });
        return indexed;
    }
}
