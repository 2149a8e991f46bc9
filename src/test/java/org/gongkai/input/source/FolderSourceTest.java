package org.gongkai.input.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.gongkai.problem.Problem;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class FolderSourceTest {

    private static final String LINK = "这是符号链接，不读取：同一个文件不能有两个名字；请删去这个链接，把文件本身放在这里";
    private static final String SAME_FILE = ":1:1: 错误 E409 与条目“content/密.md”是同一个文件（硬链接）；请删去它；要让读者看那一条，请在正文里写成链接";
    private static final String HINT = "；请删去这个链接，把文件本身放进 content 文件夹";

    private final Path folder;
    private final SiteFolder site;

    FolderSourceTest(@TempDir Path folder) {
        this.folder = folder;
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

    @ParameterizedTest
    @ValueSource(strings = {"密.md", "./密.md", "没有.md", "../../secret.md", "乙.txt", "/etc/hostname"})
    void refusesEveryLinkToAFile(String target) throws IOException {
        Files.writeString(folder.resolve("secret.md"), "");
        site.file("content/密.md", "");
        Files.createSymbolicLink(site.root().resolve("content/乙.txt"), Path.of(target));

        assertThat(paths()).containsExactly("content/密.md");
        assertThat(problems()).containsExactly("content/乙.txt:1:1: 错误 E401 " + LINK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"乙", ".", "..", "../../outside", "没有"})
    void refusesEveryLinkToAFolder(String target) throws IOException {
        Files.createDirectory(folder.resolve("outside"));
        site.file("content/乙/密.md", "");
        Files.createSymbolicLink(site.root().resolve("content/甲"), Path.of(target));

        assertThat(paths()).containsExactly("content/乙/密.md");
        assertThat(problems()).containsExactly("content/甲:1:1: 错误 E401 " + LINK);
    }

    @Test
    void refusesALinkInThePlaceOfAWholeFolder() throws IOException {
        site.file("content/密.md", "");
        Files.createSymbolicLink(site.root().resolve("assets"), Path.of("content"));

        FolderSource source = new FolderSource(site.root(), List.of("content", "assets"));
        assertThat(source.files("assets")).isEmpty();
        assertThat(source.problems()).extracting(Problem::text).containsExactly("assets:1:1: 错误 E401 " + LINK);
    }

    @Test
    void tellsOfTheSourceOfAnEntryUnderAnotherName() throws IOException {
        site.file("content/密.md", "密").file("content/表.txt", "表");
        Files.createLink(site.root().resolve("content/名单.txt"), site.root().resolve("content/密.md"));
        Files.createDirectory(site.root().resolve("assets"));
        Files.createLink(site.root().resolve("assets/a.css"), site.root().resolve("content/密.md"));
        Files.createLink(site.root().resolve("content/表二.txt"), site.root().resolve("content/表.txt"));

        assertThat(new FolderSource(site.root(), List.of("content", "assets")).problems())
                .extracting(Problem::text)
                .containsExactlyInAnyOrder("assets/a.css" + SAME_FILE, "content/名单.txt" + SAME_FILE);
    }

    @Test
    void followsLinksThatStayInsideInProjectsOfJBake() throws IOException {
        site.file("content/甲.md", "");
        Files.createSymbolicLink(site.root().resolve("content/乙.md"), Path.of("甲.md"));
        Files.createSymbolicLink(site.root().resolve("content/丙.md"), Path.of("../../secret.md"));
        Files.createSymbolicLink(site.root().resolve("content/丁.md"), Path.of("/etc"));

        FolderSource source = new FolderSource(site.root(), List.of("content"), true);
        assertThat(source.files("content"))
                .extracting(SourceFile::path)
                .containsExactly("content/乙.md", "content/甲.md");
        assertThat(source.problems())
                .extracting(Problem::text)
                .containsExactlyInAnyOrder(
                        "content/丙.md:1:1: 错误 E401 符号链接指向的地方不存在或绕回了自己" + HINT,
                        "content/丁.md:1:1: 错误 E401 符号链接指向站点文件夹以外" + HINT);
    }

    @Test
    void refusesTwoFoldersThatLookTheSame() {
        site.file("content/caf\u00e9/甲/一.md", "一")
                .file("content/cafe\u0301/甲/二.md", "二")
                .file("content/cafe\u0301/三.md", "三");

        assertThat(paths()).hasSize(3).allMatch(path -> path.startsWith("content/caf\u00e9/"));
        assertThat(problems())
                .containsExactly("content/caf\u00e9:1:1: 错误 E407 有两个看起来同名的文件夹，只是字符的编码不同："
                        + "content/cafe<U+0301> 与 content/caf<U+00E9>；请删去一个，或者给其中一个改名");
    }

    @Test
    void warnsOfTwoFoldersThatAreOneOnOtherMachines() {
        site.file("content/A/甲/一.md", "一").file("content/a/甲/一.md", "二").file("content/a/二.md", "三");

        assertThat(problems())
                .containsExactly("content/a:1:1: 警告 W407 与文件夹“content/A”只差字母大小写，在 Windows 和 macOS 上会互相覆盖；请给其中一个改名");
    }

    @ParameterizedTest
    @CsvSource({"stra\u00dfe, STRASSE", "\u017fa, sa", "\u212a, k", "\u03c3, \u03c2", "\u0130, i\u0307"})
    void lettersOfWhichTwoHaveOneFormInTheOtherCaseAreTheSame(String one, String other) {
        site.file("content/" + one + ".md", "一").file("content/" + other + ".md", "二");

        assertThat(problems()).singleElement().asString().contains(" W407 ");
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
        Clock now = Clock.systemUTC();
        Clock later = Clock.offset(now, Duration.ofSeconds(3));
        site.file("content/a.md", "一");
        assertThat(version(now))
                .as("it may change once more within the grain of the clock")
                .isEmpty();

        String rested = version(later);
        assertThat(rested).isNotEmpty().isEqualTo(version(later));

        Path file = site.root().resolve("content/a.md");
        FileTime before = Files.getLastModifiedTime(file);
        site.file("content/a.md", "二");
        Files.setLastModifiedTime(file, before);
        assertThat(version(later))
                .as("the times of the content can be set back")
                .isNotEmpty()
                .isNotEqualTo(rested);
    }

    private String version(Clock machine) {
        FolderSource source = new FolderSource(site.root(), List.of("content"), false, machine);
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
