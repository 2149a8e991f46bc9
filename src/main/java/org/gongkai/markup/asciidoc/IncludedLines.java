package org.gongkai.markup.asciidoc;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.markup.asciidoc.IncludedLines.SelectionProblem;

/**
 * The lines of a file that an include selects by {@code lines=} or {@code tags=}, by Asciidoctor's rules; tags with
 * an exclamation mark or asterisks are names as well.
 *
 * @param text the lines
 * @param numbers their numbers in the file, from 1
 * @param isPartial whether lines may be missing
 * @param problems the problems of the selection, in order
 */
record IncludedLines(String text, int[] numbers, boolean isPartial, List<SelectionProblem> problems) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern DIRECTIVE = Pattern.compile("\\b(tag|end)::(\\S+?)\\[](?=$|[ \\r])");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})\\.\\.(-?\\d{0,6})");

    /** Why requested lines are missing. */
    record SelectionProblem(String message, String hint) {}

    /**
     * Selects lines.
     *
     * @param target the file as the include names it, for messages
     * @param attributes the attributes of the include
     */
    static IncludedLines select(String target, String text, Map<String, Object> attributes) {
        List<String> all = new ArrayList<>(List.of(text.split("\n", -1)));
        if (all.get(all.size() - 1).isEmpty()) {
            all.remove(all.size() - 1);
        }
        BitSet chosen = new BitSet();
        List<SelectionProblem> problems = new ArrayList<>();
        boolean isPartial = true;
        List<String> lines = values(attributes.get("lines"));
        List<String> tags = values(attributes.getOrDefault("tag", attributes.get("tags")));
        if (!lines.isEmpty()) {
            byLines(target, lines, all.size(), chosen, problems);
        } else if (!tags.isEmpty() && !attributes.containsKey("lines")) {
            byTags(target, tags, all, chosen, problems);
        } else {
            chosen.set(0, all.size());
            isPartial = false;
        }
        int[] numbers = chosen.stream().map(i -> i + 1).toArray();
        StringBuilder selected = new StringBuilder();
        for (int number : numbers) {
            selected.append(all.get(number - 1)).append('\n');
        }
        return new IncludedLines(selected.toString(), numbers, isPartial, List.copyOf(problems));
    }

    /** Splits values at commas, or at semicolons if there is no comma. */
    static List<String> values(Object typed) {
        String text = typed == null ? "" : typed.toString();
        List<String> values = new ArrayList<>();
        for (String value : text.split(text.contains(",") ? "," : ";")) {
            if (!value.isBlank()) {
                values.add(value.strip());
            }
        }
        return values;
    }

    private static void byLines(
            String target, List<String> ranges, int count, BitSet chosen, List<SelectionProblem> problems) {
        for (String range : ranges) {
            Matcher fromTo = RANGE.matcher(range);
            int from = 0;
            int to = 0;
            if (NUMBER.matcher(range).matches()) {
                from = Integer.parseInt(range);
                to = from;
            } else if (fromTo.matches()) {
                String end = fromTo.group(2);
                from = Integer.parseInt(fromTo.group(1));
                to = end.isEmpty() || end.startsWith("-") ? Integer.MAX_VALUE : Integer.parseInt(end);
            }
            if (from < 1 || to < from) {
                problems.add(new SelectionProblem("看不懂要包含哪几行：" + range, "写成 lines=5、lines=2..4 或 lines=5..，几段之间用分号"));
            } else if (from > count) {
                problems.add(new SelectionProblem(
                        "包含的文件“" + target + "”只有 " + count + " 行，没有第 " + from + " 行", "核对 lines= 的行号"));
            } else {
                chosen.set(from - 1, Math.min(to, count));
            }
        }
    }

    /** Selects the lines between the directives of tags. */
    private static void byTags(
            String target, List<String> named, List<String> lines, BitSet chosen, List<SelectionProblem> problems) {
        Set<String> known = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher directive = DIRECTIVE.matcher(lines.get(i));
            if (!lines.get(i).contains("::") || !directive.find()) {
                chosen.set(i, !open.isEmpty());
            } else if (directive.group(1).equals("end")) {
                open.remove(directive.group(2));
            } else {
                known.add(directive.group(2));
                open.addAll(named.contains(directive.group(2)) ? Set.of(directive.group(2)) : Set.of());
            }
        }
        for (String tag : named) {
            String ends = "// end::" + tag + "[]";
            if (open.contains(tag)) {
                problems.add(new SelectionProblem("包含的文件“" + target + "”里标签“" + tag + "”没有结束", "在这一段末尾写 " + ends));
            } else if (!known.contains(tag)) {
                problems.add(new SelectionProblem(
                        "包含的文件“" + target + "”里没有标签“" + tag + "”",
                        known.isEmpty()
                                ? "文件里还没有标签；在要包含的一段前后写 // tag::" + tag + "[] 和 " + ends
                                : "文件里有这些标签：" + String.join("、", known)));
            }
        }
    }
}
