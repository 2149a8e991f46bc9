package org.gongkai.check.text.paste;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gongkai.check.text.CheckedText;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.check.text.TextRule;
import org.gongkai.input.source.EntryFormat;

/**
 * Reports tables that pages do not show as tables: lines in which tabs separate cells, and in Markdown rows of {@code
 * |} without a line of dashes below the first one.
 */
public final class PastedTableRule implements TextRule {

    /** See {@link org.gongkai.check.text.TextCheck.Candidate}. */
    public static final String TRIGGERS = "\t|｜";

    static final String TABS = "W241";
    static final String ROWS = "W242";

    private static final Pattern ROW = Pattern.compile(" {0,3}[|｜].*[|｜].*");
    private static final Pattern DIVIDER = Pattern.compile("[|:\\s-]*-[|:\\s-]*");
    private static final String EXAMPLE = "| 姓名 | 时间 |，第二行写 | --- | --- |";

    @Override
    public void check(CheckedText checked, long mark, RuleReport report) {
        List<TextLine> lines = checked.body();
        boolean markdown =
                EntryFormat.MARKDOWN.has(checked.entry().source().file().ending());
        for (int i = 0; i < lines.size(); ) {
            int tabs = end(lines, i, true);
            int rows = end(lines, i, false);
            if (tabs - i > 1 || tabs > i && tabs(lines.get(i).text()) > 1) {
                report.add(
                        TABS,
                        lines.get(i),
                        0,
                        "这里" + (tabs - i) + "行用制表符隔开，像是从 Word 粘贴来的表格，网页上会连在一起",
                        markdown ? "请改成表格：每行写成 " + EXAMPLE : "请改成表格，写法见使用手册“用AsciiDoc写”");
            } else if (markdown && rows > i + 1) {
                rows(lines.subList(i, rows), report);
            }
            i = Math.max(i + 1, Math.max(tabs, rows));
        }
    }

    /** Returns the index after the lines of a table that begins at an index. */
    private static int end(List<TextLine> lines, int from, boolean tabbed) {
        int at = from;
        while (at < lines.size()
                && (at == from || lines.get(at).number() == lines.get(at - 1).number() + 1)
                && (tabbed
                        ? tabs(lines.get(at).text()) > 0
                        : ROW.matcher(lines.get(at).text()).matches())) {
            at++;
        }
        return at;
    }

    /** The number of tabs between words. */
    private static int tabs(String text) {
        if (text.indexOf('\t') < 0 || text.indexOf('|') >= 0) {
            return 0;
        }
        return (int) text.strip().chars().filter(c -> c == '\t').count();
    }

    /** Reports lines that are no table, or the first row that has other cells than the line of dashes. */
    private static void rows(List<TextLine> rows, RuleReport report) {
        int divider = IntStream.range(1, rows.size())
                .filter(i -> DIVIDER.matcher(rows.get(i).text()).matches())
                .findFirst()
                .orElse(0);
        if (divider == 0) {
            String shown = "这里" + rows.size() + "行用竖线隔开，却没有分隔行，网页上不是表格";
            report.add(ROWS, rows.get(0), 0, shown, "请在第一行的下面加一行 | --- | --- |，有几列写几个 ---");
            return;
        }
        int columns = cells(rows.get(divider));
        rows.stream()
                .skip(divider - 1)
                .filter(row -> cells(row) != columns)
                .findFirst()
                .ifPresent(row -> {
                    String shown = "这一行有" + cells(row) + "格，分隔行有" + columns + "格，网页上对不齐";
                    report.add(ROWS, row, 0, shown, "请核对少了、多了哪一格；空着的格也要写竖线，竖线都用半角的 |，格里要显示的写成 \\|");
                });
    }

    private static int cells(TextLine row) {
        String text = row.text().strip().replace("\\|", "");
        int bars = (int) text.chars().filter(c -> c == '|').count();
        return bars + 1 - (text.startsWith("|") ? 1 : 0) - (text.endsWith("|") ? 1 : 0);
    }
}
