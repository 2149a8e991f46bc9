package org.gongkai.publish.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.done;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that carry the sources along. */
@Tag("slow")
class BundleSourcesTest {

    @TempDir
    private Path folder;

    private CarriedSite carried;
    private GitFolder git;
    private String source;

    @BeforeEach
    void aSiteUnderGit() {
        carried = new CarriedSite(folder);
        git = new GitFolder(carried.near.site.root());
        carried.near
                .site
                .file("content/大.txt", "很长的附件，压缩以后很短。\n".repeat(5_000))
                .file("content/空.txt", "")
                .entry("content/c.md", "标题: 第三条内容", "发布日期: 2024-02-01", "附件: [大.txt]");
        git.commit("first");
        for (int i = 0; i < 5; i++) {
            carried.near.edit("第" + i + "次改。\n" + "不变的一段。\n".repeat(200));
            git.commit("2024-06-01", "李明", "改第" + i + "次");
        }
        source = carried.near.site.root().toString();
        carried.near.published("--rev", "main");
    }

    @Test
    void holdsWhatGitCanRead() {
        Ran ran = carried.export("-s", source);

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.errors()).containsExactly("提示：包里带着全部源文件和修改历史，包括草稿、撤下过的和只给一部分人看的内容。");
        Path bundle = folder.resolve("sources.bundle");
        write(bundle, carried.parts().get("sources.bundle"));
        assertThat(git.git("bundle", "verify", bundle.toString())).contains("complete history");
        git.git("clone", "-q", bundle.toString(), folder.resolve("clone").toString());
        GitFolder clone = new GitFolder(folder.resolve("clone"));
        clone.git("fsck", "--strict");
        assertThat(clone.git("log", "--format=%H %s")).isEqualTo(git.git("log", "--format=%H %s"));
        assertThat(clone.git("status", "--porcelain")).isEmpty();
        assertThat(carried.verify().status()).isZero();
    }

    @Test
    void isTheSameFromEveryCloneHoweverItIsPacked() {
        byte[] loose = carried.exported("-s", source).bytes();
        assertThat(carried.exported("-s", source).bytes()).isEqualTo(loose);
        git.git("gc", "-q", "--aggressive");
        assertThat(carried.exported("-s", source).bytes()).isEqualTo(loose);
        Path bare = folder.resolve("bare.git");
        git.git("clone", "-q", "--bare", "file://" + source, bare.toString());
        git.git("--git-dir", bare.toString(), "-c", "pack.compression=1", "repack", "-adfq", "--write-bitmap-index");
        git.commit("later");
        git.git("push", "-q", bare.toString(), "main");
        assertThat(carried.exported("-s", bare).bytes()).isEqualTo(loose);
    }

    @Test
    void goIntoABareRepositoryThatGoesForwardOnly() {
        Path there = folder.resolve("那边 的.git");
        carried.exported("-s", source);
        Ran first = carried.bring("--git", there);
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out()).endsWith("源文件：" + there + "\n");
        assertThat(log(there)).isEqualTo(git.git("log", "--format=%H"));

        carried.near.edit("又改。");
        git.commit("next");
        carried.near.published("--rev", "main");
        assertThat(carried.exported("-s", source).bring("--git", there).status())
                .isZero();
        assertThat(log(there)).isEqualTo(git.git("log", "--format=%H"));
        assertThat(git.git("--git-dir", there.toString(), "for-each-ref", "--format=%(refname)"))
                .isEqualTo("refs/heads/main\n");

        git.git("reset", "-q", "--hard", "HEAD~2");
        carried.near.edit("另起一头。");
        git.commit("other");
        carried.near.published("--rev", "main");
        String served = carried.servedThere().toString();
        Ran other = carried.exported("-s", source).bring("--git", there);
        assertThat(other)
                .isEqualTo(new Ran(1, "", "仓库 " + there + " 的分支 main 有离线包里没有的提交，不能覆盖；请换一个仓库，或去掉 --git；站点没有改动。\n"));
        assertThat(carried.servedThere().toString()).isEqualTo(served);
        assertThat(carried.bring().status()).isZero();
    }

    @Test
    void editionsComeAlongAsFilesOfTheSite() {
        git.git("tag", "edition/2024");
        carried.near.published("--rev", "main");

        assertThat(carried.exported().bring().status()).isZero();

        assertThat(carried.servedThere())
                .isEqualTo(carried.near.served())
                .containsKeys("editions/2024/index.html", "editions/2024/manifest.json");
        done("verify", "--all", carried.far);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 70})
    void mustLeadToTheCommitOfTheReleaseAndNowhereElse(int place) {
        carried.exported("-s", source);
        carried.tampered(parts -> parts.get("sources.bundle")[place] ^= 1);

        assertThat(carried.verify().out()).contains("改动：sources.bundle", "源文件不是这个发布批次的提交：sources.bundle");
    }

    @Test
    void needAPlaceAndAnOrigin() throws IOException {
        assertThat(carried.export("-s", folder.resolve("none")).err()).startsWith("没有这个文件夹：");
        Path other = Files.createDirectories(folder.resolve("other"));
        new GitFolder(other).commit("other");
        assertThat(carried.export("-s", other).err()).matches("git 仓库里没有“[0-9a-f]{40}”这个提交。\n");
        Path shallow = folder.resolve("shallow");
        git.git("clone", "-q", "--depth", "1", "file://" + source, shallow.toString());
        assertThat(carried.export("-s", shallow).err()).startsWith("这个 git 仓库的历史不全（浅克隆）");
        assertThat(carried.zip).doesNotExist();

        carried.exported();
        assertThat(carried.bring("--git", folder.resolve("x.git")).err()).startsWith("这个离线包里没有源文件");
        carried.exported("-s", source);
        assertThat(carried.bring("--git", source).err()).startsWith("--git 要写一个裸仓库");
        assertThat(carried.far).doesNotExist();
    }

    private String log(Path bare) {
        return git.git("--git-dir", bare.toString(), "log", "--format=%H", "main");
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
