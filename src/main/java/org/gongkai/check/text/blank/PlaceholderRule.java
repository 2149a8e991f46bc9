package org.gongkai.check.text.blank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.check.text.CheckedText;
import org.gongkai.check.text.OfficialText;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.check.text.TextRule;
import org.gongkai.check.text.blank.LetterPlaceholders.LinePlaceholders;
import org.gongkai.text.Characters;
import org.gongkai.text.NameList;

/**
 * Reports placeholders that were not filled in: {@code X次}, {@code XX局}, {@code 20XX年}, {@code ××}, {@code ○○}, {@code
 * 某某}, {@code ____}, {@code **年}. Not placeholders are Latin words ({@code XML}), X as a name ({@code X光}), products
 * ({@code 3×5}), circles as zeros ({@code 二○○八}) and anonymized persons ({@code 张某某}). Outside official documents only
 * unambiguous placeholders are reported.
 */
public final class PlaceholderRule implements TextRule {

    /** See {@link org.gongkai.check.text.TextCheck.Candidate}. */
    public static final String TRIGGERS = "XxＸｘ×○◯△□某_＿*＊";

    static final String CODE = "W220";

    private static final int MAX_LENGTH = 30;
    private static final String PLACES = "局市县区乡镇村省州旗处科站厂";
    static final String UNITS = "年月日号次名人个项期份户元万千家条场届集周天岁时分余件篇笔部";
    /** 某某 is a placeholder only before one of these. */
    private static final List<String> SOMEBODY = List.of(
            "同志", "单位", "局", "市", "县", "区", "乡", "镇", "村", "省", "州", "旗", "公司", "集团", "支部", "党", "街道", "社区", "学校", "学院",
            "医院", "银行", "部", "厅", "处", "科", "站", "厂", "所", "院", "年", "月", "日", "项目", "路", "书记", "主任", "局长", "》", "”");

    /** How to fill in what looks like this; the first counts. */
    private static final List<Map.Entry<Pattern, String>> HINTS = List.of(
            Map.entry(Pattern.compile("^《"), "请写文件的全名"),
            Map.entry(Pattern.compile("^〔"), "请写年份，如〔2024〕"),
            Map.entry(Pattern.compile("[%％]"), "请写实际的百分数，如 95%"),
            Map.entry(Pattern.compile("[月日]"), "请写实际的日期，如 3月5日"),
            Map.entry(Pattern.compile("年"), "请写四位的年份，如 2024年"));

    @Override
    public void check(CheckedText checked, long mark, RuleReport report) {
        List<Found> found = new ArrayList<>();
        checked.header().forEach(line -> find(line, mark, found));
        checked.body().forEach(line -> find(line, mark, found));
        if (found.isEmpty()) {
            return;
        }
        boolean isPaper = OfficialText.is(checked);
        for (Found blank : found) {
            if (isPaper || blank.sure()) {
                report(blank.line(), blank.from(), blank.end(), report);
            }
        }
    }

    /** A placeholder, whether it is unambiguous, and what of it is quoted. */
    private record Found(TextLine line, int from, int end, boolean sure) {}

    private static void find(TextLine line, long mark, List<Found> found) {
        if ((line.marks() & mark) == 0) {
            return;
        }
        String text = line.text();
        int reportedTo = 0;
        for (int i = 0; i < text.length(); i++) {
            int end = blankEnd(text, i);
            if (end > i) {
                // 20XX年 and ____年 are unambiguous.
                boolean sure = "_＿*＊".indexOf(text.charAt(i)) >= 0
                        || Characters.at(text, end) == '年' && Characters.isDigit(Characters.at(text, i - 1));
                int from = beginning(text, i);
                end = withNeighbours(text, end);
                int shown = from;
                int shownEnd = end;
                boolean opens = "《“〔".indexOf(text.charAt(from)) >= 0;
                boolean closes = "》”〕".indexOf(text.charAt(end - 1)) >= 0;
                // A mark is quoted only with its partner: 《XX》, but XX局 of 《XX局办法》; the message adds quotation marks.
                if (opens != closes || text.charAt(from) == '“') {
                    shown += opens ? 1 : 0;
                    shownEnd -= closes ? 1 : 0;
                }
                if (from >= reportedTo) {
                    found.add(new Found(line, shown, shownEnd, sure));
                }
                reportedTo = end;
                i = end - 1;
            }
        }
    }

    /** Returns the end of the placeholder that begins here, or 0. */
    private static int blankEnd(String text, int i) {
        return switch (text.charAt(i)) {
            case 'X', 'Ｘ', 'x', 'ｘ' -> LetterPlaceholders.end(text, i);
            case '×' -> signs(text, i);
            case '○', '◯', '△', '□' -> circles(text, i);
            case '某' -> someone(text, i);
            case '_', '＿', '*', '＊' -> LinePlaceholders.blankEnd(text, i, UNITS);
            default -> 0;
        };
    }

    private static int signs(String text, int i) {
        int end = LetterPlaceholders.runEnd(text, i);
        char before = Characters.at(text, i - 1);
        boolean unit = UNITS.indexOf(Characters.at(text, end)) >= 0 || Characters.at(text, end) == '%';
        // 张×× is anonymized, like 张某某.
        boolean unnamed = end - i > 1 && !unit && NameList.isSurname(before);
        return (end - i > 1 && !unnamed) || (unit && !Characters.isDigit(before)) ? end : 0;
    }

    private static int circles(String text, int i) {
        int end = LetterPlaceholders.runEnd(text, i);
        boolean zeros =
                Characters.isNumeral(Characters.at(text, i - 1)) || Characters.isNumeral(Characters.at(text, end));
        boolean unit = end - i == 1
                && "○◯".indexOf(text.charAt(i)) >= 0
                && Characters.isHan(Characters.at(text, i - 1))
                && UNITS.indexOf(Characters.at(text, end)) >= 0;
        return (end - i > 1 || unit) && !zeros ? end : 0;
    }

    private static int someone(String text, int i) {
        int end = LetterPlaceholders.runEnd(text, i);
        boolean unnamed = NameList.isSurname(Characters.at(text, i - 1));
        boolean named = SOMEBODY.stream().anyMatch(word -> text.startsWith(word, end));
        return end - i > 1 && !unnamed && named ? end : 0;
    }

    private static int beginning(String text, int i) {
        int from = Characters.start(text, i, Characters::isDigit);
        char before = Characters.at(text, from - 1);
        return before != ' ' && "《“〔第".indexOf(before) >= 0 ? from - 1 : from;
    }

    /** Extends a placeholder to adjacent ones, as in {@code X月X日}, and to the unit. */
    private static int withNeighbours(String text, int end) {
        int at = end;
        while (Characters.isHan(Characters.at(text, at))) {
            char first = text.charAt(at++);
            int next = "年月日第".indexOf(first) >= 0 && at < text.length() ? blankEnd(text, at) : 0;
            if (next <= at) {
                boolean isWhole = PLACES.indexOf(first) >= 0
                        || UNITS.indexOf(first) >= 0 && "万千余人".indexOf(first) < 0
                        || first == '人' && Characters.at(text, at) != '次';
                at += isWhole || !Characters.isHan(Characters.at(text, at)) ? 0 : 1;
                break;
            }
            at = next;
        }
        return "》”〕%％".indexOf(Characters.at(text, at)) >= 0 ? at + 1 : at;
    }

    private static void report(TextLine line, int from, int end, RuleReport report) {
        String found = line.text().substring(from, end);
        String where =
                line.isHeader() ? "“" + line.field() + "”里的" : line.text().startsWith("（待填：图", end) ? "图片" : "";
        String shown = found.length() > MAX_LENGTH ? found.substring(0, MAX_LENGTH) + "……" : found;
        report.add(CODE, line, from, where + "“" + shown + "”这个空还没有填", hint(shown));
    }

    private static String hint(String found) {
        for (Map.Entry<Pattern, String> hint : HINTS) {
            if (hint.getKey().matcher(found).find()) {
                return hint.getValue();
            }
        }
        String unit = found.replaceAll("^第?[^\\p{IsHan}]+余?", "");
        boolean counts = !unit.isEmpty() && UNITS.indexOf(unit.charAt(0)) >= 0 && unit.charAt(0) != '部';
        return counts ? "请写实际的数字，如 3" + unit : "请写真实的名称或内容";
    }
}
