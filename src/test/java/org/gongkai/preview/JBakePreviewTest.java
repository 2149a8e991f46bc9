package org.gongkai.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JBake project is previewed as it is built. */
@Tag("slow")
class JBakePreviewTest {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2024-06-01T04:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path root;

    @BeforeEach
    void aProject() {
        new SiteFolder(root)
                .file("jbake.properties", "render.feed=false\nrender.tags=false\nrender.sitemap=false\n")
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

    private Preview preview() throws Exception {
        BuildRequest request = BuildRequest.of(root).jobs(2);
        return Preview.start(request, OptionalInt.of(0), "1.0", TODAY, SiteFolder.SHARED);
    }

    private static String page(Preview preview, String address) throws Exception {
        URI uri = URI.create(preview.address()).resolve(address);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    private static void await(Preview preview, String address, String text) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!page(preview, address).contains(text)) {
            assertThat(System.nanoTime()).as("time left until " + text).isLessThan(end);
            Thread.sleep(50);
        }
    }

    @Test
    void followsItsFiles() throws Exception {
        try (Preview preview = preview()) {
            assertThat(page(preview, "/")).contains("第一篇;", "这不是已发布的站点", "全站：没有问题");
            assertThat(page(preview, "/a.html")).contains("<h1>第一篇</h1>");
            assertThat(page(preview, "/b.html")).contains("没有这个页面");

            Files.writeString(root.resolve("content/b.md"), post("第二篇"));
            await(preview, "/", "第二篇;");
        }
    }

    @Test
    void showsTheLastPagesAndTheProblemsWhileThereIsAnError() throws Exception {
        try (Preview preview = preview()) {
            Files.writeString(root.resolve("templates/post.ftl"), "${content.nothing.at.all}");

            await(preview, "/_preview/problems", "有错误的站点不能发布。");
            assertThat(page(preview, "/a.html")).contains("<h1>第一篇</h1>", "全站：1个错误");
        }
    }

    @Test
    void theDeskSaysHowToMoveOver() {
        assertThat(SiteFolder.run("desk", "-s", root))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "这是 JBake 项目，没有文种和索引号，不能用这个命令；请把 content 复制到一个没有 jbake.properties 的文件夹，文件头不用改，再在那里用：" + root
                                + "。\n"));
        SiteFolder moved = new SiteFolder(root.resolve("moved")).file("content/a.md", post("第一篇"));
        assertThat(SiteFolder.run("check", "-s", moved.root()).status()).isZero();
    }
}
