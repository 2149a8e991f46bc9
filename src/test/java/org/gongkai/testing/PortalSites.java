package org.gongkai.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The sources of three small sites and their list: 机关党委 with 一处总支, which has 第1支部 and 第2支部, and with 第3支部 right below
 * it. Each has published its dues and a 公示 that runs.
 */
public final class PortalSites {

    private PortalSites() {}

    /** Writes them below a folder; returns the list. */
    public static Path write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "门户: {名称: 示例市党务公开, 发布到: www/portal}", "站点:", "- {名称: 机关党委, 代码: JG}", "- {名称: 一处总支, 代码: YC, 上级: JG}"));
        for (int i = 1; i <= 3; i++) {
            new SiteFolder(folder.resolve("s" + i))
                    .file("content/_data/site.yml", "名称: 第" + i + "支部的网站\n监督: 纪检委员（意见箱）\n")
                    .file(
                            "content/_data/organisation.yml",
                            "委员会: [{职务: 书记}]\n任期: {起: 2021-0" + (i + 5) + "-11, 止: 2024-0" + (i + 5) + "-10}\n")
                    .published(
                            "content/党费/一.md",
                            "标题: 第" + i + "支部2024年第一季度党费收缴公示",
                            "文种: 党费收缴公示",
                            "发布日期: 2024-04-02",
                            "目录项: 12-4",
                            "期间: {起: 2024-01-01, 止: 2024-03-31}",
                            "应交人数: 5",
                            "实交人数: 5",
                            "应交金额: 100." + i + "0",
                            "实交金额: " + (i == 3 ? "90.00" : "100." + i + "0"))
                    .published(
                            "content/公示/发展.md",
                            "标题: 第" + i + "支部发展对象公示",
                            "文种: 公示",
                            "发布日期: 2024-05-30",
                            "公示: {起: 2024-05-30, 止: 2024-06-05}");
            lines.add("- {名称: 第" + i + "支部, 代码: Z" + i + ", 来源: s" + i + ", 发布到: www/" + i + ", 上级: "
                    + (i < 3 ? "YC" : "JG") + "}");
        }
        Files.createDirectories(folder.resolve("www"));
        return Files.write(folder.resolve("sites.yml"), lines);
    }

    /** Publishes the sites, and then the portal over them, which works in the folder {@code work}. */
    public static void publish(Path folder) {
        Path list = folder.resolve("sites.yml");
        SiteFolder.done("publish", "--sites", list);
        for (String command : List.of("collect", "merge", "publish")) {
            SiteFolder.done("portal", command, "--sites", list, "--work", folder.resolve("work"));
        }
    }
}
