package org.gongkai.write.document.word.number;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The numbers that the lists of a document have reached. Paragraphs are counted in reading order. */
public final class ListCounters {

    private static final int LEVELS = 9;
    private static final int UNUSED = Integer.MIN_VALUE;

    private final Map<String, int[]> reached = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /** Counts a paragraph and returns its number without what separates it from the text; empty if it shows none. */
    public String next(ListDefinition list, int index) {
        if (index < 0 || index >= LEVELS) {
            return "";
        }
        int[] numbers = reached.computeIfAbsent(list.counters(), any -> unused());
        if (used.add(list.id())) {
            list.starts().keySet().stream().filter(level -> level < LEVELS).forEach(level -> numbers[level] = UNUSED);
        }
        for (int above = 0; above < index; above++) {
            numbers[above] = numbers[above] == UNUSED ? start(list, above) : numbers[above];
        }
        numbers[index] = numbers[index] == UNUSED ? start(list, index) : numbers[index] + 1;
        for (int below = index + 1; below < LEVELS; below++) {
            int restart = list.level(below).restartAfter();
            if (restart < 0 || index < restart) {
                numbers[below] = UNUSED;
            }
        }
        return shown(list, index, numbers);
    }

    private static int start(ListDefinition list, int level) {
        return list.starts().getOrDefault(level, list.level(level).start());
    }

    private static String shown(ListDefinition list, int index, int[] numbers) {
        ListLevel level = list.level(index);
        if (level.isBullet()) {
            return level.text();
        }
        StringBuilder shown = new StringBuilder();
        String text = level.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char digit = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (c == '%' && digit >= '1' && digit <= '9') {
                int of = digit - '1';
                shown.append(of <= index ? number(list.level(of), numbers[of], level.legal()) : "");
                i++;
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    private static String number(ListLevel level, int number, boolean legal) {
        boolean inDigits = legal && !level.format().startsWith("decimal");
        return level.isDefined() ? NumberFormat.write(inDigits ? "decimal" : level.format(), number) : "";
    }

    private static int[] unused() {
        int[] numbers = new int[LEVELS];
        Arrays.fill(numbers, UNUSED);
        return numbers;
    }
}
