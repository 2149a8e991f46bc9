package org.gongkai.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFolder;

/** All doors. */
final class Doors {

    private static final int BATCH = 12;
    private static final String HEADER = "标题: 甲的说明\n发布日期: 2024-03-04\n栏目: 通知\n";
    private static final String FULL =
            HEADER + "文种: 公示\n公示: {起: 2024-03-04, 止: 2024-03-15, 结果: 无}\n公开范围: 社会\n发布机构: 支部\n"
                    + "保密审查: 宣传委员 2024-03-01\n审批: 书记 2024-03-02\n标签: [甲, 乙]\n旧址: /a.html\n监督电话: 内线 6022\n";
    private static final Map<String, String> DATA = Map.of(
            "site.yml",
            "名称: 支部\n机构代码: SLSW01\n网址: http://a.example/\n受众:\n  - {名称: 甲, 范围: [社会]}\n规则: {W226: 关}\n",
            "categories.yml",
            "- {名称: 通知, 标识: notices}\n- {名称: 党课, 标识: lessons}\n",
            "kinds.yml",
            "- {名称: 慰问, 标识: visits, 标题: 关于…的慰问, 字段: [{名称: 人次, 类型: 整数}]}\n",
            "catalogue.yml",
            "- {编号: 甲-1, 事项: 党费, 范围: 本单位}\n",
            "organisation.yml",
            "党员人数: 18\n",
            "privacy.yml",
            "允许: [12380]\n",
            "registers.yml",
            "- {标识: notices, 名称: 通知, 文种: [通知], 列: [标题, 发布日期 date], 应有: [{事项: 通知, 每: 月}]}\n",
            "holidays/2023.yml",
            "年: 2023\n休: [2023-01-01]\n班: [2023-01-28]\n");

    private Doors() {}

    static List<Door> all() {
        return List.of(
                new Door("markdown", BATCH, (folder, from) -> bodies(folder, from, ".md", Snippets.MARKDOWN)),
                new Door("html", BATCH, (folder, from) -> bodies(folder, from, ".html", Snippets.MARKDOWN)),
                new Door("asciidoc", BATCH, (folder, from) -> bodies(folder, from, ".adoc", Snippets.ASCIIDOC)),
                new Door("headers", BATCH, Doors::headers),
                new Door("data", DATA.size(), Doors::data),
                new Door("registers", RegisterDoor.DEFINITIONS, RegisterDoor::open),
                new Door("attachments", 9, Doors::attachments),
                new Door("templates", 1, Doors::templates),
                new Door("versions", 2, Doors::versions),
                new Door("store", 2, Doors::store),
                new Door("bundle", 1, Doors::bundle),
                new Door("arguments", 3, Doors::arguments));
    }

    private static List<List<String>> bodies(Path folder, Snippets from, String ending, String... marks) {
        SiteFolder site = new SiteFolder(folder);
        for (int i = 0; i < BATCH; i++) {
            site.file("content/通知/" + i + ending, "---\n" + HEADER + "---\n\n" + from.of(marks) + "\n");
        }
        return building(folder);
    }

    private static List<List<String>> headers(Path folder, Snippets from) {
        SiteFolder site = new SiteFolder(folder);
        for (int i = 0; i < BATCH; i += 3) {
            site.file("content/" + i + ".md", "---\n" + from.damaged(FULL, Snippets.YAML) + "---\n\n正文。\n");
            site.file(
                    "content/" + (i + 1) + ".md",
                    from.damaged("title=甲\ndate=2024-03-04\ntype=post\nstatus=published\ntags=a,b\n", Snippets.YAML)
                            + "~~~~~~\n正文。\n");
            site.file(
                    "content/" + (i + 2) + ".adoc",
                    from.damaged("= 甲\n:发布日期: 2024-03-04\n:栏目: 通知\n:jbake-tags: a, b\n", Snippets.YAML) + "\n正文。\n");
        }
        return building(folder);
    }

    private static List<List<String>> data(Path folder, Snippets from) {
        SiteFolder site = new SiteFolder(folder).file("content/a.md", "---\n" + HEADER + "---\n\n正文。\n");
        DATA.forEach((name, text) -> site.file("content/_data/" + name, from.damaged(text, Snippets.YAML)));
        return building(folder);
    }

    private static List<List<String>> attachments(Path folder, Snippets from) {
        SiteFolder site = new SiteFolder(folder);
        Map<String, byte[]> files = Map.of(
                "a.csv", "姓名,数\n甲,1\n\"乙\",2\n".getBytes(StandardCharsets.UTF_8),
                "a.docx", Attachments.docx("一段", "二段"),
                "a.xlsx", Attachments.xlsx("甲", "乙"),
                "a.pptx",
                        Attachments.zip(
                                Map.of("ppt/presentation.xml", "<p/>", "ppt/slides/slide1.xml", "<s><t>甲</t></s>")),
                "a.ofd",
                        Attachments.zip(
                                Map.of("OFD.xml", "<OFD/>", "Doc_0/Document.xml", "<d><TextCode>甲</TextCode></d>")),
                "a.pdf", Attachments.pdf("a", "b"),
                "a.png", Attachments.png(),
                "a.jpg", Attachments.jpegWithPlace());
        files.forEach(
                (name, bytes) -> site.file("content/" + name, from.damaged(bytes, "<", "&a;", "<!DOCTYPE a>", "\0")));
        site.file("content/a.md", "---\n" + HEADER + "附件: [" + String.join(", ", files.keySet()) + "]\n---\n\n正文。\n");
        return building(folder);
    }

    private static List<List<String>> templates(Path folder, Snippets from) throws IOException {
        SiteFolder site = new SiteFolder(folder).file("content/a.md", "---\n" + HEADER + "---\n\n正文。\n");
        String name = from.pick("post.ftl", "list.ftl", "index.ftl", "feed.ftl", "layout.ftl");
        String text = Files.readString(Path.of("templates").resolve(name));
        site.file(
                "templates/" + name,
                from.damaged(
                        text,
                        "${",
                        "}",
                        "<#if ",
                        "</#if>",
                        "<#list ",
                        "<#macro a>",
                        "<@",
                        "<#include '",
                        "?",
                        "!",
                        "(",
                        "\""));
        return building(folder);
    }

    /** Two versions of an entry, and a commit of which nobody is the honest author. */
    private static List<List<String>> versions(Path folder, Snippets from) throws Exception {
        SiteFolder site = new SiteFolder(folder.resolve("site"));
        GitFolder git = new GitFolder(site.root());
        String first = from.of(Snippets.MARKDOWN);
        site.file("content/a.md", "---\n" + HEADER + "---\n\n" + first + "\n");
        git.commit("一");
        site.file("content/a.md", "---\n" + HEADER + "---\n\n" + from.damaged(first, Snippets.MARKDOWN) + "\n");
        git.commit("二");
        String raw = git.git("cat-file", "commit", "HEAD");
        Path object = folder.resolve("object");
        Files.write(
                object,
                from.damaged(raw.getBytes(StandardCharsets.UTF_8), "\n", "<", "> ", " +0800", "9", "author ", "\0"));
        String name = git.git("hash-object", "--literally", "-w", "-t", "commit", object.toString())
                .strip();
        Files.writeString(site.root().resolve(".git/refs/heads/main"), name + "\n");
        return building(site.root());
    }

    private static Path published(Path folder) {
        SiteFolder site =
                new SiteFolder(folder.resolve("site")).file("content/a.md", "---\n" + HEADER + "---\n\n正文。\n");
        Path store = folder.resolve("store");
        SiteFolder.done("publish", "-s", site.root(), "--to", store);
        return store;
    }

    private static List<List<String>> store(Path folder, Snippets from) throws IOException {
        Path store = published(folder);
        for (Path file :
                List.of(store.resolve("records.jsonl"), store.toRealPath().resolve("current/manifest.json"))) {
            Path real = file.toRealPath();
            real.toFile().setWritable(true);
            real.getParent().toFile().setWritable(true);
            byte[] bytes = Files.readAllBytes(real);
            Files.delete(real);
            Files.write(real, from.damaged(bytes, "{", "\"", "[", "\\", ",", "}", "\\u0000", "1e999", "null"));
        }
        String to = store.toString();
        return List.of(
                List.of("verify", to),
                List.of("releases", "--to", to),
                List.of("prune", "--to", to, "--keep", "1"),
                List.of("publish", "-s", folder.resolve("site").toString(), "--to", to));
    }

    private static List<List<String>> bundle(Path folder, Snippets from) throws IOException {
        Path archive = folder.resolve("a.zip");
        SiteFolder.done("export", "bundle", "--to", published(folder), "-o", archive);
        Files.write(
                archive,
                from.damaged(Files.readAllBytes(archive), "PK\u0003\u0004", "{", "\"", "../", "site/", "\0\0\0\0"));
        return List.of(
                List.of("verify", archive.toString()),
                List.of(
                        "import",
                        "bundle",
                        archive.toString(),
                        "--to",
                        folder.resolve("far").toString()));
    }

    private static List<List<String>> arguments(Path folder, Snippets from) {
        new SiteFolder(folder).file("content/a.md", "---\n" + HEADER + "---\n\n正文。\n");
        // Nothing and a blank are words as well.
        String[] words =
                ("| |check|register|explain|schema|number|verify|releases|server|takedown|--as-of|--audience|--format|json|--base|--rev|HEAD|-s|--jobs|0|-1|99999999999|E160|--|-|--debug=|=|\0|字|../..|2024-02-30|@a|@|--keep|nginx")
                        .split("\\|");
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<String> args = new ArrayList<>(
                    List.of(from.pick("check", "register", "explain", "schema", "verify", "releases", "server")));
            Stream.generate(() -> from.pick(words))
                    .limit(from.random().nextInt(5))
                    .forEach(args::add);
            args.addAll(List.of("-s", folder.toString()));
            all.add(args);
        }
        return all;
    }

    private static List<List<String>> building(Path site) {
        return List.of(List.of("build", "--all", "-s", site.toString()));
    }
}
