package org.gongkai.markup.asciidoc;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chinese messages for those of Asciidoctor. */
final class AsciiDocMessages {
    /** The code for formulas, which are reported once. */
    static final String FORMULA = "W168";
    /** Begins the message for lines of a document header, which are no loss where it is the header of the entry. */
    static final String HEADER = "header not shown: ";

    private static final Map<String, String> BLOCKS = Map.ofEntries(
            Map.entry("example", "示例"),
            Map.entry("listing", "代码"),
            Map.entry("fenced_code", "代码"),
            Map.entry("literal", "原样"),
            Map.entry("sidebar", "侧栏"),
            Map.entry("quote", "引用"),
            Map.entry("verse", "诗行"),
            Map.entry("open", "开放"),
            Map.entry("pass", "直通"),
            Map.entry("stem", "公式"),
            Map.entry("comment", "注释"),
            Map.entry("table", "表格"));

    private static final List<Known> KNOWN = List.of(
            known("unterminated (\\S+) block", "这个$1块没有结束标记", "在块的末尾写上与开头相同的一行"),
            known("formula shown as typed: (.*)", "公式照原样显示：$1", "网页不排数学公式；要排好的公式，请用图片", "$1", FORMULA),
            known("media shown as link: (.*)", "网页不放视频和声音，“$1”改为链接", "需要看的内容请写成文字", "$1"),
            hidden("pluses not shown: (.*)", "要显示加号，请写成 {plus}；确实要照原样的，可以不写加号"),
            hidden("style not shown: (.*)", "要显示方括号，请在前面加上 {empty}，或改用全角【】"),
            hidden("attribute not shown: (.*)", "要显示这行文字，请把半角冒号改成全角“：”；确实是属性的，请在正文里用到它"),
            hidden(HEADER + "(.*)", "标题和作者写在文件头里；正文中的标题用两个等号，后面空一行"),
            // Sections.
            known(
                    "section title out of sequence: expected levels? (.*), got level (\\d+)",
                    "标题跳级：应为第 $1 级，实为第 $2 级",
                    "标题的等号一次只增加一个"),
            known("(.*) sections do not support nested sections", "“$1”这一节里不能再分节", "下面的标题改为与它同级，或去掉它的样式"),
            known("level 0 sections can only be used when doctype is book", "正文中不能再写一级标题（=）", "改用两个等号"),
            known("invalid part, must have at least one section.*", "这一部分里没有章节", "在部分的标题下至少写一个两级标题"),
            known(
                    "illegal block content outside of partintro block",
                    "部分的标题与第一章之间只能有一个导言",
                    "用 [partintro] 和 -- 把这些内容括起来"),
            known(
                    "abstract block cannot be used in a document without a doctitle.*",
                    "这里不能用摘要块，它没有显示",
                    "去掉 [abstract]"),
            known("partintro block can only be used.*", "这里不能用导言块，它没有显示", "去掉 [partintro]"),
            known(
                    "name section expected|name section must be at level 1|non-conforming name section body",
                    "手册页的名称一节不合规定",
                    "去掉 :doctype: manpage"),
            // Names of places and notes.
            known("(?:possible )?invalid reference: (.*)", "引用的位置“$1”不存在", "核对尖括号中的名称"),
            known(
                    "id assigned to (?:block|anchor|section|bibliography anchor) already in use: (.*)",
                    "标识“$1”重复使用",
                    "换一个标识"),
            known("invalid footnote reference: (.*)", "脚注“$1”没有写过内容", "第一次用时写成 footnote:$1[内容]", "footnote:$1["),
            known(
                    "found deprecated footnoteref macro: (.*); use footnote macro with target instead",
                    "“$1”是旧写法",
                    "改用 footnote:名称[内容]",
                    "$1"),
            known("invalid empty (\\S+) detected in style attribute", "方括号里有一个 # 、. 或 % 后面没有名称", "补上名称或去掉符号"),
            known("multiple ids detected in style attribute", "方括号里写了不止一个标识", "只留一个 # 标识"),
            // Lists and callouts.
            known("list item index: expected (\\S+), got (\\S+)", "列表编号不连续：应为 $1，实为 $2", "改正编号，或都写成一个点"),
            known("callout list item index: expected (\\S+?),? got (\\S+)", "标注编号不连续：应为 $1，实为 $2", "改正编号，或都写成 <.>"),
            known("no callout found for <(.*)>", "找不到编号为 $1 的标注", "在上面的代码里写上 <$1>"),
            // Tables.
            known("dropping cells? from incomplete row.*", "表格最后一行的单元格不够，该行被略去", "补足该行的单元格"),
            known("dropping cell because it exceeds specified number of columns", "单元格超出表格的列数，被略去", "核对 cols 的列数"),
            known("table missing leading separator.*", "表格的首行缺少竖线", "单元格以竖线开头"),
            known("unclosed quote in CSV data; setting cell to empty", "表格数据里的引号没有结束，该单元格留空", "补上后一个引号"),
            known("illegal table format: (.*)", "没有“$1”这种表格格式", "format= 可写 psv、csv、tsv、dsv"),
            known("total column width must not exceed 100%.*; got (.*)", "各列宽度合计 $1，超过了 100%", "核对 cols 的宽度"),
            // Attributes and substitutions.
            known(
                    "skipping reference to missing attribute: (.*)",
                    "属性“$1”没有定义",
                    "在文件头写“:$1: 值”；不是属性的，在花括号前写反斜线",
                    "{$1"),
            known("invalid substitution types? for (.*): (.*)", "没有“$2”这种替换", "核对 subs= 或 pass: 后的名称", "$2"),
            known("invalid substitution types?: (.*)", "没有“$1”这种替换", "核对 subs= 或 pass: 后的名称", "$1"),
            known("unknown substitution type (.*)", "没有“$1”这种替换", "核对 subs= 或 pass: 后的名称", "$1"),
            known("unresolved passthrough detected: (?s)(.*)", "有一处照原样的文字没有还原", "核对加号是否成对"),
            // Conditions and includes.
            known(
                    "detected unterminated preprocessor conditional directive: ((\\S+?)::.*)",
                    "“$1”没有结束",
                    "在末尾写上 endif::[]",
                    "$1"),
            known("malformed preprocessor directive - text not permitted: (.*)", "“$1”的方括号里不能有文字", "写成 endif::[]"),
            known("unmatched preprocessor directive: (.*)", "“$1”没有对应的开头", "去掉这一行，或在前面补上 ifdef"),
            known("mismatched preprocessor directive: (.*), expected (.*)", "“$1”与开头不一致，应为“$2”", "后开始的条件先结束"),
            known("malformed preprocessor directive - missing target: (.*)", "“$1”没有写属性的名称", "写成 ifdef::属性[]"),
            known(
                    "malformed preprocessor directive - (?:invalid|missing) expression: (.*)",
                    "“$1”的条件看不懂",
                    "写成 ifeval::[{属性} == 值]"),
            known(
                    "malformed preprocessor directive - target not permitted: (.*)",
                    "“$1”的冒号后面不能写名称",
                    "写成 ifeval::[{属性} == 值]"),
            known(
                    "include dropped (?:due to missing attribute|because resolved target is blank): (.*)",
                    "“$1”没有包含：路径里的属性没有定义",
                    "在文件头定义该属性，或直接写出路径",
                    "",
                    "E162"),
            known("maximum include depth of (\\d+) exceeded", "包含的层数超过 $1", "减少层数"));

    private AsciiDocMessages() {}

    /**
     * A message in Chinese.
     *
     * @param code its problem code
     * @param typed text to search for if Asciidoctor does not report a position; may be empty
     */
    record Translation(String code, String message, String hint, String typed) {}

    private record Known(Pattern pattern, String message, String hint, String typed, String code) {}

    static Translation translate(String message) {
        for (Known known : KNOWN) {
            Matcher matcher = known.pattern().matcher(message.strip());
            if (matcher.matches()) {
                return new Translation(
                        known.code(),
                        filled(known.message(), matcher),
                        filled(known.hint(), matcher),
                        filled(known.typed(), matcher));
            }
        }
        return new Translation("W163", "这里的 AsciiDoc 写法有问题，处理程序的原话是：" + message.strip(), "核对这一处的写法", "");
    }

    private static String filled(String template, MatchResult found) {
        String filled = template;
        for (int i = 1; i <= found.groupCount(); i++) {
            String value = found.group(i) == null ? "" : found.group(i);
            filled = filled.replace("$" + i, BLOCKS.getOrDefault(value, value));
        }
        return filled;
    }

    private static Known known(String pattern, String message, String hint) {
        return known(pattern, message, hint, "");
    }

    private static Known hidden(String pattern, String hint) {
        return known(pattern, "“$1”是 AsciiDoc 的标记，网页上不会照样显示", hint, "$1", "W169");
    }

    private static Known known(String pattern, String message, String hint, String typed) {
        return known(pattern, message, hint, typed, "W163");
    }

    private static Known known(String pattern, String message, String hint, String typed, String code) {
        return new Known(Pattern.compile(pattern, Pattern.DOTALL), message, hint, typed, code);
    }
}
