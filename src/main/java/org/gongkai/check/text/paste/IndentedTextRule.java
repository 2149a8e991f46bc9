package org.gongkai.check.text.paste;

import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.check.text.CheckedText;
import org.gongkai.check.text.LineStart;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.check.text.TextRule;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.text.Characters;

/**
 * Reports Chinese paragraphs whose indentation makes them code: four spaces or a tab in Markdown, any blank in
 * AsciiDoc. Paragraphs of list items are indented on purpose. Reported once per entry, with their number.
 */
public final class IndentedTextRule implements TextRule {

    /** See {@link org.gongkai.check.text.TextCheck.Candidate}. */
    public static final String TRIGGERS = " \t";

    static final String CODE = "W244";

    private static final int MARKDOWN = 4;
    private static final Pattern ITEM = Pattern.compile("[-*+.]+\\s|\\d{1,9}[.)]|[^:]{1,80}::");

    @Override
    public void check(CheckedText checked, long mark, RuleReport report) {
        EntryFormat format =
                EntryFormat.ofEnding(checked.entry().source().file().ending()).orElse(EntryFormat.HTML);
        if (format == EntryFormat.HTML) {
            return;
        }
        int enough = format == EntryFormat.MARKDOWN ? MARKDOWN : 1;
        TextLine first = null;
        int count = 0;
        boolean inList = false;
        boolean begins = true;
        List<TextLine> lines = checked.body();
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            begins |= i > 0 && line.number() > lines.get(i - 1).number() + 1;
            if (line.isBlank()) {
                begins = true;
                continue;
            }
            int indent = indent(line.text());
            if (indent == 0
                    && !begins
                    && Characters.isHan(line.text().charAt(0))
                    && !line.text().contains("::")) {
                // The rest of a paragraph at the margin, and no item.
                continue;
            }
            if (isItem(line.text())) {
                inList = true;
            } else if (indent == 0 && begins) {
                inList = false;
            }
            if (begins && !inList && indent >= enough && isChinese(line.text())) {
                first = first == null ? line : first;
                count++;
            }
            begins = false;
        }
        if (first != null) {
            String where = count == 1 ? "这一段" : "有" + count + "段";
            report.add(CODE, first, 0, where + "前面有空格或制表符，网页上会变成代码框", "请删去段首的空格和制表符；段首缩进两字由程序来排");
        }
    }

    private static int indent(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case ' ' -> columns++;
                case '\t' -> columns += MARKDOWN - columns % MARKDOWN;
                default -> {
                    return columns;
                }
            }
        }
        return columns;
    }

    /** Returns true if a line begins an item of a list, a footnote, a definition or HTML. */
    private static boolean isItem(String text) {
        String start = text.stripLeading();
        return LineStart.opensBlock(text) && !start.startsWith("#")
                || start.startsWith("[^")
                || start.startsWith(":")
                || start.startsWith("<")
                || (!Characters.isHan(Characters.at(start, 0)) || start.contains("::"))
                        && ITEM.matcher(start).lookingAt();
    }

    private static boolean isChinese(String text) {
        long han = text.chars().filter(c -> Characters.isHan((char) c)).count();
        return han * 2 > text.strip().length();
    }
}
