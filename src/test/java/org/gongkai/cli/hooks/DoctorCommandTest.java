package org.gongkai.cli.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.PushFixture;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class DoctorCommandTest extends PushFixture {

    @BeforeEach
    void aServerThatHasPublished() throws IOException {
        server.installed().git(clone, "push", "-q", "origin", "HEAD");
        // What is examined are the hooks that start the program, which takes long only for the push.
        assertThat(server.install().status()).isZero();
        for (Path open = server.to(); open.startsWith(folder); open = open.getParent()) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void saysWhereNothingWasPublishedAndNoticesAClockThatIsBehindWhatWas() {
        Path none = folder.resolve("none");
        Clock past = Clock.fixed(Instant.parse("2020-01-01T00:00:00Z"), ZoneOffset.UTC);

        assertThat(run("doctor", "--to", none).out()).contains("要处理　发布：这里还没有发布过：" + none + "；运行 publish，或者装好钩子以后推送一次");
        GitServer fresh = new GitServer(folder.resolve("fresh")).installed();
        assertThat(run("doctor", "--to", none, "--repo", fresh.repository()).out())
                .contains("正常　上次发布：钩子还没有发布过");
        assertThat(run(past, "doctor", "--to", server.to()).out()).contains("要处理　时钟：最后一条发布记录是 ");
    }

    @Test
    void saysThatAllIsWellAlsoForPrograms() throws IOException {
        Path status = folder.resolve("status.json");
        Ran ran = doctor("--status", status);

        assertThat(ran.out().lines().filter(line -> line.startsWith("要处理")).filter(line -> !line.contains("权限")))
                .isEmpty();
        assertThat(ran.out()).contains("正常　程序：gongkai ", "正常　发布：当前是 ", "正常　钩子：装好了，发布 main 分支", "正常　上次发布：成功");
        assertThat(Files.getPosixFilePermissions(status)).contains(PosixFilePermission.OTHERS_READ);
        assertThat(status).content().contains("\"subject\":\"发布\"", "\"level\":\"fine\"");
        assertThat(doctor("--json").out())
                .startsWith("{\"ok\":")
                .contains("\"subject\":\"发布\"")
                .endsWith("}]}\n");
    }

    @Test
    void saysWhatToDoAboutWhatIsNot() throws IOException {
        Files.delete(server.repository().resolve("hooks/post-receive"));
        Files.delete(server.to().resolve("current"));
        Files.createSymbolicLink(server.to().resolve("current"), Path.of("releases", "none"));

        Ran ran = doctor();

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .contains("要处理　发布：current 指着 none，发布记录里是 ", "；运行 rollback --to " + server.to() + " ")
                .contains("要处理　钩子：不能运行：" + server.repository().resolve("hooks/post-receive") + "；再运行一次 hooks install");
    }

    @Test
    void startsTheProgramAsTheHookDoesAlsoInAFolderWithABlank() throws IOException {
        Path hook = server.repository().resolve("hooks/pre-receive");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path program = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("程序 '新'")).resolve("java"), java);
        String quoted = program.toString().replace("'", "'\\''");
        Files.writeString(hook, Files.readString(hook).replace(java.toString(), quoted));
        assertThat(doctor().out()).contains("正常　钩子：");

        Files.delete(program);

        assertThat(doctor().out())
                .contains("要处理　钩子：程序没有启动：" + program + " 没有了", "再运行一次 hooks install；再运行一次 hooks install --repo");
    }

    private Ran doctor(Object... more) {
        return run(Clock.systemUTC(), "doctor", "--to", server.to(), "--repo", server.repository(), more);
    }
}
