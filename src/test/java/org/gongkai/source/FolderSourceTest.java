package org.gongkai.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.gongkai.problem.Problem;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {

    private static final String HINT = "；请删去这个链接，把文件本身放进 content 文件夹";

    @TempDir
    private Path folder;

    private SiteFolder site;

    @BeforeEach
    void aSite() {
        site = new SiteFolder(folder.resolve("site"));
    }

    @Test
    void listsFilesByPathAndLeavesOutHiddenOnes() {
        site.file("content/乙.md", "")
                .file("content/甲/a.md", "")
                .file("content/.git/x", "")
                .file("content/.DS_Store", "");

        assertThat(paths()).containsExactly("content/乙.md", "content/甲/a.md");
    }

    @Test
    void givesNamesInOneFormWhateverTheMachineStores() {
        site.file("content/e\u0301.md", "字");

        FolderSource source = source();
        assertThat(source.files("content")).extracting(SourceFile::path).containsExactly("content/\u00e9.md");
        assertThat(source.bytes(source.files("content").get(0))).asString().isEqualTo("字");
    }

    @Test
    void followsLinksThatStayInside() throws IOException {
        site.file("content/甲.md", "");
        Files.createSymbolicLink(site.root().resolve("content/乙.md"), Path.of("甲.md"));

        assertThat(paths()).containsExactly("content/乙.md", "content/甲.md");
    }

    @Test
    void refusesALinkToAFileOutside() throws IOException {
        Files.writeString(folder.resolve("secret.md"), "");
        Files.createSymbolicLink(site.root().resolve("content/甲.md"), folder.resolve("secret.md"));

        assertThat(paths()).isEmpty();
        assertThat(problems()).containsExactly("content/甲.md:1:1: 错误 E401 符号链接指向站点文件夹以外" + HINT);
    }

    @Test
    void refusesALinkToAFolderOutside() throws IOException {
        Files.createDirectory(folder.resolve("outside"));
        Files.createSymbolicLink(site.root().resolve("content/甲"), folder.resolve("outside"));

        assertThat(problems()).containsExactly("content/甲:1:1: 错误 E401 符号链接指向站点文件夹以外" + HINT);
    }

    @Test
    void refusesALinkThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(site.root().resolve("content/甲.md"), Path.of("没有.md"));

        assertThat(problems()).containsExactly("content/甲.md:1:1: 错误 E401 符号链接指向的地方不存在或绕回了自己" + HINT);
    }

    @Test
    void refusesALinkThatLeadsInACircle() throws IOException {
        Files.createDirectory(site.root().resolve("content/甲"));
        Files.createSymbolicLink(site.root().resolve("content/甲/乙"), site.root().resolve("content/甲"));

        assertThat(problems()).containsExactly("content/甲/乙:1:1: 错误 E401 符号链接指向的地方不存在或绕回了自己" + HINT);
    }

    @Test
    void refusesTwoFilesThatLookTheSame() {
        site.file("content/图/caf\u00e9.md", "一").file("content/图/cafe\u0301.md", "二");

        assertThat(paths()).containsExactly("content/图/caf\u00e9.md");
        assertThat(problems())
                .containsExactly("content/图/caf\u00e9.md:1:1: 错误 E407 有两个看起来同名的文件，只是字符的编码不同："
                        + "content/图/cafe<U+0301>.md 与 content/图/caf<U+00E9>.md；请删去一个，或者给其中一个改名");
    }

    @Test
    void warnsOfTwoFilesThatAreOneOnOtherMachines() {
        site.file("content/a.md", "一").file("content/A.MD", "二");

        assertThat(paths()).containsExactly("content/A.MD", "content/a.md");
        assertThat(problems())
                .containsExactly(
                        "content/a.md:1:1: 警告 W407 与文件“content/A.MD”只差字母大小写，在 Windows 和 macOS 上会互相覆盖；请给其中一个改名");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesNamesThatCannotBeWritten() throws IOException, InterruptedException {
        site.file("content/a\nb.md", "一").file("content/c\\d.md", "二");
        // Java writes names of its own charset only.
        String touch = "cd '" + site.root() + "/content' && touch \"$(printf '\\301\\252.md')\"";
        assertThat(new ProcessBuilder("sh", "-c", touch).start().waitFor()).isZero();

        assertThat(paths()).isEmpty();
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "content/a?b.md:1:1: 错误 E408 文件名里有控制字符或反斜杠；请改名，只用汉字、字母、数字、连字符和下划线",
                        "content/c\\d.md:1:1: 错误 E408 文件名里有控制字符或反斜杠；请改名，只用汉字、字母、数字、连字符和下划线",
                        "content/\uFFFD\uFFFD.md:1:1: 错误 E408 文件名不是 UTF-8 编码，读不出来；"
                                + "请改名；压缩包来自 Windows 时，可用 unzip -O GB18030 重新解压");
    }

    @Test
    void namesAVersionOnlyOfWhatHasRested() throws Exception {
        site.file("content/a.md", "一");
        assertThat(version())
                .as("it may change once more within the grain of the clock")
                .isEmpty();

        Thread.sleep(2_600);
        String rested = version();
        assertThat(rested).isNotEmpty().isEqualTo(version());

        Path file = site.root().resolve("content/a.md");
        FileTime before = Files.getLastModifiedTime(file);
        site.file("content/a.md", "二");
        Files.setLastModifiedTime(file, before);
        Thread.sleep(2_600);
        assertThat(version())
                .as("the times of the content can be set back")
                .isNotEmpty()
                .isNotEqualTo(rested);
    }

    private String version() {
        FolderSource source = source();
        return source.version(source.files("content").get(0));
    }

    @Test
    void aFileThatVanishesIsAFaultOfTheMachine() {
        site.file("content/a.md", "一");
        FolderSource source = source();
        site.delete("content/a.md");

        assertThatThrownBy(() -> source.bytes(source.files("content").get(0)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("a.md");
    }

    private FolderSource source() {
        return new FolderSource(site.root(), List.of("content"));
    }

    private List<String> paths() {
        return source().files("content").stream().map(SourceFile::path).toList();
    }

    private List<String> problems() {
        return source().problems().stream().map(Problem::text).toList();
    }
}
