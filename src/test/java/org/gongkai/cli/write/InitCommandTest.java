package org.gongkai.cli.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.cli.Main;
import org.gongkai.cli.option.ProgramCommand.CommandContext;
import org.gongkai.cli.process.JavaCommand;
import org.gongkai.cli.text.Terminal;
import org.gongkai.history.git.GitRepository;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.gongkai.testing.SmallDisk;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@Tag("slow")
class InitCommandTest extends FolderFixture {

    @Test
    void makesASiteThatBuildsWithoutAWarning() throws IOException {
        Ran ran = init(
                "--name", "滨江测试支部", "--code", "BJCS01", "--unit", "滨江测试站", "--groups", "甲组，乙组", "--reviewer", "宣传委员");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains(site("content/_data/site.yml").toString(), "gongkai desk -s " + site(""));
        Ran build = SiteFolder.run("build", "-s", site(""), "-o", site("网站"));
        assertThat(build.status()).isZero();
        assertThat(build.err()).isEqualTo(SiteFolder.NO_HISTORY + "\n");
        assertThat(Files.readString(site("网站/index.html"))).contains("滨江测试支部 · 党务公开", "党务公开网站今天开通");
        assertThat(SiteFolder.run("new", "通知", "关于开会的通知", "-s", site("")).status())
                .isZero();
        assertThat(SiteFolder.run("check", "-s", site("")).out()).doesNotContain("警告", "错误");
        assertThat(Files.readString(site("README.md"))).contains("由 宣传委员 做保密审查");
    }

    /** An editor finds the place of a problem by the expressions of the task that it is given. */
    @Test
    void givesAnEditorATaskThatKnowsTheLinesOfAProblem() throws IOException {
        assertThat(init("--name", "滨江测试支部").status()).isZero();
        Files.writeString(site("content/通知/错.md"), "---\n标题: 错\n发布日期: 2026-13-01\n---\n\n文\n");
        List<Pattern> lines = Pattern.compile("\"regexp\": \"([^\"]+)\"")
                .matcher(Files.readString(site(".vscode/tasks.json")))
                .results()
                .map(found -> Pattern.compile(found.group(1).replace("\\\\", "\\")))
                .toList();

        List<String> told = SiteFolder.run("check", "-s", site(""), "--drafts", "--all")
                .out()
                .lines()
                .toList();

        assertThat(told)
                .filteredOn(line -> line.contains(": 错误 E123"))
                .singleElement()
                .satisfies(line -> {
                    Matcher matcher = lines.get(0).matcher(line);
                    assertThat(matcher.matches()).isTrue();
                    assertThat(matcher.group(1)).isEqualTo("content/通知/错.md");
                    assertThat(matcher.group(2) + matcher.group(3) + matcher.group(4))
                            .isEqualTo("37E123");
                });
        assertThat(lines).hasSize(2);
    }

    @Test
    void writesAPomForThePluginBesideThisProgram() {
        assertThat(init("--name", "滨江测试支部", "--maven").status()).isZero();

        assertThat(site("pom.xml"))
                .content()
                .contains("<gongkai.lib>" + Path.of("target").toAbsolutePath() + "</gongkai.lib>");
    }

    @Test
    void asksForWhatNoOptionSays() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        byte[] answers = "滨江测试支部\n\n\n甲组 乙组\n\n".getBytes(StandardCharsets.UTF_8);

        int status = new CommandLine(new InitCommand()
                        .in(new CommandContext(
                                new Terminal(stream, stream, true),
                                Clock.systemUTC(),
                                new ByteArrayInputStream(answers),
                                Map.of(),
                                null,
                                new JavaCommand(Main.class))))
                .execute(site("").toString(), "--git");

        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("支部的名称", "机构代码", "所在单位", "党小组", "谁做保密审查");
        assertThat(site("content/_data/organisation.yml")).content().contains("- {名称: 甲组}", "- {名称: 乙组}");
        assertThat(site("content/_data/site.yml")).content().doesNotContain("机构代码", "保密审查人");
        try (GitRepository repository = GitRepository.containing(site("")).orElseThrow()) {
            assertThat(repository.head()).isEmpty();
        }
    }

    @Test
    void namesOfAnyKindAreReadAsTheyWereTyped() throws IOException {
        String name = "第1支部: “{甲}” #二, 'x'";
        assertThat(init("--name", name, "--groups", "甲: 组", "--reviewer", "[书记]")
                        .status())
                .isZero();

        SiteFolder.done("build", "-s", site(""), "-o", site("out"));
        assertThat(Files.readString(site("out/index.html"))).contains("第1支部: “{甲}” #二, &#39;x&#39; · 党务公开");
    }

    @Test
    void whatIsThereStaysAsItIs() throws IOException {
        Files.createDirectories(site(""));
        Files.writeString(site("README.md"), "自己的说明\n");
        assertThat(init("--name", "滨江测试支部").status()).isZero();
        assertThat(site("README.md")).hasContent("自己的说明");

        assertThat(init("--name", "滨江测试支部"))
                .isEqualTo(new Ran(2, "", "这里已经有 content 文件夹：" + site("") + "；已有的站点不用再新建。\n"));
    }

    @Test
    void wrongAnswersMakeNothing() {
        assertThat(init().err()).isEqualTo("这里没有终端可以问，请用 --name 写明支部的名称。\n");
        assertThat(init("--name", " ").err()).isEqualTo("没有写支部的名称。\n");
        assertThat(init("--name", "甲支部", "--code", "甲-1").err()).isEqualTo("机构代码“甲-1”不合要求，只用字母和数字，如 ABCD01。\n");
        assertThat(site("")).doesNotExist();
    }

    @Test
    void aFullDiskLeavesNoHalfSite() throws IOException {
        try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), "size=1m")) {
            disk.fill();

            Ran ran = SiteFolder.run("init", disk.folder(), "--name", "滨江测试支部");

            assertThat(ran.status()).isEqualTo(3);
            assertThat(disk.folder().resolve("content")).doesNotExist();
            assertThat(disk.folder()).isDirectoryNotContaining("glob:**/.gongkai-*");
        }
    }

    private Ran init(String... options) {
        return SiteFolder.run("init", site(""), options);
    }

    private Path site(String file) {
        return file.isEmpty() ? folder.resolve("site") : folder.resolve("site").resolve(file);
    }
}
