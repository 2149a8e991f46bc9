package org.gongkai.markup;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Asciidoctor says of a text, said in Chinese where it is known. */
final class AsciiDocMessages {
    private record Known(Pattern pattern, String message, String hint) {}

    private static final List<Known> KNOWN = List.of(
            known("unterminated (\\S+) block.*", "“$1”块没有结束标记", "在块的末尾写上与开头相同的一行"),
            known("(?:invalid|possible invalid) reference: (.*)", "引用的位置“$1”不存在", "核对〈〈〉〉中的名称"),
            known(
                    "section title out of sequence: expected levels? (.*), got level (\\d+)",
                    "标题跳级：应为第 $1 级，实为第 $2 级",
                    "标题的等号一次只增加一个"),
            known("list item index: expected (\\S+), got (\\S+)", "列表编号不连续：应为 $1，实为 $2", ""),
            known("skipping reference to missing attribute: (.*)", "属性“$1”没有定义", ""),
            known("callout list item index: expected (\\S+),? got (\\S+)", "标注编号不连续：应为 $1，实为 $2", ""),
            known("no callout found for <(.*)>", "找不到编号为 $1 的标注", ""),
            known("dropping cells? from incomplete row.*", "表格最后一行的单元格不够，该行被略去", "补足该行的单元格"),
            known("dropping cell because it exceeds specified number of columns", "单元格超出表格的列数，被略去", "核对 cols 的列数"),
            known("table missing leading separator.*", "表格的首行缺少竖线", "单元格以竖线开头"),
            known("id assigned to (\\S+) already in use: (.*)", "标识“$2”重复使用", "换一个标识"),
            known("level 0 sections can only be used when doctype is book", "正文中不能再写一级标题（=）", "改用两个等号"),
            known("invalid (?:part|style|section style).*", "块的样式无效", ""),
            known("unterminated table block", "表格没有结束标记", "在表格末尾写上 |==="));

    private AsciiDocMessages() {}

    /** The message and its hint. */
    static String[] chinese(String message) {
        for (Known known : KNOWN) {
            Matcher matcher = known.pattern().matcher(message.strip());
            if (matcher.matches()) {
                return new String[] {matcher.replaceFirst(known.message()), known.hint()};
            }
        }
        return new String[] {message.strip(), ""};
    }

    private static Known known(String pattern, String message, String hint) {
        return new Known(Pattern.compile(pattern), message, hint);
    }
}
