package org.gongkai.markup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of an included file that an include asks for by {@code lines=} or {@code tag=}. */
final class IncludedFile {
    private static final Pattern TAG = Pattern.compile(".*\\b(tag|end)::([^\\s\\[]+)\\[].*");

    private IncludedFile() {}

    static String select(String text, Map<String, Object> attributes) {
        Object lines = attributes.get("lines");
        if (lines != null && !lines.toString().isBlank()) {
            return byLines(text, lines.toString());
        }
        Object tag = attributes.getOrDefault("tags", attributes.get("tag"));
        Set<String> tags = tag == null ? Set.of() : Set.of(tag.toString().split("[,;]"));
        return byTags(text, tags);
    }

    private static String byLines(String text, String ranges) {
        String[] all = text.split("\n", -1);
        BitSet wanted = new BitSet();
        for (String range : ranges.split("[,;]")) {
            Matcher matcher = Pattern.compile("\\s*(\\d{1,6})(?:(\\.\\.)(-?\\d{0,6}))?\\s*")
                    .matcher(range);
            if (matcher.matches()) {
                int from = Integer.parseInt(matcher.group(1));
                String end = matcher.group(2) == null ? matcher.group(1) : matcher.group(3);
                int to = end.isEmpty() || end.startsWith("-") ? all.length : Integer.parseInt(end);
                if (from >= 1 && from <= to) {
                    wanted.set(from - 1, Math.min(to, all.length));
                }
            }
        }
        List<String> kept = new ArrayList<>();
        wanted.stream().filter(i -> i < all.length).forEach(i -> kept.add(all[i]));
        return String.join("\n", kept);
    }

    /** Lines that only mark a part are never shown. */
    private static String byTags(String text, Set<String> tags) {
        List<String> kept = new ArrayList<>();
        Set<String> open = new HashSet<>();
        for (String line : text.split("\n", -1)) {
            Matcher matcher = TAG.matcher(line);
            if (matcher.matches()) {
                if (matcher.group(1).equals("tag") && tags.contains(matcher.group(2))) {
                    open.add(matcher.group(2));
                } else {
                    open.remove(matcher.group(2));
                }
            } else if (tags.isEmpty() || tags.contains("**") || tags.contains("*") || !open.isEmpty()) {
                kept.add(line);
            }
        }
        return String.join("\n", kept);
    }
}
