package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.cli.text.FailureText;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.GitServer.Pushed;
import org.gongkai.testing.Program;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the machine or the program fails with, errors of Java too, is one sentence and status 3. */
@Tag("slow")
class ExecutionFailureHandlerTest extends SiteFixture {

    private static final String NO_MEMORY =
            "内存不够，没有读完 (content/通知/\\d.md、)*content/通知/坏.shout；请关掉别的程序，或用 java -Xmx 给程序多一些内存，再运行一次；站点没有改动。";
    private static final String BROKEN = "程序出错（InternalError），站点没有改动；请加上 --debug 再运行一次，并把显示的内容告诉维护人员。";

    /** A site of a few entries, so that several threads work, with a body that makes one of them fail. */
    private SiteFolder site(String body) {
        for (int i = 0; i < 8; i++) {
            site.entry("content/通知/" + i + ".md", "标题: 第" + i, "发布日期: 2024-01-02");
        }
        return site.file("content/通知/坏.shout", "---\n标题: 坏\n发布日期: 2024-01-02\n---\n" + body + "\n");
    }

    private List<String> arguments(String command, SiteFolder site) {
        Stream<String> more = command.equals("publish")
                ? Stream.of("--to", folder.resolve("store").toString())
                : Stream.empty();
        return Stream.concat(Stream.of(command, "-s", site.root().toString()), more)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "check", "publish"})
    void memoryThatIsNotEnoughIsOneSentence(String command) {
        SiteFolder site = site("devour");

        SiteFolder.Ran ran = run(arguments(command, site).toArray(String[]::new));

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.errors())
                .filteredOn(line -> !line.startsWith("警告"))
                .singleElement()
                .asString()
                .matches(NO_MEMORY);
        assertThat(site.output()).doesNotExist();
        assertThat(folder.resolve("store/current")).doesNotExist();
    }

    @Test
    void aLibraryThatIsMissingIsNoErrorOfTheProgram() {
        Throwable missing = new NoClassDefFoundError("org/example/Library").initCause(new ClassNotFoundException());

        assertThat(FailureText.of(missing)).isEqualTo("程序不完整，缺少 org.example.Library；请重新解开或者重新安装");
    }

    @Test
    void aFileThatTheProgramMakesForAWhileIsNoPlaceThatUsersKnow() {
        assertThat(FailureText.of(new NoSuchFileException("/w/out/.gongkai-staging/a.html")))
                .endsWith("：/w/out");
    }

    @Test
    void ofAFolderThatMayNotBeEnteredTheOwnerIsNamed() throws IOException {
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "only root can give files away");
        Files.setOwner(
                folder, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

        assertThat(FailureText.of(new AccessDeniedException(folder + "/a/b")))
                .isEqualTo("没有权限：" + folder + "/a/b（" + folder + " 的主人是 nobody，现在的用户是 root）");
    }

    @Test
    void anErrorOfTheProgramIsOneSentenceAndShownOnDemand() {
        SiteFolder site = site("break");

        SiteFolder.Ran ran = run("build", "-s", site.root());
        SiteFolder.Ran debugged = run("build", "--debug", "-s", site.root());

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.errors()).filteredOn(line -> !line.startsWith("警告")).containsExactly(BROKEN);
        assertThat(debugged.status()).isEqualTo(3);
        assertThat(debugged.errors())
                .contains(BROKEN)
                .anyMatch(line -> line.startsWith("\tat org.gongkai.feature.jbake.ShoutEngine"));
    }

    @Test
    void whoPushesSeesASentenceAndNoTrace() {
        GitServer server = new GitServer(folder).installed();
        Path clone = server.cloned("甲");
        GitServer.entry(clone, "content/a.md", "第一条内容");
        GitServer.write(clone, "content/坏.shout", "---\n标题: 坏\n发布日期: 2024-01-02\n---\nbreak\n");
        server.commit(clone, "first");

        Pushed pushed = server.push(clone);

        assertThat(pushed.status()).isNotZero();
        assertThat(pushed.said().lines())
                .anyMatch(line -> line.contains("程序出错（InternalError），站点没有改动"))
                .noneMatch(line -> line.contains("\tat ") || line.contains("Exception"));
    }

    @Test
    void whoPushesSeesASentenceAndNoTraceIfPublishingFails() throws IOException {
        GitServer server = new GitServer(folder);
        // In processes of their own. The engine that fails is one of the tests, so the hooks start the program with
        // them.
        assertThat(run("hooks", "install", "--repo", server.repository(), "--to", server.to())
                        .status())
                .isZero();
        // A hook of the server's owner, which comes between check and publication, takes away what the check has made.
        Path owners =
                Files.writeString(server.repository().resolve("hooks/update"), "#!/bin/sh\nrm -r gongkai/made/*\n");
        assertThat(owners.toFile().setExecutable(true)).isTrue();
        Path clone = server.cloned("甲");
        GitServer.entry(clone, "content/a.md", "第一条内容");
        GitServer.write(clone, "content/坏.shout", "---\n标题: 坏\n发布日期: 2024-01-02\n---\ncollapse when published\n");
        GitServer.write(clone, "content/note.txt", "附件\n");
        server.commit(clone, "first");

        Pushed pushed = server.push(clone);

        assertThat(pushed.status()).as(pushed.said()).isZero();
        assertThat(pushed.said().lines())
                .anyMatch(line -> line.contains("已收下，但是网站没有更新"))
                .anyMatch(line -> line.contains("程序出错（InternalError）"))
                .noneMatch(line -> line.contains("\tat ") || line.contains("Exception"));
        assertThat(server.current()).doesNotExist();
    }

    @Test
    void aHookThatFailsByItselfSaysASentence() {
        GitServer server = new GitServer(folder).installed();
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new InternalError("broken");
            }
        };
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);

        int status = Main.run(
                new String[] {
                    "hooks", "post-receive", "--repo", server.repository().toString()
                },
                broken,
                Map.of(),
                err,
                err,
                Clock.systemUTC(),
                SiteFolder.SHARED);

        assertThat(status).isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8).lines()).containsExactly(BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"审批: 审批", "保密审查: 已通过", "发文字号: 甲", "标识: a-"})
    void valuesOfThousandsOfPartsAreReadOrTold(String line) {
        String field = line.substring(0, line.indexOf(' ') + 1);
        site.entry(
                        "content/a.md",
                        "标题: 甲",
                        "发布日期: 2024-01-02",
                        field + line.substring(field.length()).repeat(6_000))
                .file("content/_data/categories.yml", "- {名称: 甲, 标识: " + "a-".repeat(6_000) + "a}\n");

        SiteFolder.Ran ran = run("check", "-s", site.root());

        assertThat(ran.status()).isBetween(0, 1);
        assertThat(ran.err()).doesNotContain("程序出错");
    }

    @Test
    void aTableThatIsTooLargeForTheMemoryIsNamedAndTheCheckGoesOn() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "附件: 表.csv")
                .file("content/表.csv", "甲,乙,丙\n".repeat(3_000_000));

        SiteFolder.Ran ran = Program.runIn("64m", "check", "-s", site.root().toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).matches("(?s)content/表\\.csv:1:1: 错误 E255 文件有 34 MB，超过 \\d MB，里面的内容没有检查；.*");
    }
}
