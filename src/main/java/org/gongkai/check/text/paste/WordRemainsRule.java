package org.gongkai.check.text.paste;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.text.LineRule;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;

/**
 * Reports what a word processor leaves in a text: its comments and classes, {@code &nbsp;} as indentation, and words that
 * stand for a picture that was not pasted.
 */
public final class WordRemainsRule implements LineRule {

    static final String CODE = "W247";

    private static final String DELETE = "请删去；从 Word 复制时，先粘贴到记事本，再从记事本复制过来";

    /** A remainder, what to say of it and how to mend it. */
    private record Remainder(Pattern pattern, String message, String hint) {}

    private static final List<Remainder> REMAINDERS = List.of(
            new Remainder(
                    Pattern.compile("\\[if [^\\]]{0,40}\\bmso|\\[endif\\]|\\b(?:Start|End)Fragment\\b|\\bmso-[a-z]"),
                    "这里有 Word 留下的代码",
                    DELETE),
            new Remainder(Pattern.compile("class\\s*=\\s*[\"']?Mso[A-Za-z]"), "这里有 Word 留下的样式", DELETE),
            new Remainder(Pattern.compile("(?:&nbsp;\\s*){2,}|(?:&emsp;\\s*){3,}"), "这里用网页代码凑空格", "请删去；段首缩进和对齐由程序来排"),
            new Remainder(
                    Pattern.compile("^\\s*[\\[【](?:图片|图像|截图|图表|动画表情|image|Image|IMG)\\d*[\\]】]\\s*$"),
                    "这里只有图片的位置，没有图片",
                    "请把图片存到条目旁边，写成 ![图片的说明](文件名.png)；不要图片的，删去这一行"));

    @Override
    public String triggers() {
        return "[&【<-F=";
    }

    @Override
    public boolean checksComments() {
        return true;
    }

    /** A quick look: most lines with such characters hold nothing of it. */
    private static boolean mayHaveRemains(String text) {
        return text.indexOf("so") > 0
                || text.indexOf("Fragment") >= 0
                || text.indexOf("endif") > 0
                || text.indexOf("sp;") > 0
                || text.startsWith("[")
                || text.startsWith("【")
                || text.startsWith(" ");
    }

    @Override
    public void check(TextLine line, RuleReport report) {
        if (line.isHeader() || !mayHaveRemains(line.text())) {
            return;
        }
        for (Remainder remainder : REMAINDERS) {
            Matcher found = remainder.pattern().matcher(line.text());
            if (found.find()) {
                report.warning(
                        CODE,
                        line,
                        found.start(),
                        remainder.message() + "“" + found.group().strip() + "”",
                        remainder.hint());
                return;
            }
        }
    }
}
