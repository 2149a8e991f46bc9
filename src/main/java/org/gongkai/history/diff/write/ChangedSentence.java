package org.gongkai.history.diff.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.history.diff.PlainWords;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/**
 * A sentence that changed, whole as it was and as it is: marks within a sentence would divide names and words.
 *
 * @param where the heading above it, or the row and the column of a table
 * @param before empty if it was added
 * @param now empty if it was removed
 */
public record ChangedSentence(String where, String before, String now) {

    private static final String BLOCKS =
            "p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, caption, figcaption, div, body";
    private static final String ENDS = "。！？；";

    /** The words of a block, by turns unchanged ({@code mark} null), deleted and inserted. */
    private record Words(Element mark, String text) {

        boolean isIn(boolean newer) {
            return mark == null || mark.nameIs(newer ? "ins" : "del");
        }
    }

    /** Returns whether a number, such as an amount or a date, was replaced by another; progress is not. */
    public boolean corrects() {
        Set<String> old = numbers(before);
        Set<String> fresh = numbers(now);
        return !old.containsAll(fresh) && !fresh.containsAll(old) && !where.matches(".*(情况|状态|进度)");
    }

    /** Returns the numbers of a text, in which 5,742 and 5742.00 are one, with an empty one where there are any. */
    private static Set<String> numbers(String text) {
        String plain = text.replaceAll("(?<=\\d)[,，](?=\\d{3})|\\.0+(?!\\d)", "");
        return Set.copyOf(Arrays.asList((" " + plain).split("[^\\d.]+")));
    }

    /** Returns the sentences of a marked body that changed, in order. */
    public static List<ChangedSentence> of(Element body) {
        Map<Element, List<Words>> blocks = new LinkedHashMap<>();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text
                            && !text.isBlank()
                            && text.parentElement().closest(".vh, .change-note, .change-no") == null) {
                        Element row = text.parentElement().closest("tr.added, tr.removed");
                        Element block = row == null ? text.parentElement().closest(BLOCKS) : row;
                        blocks.computeIfAbsent(block, it -> new ArrayList<>())
                                .add(new Words(
                                        text.parentElement().closest("ins, del"),
                                        (row == null || !blocks.containsKey(row) ? "" : "　") + text.text()));
                    }
                },
                body);
        List<ChangedSentence> changed = new ArrayList<>();
        String heading = "开头";
        for (Map.Entry<Element, List<Words>> block : blocks.entrySet()) {
            Element element = block.getKey();
            String now = text(block.getValue(), true);
            boolean isHeading = element.normalName().matches("h[1-6]");
            sentences(isHeading ? "小标题" : place(element, heading), block.getValue(), changed);
            heading = isHeading && !now.isEmpty() ? now : heading;
        }
        return changed;
    }

    /** Returns the first words of the row of a cell and its column; otherwise the heading. */
    private static String place(Element block, String heading) {
        Element row = block.closest("tr");
        if (row == null || block == row) {
            return heading;
        }
        String first = PlainWords.firstWords(row);
        String name = first.isEmpty() && row.childrenSize() > 1 ? row.child(1).text() : first;
        Element column = row.closest("table").select("thead th").stream()
                .filter(cell ->
                        cell.elementSiblingIndex() == block.closest("td, th").elementSiblingIndex())
                .findFirst()
                .orElse(null);
        return name + (column == null ? "" : "：" + column.text());
    }

    private static String text(List<Words> words, boolean newer) {
        StringBuilder text = new StringBuilder();
        words.stream().filter(each -> each.isIn(newer)).forEach(each -> text.append(each.text()));
        return text.toString().strip();
    }

    private static void sentences(String where, List<Words> words, List<ChangedSentence> changed) {
        List<Words> sentence = new ArrayList<>();
        for (Words each : words) {
            for (String part : each.text().split("(?<=[" + ENDS + "])")) {
                sentence.add(new Words(each.mark(), part));
                if (isWhole(text(sentence, false)) && isWhole(text(sentence, true))) {
                    add(where, sentence, changed);
                    sentence.clear();
                }
            }
        }
        add(where, sentence, changed);
    }

    private static boolean isWhole(String text) {
        return text.isEmpty() || ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** What was removed and what was added behind it are one replacement. */
    private static void add(String where, List<Words> sentence, List<ChangedSentence> changed) {
        ChangedSentence added = new ChangedSentence(where, text(sentence, false), text(sentence, true));
        if (added.before().equals(added.now())) {
            return;
        }
        ChangedSentence last = changed.isEmpty() ? added : changed.get(changed.size() - 1);
        if (last.now().isEmpty() && added.before().isEmpty() && !last.before().isEmpty()) {
            changed.set(changed.size() - 1, new ChangedSentence(where, last.before(), added.now()));
        } else {
            changed.add(added);
        }
    }
}
