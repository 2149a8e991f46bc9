package org.gongkai.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Collects each problem once, but only the first ones of each code and file, as a file may have hundreds of thousands.
 * A note replaces the first problem that is omitted. Safe for use by multiple threads.
 */
public final class FirstProblems implements Consumer<Problem> {

    /** The number of problems of one code in one file that are listed. */
    public static final int MOST = 1_000;

    private final Map<Place, TreeSet<Problem>> kept = new HashMap<>();

    private record Place(String path, String code) {}

    @Override
    public synchronized void accept(Problem problem) {
        TreeSet<Problem> same = kept.computeIfAbsent(new Place(problem.path(), problem.code()), any -> new TreeSet<>());
        same.add(problem);
        if (same.size() > MOST + 1) {
            same.pollLast();
        }
    }

    /** The problems, with at most one more of each code and file than are listed. */
    public synchronized List<Problem> kept() {
        return kept.values().stream().flatMap(TreeSet::stream).toList();
    }

    /** The problems to list, with the notes about omitted ones. */
    public synchronized List<Problem> listed() {
        List<Problem> listed = new ArrayList<>();
        for (TreeSet<Problem> same : kept.values()) {
            listed.addAll(same);
            if (same.size() > MOST) {
                listed.set(listed.size() - 1, same.last().said("这样的问题超过 " + MOST + " 处，从这里起没有列出", "请改好前面的再检查一次"));
            }
        }
        return listed;
    }
}
