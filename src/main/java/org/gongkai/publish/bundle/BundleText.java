package org.gongkai.publish.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.publish.bundle.ReleaseChanges.Line;
import org.gongkai.publish.bundle.ReleaseChanges.Section;

/**
 * What an archive says of itself to people: a letter that comes with it, and the list of changes as text and as a page
 * that needs nothing else.
 *
 * @param now the release
 * @param since what it is compared with
 * @param note why it is compared with nothing; empty if it is, or if it is the first release
 * @param changes what came of comparing
 * @param sources whether the sources are there
 */
record BundleText(
        ReleaseFolder now, Optional<ReleaseFolder> since, String note, ReleaseChanges changes, boolean sources) {

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
        StringBuilder page = new StringBuilder(
                """
                <!DOCTYPE html>
                <html lang="zh-CN">
                <head>
                <meta charset="UTF-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>变更说明</title>
                <style>
                body{max-width:50em;margin:2em auto;padding:0 1em;font-family:sans-serif;line-height:1.7}
                h2{font-size:1.2em;margin-top:2em}
                small,pre{color:#555;word-break:break-all;white-space:pre-wrap}
                </style>
                </head>
                <body>
                <main>
                <h1>变更说明</h1>
                """);
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
        List<String> lines = new ArrayList<>(List.of("这是一个发布批次的离线包", ""));
        lines.addAll(head());
        lines.addAll(List.of(
                "",
                "涉密的内容不属于这里：这个包、这个网站和它的源文件都只放可以公开的内容。",
                "带进内部网络，请按本单位的规定：一次性光盘、中间机查杀病毒、审批和登记。",
                "包里没有程序，也没有压缩过的文件，病毒查杀软件看得到每一个字节。",
                "",
                "里面有什么",
                "  CHANGES.txt     变更说明；changes.html 是同样的内容，解开以后可以点开看",
                "  site            网站的全部文件，用浏览器打开 site/index.html 就能看",
                "  manifest.json   清单：包里每个文件的路径、大小和 SHA-256，提交和日期",
                "  SHA256SUMS      同样的 SHA-256，不用本程序也能核对",
                "  record.jsonl    发布记录里说明这个发布批次的几行，封存着 site/manifest.json 的 SHA-256",
                "  addresses.txt   已经公布、要一直能打开的网址"));
        if (sources) {
            lines.add("  sources.bundle  源文件和全部修改历史（git bundle），包括草稿和只给一部分人看的内容");
        }
        lines.addAll(List.of(
                "",
                "怎样核对",
                "  有本程序：gongkai verify 包.zip            有公钥时加上 --public-key 公钥.pem",
                "  没有本程序，Linux：解开以后在这个文件夹里运行 sha256sum -c SHA256SUMS",
                "  没有本程序，Windows：certutil -hashfile 文件 SHA256，与 SHA256SUMS 里的那一行对照",
                "  有 manifest.sig 时，签名也可以这样核对：",
                "    openssl pkeyutl -verify -pubin -inkey 公钥.pem -rawin -in manifest.json -sigfile manifest.sig",
                "",
                "怎样发布",
                "  有本程序：gongkai import bundle 包.zip --to 发布的文件夹",
                "  没有本程序：把 site 文件夹里的全部文件复制到网站服务器"));
        if (sources) {
            lines.add("  取出源文件：git clone sources.bundle 文件夹");
        }
        return ArchiveWriter.windowsText(lines);
    }
}
