package org.gongkai.write;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.entry.kind.Kind;

/**
 * A new entry to be filled in.
 *
 * @param kind its kind
 * @param name the name by which the kind was requested
 * @param title its title, if known
 * @param number its index number, if it has one
 * @param column its column
 * @param publisher its publisher; may be empty
 * @param day the publication day
 * @param calendar the working days, for the period of a 公示
 */
public record NewEntry(
        Kind kind,
        String name,
        Optional<String> title,
        Optional<String> number,
        String column,
        String publisher,
        LocalDate day,
        WorkCalendar calendar) {

    /** Returns true if entries of a kind have an index number. */
    public static boolean isNumbered(Kind kind) {
        return KindLines.isNumbered(kind);
    }

    /** Returns the content of the file. */
    public String text() {
        KindLines own = new KindLines(kind);
        List<String> lines = new ArrayList<>(List.of("---", "# 以 # 开头的行是说明，读者看不到，写好以后可以删去。"));
        lines.add("# 标题：" + (title.isPresent() ? "" : "请改成本条的标题，") + own.titleNote() + "写在一行里，末尾不加句号。");
        lines.add("标题: " + quoted(title.orElseGet(() -> own.title(day.getYear()))));
        number.ifPresent(given -> lines.addAll(List.of("# 索引号：已经编好，不再改动，也不给别的条目用。", "索引号: " + given)));
        lines.addAll(List.of("# 文种：决定要写哪些字段。", "文种: " + quoted(name)));
        lines.addAll(List.of("# 栏目：放在网站的哪个栏目。", "栏目: " + quoted(column)));
        lines.addAll(List.of("# 发布日期：这一天起网站上看得到。", "发布日期: " + day));
        if (kind.open()) {
            lines.addAll(List.of("# 成文日期：文件定稿签发的日子，不晚于发布日期。", "成文日期: " + day));
            lines.addAll(List.of("# 公开范围：社会、全党、本单位、特定对象之一。", "公开范围: 本单位"));
            lines.addAll(List.of("# 发布机构：以谁的名义发布。", ("发布机构: " + quoted(publisher)).stripTrailing()));
            lines.addAll(List.of("# 保密审查：谁在哪天审查过，发布前必填，如 {审查人: 宣传委员, 日期: " + day + "}。", "保密审查:"));
            lines.addAll(List.of("# 审批：谁在哪天批准发布，发布前必填，如 {审批人: 支部书记, 日期: " + day + "}。", "审批:"));
        }
        lines.addAll(own.notice(day, calendar));
        lines.addAll(own.fields(written(lines)));
        lines.addAll(List.of("# 状态：写好并审批以后，把“草稿”改成“已发布”。", "状态: 草稿", "---", "", "（在这里写正文。）"));
        return String.join("\n", lines) + "\n";
    }

    private static Set<String> written(List<String> lines) {
        return lines.stream()
                .filter(line -> line.indexOf(':') > 0 && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf(':')))
                .collect(Collectors.toSet());
    }

    /** Quotes a text for YAML if necessary. */
    private static String quoted(String text) {
        boolean plain = text.isEmpty()
                || text.matches("[\\p{IsHan}A-Za-z0-9（《“][^:#\\\\\"'\\p{Cntrl}]*")
                        && text.equals(text.strip())
                        && !text.equals("null");
        return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
