package org.gongkai.check.kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.SiteFolder;

/** Makes projects of JBake of the examples of codes that only they bring. */
final class ExampleProject {

    private static final String SETTINGS = "render.feed=false\nrender.tags=false\n";
    private static final String TEXT = "\n~~~~~~\n正文。\n";

    private final SiteFolder site;

    ExampleProject(SiteFolder site) {
        this.site = site;
        site.file("jbake.properties", SETTINGS)
                .file("templates/post.ftl", "<h1>${content.title!}</h1>${content.body}")
                .file("templates/page.ftl", "${content.body}")
                .file("templates/tags.ftl", "标签")
                .file("templates/index.ftl", "首页")
                .file("templates/archive.ftl", "全部")
                .file("content/a.md", post("title=甲"));
    }

    void with(String code, String example) throws IOException {
        switch (code) {
            case "W601" -> site.file("content/b.md", example + "\n");
            case "W602", "W607" -> site.file("content/b.md", example + TEXT);
            case "E608" -> site.file("templates/post.ftl", example).file("content/b.md", post("title=乙\nauthor=宣传委员"));
            case "E610", "W610", "W618" -> {
                for (String name : example.split(" 和 ")) {
                    site.file("content/" + name.replaceFirst("^content/", ""), post("title=乙"));
                }
            }
            case "E611", "E612", "E613", "E614" -> site.file("jbake.properties", SETTINGS + example + "\n");
            case "W611", "E616" ->
                site.file("jbake.properties", "render.feed=false\n").file("content/b.md", post(example));
            case "E617" -> site.file("data/x.yml", example + "\n");
            case "W162" ->
                site.file("content/parts/联系.adoc", "内线 6021\n")
                        .file(
                                "content/news/b.adoc",
                                "= 乙\n2025-03-03\n:jbake-type: post\n:jbake-status: published\n\n" + example + "\n");
            case "W401" -> {
                Path link = site.root().resolve("assets/links");
                if (example.equals("links/ 是指到不存在的文件夹的链接")) {
                    Files.createDirectories(link.getParent());
                    Files.createSymbolicLink(link, Path.of("nowhere"));
                } else {
                    site.file("assets/links/a.txt", "甲");
                }
            }
            default -> site.file("content/b.md", post(example));
        }
    }

    private static String post(String header) {
        List<String> lines = new ArrayList<>(header.lines().toList());
        for (String usual : List.of("title=甲", "date=2025-03-03", "type=post", "status=published")) {
            if (lines.stream().noneMatch(line -> line.startsWith(usual.substring(0, usual.indexOf('=') + 1)))) {
                lines.add(usual);
            }
        }
        return String.join("\n", lines) + TEXT;
    }
}
