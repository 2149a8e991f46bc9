package org.gongkai.check.kind;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.file.Invented;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFolder;

/**
 * Makes sites of the examples of codes. Whatever disturbs no other stands in one site, each in a folder of its own; settings,
 * templates and projects of JBake have sites of their own. What an example only says in words is done here.
 */
final class ExampleSite {

    /** Files of {@code content/_data} that the examples of codes are. */
    private static final Map<String, String> DATA = Map.of(
            "E110 E111 E112 E113 E114 E183 E190 E191 E192 W195", "site",
            "E115 E116", "categories",
            "E125 E126 E127 E128 E129", "kinds",
            "E130 E131", "catalogue",
            "E133 W133 E355 E356", "organisation",
            "E137", "registers",
            "E158", "holidays/2020",
            "E276", "privacy");

    /** Codes whose examples change the whole site, or are told once nothing else is wrong. */
    private static final Set<String> ALONE = Set.of(
            "W376", "E117", "E142", "W153", "W154", "W194", "E302", "E303", "E305", "E307", "W306", "W404", "W409",
            "E501", "E385", "W385", "E389");

    private static final Set<String> ASCIIDOC = Set.of("E161", "E162", "W163", "E165", "E167", "W168");
    private static final Pattern JBAKE = Pattern.compile("[EW]6\\d\\d|W162|W401");
    private static final Pattern FIELD = Pattern.compile("[\\p{IsHan}\\d，…]+: .*");
    private static final Pattern FILE = Pattern.compile("(\\S+\\.\\w+)（(.*)）");
    private static final String REGISTERED = "公开范围: 本单位\n发布机构: 第一党支部\n保密审查: 宣传委员 2010-01-04\n审批: 书记 2010-01-05\n";

    private final SiteFolder site;

    ExampleSite(Path folder) {
        this.site = new SiteFolder(folder);
    }

    /** Whether the example of a code needs a site of its own. */
    static boolean isAlone(String code) {
        return !data(code).isEmpty()
                || ALONE.contains(code)
                || JBAKE.matcher(code).matches();
    }

    private static String data(String code) {
        return DATA.entrySet().stream()
                .filter(file -> file.getKey().contains(code))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    SiteFolder site() {
        return site;
    }

    /** What stands beside all entries of the one site. */
    ExampleSite common() {
        site.file("content/_data/site.yml", "机构代码: SLSW01\n")
                .file(
                        "content/_data/organisation.yml",
                        """
                                党员人数: 18
                                任期: {起: 2024-09-20, 止: 2027-09-19}
                                委员会: [书记, 副书记, 组织委员, 宣传委员, 纪检委员]
                                党小组: [厂区组, 管网组, {名称: 化验组, 止: 2020-06-30, 并入: 厂区组}]
                                人员: [{姓名: 林某, 止: 2020-12-31}, {姓名: 苏某, 标识: 厂区}, {姓名: 苏某, 标识: 管网}]
                                """)
                .file("content/_data/catalogue.yml", "- {编号: 12-4, 事项: 党费收缴, 范围: 本单位}\n")
                .file("content/_共用/联系方式.adoc", "// tag::电话[]\n内线 6021\n// end::电话[]\n");
        for (int month = 1; month <= 9; month++) {
            site.entry("content/通知/" + month + ".md", "标题: 值班安排", "发布日期: 2023-0" + month + "-02");
        }
        return this;
    }

    /** Writes the example of a code. */
    ExampleSite with(String code, String example) throws IOException {
        if (!data(code).isEmpty()) {
            site.file("content/_data/" + data(code) + ".yml", example + "\n")
                    .entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");
        } else if (JBAKE.matcher(code).matches()) {
            new ExampleProject(site).with(code, example);
        } else if (code.equals("E501") || code.equals("E305")) {
            site.file("templates/" + (code.equals("E501") ? "post" : "footer") + ".ftl", example)
                    .entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02")
                    .entry("content/b.md", "标题: 关于走访企业的安排", "发布日期: 2024-01-02", "状态: 草稿");
        } else if (!new ExampleFile(site, "content/" + code + "/").with(example)) {
            beside(code, "content/" + code + "/");
            String name = "a";
            for (String entry : example.split("\n另一条：\n")) {
                entry(code, name, entry);
                name = Character.toString(name.charAt(0) + 1);
            }
        }
        return this;
    }

    private void entry(String code, String name, String example) {
        String text = filled(example);
        String path = "content/" + code + "/条目/" + name + "." + (ASCIIDOC.contains(code) ? "adoc" : "md");
        if (code.equals("E100")) {
            site.file(path, text + "\n");
            return;
        }
        Matcher file = FILE.matcher(text);
        String[] parts = file.matches()
                ? new String[] {"附件: " + file.group(1), "正文。"}
                : FIELD.matcher(text.lines().findFirst().orElse("")).matches()
                        ? (text + "\n---\n正文。").split("\n---\n", 3)
                        : new String[] {"", text};
        List<String> lines = new ArrayList<>(parts[0].lines().toList());
        if (!code.equals("E104")) {
            common(code)
                    .lines()
                    .filter(line ->
                            lines.stream().noneMatch(own -> own.startsWith(line.substring(0, line.indexOf(':')))))
                    .toList()
                    .forEach(lines::add);
        }
        site.file(path, "---\n" + String.join("\n", lines) + "\n---\n\n" + parts[1] + "\n");
    }

    /** Fields that an entry has if the example does not say otherwise. */
    private static String common(String code) {
        return switch (code) {
            case "E239", "W240" -> "标题: 第一党支部2023年度工作总结\n文种: 工作总结\n年度: 2023\n发布日期: 2024-01-12\n" + REGISTERED;
            case "W153", "W154" -> "标题: 关于第一党支部换届选举的公告\n发布日期: 2024-05-06\n" + REGISTERED;
            case "W239" -> "标题: 2023年的党课\n发布日期: 2024-01-12\n";
            case "E389" -> "标题: 甲\n发布日期: 2010-01-06\n修订日期: 2010-01-08\n" + REGISTERED;
            case "W249", "E249" -> "发布日期: 2024-05-06\n应交人数: 18\n实交人数: 18\n应交金额: 100\n实交金额: 100\n" + REGISTERED;
            case "W306" -> "标题: 甲\n发布日期: 2024-01-02\n公开范围: 社会\n" + REGISTERED.substring(REGISTERED.indexOf('\n') + 1);
            default -> "标题: 甲\n发布日期: 2024-01-02\n" + REGISTERED;
        };
    }

    /** What stands in for numbers of persons, characters that nobody sees and much text, which no manual shows. */
    private static String filled(String example) {
        return example.replace("（18 位数字）", Invented.id("19000101"))
                .replace("（15 位数字）", "119999900101999")
                .replace("（11 位数字）", Invented.mobile())
                .replace("（19 位数字）", Invented.card(19))
                .replace("月×日", "月2日")
                .replace("路×号", "路1号")
                .replace("（不换行空格）", "\u00a0")
                .replace("（行尾有全角空格）", "\u3000")
                .replace("（后面空五行）", "\n".repeat(6))
                .replace("（后面空一行）", "\n\n")
                .replace("（制表符）", "\t")
                .replace("引用（>）一层套一层，套了 500 层", ">".repeat(500) + " 字")
                .replace("引用（>）套了 3 层", ">>> 字")
                .replace("（下面 2000 行都没有写 ---）", "# 一行\n".repeat(2001))
                .replace("（下面 2000 行是正文）", "一行。\n\n".repeat(1000))
                .replace("……（一行写了 20001 个字）", "长".repeat(20_001))
                .replace("（照这样一直写到字段1001）", fields())
                .replace("……（写了 101 个字）", "长".repeat(101));
    }

    private static String fields() {
        StringBuilder fields = new StringBuilder();
        for (int i = 2; i <= 1001; i++) {
            fields.append("字段").append(i).append(": 甲\n");
        }
        return fields.toString();
    }

    private void stage(String folder, String stage, String day) {
        site.published(
                folder + stage + ".md",
                "标题: 关于第一党支部换届选举的公告：" + stage,
                "文种: 换届选举",
                "发布日期: 2024-05-06",
                "阶段: " + stage,
                "成文日期: " + day);
    }

    /** Files that the example of a code speaks of. */
    private void beside(String code, String folder) throws IOException {
        switch (code) {
            case "E117" -> site.file("content/_data/categories.yml", "- {名称: 通知, 标识: notices}\n");
            case "E121", "E203" -> site.file(folder + "条目/安排表.xlsx", "表").file(folder + "条目/附件/安排表.xlsx", "表");
            case "W184" -> site.entry(folder + "0.md", "标题: 乙", "发布日期: 2024-01-02", "事项: 更换叫号器");
            case "E141" -> site.entry(folder + "0.md", "标题: 乙", "发布日期: 2024-01-02", "索引号: SLSW01/2024-00031");
            case "E301" -> site.entry(folder + "0.md", "标题: 乙", "发布日期: 2024-01-02", "索引号: SLSW01/2025-00007");
            case "E142" -> {
                GitFolder git = new GitFolder(site.root());
                site.file("content/_data/site.yml", "机构代码: SLSW01\n")
                        .entry("content/旧.md", "标题: 旧", "发布日期: 2023-01-02", "索引号: SLSW01/2024-00033");
                git.commit("2024-01-02", "某委员", "旧的一条");
                site.delete("content/旧.md").entry("content/别的.md", "标题: 别的", "发布日期: 2023-01-02");
                git.commit("2024-01-03", "某委员", "删去");
            }
            case "E385", "W385", "E389" -> {
                entry(code, "a", "到会12人，请提前安排。");
                new GitFolder(site.root()).commit("2010-01-06", "某委员", "第一稿");
            }
            case "W153", "W154" -> {
                stage(folder, code.equals("W153") ? "启动换届" : "选举大会", code.equals("W153") ? "2024-03-01" : "2024-04-28");
                stage(folder, "候选人公示", "2024-04-20");
            }
            case "E165" ->
                site.file(folder + "规章制度/支部工作规则.adoc", "= 支部工作规则\n:发布日期: 2024-01-02\n\n" + "第一条\n\n".repeat(9));
            case "E201", "W205", "E210" -> {
                site.entry(folder + "计划/2024.md", "标题: 计划", "发布日期: 2024-01-02")
                        .entry(folder + "条目/安排.md", "标题: 安排", "发布日期: 2024-01-02", "状态: 草稿");
                if (code.equals("E210")) {
                    site.file(folder + "计划/2024.adoc", "= 计划\n:发布日期: 2024-01-02\n\n正文。\n");
                }
            }
            case "E202" -> site.file(folder + "条目/合影.jpeg", "图");
            case "E204" -> site.entry(folder + "条目/去年的计划.md", "标题: 计划", "发布日期: 2023-01-02");
            case "E206" -> site.file(folder + "条目/计划.md", "---\n标题: 计划\n发布日期: 2024-01-02\n---\n\n## 重点任务\n\n正文。\n");
            case "W211" -> site.file(folder + "条目/表.pdf", "表");
            case "W261" -> site.file(folder + "条目/安排表.xlsx", "表");
            case "W262" -> site.file(folder + "条目/签到表.xlsx", "表");
            case "E250" -> site.file(folder + "条目/全部材料.zip", "PK");
            case "E260" -> site.file(folder + "条目/统计表.xlsm", "PK");
            case "W306" ->
                site.file("content/_data/site.yml", "公开对象: [{名称: 群众, 范围: [社会]}]\n")
                        .file(folder + "条目/名单.txt", "甲、乙、丙\n")
                        .file(folder + "条目/报名表.txt", "姓名：\n")
                        .file(folder + "内部/名单.txt", "甲、乙、丙\n")
                        .entry(folder + "内部/b.md", "标题: 内部", "发布日期: 2024-01-02", "公开范围: 本单位", "附件: 名单.txt");
            case "W239", "W240" ->
                registered(folder + "0.md", code.equals("W240") ? "支委会" : "党课", "2023-03-09", "2023-03-10");
            case "W248" -> registered(folder + "0.md", "支委会", "2024-02-10 15:00, 次数: 3", "2024-02-11");
            case "W249", "E249" ->
                site.file(
                        folder + "0.md",
                        "---\n标题: 第一党支部2024年第一季度党费收缴公示\n文种: 党费收缴公示\n"
                                + common(code).replace("05-06", "04-06") + "---\n\n正文。\n");
            case "W365", "W366", "W367", "W368", "W369" -> {
                int quarter = Math.max(1, code.charAt(3) - '5');
                site.published(
                        folder + "0.md",
                        "标题: 第一党支部" + (code.equals("W365") ? 2023 : 2022) + "年第" + quarter + "季度党费收缴公示",
                        "文种: 党费收缴公示",
                        "发布日期: 2024-01-02",
                        "应交人数: 18",
                        "实交人数: 16",
                        "应交金额: 3888",
                        "实交金额: 3456");
            }
            default -> {}
        }
    }

    private void registered(String path, String kind, String time, String day) {
        site.file(
                path,
                "---\n标题: 第一党支部" + kind + "记录\n文种: " + kind + "\n发布日期: " + day + "\n会议: {时间: " + time + "}\n主讲人: 书记\n"
                        + REGISTERED + "---\n\n正文。\n");
    }

    /** The bytes of an entry in an encoding, for examples of encodings. */
    static byte[] entry(Charset charset, String body) {
        return ("---\n标题: 甲\n发布日期: 2024-01-02\n---\n\n" + body + "\n").getBytes(charset);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
