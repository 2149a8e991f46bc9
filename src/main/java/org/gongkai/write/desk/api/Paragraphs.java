package org.gongkai.write.desk.api;

import java.util.List;
import java.util.Map;
import org.gongkai.write.desk.text.LineDifference;

/** Two texts side by side. */
final class Paragraphs {

    private Paragraphs() {}

    record Pair(String kind, String ours, String theirs) {}

    static List<Pair> of(String ours, String theirs) {
        java.util.ArrayList<Pair> pairs = new java.util.ArrayList<>();
        StringBuilder a = new StringBuilder();
        StringBuilder b = new StringBuilder();
        StringBuilder same = new StringBuilder();
        for (LineDifference.Line line : LineDifference.of(ours, theirs).lines()) {
            if (line.kind() == LineDifference.Kind.SAME) {
                flush(pairs, a, b);
                same.append(text(line, LineDifference.Kind.DELETED));
            } else {
                if (same.length() > 0) {
                    pairs.add(new Pair("SAME", same.toString(), same.toString()));
                    same.setLength(0);
                }
                if (line.kind() != LineDifference.Kind.INSERTED) {
                    a.append(text(line, LineDifference.Kind.DELETED));
                }
                if (line.kind() != LineDifference.Kind.DELETED) {
                    b.append(text(line, LineDifference.Kind.INSERTED));
                }
            }
        }
        flush(pairs, a, b);
        if (same.length() > 0) {
            pairs.add(new Pair("SAME", same.toString(), same.toString()));
        }
        return pairs;
    }

    private static void flush(List<Pair> pairs, StringBuilder a, StringBuilder b) {
        if (a.length() > 0 || b.length() > 0) {
            pairs.add(new Pair("BOTH", a.toString(), b.toString()));
            a.setLength(0);
            b.setLength(0);
        }
    }

    private static String text(LineDifference.Line line, LineDifference.Kind own) {
        StringBuilder text = new StringBuilder();
        for (LineDifference.Part part : line.parts()) {
            if (part.kind() == LineDifference.Kind.SAME || part.kind() == own) {
                text.append(part.text());
            }
        }
        return text.append('\n').toString();
    }

    static List<Object> json(List<Pair> pairs) {
        return pairs.stream()
                .<Object>map(pair -> Map.of("kind", pair.kind(), "ours", pair.ours(), "theirs", pair.theirs()))
                .toList();
    }
}
