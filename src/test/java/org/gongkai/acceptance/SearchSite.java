package org.gongkai.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/** Sites to search: a small one that is loaded whole, and one whose texts are large enough for files of keys. */
final class SearchSite {

    /** Duties, of which each has an entry. */
    static final int DUTIES = 23;

    /** Entries of the large site. */
    static final int LARGE = 220;

    /** A phrase longer than keys are, from the middle of one entry of the large site. */
    static final String LONG_PHRASE = "泵房早班交接以后先看压力表再看流量计，最后把两处读数抄在同一页上，由接班人当面核对签名";

    private static BuiltSite small;
    private static BuiltSite large;

    private SearchSite() {}

    static synchronized BuiltSite small() {
        if (small == null) {
            small = build("search", SearchSite::writeSmall);
        }
        return small;
    }

    static synchronized BuiltSite large() {
        if (large == null) {
            large = build("large", SearchSite::writeLarge);
        }
        return large;
    }

    private interface Writer {
        void write(Path content) throws IOException;
    }

    private static BuiltSite build(String name, Writer writer) {
        Path folder = TemporaryFolders.create(name);
        Path content = folder.resolve("source/content");
        try {
            Files.createDirectories(content.resolve("_data"));
            Files.writeString(content.resolve("_data/site.yml"), "名称: 查找支部 · 党务公开\n");
            writer.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return BuiltSite.build(folder.resolve("source"), folder.resolve("site"));
    }

    private static void writeSmall(Path content) throws IOException {
        Files.writeString(
                content.resolve("_data/categories.yml"),
                """
                - {名称: 党费, 标识: dues}
                - {名称: 学习, 标识: study}
                - {名称: 公示, 标识: publicity}
                - {名称: 值班, 标识: duty}
                - {名称: 帮助, 标识: help, 不计入公开: 是}
                """);
        entry(content, "help", "检修单怎么填", "帮助", "2025-06-30", "文种: 文章", "检修单由经办人填写。");
        entry(content, "dues", "第一季度党费收缴公示", "党费", "2025-03-01", "标签: [交纳]", "应交5,760元，实交5,760元，9人签字。");
        entry(content, "study", "2024年学习计划", "学习", "2024-02-01", "标签: [理论]", "全年集中学习四次。\n\n## 党费使用\n\n购买图书。");
        entry(content, "body", "关于泵房检修的说明", "学习", "2025-05-01", "文种: 文章", "检修经费不从党费中支出。");
        entry(
                content,
                "open",
                "关于Open Data接口的说明",
                "学习",
                "2023-05-01",
                "文种: 文章",
                "用Open Source工具读取。“三会一课”记录可以导出，写法是a.b*c[0-9]+与\\&amp;，页面上的\\<b\\>不算标记。");
        entry(
                content,
                "notice",
                "关于候选人预备人选的公示",
                "公示",
                "2025-12-25",
                "文种: 公示\n公开范围: 社会\n发布机构: 查找支部\n保密审查: 宣传委员 2025-12-23\n审批: 书记 2025-12-24\n受理部门: 纪检委员\n"
                        + "监督电话: 内线 6022\n公示: {起: 2025-12-25, 止: 2025-12-31, 工作日: 5}",
                "现将预备人选予以公示。");
        for (int i = 1; i <= DUTIES; i++) {
            entry(
                    content,
                    "duty-" + i,
                    "第" + i + "次值班记事",
                    "值班",
                    LocalDate.of(2025, 6, 1).plusDays(i).toString(),
                    "标签: [值班]",
                    "巡查" + i + "处，" + (i == 1 ? "门锁换新。" : "没有异常。"));
        }
    }

    private static void writeLarge(Path content) throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < LARGE; i++) {
            StringBuilder body = new StringBuilder();
            for (int block = 0; block < 10; block++) {
                for (int unit = 0; unit < 160; unit++) {
                    body.append((char) ('\u5000' + random.nextInt(400)));
                }
                body.append("。\n\n");
            }
            if (i % 2 == 0) {
                body.append("每逢偶数日检查阀门。\n\n");
            }
            if (i % 5 == 0) {
                body.append("## 防冻值守\n\n按表值守。\n\n");
            }
            if (i == 101) {
                body.append("规定：").append(LONG_PHRASE).append("。\n");
            } else if (i % 7 == 0) {
                body.append("规定：").append(LONG_PHRASE.replace("流量计", "水位计")).append("。\n");
            }
            String title = i % 10 == 3 ? "第" + i + "号检查阀门记录" : "第" + i + "号记录";
            entry(
                    content,
                    "record-" + i,
                    title,
                    "记录",
                    LocalDate.of(2024, 1, 1).plusDays(i).toString(),
                    "文种: 文章",
                    body.toString());
        }
    }

    private static void entry(
            Path content, String name, String title, String column, String date, String more, String body)
            throws IOException {
        Files.writeString(
                content.resolve(name + ".md"),
                "---\n标题: " + title + "\n栏目: " + column + "\n发布日期: " + date + "\n" + more + "\n---\n\n" + body + "\n");
    }
}
