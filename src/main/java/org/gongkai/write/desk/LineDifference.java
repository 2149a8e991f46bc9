package org.gongkai.write.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.history.diff.Alignment;
import org.gongkai.history.diff.Alignment.StepBudget;
import org.gongkai.history.diff.BigramSimilarity;
import org.gongkai.history.diff.MarkUnits;
import org.gongkai.history.diff.TextDiff;

/** The difference of two texts by lines, and within lines by words, for readers. */
final class LineDifference {

    /** Lines that have less in common are shown as deleted and inserted. */
    private static final double SIMILAR = 0.4;

    private LineDifference() {}

    /** What happened to a line or to a part of it. */
    enum Kind {
        SAME,
        DELETED,
        INSERTED,
        /** Only of lines: parts of it were deleted or inserted. */
        CHANGED
    }

    record Line(Kind kind, List<Run> runs) {}

    /** A part of a line. */
    record Run(Kind kind, String text) {}

    /** Compares two texts; returns the lines of both in display order. */
    static List<Line> of(String before, String now) {
        List<String> a = lines(before);
        List<String> b = lines(now);
        int shorter = Math.min(a.size(), b.size());
        int start = (int) IntStream.range(0, shorter)
                .takeWhile(i -> a.get(i).equals(b.get(i)))
                .count();
        int end = (int) IntStream.range(0, shorter - start)
                .takeWhile(i -> a.get(a.size() - 1 - i).equals(b.get(b.size() - 1 - i)))
                .count();
        List<Line> lines = new ArrayList<>();
        a.subList(0, start).forEach(line -> lines.add(whole(Kind.SAME, line)));
        changed(a.subList(start, a.size() - end), b.subList(start, b.size() - end), lines);
        a.subList(a.size() - end, a.size()).forEach(line -> lines.add(whole(Kind.SAME, line)));
        return lines;
    }

    private static List<String> lines(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.asList(text.replaceFirst("\n$", "").split("\n", -1));
    }

    private static void changed(List<String> a, List<String> b, List<Line> lines) {
        List<BigramSimilarity> words = a.stream().map(LineDifference::words).toList();
        List<BigramSimilarity> words2 = b.stream().map(LineDifference::words).toList();
        int[] partner = Alignment.of(a.size(), b.size(), (i, j) -> score(a, b, words, words2, i, j));
        StepBudget budget = new StepBudget();
        int j = 0;
        for (int i = 0; i < a.size(); i++) {
            if (partner[i] < 0) {
                lines.add(whole(Kind.DELETED, a.get(i)));
                continue;
            }
            for (; j < partner[i]; j++) {
                lines.add(whole(Kind.INSERTED, b.get(j)));
            }
            j++;
            lines.add(pair(a.get(i), b.get(partner[i]), budget));
        }
        for (; j < b.size(); j++) {
            lines.add(whole(Kind.INSERTED, b.get(j)));
        }
    }

    private static BigramSimilarity words(String line) {
        return BigramSimilarity.of(line.replaceAll("\\s+", ""));
    }

    private static double score(
            List<String> a, List<String> b, List<BigramSimilarity> words, List<BigramSimilarity> words2, int i, int j) {
        if (a.get(i).equals(b.get(j))) {
            return a.get(i).isBlank() ? 0.1 : 2;
        }
        if (a.get(i).isBlank() || b.get(j).isBlank()) {
            return 0;
        }
        double similarity = words.get(i).similarity(words2.get(j));
        return similarity < SIMILAR ? 0 : similarity;
    }

    private static Line pair(String before, String now, StepBudget budget) {
        if (before.equals(now)) {
            return whole(Kind.SAME, before);
        }
        List<Run> runs = TextDiff.of(MarkUnits.of(before), MarkUnits.of(now), budget).stream()
                .map(run -> new Run(
                        switch (run.kind()) {
                            case EQUAL -> Kind.SAME;
                            case DELETED -> Kind.DELETED;
                            case INSERTED -> Kind.INSERTED;
                        },
                        run.text()))
                .toList();
        return new Line(Kind.CHANGED, runs);
    }

    private static Line whole(Kind kind, String text) {
        return new Line(kind, text.isEmpty() ? List.of() : List.of(new Run(kind, text)));
    }
}
