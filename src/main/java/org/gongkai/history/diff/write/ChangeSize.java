package org.gongkai.history.diff.write;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.history.diff.PlainWords;

/**
 * How much changed between two versions. Characters are Chinese characters, letters and digits; white space and
 * punctuation are none.
 *
 * @param inserted characters inserted
 * @param deleted characters deleted
 * @param changed paragraphs, headings, list items, cells or rows with a mark; those moved unchanged count as moved only
 * @param moved paragraphs, list items or rows moved
 * @param split paragraphs that begin within a former paragraph
 * @param joined paragraphs joined to the one before
 * @param links links with the same text and another target
 * @param formatted whether anything else in the HTML differs, such as bold type
 */
public record ChangeSize(
        int inserted, int deleted, int changed, int moved, int split, int joined, int links, boolean formatted) {

    /** Whether no text changed, including its order. */
    public boolean isNone() {
        return !hasText() && links == 0;
    }

    /** One line for readers: {@code 增加 12 字，删去 5 字，移动 1 段}. */
    public String description() {
        List<String> parts = new ArrayList<>();
        add(parts, "增加 ", inserted, " 字");
        add(parts, "删去 ", deleted, " 字");
        if (changed > 0 && parts.isEmpty()) {
            parts.add("改动标点或图示");
        }
        add(parts, "移动 ", moved, " 段");
        add(parts, "分出 ", split, " 段");
        add(parts, "并入 ", joined, " 段");
        if (parts.isEmpty()) {
            parts.add("没有文字改动");
        }
        add(parts, "更换 ", links, " 处链接");
        if (isNone() && formatted) {
            parts.add("只调整了格式");
        }
        return String.join("，", parts);
    }

    private boolean hasText() {
        return inserted + deleted + changed + moved + split + joined > 0;
    }

    private static void add(List<String> parts, String before, int number, String after) {
        if (number > 0) {
            parts.add(before + number + after);
        }
    }

    /** Counts changes while they are marked. */
    public static final class ChangeCounter {
        int inserted;
        int deleted;
        public int changed;
        public int moved;
        public int split;
        public int joined;
        int links;

        void insert(String text) {
            inserted += PlainWords.count(text);
        }

        void delete(String text) {
            deleted += PlainWords.count(text);
        }

        public ChangeSize amount(boolean differs) {
            return new ChangeSize(inserted, deleted, changed, moved, split, joined, links, differs);
        }
    }
}
