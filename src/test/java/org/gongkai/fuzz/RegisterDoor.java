package org.gongkai.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.testing.SiteFolder;

/** Definitions of registers that may be written, but that hardly anybody would write, over a few entries. */
final class RegisterDoor {

    static final int DEFINITIONS = 12;

    private static final String[] COLUMNS = {
        "标题", "日 date", "数 number", "额 money", "率 percentage", "文种", "组 text", "次 number", "=1"
    };
    private static final String[] NAMES = {"标题", "日", "数", "额", "率", "文种", "组", "次", "\"=1\""};
    private static final String[] PATHS =
            "会议.时间 会议.应到/会议.实到 会议 会议. . / || a/ 年度 标题 发布日期 任务项.完成时限 完成时限 内容 时限 事项 担任人 公示.起 标题.期间 附件.数 标签".split(" ");

    private RegisterDoor() {}

    static List<List<String>> open(Path folder, Snippets from) {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < DEFINITIONS; i++) {
            yaml.append("- 标识: r").append(i).append("\n  列: [");
            yaml.append(Stream.of(COLUMNS).map(column -> column(column, from)).collect(Collectors.joining(", ")));
            yaml.append("]\n  来源: ")
                    .append(from.pick("条目", "表格", "公示", "组织", "目录"))
                    .append("\n  表: 任务项\n");
            yaml.append("  年: ").append(list(from, PATHS)).append("\n  同一场: ").append(list(from, PATHS));
            yaml.append("\n  排序: ").append(list(from, NAMES)).append("\n  合计: ").append(list(from, NAMES));
            yaml.append("\n  计数: ").append(from.pick(NAMES)).append("\n  自: ");
            yaml.append(from.pick("1949-10-01", "2024-02-29", "2035-12-31")).append("\n  应有:\n");
            Stream.generate(() -> expectation(from))
                    .limit(1 + from.random().nextInt(3))
                    .forEach(it -> yaml.append("    - {").append(it).append("}\n"));
        }
        new SiteFolder(folder)
                .entry("content/a.md", "标题: 甲", "发布日期: 2024-03-04", "年度: [2023, 2024]", "标签: [甲, 乙]")
                .published(
                        "content/b.md",
                        "标题: 甲组2024年上半年工作计划",
                        "文种: 工作计划",
                        "发布日期: 2024-02-01",
                        "任务项: [{序号: 1, 内容: 换表, 责任人: 组长, 完成时限: 2024-04-01}]")
                .file("content/_data/organisation.yml", "委员会: [{职务: 书记}]\n党小组: [{名称: 甲组, 人数: 3}]\n")
                .file("content/_data/registers.yml", yaml.toString());
        return Stream.of("text", "json", "csv", "xlsx")
                .map(format -> List.of(
                        "register",
                        "r" + from.random().nextInt(DEFINITIONS),
                        "--format",
                        format,
                        "-o",
                        folder.resolve("r." + format).toString(),
                        "-s",
                        folder.toString()))
                .toList();
    }

    private static String column(String nameAndType, Snippets from) {
        return nameAndType.contains(" ")
                ? "\"" + nameAndType + " " + from.pick(PATHS) + "\""
                : "\"" + nameAndType + "\"";
    }

    private static String expectation(Snippets from) {
        String more = from.random().nextBoolean() ? ", 依据: 甲" : "";
        return more.replaceFirst("^, (.*)$", "$1, ")
                + switch (from.random().nextInt(4)) {
                    case 0 ->
                        "事项: 甲, 满足: {" + from.pick(NAMES) + ": 甲}, 每: " + from.pick("月", "季度", "半年", "年")
                                + ", 至少: " + from.pick("0", "1", "999999999.99")
                                + from.pick("", ", 合计: " + from.pick(NAMES)) + from.pick("", ", 各: 党小组")
                                + from.pick("", ", 需: 委员会", ", 需: 党小组");
                    case 1 ->
                        "事项: " + from.pick(NAMES) + ", 期限: " + from.pick(NAMES) + ", 状态: " + from.pick(NAMES)
                                + ", 办结: [甲], 之后: " + from.pick("0", "999");
                    case 2 -> "事项: 次, 连续: " + from.pick(NAMES) + ", 按: " + list(from, NAMES);
                    default -> "目录: 是, 之后: " + from.pick("0", "999");
                };
    }

    private static String list(Snippets from, String... words) {
        return Stream.generate(() -> from.pick(words))
                .limit(from.random().nextInt(4))
                .map(word -> word.startsWith("\"") ? word : "\"" + word + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
