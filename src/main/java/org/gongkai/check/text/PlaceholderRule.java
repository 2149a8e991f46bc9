package org.gongkai.check.text;

/**
 * Blanks that were to be filled before publication: {@code X次}, {@code XX局}, {@code 20XX年}, {@code ××}, {@code ○○},
 * {@code 某某}, {@code ____}, {@code **年}. Latin words ({@code XML}), X as a name ({@code X光}), products ({@code 3×5}),
 * circles as zeros ({@code 二○○八}) and persons left unnamed ({@code 张某某}) are none.
 */
final class PlaceholderRule implements LineRule {

    static final String CODE = "W220";

    /** What X names rather than leaves open. */
    private static final String NAMED_X = "光射线轴形型染档波片坐";

    private static final int LONGEST = 30;
    private static final String PLACES = "局市县区乡镇村省州旗处科站厂";
    private static final String UNITS = "年月日号次名人个项期份户元万千家条场届集周天岁时分余件篇笔部";
    private static final String NUMERALS = "一二三四五六七八九十〇零";
    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁" + "沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤";

    @Override
    public String triggers() {
        return "XxＸｘ×○◯△□某_＿*＊";
    }

    @Override
    public void check(Line line, Report report) {
        String text = line.text();
        int told = 0;
        for (int i = 0; i < text.length(); i++) {
            int end = blankEnd(text, i);
            if (end > i) {
                int from = beginning(text, i);
                end = withNeighbours(text, end);
                int shown = from;
                int shownEnd = end;
                boolean opens = "《“〔".indexOf(text.charAt(from)) >= 0;
                boolean closes = "》”〕".indexOf(text.charAt(end - 1)) >= 0;
                // A mark is shown only with its partner: 《XX》, but XX局 of 《XX局办法》; the message quotes by itself.
                if (opens != closes || text.charAt(from) == '“') {
                    shown += opens ? 1 : 0;
                    shownEnd -= closes ? 1 : 0;
                }
                if (from >= told) {
                    tell(line, shown, shownEnd, report);
                }
                told = end;
                i = end - 1;
            }
        }
    }

    /** End of the blank that begins here, or 0. */
    private static int blankEnd(String text, int i) {
        return switch (text.charAt(i)) {
            case 'X', 'Ｘ' -> letters(text, i, 1);
            case 'x', 'ｘ' -> letters(text, i, 2);
            case '×' -> signs(text, i);
            case '○', '◯', '△', '□' -> circles(text, i);
            case '某' -> someone(text, i);
            case '_', '＿', '*', '＊' -> WritingRules.blankEnd(text, i, UNITS);
            default -> 0;
        };
    }

    private static int letters(String text, int i, int least) {
        int end = runEnd(text, i);
        int start = i;
        while (start > 0 && Chars.isDigit(text.charAt(start - 1))) {
            start--;
        }
        char before = Chars.at(text, start - 1);
        char after = Chars.at(text, end);
        if (after == '.' && start == i && Chars.at(text, end + 1) == text.charAt(i)) {
            return decimal(text, end + 1);
        }
        if (Chars.isLatin(before)
                || Chars.isLatin(after)
                || before == '.'
                || after == '.' && Chars.isLatin(Chars.at(text, end + 1))) {
            return 0;
        }
        int count = end - i;
        if (start < i) {
            // 20XX年 leaves open, 10X is ten times, and the last place of an identity number may be an X.
            boolean opensYear = i - start <= 3 && "年月日号".indexOf(after) >= 0;
            return opensYear || (count > 1 && i - start <= 2) ? end : 0;
        }
        if (count > 1) {
            return count > least - 1 ? end : 0;
        }
        if (least > 1) {
            return Chars.isHan(before) && "次名人个项期份户".indexOf(after) >= 0 ? end : 0;
        }
        boolean namesModel = before == ' ' && Chars.isLatin(Chars.at(text, i - 2));
        if (NAMED_X.indexOf(after) >= 0 || namesModel) {
            return 0;
        }
        if (before == ' ' && after == ' ' && Chars.isHan(Chars.at(text, i - 2))) {
            return UNITS.indexOf(Chars.at(text, end + 1)) >= 0 ? end + 1 : 0;
        }
        char left = skipEmphasis(text, i - 1, -1);
        char right = skipEmphasis(text, end, 1);
        boolean touchesHan = Chars.isHan(left) || Chars.isHan(right) || Chars.isHanMark(left) || Chars.isHanMark(right);
        boolean isSpokenOf = right == '的' && "是为".indexOf(left) >= 0;
        return (touchesHan && !isSpokenOf) || right == '%' || right == '％' ? end : 0;
    }

    /** {@code X.X%} and {@code X.X万元}: end of what stands behind the point, or 0. */
    private static int decimal(String text, int i) {
        int end = runEnd(text, i);
        char after = Chars.at(text, end);
        return after == '%' || after == '％' || UNITS.indexOf(after) >= 0 ? end : 0;
    }

    private static int runEnd(String text, int i) {
        int end = i;
        while (end < text.length() && text.charAt(end) == text.charAt(i)) {
            end++;
        }
        return end;
    }

    private static char skipEmphasis(String text, int i, int step) {
        int at = i;
        while (Chars.at(text, at) == '*' || Chars.at(text, at) == '_') {
            at += step;
        }
        return Chars.at(text, at);
    }

    private static int signs(String text, int i) {
        int end = runEnd(text, i);
        char before = Chars.at(text, i - 1);
        boolean unit = UNITS.indexOf(Chars.at(text, end)) >= 0 || Chars.at(text, end) == '%';
        // 张×× is a person left unnamed, as 张某某 is.
        boolean unnamed = end - i > 1 && !unit && SURNAMES.indexOf(before) >= 0;
        return (end - i > 1 && !unnamed) || (unit && !Chars.isDigit(before)) ? end : 0;
    }

    private static int circles(String text, int i) {
        int end = runEnd(text, i);
        boolean zeros = NUMERALS.indexOf(Chars.at(text, i - 1)) >= 0 || NUMERALS.indexOf(Chars.at(text, end)) >= 0;
        boolean unit = end - i == 1
                && "○◯".indexOf(text.charAt(i)) >= 0
                && Chars.isHan(Chars.at(text, i - 1))
                && UNITS.indexOf(Chars.at(text, end)) >= 0;
        return (end - i > 1 || unit) && !zeros ? end : 0;
    }

    private static int someone(String text, int i) {
        int end = runEnd(text, i);
        boolean unnamed = SURNAMES.indexOf(Chars.at(text, i - 1)) >= 0;
        return end - i > 1 && !unnamed ? end : 0;
    }

    private static int beginning(String text, int i) {
        int from = i;
        while (from > 0 && Chars.isDigit(text.charAt(from - 1))) {
            from--;
        }
        char before = Chars.at(text, from - 1);
        return before != ' ' && "《“〔第".indexOf(before) >= 0 ? from - 1 : from;
    }

    /** {@code X月X日} is one blank; the word that tells what is missing belongs to what is shown. */
    private static int withNeighbours(String text, int end) {
        int at = end;
        while (Chars.isHan(Chars.at(text, at))) {
            char first = text.charAt(at++);
            int next = "年月日第".indexOf(first) >= 0 && at < text.length() ? blankEnd(text, at) : 0;
            if (next <= at) {
                boolean isWhole = PLACES.indexOf(first) >= 0
                        || UNITS.indexOf(first) >= 0 && "万千余人".indexOf(first) < 0
                        || first == '人' && Chars.at(text, at) != '次';
                at += isWhole || !Chars.isHan(Chars.at(text, at)) ? 0 : 1;
                break;
            }
            at = next;
        }
        return "》”〕%％".indexOf(Chars.at(text, at)) >= 0 ? at + 1 : at;
    }

    private static void tell(Line line, int from, int end, Report report) {
        String found = line.text().substring(from, end);
        String where = line.isHeader() ? "“" + line.field() + "”里的" : "";
        String shown = found.length() > LONGEST ? found.substring(0, LONGEST) + "……" : found;
        report.warning(CODE, line, from, where + "占位符“" + shown + "”还没有填", hint(shown));
    }

    private static String hint(String found) {
        if (found.startsWith("《")) {
            return "请写文件的全名";
        }
        if (found.startsWith("〔")) {
            return "请写年份，如〔2024〕";
        }
        if (found.indexOf('%') >= 0 || found.indexOf('％') >= 0) {
            return "请写实际的百分数，如 95%";
        }
        if (found.indexOf('月') >= 0 || found.indexOf('日') >= 0) {
            return "请写实际的日期，如 3月5日";
        }
        if (found.indexOf('年') >= 0) {
            return "请写四位的年份，如 2024年";
        }
        String unit = found.replaceAll("^第?[^\\p{IsHan}]+余?", "");
        boolean counts = !unit.isEmpty() && UNITS.indexOf(unit.charAt(0)) >= 0 && unit.charAt(0) != '部';
        if (counts) {
            return "请写实际的数字，如 3" + unit;
        }
        return "请写真实的名称或内容";
    }
}
