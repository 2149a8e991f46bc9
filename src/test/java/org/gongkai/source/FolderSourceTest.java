package org.gongkai.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.problem.Problem;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
