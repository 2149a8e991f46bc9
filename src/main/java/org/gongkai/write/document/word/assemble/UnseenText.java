package org.gongkai.write.document.word.assemble;

import java.util.Map;
import java.util.TreeMap;
import org.gongkai.write.document.OptionalContent;

/** The characters of a paragraph that the original does not let readers see, imported or left out. */
public final class UnseenText {

    /** Font size in half points up to which nobody can read text, about a point and a half. */
    private static final int SMALLEST = 3;

    private final StringBuilder hidden = new StringBuilder();
    private final StringBuilder deleted = new StringBuilder();
    private final Map<String, StringBuilder> ways = new TreeMap<>();

    /** In what way characters of a size in half points and of a colour cannot be seen on a background; empty if they can. */
    public static String way(int size, boolean isWhite, boolean isBackground) {
        if (size > 0 && size <= SMALLEST) {
            return "小得看不见的字";
        }
        return isBackground ? "和底色一样的字" : isWhite ? "白色的字" : "";
    }

    /** Adds characters of hidden text that is left out. */
    public void hidden(String text) {
        hidden.append(text);
    }

    /** Adds characters that are left out because a change deletes them. */
    public void deleted(String text) {
        deleted.append(text);
    }

    /** Adds characters that are imported; they can be seen if the way is empty. */
    public void add(String way, String text) {
        if (!way.isEmpty()) {
            ways.computeIfAbsent(way, any -> new StringBuilder()).append(text);
        }
    }

    /** Tells what was added. */
    public void tell(RemarkCollector remarks) {
        if (!hidden.toString().isBlank()) {
            remarks.leftOut(
                    OptionalContent.HIDDEN_TEXT,
                    "隐藏文字" + hidden.codePoints().count() + "字没有导入：" + RemarkCollector.quoted(hidden.toString()));
        }
        if (!deleted.toString().isBlank()) {
            remarks.leftOut(OptionalContent.DELETED_TEXT, "修订中删除的文字没有导入：" + RemarkCollector.quoted(deleted.toString()));
        }
        ways.forEach((way, text) -> {
            if (!text.toString().isBlank()) {
                remarks.note(way + text.codePoints().count() + "个导入了，原文里可能看不见，请核对能不能公开："
                        + RemarkCollector.quoted(text.toString()));
            }
        });
    }
}
