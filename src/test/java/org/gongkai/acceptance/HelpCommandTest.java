package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.testing.FolderFixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The manual that comes with the program")
class HelpCommandTest extends FolderFixture {

    @Test
    @DisplayName("is a site for everyone's role, with its rules and its search, in any folder")
    void isASite() throws IOException {
        Path site = folder.resolve("手册");

        Cli.Result result = Cli.run("help", "-o", site.toString());

        assertThat(result.out()).isEqualTo("手册：" + site.resolve("index.html") + "\n");
        assertThat(result.status()).isZero();
        assertThat(Files.readString(site.resolve("index.html"))).contains("写文稿", "查写法", "规则", "管网站", "第一次写，从这里开始");
        assertThat(site.resolve("write/2025/01-di-yi-pian-tiao-mu-zen-me-xie.html"))
                .exists();
        assertThat(Files.readString(site.resolve("rules/2025/10-gui-ze-yi-lan.html")))
                .contains("E123");
        assertThat(site.resolve("search.html")).exists();
        assertThat(folder.toFile().list()).containsExactly("手册");
    }

    @Test
    @DisplayName("is not written over a file")
    void keepsOtherFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("手册"), "别的");

        Cli.Result result = Cli.run("help", "-o", file.toString());

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains(file.toString());
        assertThat(file).hasContent("别的");
    }
}
