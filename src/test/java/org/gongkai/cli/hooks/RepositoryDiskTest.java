package org.gongkai.cli.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.GitServer.entry;
import static org.gongkai.testing.SiteFolder.done;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.GitServer.Pushed;
import org.gongkai.testing.SiteFolder.Ran;
import org.gongkai.testing.SmallDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A push to a repository whose disk is full; the site stands on another one. */
@Tag("slow")
class RepositoryDiskTest extends FolderFixture {

    private SmallDisk disk;
    private GitServer server;
    private Path clone;

    @BeforeEach
    void aSiteThatStands() throws IOException {
        disk = new SmallDisk(folder.resolve("disk"), "size=16m");
        server = new GitServer(folder.resolve("其他"), disk.folder()).installed();
        clone = server.cloned("甲");
        entry(clone, "content/a.md", "第一条内容");
        server.commit(clone, "first");
        assertThat(server.push(clone).status()).isZero();
        entry(clone, "content/b.md", "第二条内容");
        server.commit(clone, "second");
    }

    @AfterEach
    void isTakenAway() {
        if (disk != null) {
            disk.close();
        }
    }

    private boolean isOut(String address) {
        return Files.exists(server.current().resolve(address));
    }

    private Ran runs(Object... more) {
        return run("hooks", "run", "--repo", server.repository(), more);
    }

    private void assertNothingHappened(Pushed pushed) {
        assertThat(pushed.status()).isEqualTo(1);
        assertThat(pushed.said()).containsPattern("No space left on device|cannot update ref|磁盘已满，写不下了；站点没有改动。");
        assertThat(server.git(server.repository(), "log", "--format=%s", "main"))
                .isEqualTo("first\n");
        assertThat(isOut("articles/2024/a.html")).isTrue();
        assertThat(isOut("articles/2024/b.html")).isFalse();
        done("verify", server.to(), "--all");
    }

    private void assertTheSamePushGoesThrough() {
        assertThat(server.push(clone).said()).startsWith("已发布：");
        assertThat(isOut("articles/2024/b.html")).isTrue();
    }

    /**
     * Lets the disk become full when git has come to a hook. What the check has made goes, as a publication would get
     * the space back that it takes.
     */
    private Path fillIn(String hook) throws IOException {
        Path script = server.repository().resolve("hooks").resolve(hook + ".before-gongkai");
        Files.writeString(
                script, "#!/bin/sh\nrm -rf gongkai/made\ncat /dev/zero >'" + disk.filler() + "' 2>/dev/null\nexit 0\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }

    @Test
    void failsInTheWordsOfGitAndGoesThroughWhenThereIsSpace() throws Exception {
        disk.fill();

        assertNothingHappened(server.run(clone, List.of("push", "origin", "HEAD:main")));

        Files.delete(disk.filler());
        assertTheSamePushGoesThrough();
    }

    @Test
    void failsLikewiseIfItIsFullOnceTheObjectsAreThere() throws Exception {
        Path script = fillIn("pre-receive");

        assertNothingHappened(server.run(clone, List.of("push", "origin", "HEAD:main")));

        Files.delete(disk.filler());
        Files.delete(script);
        assertTheSamePushGoesThrough();
    }

    /** What was taken is out, but that cannot be written down; so it is done once more, and nothing changes by that. */
    @Test
    void isToldIfItIsFullOnceThePushIsTakenAndIsHealedByTheTimer() throws Exception {
        Path script = fillIn("post-receive");

        Pushed pushed = server.push(clone);

        assertThat(pushed)
                .isEqualTo(
                        new Pushed(
                                0,
                                """
                        已发布：
                          articles/2024/b.html

                        网站已经更新，但是在仓库里记不下来（磁盘已满，写不下了），请告诉管理员；下一次推送或定时任务会再发布一次，内容不变。"""));
        assertThat(isOut("articles/2024/b.html")).isTrue();
        assertThat(runs().status()).isEqualTo(3);
        Files.delete(disk.filler());
        Files.delete(script);
        assertThat(runs("--status").out()).startsWith("有要发布的内容");
        assertThat(runs().status()).isZero();
        assertThat(runs("--status").out()).startsWith("没有要发布的内容");
    }
}
