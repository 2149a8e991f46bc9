package org.gongkai.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A JBake project is built; commands that cannot take it say what to do. */
@Tag("slow")
class JBakePreviewTest extends SiteFixture {

    @BeforeEach
    void aProject() {
        site.file("jbake.properties", "render.feed=false\nrender.tags=false\nrender.sitemap=false\n")
                .file("templates/post.ftl", "<html><body><h1>${content.title}</h1>${content.body}</body></html>")
                .file(
                        "templates/index.ftl",
                        "<html><body><#list published_posts as post>${post.title};</#list></body></html>")
                .file("templates/archive.ftl", "<html><body></body></html>")
                .file("content/a.md", post("第一篇"));
    }

    private static String post(String title) {
        return "title=" + title + "\ndate=2024-01-01\ntype=post\nstatus=published\n~~~~~~\n正文。\n";
    }

    @Test
    void isBuiltInstead() {
        assertThat(SiteFolder.run("serve", "-s", site.root()))
                .isEqualTo(new Ran(
                        2, "", "这是 JBake 项目，没有预览；改动以后运行 build，在浏览器里打开 target/site/index.html：" + site.root() + "。\n"));
    }

    @Test
    void theDeskSaysHowToMoveOver() {
        assertThat(SiteFolder.run("desk", "-s", site.root()))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "这是 JBake 项目，没有文种和索引号，不能用这个命令；请把 content 复制到一个没有 jbake.properties 的文件夹，文件头不用改，再在那里用："
                                + site.root() + "。\n"));
        SiteFolder moved = new SiteFolder(folder.resolve("moved")).file("content/a.md", post("第一篇"));
        assertThat(SiteFolder.run("check", "-s", moved.root()).status()).isZero();
    }
}
