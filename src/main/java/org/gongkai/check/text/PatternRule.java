package org.gongkai.check.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.text.ChineseNumeral;

/**
 * Reports what a pattern finds in a line of the body; of several patterns the first.
 *
 * @param likely characters of which a line holds one if anything is found in it: most lines with a trigger hold none
 */
public record PatternRule(String code, String triggers, Pattern likely, boolean checksComments, List<Fault> faults)
        implements LineRule {
    private static final String DELETE = "请删去；从 Word 复制时，先粘贴到记事本，再从记事本复制过来";

    /** A pattern, what is said before and after what it found, and how to mend it. */
    private record Fault(Pattern pattern, String before, String after, String hint) {
        Fault(String pattern, String before, String after, String hint) {
            this(Pattern.compile(pattern), before, after, hint);
        }
    }

    private PatternRule(String code, String triggers, String likely, boolean checksComments, List<Fault> faults) {
        this(code, triggers, Pattern.compile(likely), checksComments, faults);
    }

    /**
     * A number that stands twice: {@code 1. 1、} and {@code 一、一、}, once typed and once by automatic numbering. A number
     * of another level may follow: {@code 一、（一）} and {@code 1.1、}.
     */
    public static PatternRule repeatedNumber() {
        String numerals = "[" + ChineseNumeral.TO_TEN + "]";
        String twice = "\\G(?:([0-9]{1,3})(?:[.．]\\s+|、\\s*)\\1[.．、](?![0-9])"
                + "|(" + numerals + "{1,3})、\\s*\\2、(?!" + numerals + ")"
                + "|([（(](?:" + numerals + "{1,3}|[0-9]{1,3})[)）])\\s*\\3"
                + "|([①-⑳])\\s*\\4)";
        return new PatternRule(
                "W246",
                "0123456789" + ChineseNumeral.TO_TEN + "①②③④⑤⑥⑦⑧⑨⑩",
                "",
                false,
                List.of(new Fault(twice, "编号", "写了两遍", "请删去一个")));
    }

    /**
     * What a word processor leaves in a text: its comments and classes, {@code &nbsp;} as indentation, and words that
     * stand for a picture that was not pasted.
     */
    public static PatternRule remainsOfWord() {
        return new PatternRule(
                "W247",
                "[&【<-F=",
                "so|Fragment|endif|sp;|^[\\[【 ]",
                true,
                List.of(
                        new Fault(
                                "\\[if [^\\]]{0,40}\\bmso|\\[endif\\]|\\b(?:Start|End)Fragment\\b|\\bmso-[a-z]",
                                "这里有 Word 留下的代码",
                                "",
                                DELETE),
                        new Fault("class\\s*=\\s*[\"']?Mso[A-Za-z]", "这里有 Word 留下的样式", "", DELETE),
                        new Fault("(?:&nbsp;\\s*){2,}|(?:&emsp;\\s*){3,}", "这里用网页代码凑空格", "", "请删去；段首缩进和对齐由程序来排"),
                        new Fault(
                                "^\\s*[\\[【](?:图片|图像|截图|图表|动画表情|image|Image|IMG)\\d*[\\]】]\\s*$",
                                "这里只有图片的位置，没有图片",
                                "",
                                "请把图片存到条目旁边，写成 ![图片的说明](文件名.png)；不要图片的，删去这一行")));
    }

    @Override
    public void check(TextLine line, RuleReport report) {
        if (line.isHeader() || !likely.matcher(line.text()).find()) {
            return;
        }
        for (Fault fault : faults) {
            // A pattern that begins with \G is matched behind the marks of the line.
            int from = fault.pattern().pattern().startsWith("\\G") ? LineStart.words(line.text()) : 0;
            Matcher found = fault.pattern()
                    .matcher(line.text())
                    .region(from, line.text().length());
            if (found.find()) {
                String shown = fault.before() + "“" + found.group().strip() + "”" + fault.after();
                report.warning(code, line, found.start(), shown, fault.hint());
                return;
            }
        }
    }
}
