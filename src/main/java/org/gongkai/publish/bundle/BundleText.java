package org.gongkai.publish.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.io.TextResource;
import org.gongkai.publish.bundle.ReleaseChanges.Line;
import org.gongkai.publish.bundle.ReleaseChanges.ReleaseFolder;
import org.gongkai.publish.bundle.ReleaseChanges.Section;

/**
 * What an archive says of itself to people: a letter that comes with it, and the list of changes as text and as a page
 * that needs nothing else.
 *
 * @param now the release
 * @param since what it is compared with
 * @param note why it is compared with nothing; empty if it is, or if it is the first release
 * @param changes what came of comparing
 */
record BundleText(ReleaseFolder now, Optional<ReleaseFolder> since, String note, ReleaseChanges changes) {

    private List<String> head() {
        List<String> lines = new ArrayList<>();
        lines.add("发布批次：" + now.named() + "，按 " + now.manifest().asOf() + " 的日期生成");
        lines.add("提交：" + now.manifest().commit().orElse("不是从一个提交生成的"));
        lines.add("内容：" + now.release().published().counts().entries() + " 条，"
                + now.manifest().files().size() + " 个文件");
        lines.add(
                "相比：" + since.map(other -> "发布批次 " + other.named()).orElse(note.isEmpty() ? "没有更早的发布批次，全部是新的" : note));
        lines.add("文件：新增 " + changes.count("+") + "，改动 " + changes.count("*") + "，减少 " + changes.count("-"));
        return lines;
    }

    byte[] changesText() {
        List<String> lines = new ArrayList<>(List.of("变更说明", ""));
        lines.addAll(head());
        for (Section section : changes.sections()) {
            lines.add("");
            lines.add(section.name() + "（" + section.lines().size() + "）");
            for (Line line : section.lines()) {
                lines.add("  " + line.text());
                lines.add("    " + line.address());
            }
        }
        lines.add("");
        lines.add("全部有变化的文件，包括首页、列表和订阅（+ 新增，* 改动，- 减少）");
        changes.files().forEach(file -> lines.add("  " + file));
        return ArchiveWriter.windowsText(lines);
    }

    byte[] changesPage() {
        StringBuilder page = new StringBuilder(TextResource.of(BundleText.class, "changes-head.html"));
        head().forEach(line -> page.append("<p>").append(escaped(line)).append("</p>\n"));
        for (Section section : changes.sections()) {
            page.append("<h2>")
                    .append(section.name())
                    .append("（")
                    .append(section.lines().size())
                    .append("）</h2>\n<ul>\n");
            section.lines()
                    .forEach(line -> page.append("<li>").append(item(line)).append("</li>\n"));
            page.append("</ul>\n");
        }
        page.append("<h2>全部有变化的文件，包括首页、列表和订阅</h2>\n<p>+ 新增，* 改动，- 减少</p>\n<pre>\n");
        changes.files().forEach(file -> page.append(escaped(file)).append('\n'));
        return page.append("</pre>\n</main>\n</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String item(Line line) {
        String text = escaped(line.text());
        return (line.isThere() ? "<a href=\"site/" + escaped(line.address()) + "\">" + text + "</a>" : text)
                + "<br><small>" + escaped(line.address()) + "</small>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    byte[] readme() {
        return ArchiveWriter.windowsText(TextResource.of(BundleText.class, "readme.txt")
                .replace("@HEAD@", String.join("\n", head()))
                .lines()
                .toList());
    }
}
