package org.gongkai.write.document.word.assemble;

import java.util.Map;
import java.util.TreeMap;

/** The characters of a paragraph that are imported although the original does not let readers see them. */
public final class UnseenText {

    /** Font size in half points up to which nobody can read text, about a point and a half. */
    private static final int SMALLEST = 3;

    private final Map<String, StringBuilder> ways = new TreeMap<>();

    /** In what way characters of a size in half points and of a colour cannot be seen on a background; empty if they can. */
    public static String way(int size, boolean isWhite, boolean isBackground) {
        if (size > 0 && size <= SMALLEST) {
            return "小得看不见的字";
        }
        return isBackground ? "和底色一样的字" : isWhite ? "白色的字" : "";
    }

    /** Adds characters; they can be seen if the way is empty. */
    public void add(String way, String text) {
        if (!way.isEmpty()) {
            ways.computeIfAbsent(way, any -> new StringBuilder()).append(text);
        }
    }

    /** Tells what was added. */
    public void tell(RemarkCollector remarks) {
        ways.forEach((way, text) -> {
            if (!text.toString().isBlank()) {
                remarks.note(way + text.codePoints().count() + "个导入了，原文里可能看不见，请核对能不能公开："
                        + RemarkCollector.quoted(text.toString()));
            }
        });
    }
}
