package org.gongkai.check.text.number;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.text.LineRule;
import org.gongkai.check.text.LineStart;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.text.ChineseNumeral;

/**
 * Reports a number that stands twice: {@code 1. 1、} and {@code 一、一、}, once typed and once by automatic numbering. A
 * number of another level may follow: {@code 一、（一）} and {@code 1.1、}.
 */
public final class RepeatedNumberRule implements LineRule {

    static final String CODE = "W246";

    private static final Pattern TWICE = Pattern.compile("(?:([0-9]{1,3})(?:[.．]\\s+|、\\s*)\\1[.．、](?![0-9])"
            + "|([" + ChineseNumeral.TO_TEN + "]{1,3})、\\s*\\2、(?![" + ChineseNumeral.TO_TEN + "])"
            + "|([（(](?:[" + ChineseNumeral.TO_TEN + "]{1,3}|[0-9]{1,3})[)）])\\s*\\3"
            + "|([①-⑳])\\s*\\4)");

    @Override
    public String triggers() {
        return "0123456789" + ChineseNumeral.TO_TEN + "①②③④⑤⑥⑦⑧⑨⑩";
    }

    @Override
    public void check(TextLine line, RuleReport report) {
        if (line.isHeader()) {
            return;
        }
        int start = LineStart.words(line.text());
        Matcher twice = TWICE.matcher(line.text()).region(start, line.text().length());
        if (twice.lookingAt()) {
            report.warning(CODE, line, start, "编号“" + twice.group() + "”写了两遍", "请删去一个");
        }
    }
}
