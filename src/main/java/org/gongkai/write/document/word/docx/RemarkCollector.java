package org.gongkai.write.document.word.docx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;

/**
 * Collects remarks with the place that has been reached. Paragraphs with content and outermost tables are counted from
 * 1. Remarks that occur often become one with its places.
 */
final class RemarkCollector {

    private static final int PLACES = 5;
    private static final int QUOTED = 200;
    private static final int BEGINNING = 12;

    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, Often> often = new LinkedHashMap<>();
    private int paragraphs;
    private int tables;
    private int row;
    private int depth;
    private String story = "";
    private String beginning = "";

    /** A remark that occurs several times. */
    private record Often(Weight weight, int[] count, Set<String> places) {}

    /** Shortens a text that a remark quotes. */
    static String quoted(String text) {
        return "“" + Remark.shortened(text, QUOTED) + "”";
    }

    /** Returns true if the text of a header or a footer says no more than the number of the page. */
    static boolean isPageNumber(String text) {
        return text.matches("[\\s0-9０-９第共页/—–\\-·.]*");
    }

    /** The next paragraph begins, with some words. */
    void beginParagraph(String words) {
        beginning = words;
        paragraphs += depth == 0 && story.isEmpty() ? 1 : 0;
    }

    /** The paragraph that began has no content and is not counted. */
    void forgetParagraph() {
        paragraphs -= depth == 0 && story.isEmpty() ? 1 : 0;
    }

    void beginTable() {
        depth++;
        tables += depth == 1 && story.isEmpty() ? 1 : 0;
        row = depth == 1 ? 0 : row;
    }

    void beginRow() {
        row += depth == 1 ? 1 : 0;
    }

    void endTable() {
        depth--;
    }

    /** A text apart from the body begins, such as 页眉; empty for the body. */
    void story(String name) {
        story = name;
    }

    /** Something is missing from the result. */
    void leftOut(String text) {
        remarks.add(new Remark(place(), text + where(text), Weight.LEFT_OUT));
    }

    /** An address that every reader can follow; empty for all others, which are reported. */
    String followable(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("mailto:")) {
            return address.strip();
        }
        if (!lower.isEmpty()) {
            leftOut("链接的地址别人打不开，只留下了文字：" + quoted(address));
        }
        return "";
    }

    /** Something is missing from the result, and would be there if it had been asked for. */
    void leftOut(OptionalContent content, String text) {
        remarks.add(new Remark(place(), text + where(text), Weight.LEFT_OUT, Optional.of(content)));
    }

    /** Something is in the result because it was asked for; {@code {n}} in the text becomes the number of times. */
    void takenOver(String text) {
        count(text + "，按要求导入了，请核对能不能公开", Weight.NOTE);
    }

    /** Something was converted. */
    void note(String text) {
        remarks.add(new Remark(place(), text, Weight.NOTE));
    }

    /** Counts what may occur often; {@code {n}} in the text becomes the number of times. */
    void count(String text, Weight weight) {
        Often same = often.computeIfAbsent(text, any -> new Often(weight, new int[1], new LinkedHashSet<>()));
        same.count()[0]++;
        same.places().add(place());
    }

    /** Counts what the document refers to and does not contain, such as 注释. */
    void missing(String name) {
        count(name + "{n}处在文件里找不到，没有导入，请对照原文补上", Weight.LEFT_OUT);
    }

    /** Tells by its first words the paragraph of which a text quotes nothing. */
    private String where(String text) {
        boolean isTold = text.contains("“") || beginning.isBlank() || depth > 0 || !story.isEmpty();
        return isTold ? "" : "（在“" + Remark.shortened(beginning, BEGINNING) + "”一段）";
    }

    private String place() {
        if (!story.isEmpty()) {
            return story;
        }
        if (depth > 0) {
            return "表格" + tables + "第" + row + "行";
        }
        return paragraphs == 0 ? "" : "第" + paragraphs + "段";
    }

    /** Returns all remarks. */
    List<Remark> remarks() {
        List<Remark> all = new ArrayList<>(remarks);
        often.forEach((text, same) -> {
            List<String> places = same.places().stream().limit(PLACES).toList();
            String more = same.places().size() > PLACES ? "等" : "";
            String counted = text.replace("{n}", Integer.toString(same.count()[0]));
            all.add(new Remark(String.join("、", places) + more, counted, same.weight()));
        });
        return all;
    }

    /** The characters of a paragraph that the original does not let readers see, imported or left out. */
    static final class UnseenText {

        /** Font size in half points up to which nobody can read text, about a point and a half. */
        private static final int SMALLEST = 3;

        private final StringBuilder hidden = new StringBuilder();
        private final Map<String, StringBuilder> ways = new TreeMap<>();

        /**
         * In what way characters of a size in half points and of a colour cannot be seen on a background; empty if they
         * can.
         */
        static String way(int size, boolean isWhite, boolean isBackground) {
            if (size > 0 && size <= SMALLEST) {
                return "小得看不见的字";
            }
            return isBackground ? "和底色一样的字" : isWhite ? "白色的字" : "";
        }

        /** Adds characters of hidden text that is left out. */
        void hidden(String text) {
            hidden.append(text);
        }

        /** Adds characters that are imported; they can be seen if the way is empty. */
        void add(String way, String text) {
            if (!way.isEmpty()) {
                ways.computeIfAbsent(way, any -> new StringBuilder()).append(text);
            }
        }

        /** Tells what was added. */
        void tell(RemarkCollector remarks) {
            if (!hidden.toString().isBlank()) {
                remarks.leftOut(
                        OptionalContent.HIDDEN_TEXT,
                        "隐藏文字" + hidden.codePoints().count() + "字没有导入：" + RemarkCollector.quoted(hidden.toString()));
            }
            ways.forEach((way, text) -> {
                if (!text.toString().isBlank()) {
                    remarks.note(way + text.codePoints().count() + "个导入了，原文里可能看不见，请核对能不能公开："
                            + RemarkCollector.quoted(text.toString()));
                }
            });
        }
    }
}
