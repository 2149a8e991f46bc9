package org.gongkai.cli.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.GitServer.entry;
import static org.gongkai.testing.GitServer.write;
import static org.gongkai.testing.SiteFolder.done;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.gongkai.testing.PushFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the check of a push has made is published, unless anything that it depends on has changed meanwhile. */
class CheckedSiteTest extends PushFixture {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2024-06-01T04:00:00Z"), ZoneOffset.UTC);
    private static final String PAGE = "articles/2024/b.html";

    private DirectPush direct;

    @BeforeEach
    void aSiteThatIsPublished() {
        server.installed();
        direct = new DirectPush(server);
        assertThat(direct.push(clone).status()).isZero();
    }

    /** Pushes what is committed, as far as git sets the branch. */
    private String accepted() {
        assertThat(direct.check(clone, "HEAD", "refs/heads/main").said()).doesNotContain("没有收下");
        String commit = server.git(clone, "rev-parse", "HEAD").strip();
        server.git(server.repository(), "update-ref", "refs/heads/main", commit);
        return commit;
    }

    private void publish(Clock day) {
        SiteFolder.Ran ran = hooksRun(day);
        assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
        done("verify", server.to(), "--all");
    }

    private SiteFolder.Ran hooksRun(Clock day) {
        return run(day, "hooks", "run", "--repo", server.repository().toString());
    }

    private Path made() {
        return server.repository().resolve("gongkai/made");
    }

    private String page(String current, String address) {
        Path page = server.to().resolve(current).resolve(address);
        return Files.exists(page) ? SiteFolder.read(page) : "";
    }

    /** Deletes the text of an entry, so that its site cannot be built any more. */
    private void lose(String path) throws IOException {
        String blob =
                server.git(server.repository(), "rev-parse", "main:" + path).strip();
        Files.delete(server.repository().resolve("objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
    }

    @Test
    void isPublishedWithoutBeingBuiltAgain() throws IOException {
        committed("content/b.md", "第二条内容");
        String commit = accepted();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made().resolve(commit))))
                .isEqualTo("rwx------");
        lose("content/b.md");

        publish(TODAY);

        assertThat(page("current", PAGE)).contains("第二条内容");
        assertThat(page("current", "articles/2024/a.html")).contains("第一条内容");
        assertThat(server.current().resolve("search/t.js")).isNotEmptyFile();
        assertThat(made()).isEmptyDirectory();
    }

    @Test
    void isThatOfEachAudience() throws IOException {
        write(
                clone,
                "content/_data/site.yml",
                """
                名称: 示例支部
                受众:
                - {名称: 群众, 范围: [社会]}
                - {名称: 本单位, 范围: [社会, 全党, 本单位], 目录: nei}
                """);
        entry(clone, "content/a.md", "第一条内容", "公开范围: 社会");
        server.commit(clone, "audiences");
        assertThat(direct.push(clone).status()).isZero();
        committed("content/b.md", "给单位的内容", "公开范围: 本单位");
        accepted();
        lose("content/b.md");

        publish(TODAY);

        assertThat(page("nei/current", PAGE)).contains("给单位的内容");
        assertThat(page("qun-zhong/current", "index.html")).contains("第一条内容").doesNotContain("给单位的内容");
        assertThat(page("qun-zhong/current", PAGE)).isEmpty();
    }

    @Test
    void isGoneAfterARefusal() throws IOException {
        server.git(clone, "rm", "-q", "content/a.md");
        server.commit(clone, "nothing is left");

        assertThat(direct.push(clone).said()).contains("没有收下", "articles/2024/a.html");

        assertThat(made()).isEmptyDirectory();
    }

    @Test
    void isBuiltAnewOnAnotherDay() {
        committed("content/b.md", "第二条内容");
        accepted();

        publish(Clock.offset(TODAY, Duration.ofDays(1)));

        assertThat(page("current", "manifest.json")).contains("\"asOf\": \"2024-06-02\"");
    }

    @Test
    void isBuiltAnewOverAnotherStateOfWhatIsPublished() throws IOException {
        committed("content/b.md", "第二条内容");
        accepted();
        done("takedown", "articles/2024/a.html", "--to", server.to(), "--reason", "写错了人");
        done("takedown", "articles/2024/a.html", "--to", server.to(), "--reason", "没有写错", "--undo");
        lose("content/b.md");

        assertThat(hooksRun(TODAY).status()).isEqualTo(3);

        assertThat(page("current", PAGE)).isEmpty();
    }

    @Test
    void isBuiltAnewIfAFileIsNotAsItWasLeft() throws IOException {
        committed("content/b.md", "第二条内容");
        Path page = made().resolve(accepted()).resolve("site").resolve(PAGE);
        Files.writeString(page, Files.readString(page).replace("第二条", "别一条"));
        publish(TODAY);
        assertThat(page("current", PAGE)).contains("第二条内容");

        committed("content/c.md", "第三条内容");
        Files.delete(made().resolve(accepted()).resolve("record"));
        publish(TODAY);
        assertThat(page("current", "articles/2024/c.html")).contains("第三条内容");
    }

    @Test
    void waitsWhileTheNextPushIsCheckedAndIsDeletedByTheOneAfter() throws IOException {
        committed("content/b.md", "第二条内容");
        String first = accepted();
        committed("content/c.md", "第三条内容");
        String second = accepted();
        assertThat(List.of(first, second))
                .allSatisfy(commit -> assertThat(made().resolve(commit)).isDirectory());
        // What processes leave that are killed while they check or publish.
        Files.writeString(Files.createDirectory(made().resolve("new-1")).resolve("a"), "");
        Files.writeString(Files.createDirectory(made().resolve("taken")).resolve("a"), "");

        publish(TODAY);
        assertThat(page("current", PAGE)).contains("第二条内容");
        assertThat(page("current", "articles/2024/c.html")).contains("第三条内容");

        committed("content/c.md", "第三条新内容");
        assertThat(direct.push(clone).status()).isZero();
        assertThat(made()).isEmptyDirectory();
    }
}
