package org.gongkai.publish.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.GitServer;
import org.junit.jupiter.api.Test;

class HookScriptsTest extends FolderFixture {

    private record Ran(int status, List<String> said) {}

    /** Runs a hook that ends with a command of the shell. */
    private Ran run(String command) throws IOException, InterruptedException {
        return run(List.of("/bin/sh", "-c", command));
    }

    private Ran run(List<String> command) throws IOException, InterruptedException {
        HookInstallation.installScript(folder, "pre-receive", false, name -> command);
        Process process = new ProcessBuilder(
                        "/bin/sh", folder.resolve("pre-receive").toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said.lines().toList());
    }

    @Test
    void theStatusOfTheProgramIsThatOfTheHook() throws Exception {
        assertThat(run("exit 0")).isEqualTo(new Ran(0, List.of()));
        assertThat(run("echo 1; exit 1")).isEqualTo(new Ran(1, List.of("1")));
        assertThat(run("exit 3")).isEqualTo(new Ran(3, List.of()));
    }

    @Test
    void aProgramThatIsKilledIsToldInASentence() throws Exception {
        Ran ran = run("kill -9 $$");

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.said()).endsWith("程序被系统中止了（退出状态 137），没有做完；多半是服务器内存不够，请告诉管理员。");
    }

    @Test
    void aProgramThatIsNotThereOrMayNotBeRunIsToldInASentence() throws Exception {
        Path program = folder.resolve("gongkai");
        Ran told = new Ran(
                3,
                List.of("程序没有启动：" + program + " 没有了，或者用户 " + System.getProperty("user.name")
                        + " 没有权限运行。请告诉管理员：放回原处，或者再运行一次 hooks install。"));

        assertThat(run(List.of(program.toString(), "hooks"))).isEqualTo(told);
        Files.writeString(program, "#!/bin/sh\n");
        assertThat(run(List.of(program.toString(), "hooks"))).isEqualTo(told);
        assertThat(run(List.of("/bin/sh", program + "/lib.jar")).said().get(0)).contains("lib.jar 没有了", " 没有权限读。");
        assertThat(run("exit 127").said().get(0)).startsWith("程序没有启动（退出状态 127）：");
    }

    /** Whoever waits for another push to be checked starts no program if that push sets the branch. */
    @Test
    void whoIsOvertakenWhileItWaitsIsToldBeforeTheProgramStarts() throws Exception {
        GitServer server = new GitServer(folder.resolve("server")).installed();
        Path clone = server.cloned("甲");
        GitServer.entry(clone, "content/a.md", "第一条内容");
        server.commit(clone, "first");
        Path repository = server.repository();
        Files.createDirectories(repository.resolve("gongkai"));
        Process other = new ProcessBuilder("sleep", "60").start();
        Files.writeString(repository.resolve("gongkai/check.pid"), other.pid() + "\n");
        HookInstallation.installScript(
                repository.resolve("hooks"), "pre-receive", false, name -> List.of("echo", "checked"));
        Process hook = new ProcessBuilder("/bin/sh", "hooks/pre-receive")
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        try (OutputStream in = hook.getOutputStream()) {
            in.write(("0".repeat(40) + " " + "a".repeat(40) + " refs/heads/main\n").getBytes(StandardCharsets.UTF_8));
        }

        server.git(repository, "fetch", "-q", clone.toString(), "HEAD:refs/heads/main");
        other.destroy();

        assertThat(new String(hook.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("没有收下这次推送：别人刚刚先推送了。\n请先拉取（pull），再推送一次。\n");
        assertThat(hook.waitFor()).isOne();
    }
}
