package org.gongkai.acceptance;

import java.nio.file.Path;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFolder;

/** A site with a past: a notice of several versions, one that is withheld, and an entry that was withdrawn. */
final class HistorySite {

    static final String ENTRY = "notices/2024/a1-2024-00001.html";
    static final String HISTORY = "notices/2024/a1-2024-00001/history/";
    static final String WITHDRAWN = "notices/2024/a1-2024-00002.html";

    private static BuiltSite site;
    private static Path source;

    private HistorySite() {}

    static synchronized BuiltSite site() {
        if (site == null) {
            Path folder = TemporaryFolders.create("history");
            source = write(folder);
            site = BuiltSite.build(source, folder.resolve("built"));
        }
        return site;
    }

    /** The folder, under git, from which it is built. */
    static Path source() {
        site();
        return source;
    }

    private static Path write(Path folder) {
        Path root = folder.resolve("source");
        GitFolder git = new GitFolder(root);
        SiteFolder source = new SiteFolder(root)
                .file("content/_data/site.yml", "名称: 示例支部\n")
                .file("content/通知/二.md", header("关于借用活动室的通知", "A1/2024-00002", "") + "活动室周五可以借用。\n");
        notice(source, "", "定于4月10日14时在三楼会议室集中学习。", "请自带学习笔记。");
        git.commit("2024-04-01", "宣传委员", "公开两个通知");
        notice(source, "", "定于4月11日15时在二楼会议室集中学习。", "请自带学习笔记。");
        git.commit("2024-04-03", "宣传委员", "会议室被占用，改时间和地点");
        notice(
                source,
                "责任人: 组织委员\n",
                "请自带学习笔记。",
                "定于4月11日15时在二楼会议室集中学习。",
                "| 党小组 | 人数 |\n|---|---|\n| 第一党小组 | 9 |\n| 第二党小组 | 8 |");
        git.commit("2024-04-05", "组织委员", "加上人数");
        notice(source, "责任人: 组织委员\n", "请自带学习笔记。联系手机" + "139" + "1234" + "5678" + "。");
        git.commit("2024-04-06", "组织委员", "加上电话");
        notice(
                source,
                "责任人: 组织委员\n",
                "请自带学习笔记。",
                "定于4月11日15时在二楼会议室集中学习。",
                "| 党小组 | 人数 |\n|---|---|\n| 第一党小组 | 10 |\n| 第二党小组 | 8 |\n| 第三党小组 | 7 |");
        source.file(
                "content/通知/二.md", header("关于借用活动室的通知", "A1/2024-00002", "状态: 已撤回\n撤回原因: 活动室改作他用\n") + "活动室周五可以借用。\n");
        git.commit("2024-04-09", "组织委员", "删去电话，撤回借用通知");
        return root;
    }

    private static void notice(SiteFolder source, String more, String... paragraphs) {
        source.file(
                "content/通知/一.md",
                header("关于四月集中学习的通知", "A1/2024-00001", more) + String.join("\n\n", paragraphs) + "\n");
    }

    private static String header(String title, String number, String more) {
        return "---\n标题: " + title + "\n栏目: 通知\n发布日期: 2024-04-01\n索引号: " + number + "\n" + more + "---\n\n";
    }
}
