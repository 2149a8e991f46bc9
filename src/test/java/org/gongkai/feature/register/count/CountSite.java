package org.gongkai.feature.register.count;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.SiteFolder;
import org.jsoup.nodes.Element;

/** A small site with records of meetings and a text that counts them. */
final class CountSite {

    static final String ADDRESS = "articles/2024/xiao-jie.html";
    static final String TEXT = "content/文章/小结.md";

    private static final List<String> KEEP = List.of("发布机构: 第一党支部", "保密审查: 宣传委员 2023-01-04", "审批: 书记 2023-01-05");

    private final SiteFolder site;

    /** Two sittings of the committee in 2024, one with two entries, and one in 2023. */
    CountSite(Path folder) {
        site = new SiteFolder(folder);
        record("一", "支委会", "2024-01-10", held("2024-01-09"));
        record("二", "支委会", "2024-02-10", held("2024-02-09"));
        record("二通知", "支委会", "2024-02-08", held("2024-02-09"));
        record("去年", "支委会", "2023-12-20", held("2023-12-19"));
    }

    SiteFolder folder() {
        return site;
    }

    static String held(String day) {
        return held(day, "");
    }

    static String held(String day, String group) {
        String named = group.isEmpty() ? "" : ", 党小组: " + group;
        return "会议: {时间: " + day + " 15:00, 地点: 一楼会议室" + named + "}";
    }

    /** Adds a record; it is public for everybody unless its header says otherwise. */
    CountSite record(String name, String kind, String published, String... more) {
        List<String> header =
                new ArrayList<>(List.of("标题: 第一党支部" + kind + "（" + name + "）", "发布日期: " + published, "文种: " + kind));
        header.addAll(List.of(more));
        header.addAll(KEEP);
        if (List.of(more).stream().noneMatch(line -> line.startsWith("公开范围"))) {
            header.add("公开范围: 社会");
        }
        site.entry("content/" + kind + "/" + name + ".md", header.toArray(String[]::new));
        return this;
    }

    /** Writes the text that counts, published on 5 March 2024. */
    CountSite text(String body, String... header) {
        List<String> lines = new ArrayList<>(List.of("标题: 小结", "发布日期: 2024-03-05"));
        lines.addAll(List.of(header));
        site.file(TEXT, "---\n" + String.join("\n", lines) + "\n---\n" + body + "\n");
        return this;
    }

    /** Writes the text that counts as a summary that was approved on 4 March 2024. */
    CountSite approved(String body, String... header) {
        List<String> lines = new ArrayList<>(List.of("文种: 工作总结", "公开范围: 社会", "栏目: 文章", "发布机构: 第一党支部"));
        lines.addAll(List.of("保密审查: 宣传委员 2024-03-03", "审批: 书记 2024-03-04"));
        lines.addAll(List.of(header));
        return text(body, lines.toArray(String[]::new));
    }

    /** Builds the site, and returns the body of the text. */
    Element built() {
        return site.built().html(ADDRESS).selectFirst(".prose");
    }

    /** Builds the site, and returns the body of the text as readers read it. */
    String shown(String body) {
        return text(body).built().text();
    }

    List<String> problems() {
        return site.build().problems();
    }
}
