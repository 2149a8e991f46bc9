package org.gongkai.publish.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gongkai.publish.print.ChromiumFinder.BrowserFailure;
import org.gongkai.testing.FolderFixture;
import org.junit.jupiter.api.Test;

class ChromiumFinderTest extends FolderFixture {

    @Test
    void findsTheFirstProgramOnThePath() throws Exception {
        program("a/microsoft-edge");
        Path chromium = program("b/chromium");
        Files.writeString(folder.resolve("a/chromium"), "no program");
        String path = folder.resolve("a") + File.pathSeparator + folder.resolve("b");

        assertThat(new ChromiumFinder("Linux", Map.of("PATH", path)).find()).isEqualTo(chromium);
    }

    @Test
    void findsWhatIsUsualOnWindows() throws Exception {
        Path edge = program("Program Files (x86)/Microsoft/Edge/Application/msedge.exe");
        Map<String, String> environment = Map.of(
                "ProgramFiles", folder.resolve("Program Files").toString(),
                "ProgramFiles(x86)", folder.resolve("Program Files (x86)").toString());

        assertThat(new ChromiumFinder("Windows 10", environment).find()).isEqualTo(edge);
    }

    @Test
    void takesTheNamedProgramBeforeAnyOther() throws Exception {
        program("a/chromium");
        Path own = program("own/browser");
        Map<String, String> environment =
                Map.of("PATH", folder.resolve("a").toString(), "GONGKAI_CHROMIUM", " " + own + " ");

        assertThat(new ChromiumFinder("Linux", environment).find()).isEqualTo(own);
    }

    @Test
    void doesNotReplaceANamedProgramThatIsNotThere() throws Exception {
        program("a/chromium");
        Map<String, String> environment = Map.of(
                "PATH",
                folder.resolve("a").toString(),
                "GONGKAI_CHROMIUM",
                folder.resolve("none").toString());

        assertThatThrownBy(() -> new ChromiumFinder("Linux", environment).find())
                .isInstanceOf(BrowserFailure.class)
                .hasMessage("环境变量 GONGKAI_CHROMIUM 指的不是可以运行的浏览器程序：" + folder.resolve("none"));
    }

    private Path program(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
