package org.gongkai.cli.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.done;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.gongkai.cli.Main;
import org.gongkai.io.InstalledProgram;
import org.gongkai.testing.KeyFiles;
import org.gongkai.testing.PushFixture;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where hooks are put, and what they do with a key, tried with the git of the machine. */
@Tag("slow")
class HooksInstallTest extends PushFixture {

    private Ran install(String... more) {
        return server.install(more);
    }

    private Ran uninstall() {
        return run("hooks", "install", "--repo", server.repository(), "--uninstall");
    }

    private void hooksPath(String path) {
        server.git(server.repository(), "config", "core.hooksPath", path);
    }

    private Path own(String name) {
        return server.repository().resolve(name);
    }

    private boolean publishes() {
        assertThat(server.hooksRunHere().push(clone).status()).isZero();
        return Files.exists(server.current().resolve("articles/2024/a.html"));
    }

    @Test
    void saysThatAnotherUserThanTheOwnerHasInstalledThem() throws IOException {
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "only root can give files away");
        Files.setOwner(
                server.repository(),
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

        assertThat(install().err())
                .startsWith("提示：仓库的主人是 nobody，装钩子的是 root，推送时会没有权限；请运行 chown -R nobody "
                        + InstalledProgram.typed(server.repository())
                        + "，以后用 nobody 的身份装。\n");
    }

    @Test
    void refusesAnotherFolderWhichOtherRepositoriesMayUse() throws IOException {
        Path shared = Files.createDirectories(folder.resolve("shared"));
        hooksPath(shared.toString());

        assertThat(install())
                .isEqualTo(new Ran(
                        2,
                        "",
                        "git 在 " + shared + " 里找这个仓库的钩子，不在仓库自己的 hooks 文件夹里；"
                                + "请先在仓库里运行 git config core.hooksPath hooks，再装一次。\n"));
        assertThat(shared).isEmptyDirectory();
        assertThat(own("gongkai")).doesNotExist();
        hooksPath("hooks");
        assertThat(install().status()).isZero();
        assertThat(publishes()).isTrue();
    }

    @Test
    void refusesALinkToSuchAFolderAndNoFolderAtAll() throws IOException {
        Path shared = Files.createDirectories(folder.resolve("shared"));
        Files.move(own("hooks"), own("hooks-before"));
        Files.createSymbolicLink(own("hooks"), shared);

        assertThat(install().err()).endsWith(" 里找这个仓库的钩子，那是一个链接；请先把它换成仓库自己的文件夹。\n");
        hooksPath("/dev/null");
        assertThat(install().err()).startsWith("git 在 /dev/null 里找这个仓库的钩子，不在仓库自己的 hooks 文件夹里");
        assertThat(shared).isEmptyDirectory();
    }

    @Test
    void takesTheirFolderAwayFromNobodyElseWhenTheSettingChangedSince() throws IOException {
        install();
        Path shared = Files.createDirectories(folder.resolve("shared"));
        Files.writeString(shared.resolve("pre-receive"), "#!/bin/sh\n# gongkai hooks install\n");
        hooksPath(shared.toString());

        assertThat(uninstall().status()).isZero();

        assertThat(own("hooks/pre-receive")).doesNotExist();
        assertThat(shared.resolve("pre-receive")).exists();
    }

    /** The settings of its user hold for a push, too; JGit does not read them. */
    @Test
    void asksGitWhatTheUserOfTheMachineSettled() throws Exception {
        Path shared = Files.createDirectories(folder.resolve("shared"));
        Path settings = Files.writeString(folder.resolve("gitconfig"), "[core]\n\thooksPath = " + shared + "\n");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "hooks",
                "install",
                "--repo",
                server.repository().toString(),
                "--to",
                server.to().toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("GIT_CONFIG_GLOBAL", settings.toString());

        Process process = builder.start();

        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("git 在 " + shared + " 里找这个仓库的钩子");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void signsWhatIsPublishedWithItsKey() throws Exception {
        KeyPair keys = KeyFiles.pair();
        Path key = KeyFiles.write(folder.resolve("密 钥.pem"), keys.getPrivate());
        Path publicKey = KeyFiles.write(folder.resolve("public.pem"), keys.getPublic());
        Path other = KeyFiles.write(folder.resolve("other.pem"), KeyFiles.pair().getPublic());
        assertThat(install("--key", key.toString()).status()).isZero();
        assertThat(publishes()).isTrue();
        committed("content/b.md", "第二条内容");
        assertThat(server.push(clone).said()).startsWith("已发布：");

        Ran verified = done("verify", server.to(), "--all", "--public-key", publicKey);
        assertThat(run("verify", server.to(), "--public-key", other).status()).isEqualTo(1);
    }

    @Test
    void aKeyThatIsGoneLeavesTheSiteAndIsTold() throws Exception {
        Path key = KeyFiles.write(folder.resolve("key.pem"), KeyFiles.pair().getPrivate());
        install("--key", key.toString());
        assertThat(publishes()).isTrue();
        Files.delete(key);
        committed("content/b.md", "第二条内容");

        assertThat(server.push(clone).said()).startsWith("已收下，但是网站没有更新：\n  找不到文件：" + key + "；站点没有改动。");
        assertThat(server.current().resolve("articles/2024/b.html")).doesNotExist();
    }

    /** As cron does: it takes the strokes from the per cent signs, and a shell reads what is left. */
    @Test
    void theTimerFindsARepositoryOfAnyName() throws Exception {
        Path strange = folder.resolve("100% \"一\"'s $HOME \\ 仓库.git");
        Files.move(server.repository(), strange);
        run("hooks", "install", "--repo", strange, "--to", server.to());
        String cron = run("server", "cron", "--repo", strange).out().lines().toList().stream()
                .filter(line -> line.startsWith("1,16,31,46 * * * * "))
                .findFirst()
                .orElseThrow();
        assertThat(cron).doesNotContainPattern("(?<!\\\\)%");

        Process shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        cron.substring("1,16,31,46 * * * * ".length()).replace("\\%", "%") + " --status")
                .start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("没有要发布的内容");
        assertThat(shell.waitFor()).isZero();
        assertThat(run("server", "systemd", "--repo", strange).out())
                .contains(" \"" + folder + "/100%% \\\"一\\\"'s $$HOME \\\\ 仓库.git\"\n");
    }
}
