package org.gongkai.cli.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the remarks on many documents by their cause, and lists only some of each. */
final class RemarkSummary {

    /** How many remarks of one cause are listed, and how many documents are named with it. */
    private static final int LISTED = 5;

    static final int NAMED = 3;
    private static final List<String> LABELS = List.of("没有导入", "说明", "待填");

    /** What differs between remarks of one cause: quotations, values of fields, addresses, numbers. */
    private static final Pattern QUOTED = Pattern.compile("“(?:[^“”]|“[^”]*”)*”");

    private static final Pattern VALUE =
            Pattern.compile("^([\\w-]+: |\\{[{%<]+-?\\s*/?[\\w.:-]*).*(?= (?:没有|不是|不能|已|换|按))");
    private static final Pattern NAME = Pattern.compile("(?<= )[^ ，。]*[\\x21-\\x7e][^ ，。]*(?= )");
    private static final Pattern ASCII = Pattern.compile("(?:[\\x21-\\x7e]+ ?)+");

    private static final Pattern LINE = Pattern.compile("第(\\d+)行");

    private final boolean isLong;
    private final Map<String, Cause> causes = new LinkedHashMap<>();
    private String document = "";
    private int omitted;

    private static final class Cause {
        private final Set<String> documents = new LinkedHashSet<>();
        private final Set<String> places = new LinkedHashSet<>();
        private final String label;
        private int count;

        Cause(String label) {
            this.label = label;
        }
    }

    /** @param isLong whether only some remarks of each cause are listed */
    RemarkSummary(boolean isLong) {
        this.isLong = isLong;
    }

    /** The following remarks are about a document. */
    void begin(String name) {
        document = name;
    }

    /** Counts a remark; returns whether it is to be listed. */
    boolean isListed(String label, String place, String text) {
        if (!isLong) {
            return true;
        }
        Cause cause = causes.computeIfAbsent(label + "：" + cause(text), any -> new Cause(label));
        cause.count++;
        cause.documents.add(document);
        Matcher line = LINE.matcher(place);
        cause.places.add(line.matches() ? document + ":" + line.group(1) : document);
        omitted += cause.count > LISTED ? 1 : 0;
        return cause.count <= LISTED;
    }

    private static String cause(String text) {
        String plain = QUOTED.matcher(text).replaceAll("“…”");
        Matcher value = VALUE.matcher(plain);
        if (value.find()) {
            return value.replaceFirst("$1…");
        }
        // What is advised is the same for all.
        int advice = plain.indexOf('；') < 0 ? plain.length() : plain.indexOf('；');
        String found = NAME.matcher(plain.substring(0, advice)).replaceAll("…");
        return ASCII.matcher(found).replaceAll("…").replaceAll("…[… ]*…", "…") + plain.substring(advice);
    }

    /** The causes, those first of which something is missing, with how often and where; empty for few documents. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (causes.isEmpty()) {
            return lines;
        }
        lines.add("按原因汇总：");
        causes.entrySet().stream()
                .sorted(Comparator.comparingInt(
                                (Map.Entry<String, Cause> cause) -> LABELS.indexOf(cause.getValue().label))
                        .thenComparingInt(cause -> -cause.getValue().count))
                .forEach(cause -> {
                    Set<String> documents = cause.getValue().documents;
                    Set<String> places = cause.getValue().places;
                    lines.add("  " + cause.getKey() + "　" + cause.getValue().count + " 处，" + documents.size() + " 个文件："
                            + String.join("、", places.stream().limit(NAMED).toList())
                            + (places.size() > NAMED ? " 等" : ""));
                });
        if (omitted > 0) {
            lines.add("另有 " + omitted + " 处没有逐条列出；要逐条看，加上 --again --all 再导入一次，没有改过的草稿会换成同样的。");
        }
        return lines;
    }
}
