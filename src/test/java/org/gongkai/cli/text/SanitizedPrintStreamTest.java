package org.gongkai.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gongkai.cli.text.Terminal.AnsiStyle;
import org.gongkai.cli.text.Terminal.SanitizedPrintStream;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a program prints can give orders to a terminal, whoever wrote what it speaks of. */
class SanitizedPrintStreamTest extends SiteFixture {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001B[2J",
                "\u001B]0;x\u0007",
                "\u001B[8m",
                "\u001B[6n",
                "\u001BP$q\u001B\\",
                "\u009B2J",
                "\rx",
                "\b\b\b",
                "\u0000",
                "\u007F",
                "\u202E",
                "\u2066",
                "\u001B[31;8m",
                "\u001B[1A"
            })
    void ordersAreShownAsCharacters(String order) {
        assertThat(SanitizedPrintStream.sanitize("甲" + order + "乙"))
                .contains("\uFFFD")
                .doesNotContain(order);
    }

    @Test
    void coloursAndLinesPass() {
        AnsiStyle ink = AnsiStyle.of(true, Map.of("TERM", "xterm"));
        String text = ink.error("错误") + "\n\t" + ink.warning("警告") + ink.strong("汇总") + " 🙂";

        assertThat(SanitizedPrintStream.sanitize(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @Promise("Commands print no control characters")
    @ValueSource(strings = {"check", "build", "releases"})
    void noCommandRepeatsOrdersOfContent(String command) {
        site.file(
                        "content/a.md",
                        "---\n标题: \"甲\\e[2J\\r乙\\x9b1A\"\n发布日期: 2024-05-01\n栏目: \"\\e]0;x\\a\"\n---\n\n见[x](\u001B[8m没有.md)。\n")
                .entry("content/b\u001B[31;8m.md", "标题: 乙", "发布日期: 哪天\\e[1m", "状态: \"\\e[2J\\nb.md:1:1: 错误 E999 假的\"");
        new GitFolder(site.root()).commit("2024-06-01", "甲\u001B[8m", "改\u001B[2J了");

        SiteFolder.Ran ran = command.equals("releases")
                ? SiteFolder.run("releases", "-o", folder + "/\u001B[2Jx")
                : SiteFolder.run(command, "-s", site.root());

        assertThat(ran.out() + ran.err())
                .isNotBlank()
                .doesNotContain("\u001B", "\u0007", "\u009B", "\r")
                .doesNotContain("\nb.md:1:1");
    }

    @Test
    void coloursForWhoeverWatchesAndDoesNotMind() {
        assertThat(AnsiStyle.of(true, Map.of("TERM", "xterm", "NO_COLOR", "")).error("错误"))
                .isEqualTo("\u001B[31m\u001B[1m错误\u001B[0m");
        assertThat(AnsiStyle.of(true, Map.of("TERM", "xterm")).warning("警告"))
                .isEqualTo("\u001B[33m\u001B[1m警告\u001B[0m");
        assertThat(AnsiStyle.of(false, Map.of("TERM", "xterm")).error("错误")).isEqualTo("错误");
        assertThat(AnsiStyle.of(true, Map.of("TERM", "xterm", "NO_COLOR", "1")).error("错误"))
                .isEqualTo("错误");
        assertThat(AnsiStyle.of(true, Map.of("TERM", "dumb")).error("错误")).isEqualTo("错误");
    }
}
