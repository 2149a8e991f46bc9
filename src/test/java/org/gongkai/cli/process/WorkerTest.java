package org.gongkai.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gongkai.cli.Main;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The program as a user starts it, in a process of its own. */
@Tag("slow")
class WorkerTest extends FolderFixture {

    private SiteFolder site;

    @BeforeEach
    void aSite() {
        site = new SiteFolder(folder.resolve("站点")).entry("content/通知/值班.md", "标题: 值班", "发布日期: 2024-01-02");
    }

    @Test
    void speaksReadsAndUnderstandsChineseWhereTheMachineHasNoLanguage() throws Exception {
        Path output = site.root().resolve("网站");
        Process process = start("C", "build", "--audience", "本单位", "-o", output.toString());

        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(SiteFolder.NO_HISTORY);
        assertThat(process.waitFor()).isZero();
        assertThat(out).contains("站点：" + output.resolve("index.html"), "栏目：文章 1");
        assertThat(output.resolve("articles/2024/tong-zhi-zhi-ban.html")).exists();
    }

    @Test
    void handsOnTheStatusAndTheProblemsOfItsWorker() throws Exception {
        site.entry("content/通知/错.md", "标题: 错");
        Process process = start("C", "build");

        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(err.lines())
                .containsExactly("content/通知/错.md:1:1: 错误 E104 缺少“发布日期”；请在文件头里写上“发布日期: ……”", "发现 1 个错误，站点没有改动。");
    }

    @Test
    void helpsInChineseWhereTheMachineHasNoLanguage() throws Exception {
        Process process = start("C", "--help");

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("用法：gongkai");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void itsWorkerEndsWhenItIsKilled() throws Exception {
        for (int i = 0; i < 3000; i++) {
            site.entry("content/n" + i + ".md", "标题: 第" + i, "发布日期: 2024-01-02");
        }
        Process process = start("C.UTF-8", "build");
        ProcessHandle worker = worker(process);

        process.destroyForcibly().waitFor();

        worker.onExit().get(60, TimeUnit.SECONDS);
        assertThat(site.output().resolve("index.html")).doesNotExist();
    }

    @Test
    void aWorkerThatIsKilledIsOneSentence() throws Exception {
        Process process = start("C.UTF-8", "build");

        worker(process).destroyForcibly();

        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(err.lines()).containsExactly("程序被系统中止了（退出状态 137），没有做完；多半是内存不够，请关掉别的程序再运行一次。");
    }

    private static ProcessHandle worker(Process process) throws InterruptedException {
        while (process.isAlive()) {
            Optional<ProcessHandle> worker =
                    process.toHandle().children().findFirst().filter(WorkerTest::isJava);
            // A copy of the parent becomes a helper first, which becomes the worker.
            Thread.sleep(20);
            if (worker.filter(WorkerTest::isJava).isPresent()) {
                return worker.get();
            }
        }
        throw new AssertionError("ended without a worker");
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().filter(name -> name.endsWith("java")).isPresent();
    }

    private Process start(String locale, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Files.createDirectories(site.root()).toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("LC_") || name.startsWith("JAVA_TOOL") || name.equals("LANG"));
        builder.environment().put("LC_ALL", locale);
        return builder.start();
    }
}
