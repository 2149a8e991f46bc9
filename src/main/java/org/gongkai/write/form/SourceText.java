package org.gongkai.write.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a text, each with its own terminator, so that changed lines get the one of their neighbour. */
final class SourceText {

    private static final Pattern LINE = Pattern.compile("([^\r\n]*)(\r\n|\r|\n|$)");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<String> lines = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    private final String mark;

    /** @param mark what stands before the first line: a byte order mark, or nothing */
    private SourceText(String mark) {
        this.mark = mark;
    }

    static SourceText of(String text) {
        SourceText source = new SourceText(text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "");
        Matcher line = LINE.matcher(text.substring(source.mark.length()));
        while (line.find()) {
            source.lines.add(line.group(1));
            source.ends.add(line.group(2));
            if (line.group(2).isEmpty()) {
                break;
            }
        }
        return source;
    }

    /** Returns a text as the program reads it: without a byte order mark, with {@code \n} after each line. */
    static String plain(String text) {
        String marked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return marked.replace("\r\n", "\n").replace('\r', '\n');
    }

    int count() {
        return lines.size();
    }

    /** Returns a line by its number from 1. */
    String line(int number) {
        return lines.get(number - 1);
    }

    /** Returns the lines from a number up to another one, which is not included. */
    List<String> range(int from, int to) {
        return List.copyOf(lines.subList(from - 1, to - 1));
    }

    /**
     * Replaces the lines from a number up to another one, which is not included. Lines that are there before keep their
     * terminators.
     */
    void replace(int from, int to, List<String> with) {
        List<String> before = range(from, to);
        List<String> endsBefore = List.copyOf(ends.subList(from - 1, to - 1));
        String end = ends.get(Math.max(0, Math.min(from, ends.size()) - 1));
        boolean last = to > lines.size();
        String common = end.isEmpty() ? ends.get(0).isEmpty() ? "\n" : ends.get(0) : end;
        lines.subList(from - 1, to - 1).clear();
        ends.subList(from - 1, to - 1).clear();
        lines.addAll(from - 1, with);
        int at = 0;
        for (int i = 0; i < with.size(); i++) {
            int same = before.subList(at, before.size()).indexOf(with.get(i));
            ends.add(from - 1 + i, same < 0 ? common : endsBefore.get(at + same));
            at += same + 1;
        }
        if (last && !ends.isEmpty()) {
            ends.set(ends.size() - 1, "");
        }
        for (int i = 0; i < ends.size() - 1; i++) {
            if (ends.get(i).isEmpty()) {
                ends.set(i, common);
            }
        }
    }

    String text() {
        StringBuilder text = new StringBuilder(mark);
        for (int i = 0; i < lines.size(); i++) {
            text.append(lines.get(i)).append(ends.get(i));
        }
        return text.toString();
    }
}
