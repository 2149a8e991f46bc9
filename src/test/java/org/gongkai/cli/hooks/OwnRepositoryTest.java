package org.gongkai.cli.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.GitServer.write;
import static org.gongkai.testing.SiteFolder.done;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.gongkai.io.InstalledProgram;
import org.gongkai.testing.GitServer.Pushed;
import org.gongkai.testing.PushFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A repository with hooks that is copied, moved or restored: nothing is published from the wrong one. */
@Tag("slow")
class OwnRepositoryTest extends PushFixture {

    private Path other;

    @BeforeEach
    void aSiteThatStands() {
        server.installed();
        assertThat(direct(server.repository()).push(clone).status()).isZero();
        other = folder.resolve("别处.git");
    }

    private DirectPush direct(Path repository) {
        return new DirectPush(server, repository);
    }

    private void copy(Path from, Path to) {
        try {
            assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Pushed pushTo(Path repository) {
        committed("content/b.md", "第二条内容");
        return direct(repository).push(clone);
    }

    private Ran runs(Path repository, Object... more) {
        return run("hooks", "run", "--repo", repository, more);
    }

    private String sentence(String why, Path repository) {
        return why + "，所以不收推送，也不发布；请管理员在服务器上再运行一次 hooks install --repo " + InstalledProgram.typed(repository)
                + " --to 发布到的文件夹。";
    }

    private void assertPublishesNothing(Path repository, String why) {
        TreeMap<String, String> before = SiteFolder.files(server.to());

        Pushed pushed = pushTo(repository);

        assertThat(pushed).isEqualTo(new Pushed(3, sentence(why, repository)));
        assertThat(runs(repository)).isEqualTo(new Ran(3, "", sentence(why, repository) + "\n"));
        assertThat(runs(repository, "--status").status()).isEqualTo(3);
        assertThat(SiteFolder.files(server.to())).isEqualTo(before);
    }

    /** With git itself, which alone knows in which repository it runs a hook. */
    @Test
    void aCopyPublishesNothingAndLeavesTheOriginalAlone() {
        copy(server.repository(), other);
        String why = "这个仓库是从 " + server.repository() + " 复制或移动来的";
        TreeMap<String, String> original = SiteFolder.files(server.repository());
        committed("content/b.md", "第二条内容");
        server.git(clone, "remote", "set-url", "origin", other.toString());

        assertThat(server.push(clone)).isEqualTo(new Pushed(1, sentence(why, other)));

        assertThat(SiteFolder.files(server.repository())).isEqualTo(original);
        assertPublishesNothing(other, why);

        assertThat(runs(server.repository(), "--status").status()).isZero();
    }

    @Test
    void aMovedOnePublishesOnceItsHooksAreInstalledAgain() {
        Path moved = folder.resolve("moved.git");
        copy(server.repository(), moved);
        try {
            Files.move(server.repository(), folder.resolve("gone.git"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(pushTo(moved).said()).startsWith("这个仓库是从 " + server.repository() + " 复制或移动来的");

        done("hooks", "install", "--repo", moved, "--to", server.to());

        assertThat(direct(moved).push(clone).said()).startsWith("已发布：");
        assertThat(server.current().resolve("articles/2024/b.html")).exists();
    }

    @Test
    void oneRestoredInItsPlaceIsAnotherOne() throws IOException {
        copy(server.repository(), other);
        Files.move(server.repository(), folder.resolve("broken.git"));
        copy(other, server.repository());

        assertPublishesNothing(server.repository(), "这个仓库不是装钩子时的那一个，是后来复制或恢复到这里的");
    }

    @Test
    void aMirrorWithCopiedHooksPublishesNothing() {
        server.git(folder, "clone", "-q", "--mirror", server.repository().toString(), other.toString());
        try {
            SiteFolder.files(other.resolve("hooks"))
                    .keySet()
                    .forEach(name -> other.resolve("hooks/" + name).toFile().delete());
            Files.deleteIfExists(other.resolve("hooks"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        copy(server.repository().resolve("hooks"), other.resolve("hooks"));
        TreeMap<String, String> before = SiteFolder.files(server.to());

        assertThat(pushTo(other)).isEqualTo(new Pushed(2, "这个仓库还没有装钩子，请先运行 hooks install：" + other + "。"));

        assertThat(SiteFolder.files(server.to())).isEqualTo(before);
        copy(server.repository().resolve("gongkai"), other.resolve("gongkai"));
        assertThat(direct(other).push(clone).said()).startsWith("这个仓库是从 " + server.repository() + " 复制或移动来的");
        assertThat(SiteFolder.files(server.to())).isEqualTo(before);
    }

    @Test
    void aProgramOfOtherCodeHasTheSiteToPublishAnew() throws IOException {
        assertThat(runs(server.repository(), "--status").status()).isZero();
        Path state = server.repository().resolve("gongkai/published");
        String known = Files.readString(state);
        Files.writeString(state, known.replaceFirst("[0-9a-f]{64}", "0".repeat(64)));

        assertThat(runs(server.repository(), "--status").status()).isEqualTo(1);

        assertThat(runs(server.repository()).status()).isZero();
        assertThat(Files.readString(state)).isEqualTo(known);
    }

    @Test
    void theStatusIsOneWhileSomethingIsDueAndTellsWhatFailed() throws IOException {
        assertThat(runs(server.repository(), "--status")).isEqualTo(new Ran(0, "没有要发布的内容\n下次变化：无\n", ""));
        Path lock = server.to().resolve(".lock");
        Files.delete(lock);
        Files.createDirectory(lock);
        assertThat(pushTo(server.repository()).said()).startsWith("已收下，但是网站没有更新：");

        Ran status = runs(server.repository(), "--status");

        assertThat(status.status()).isEqualTo(1);
        assertThat(status.out())
                .startsWith("有要发布的内容\n上次发布没有成功：\n  ")
                .contains(server.to().toString());
        Files.delete(lock);
        assertThat(runs(server.repository()).status()).isZero();
        assertThat(runs(server.repository(), "--status")).isEqualTo(new Ran(0, "没有要发布的内容\n下次变化：无\n", ""));
    }

    @Test
    void theLogDoesNotSayThatASiteIsMadeWhichIsNotPublished() throws IOException {
        write(clone, "content/w.md", "---\n标题: 有链接的\n发布日期: 2024-05-06\n---\n\n见[外面](http://wai.example/a)。\n");
        server.commit(clone, "warned");
        assertThat(direct(server.repository()).push(clone).status()).isZero();
        Path log = server.repository().resolve("gongkai/publish.log");
        assertThat(log).content().contains("1 个警告，站点照常生成。");
        Files.delete(log);
        // What was published elsewhere meanwhile is more than the branch has.
        Files.delete(clone.resolve("content/w.md"));
        server.commit(clone, "less");
        run("hooks", "install", "--repo", server.repository(), "--uninstall");
        write(clone, "content/v.md", "---\n标题: 有链接的\n发布日期: 2024-05-06\n---\n\n见[外面](http://wai.example/a)。\n");
        server.commit(clone, "moved");
        assertThat(server.push(clone).status()).isZero();
        server.installed();

        assertThat(runs(server.repository()).status()).isEqualTo(1);

        assertThat(log).content().contains("没有发布，站点没有改动。", "1 个警告。").doesNotContain("照常生成");
    }
}
