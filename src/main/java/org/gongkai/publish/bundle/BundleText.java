package org.gongkai.publish.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.io.TextResource;
import org.gongkai.output.ArchiveWriter;
import org.gongkai.publish.bundle.ReleaseChanges.ReleaseFolder;

/**
 * What an archive says of itself to people: a letter that comes with it, and the list of changes.
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
        lines.add("文件：" + changes.counts());
        return lines;
    }

    byte[] changesText() {
        List<String> lines = new ArrayList<>(List.of("变更说明", ""));
        lines.addAll(head());
        changes.sections().forEach((name, texts) -> {
            lines.add("");
            lines.add(name + "（" + texts.size() + "）");
            texts.forEach((address, text) -> {
                lines.add("  " + text);
                lines.add("    " + address);
            });
        });
        lines.add("");
        lines.add("全部有变化的文件，包括首页、列表和订阅（+ 新增，* 改动，- 减少）");
        changes.files().forEach(file -> lines.add("  " + file));
        return ArchiveWriter.windowsText(lines);
    }

    byte[] readme() {
        return ArchiveWriter.windowsText(TextResource.of(BundleText.class, "readme.txt")
                .replace("@HEAD@", String.join("\n", head()))
                .lines()
                .toList());
    }
}
