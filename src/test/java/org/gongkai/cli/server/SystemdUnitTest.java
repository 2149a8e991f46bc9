package org.gongkai.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.GitServer.entry;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.io.TextResource;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the units may do, those printed and those of the package, as systemd judges it, and that this is enough to publish. */
@Tag("slow")
class SystemdUnitTest extends FolderFixture {

    /** In tenths, of ten; a unit that says nothing has 96. */
    private static final String MOST_EXPOSED = "--threshold=20";

    private static final Pattern WORD = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"|(\\S+)");

    private static final String SHIPPED = "src/dist/deb/gongkai-site@.service";

    private static String printed(Path repository) {
        Ran ran = run("server", "systemd", "--repo", repository);
        assertThat(ran.err()).isEmpty();
        String service = ran.out().substring(ran.out().indexOf("[Unit]"));
        return service.substring(0, service.indexOf("# ---- "));
    }

    private static Ran ran(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, "");
    }

    /** Skips the test where a program cannot do its work, or is missing and need not be there. */
    private static void needs(String... command) throws Exception {
        boolean usable;
        try {
            usable = ran(List.of(command)).status() == 0;
        } catch (IOException e) {
            usable = "true".equals(System.getenv("GONGKAI_REQUIRE_BROWSER"));
        }
        Assumptions.assumeTrue(usable, "SKIPPED: " + String.join(" ", command));
    }

    private static List<String> words(String unit, String key) {
        List<String> words = new ArrayList<>();
        for (String line : unit.lines().filter(one -> one.startsWith(key + "=")).toList()) {
            Matcher word = WORD.matcher(line.substring(key.length() + 1));
            while (word.find()) {
                words.add((word.group(1) == null ? word.group(2) : word.group(1).replaceAll("\\\\(.)", "$1"))
                        .replace("%%", "%"));
            }
        }
        return words;
    }

    private static String shipped() throws IOException {
        return Files.readString(Path.of(SHIPPED))
                .replace(
                        "@SANDBOX@",
                        TextResource.of(ServerCommand.class, "sandbox.conf").strip());
    }

    @Test
    @Promise("The timer that server systemd prints")
    void aUnitSaysWhatItMayDo() throws IOException {
        for (String unit : List.of(printed(new GitServer(folder).installed().repository()), shipped())) {
            assertThat(unit.lines())
                    .contains(
                            "ProtectSystem=strict",
                            "PrivateTmp=yes",
                            "PrivateDevices=yes",
                            "PrivateNetwork=yes",
                            "IPAddressDeny=any",
                            "RestrictAddressFamilies=AF_UNIX",
                            "NoNewPrivileges=yes",
                            "CapabilityBoundingSet=",
                            "RestrictNamespaces=yes",
                            "RestrictSUIDSGID=yes",
                            "SystemCallFilter=@system-service",
                            "SystemCallFilter=~@privileged @resources")
                    .anyMatch(line -> line.matches("ProtectHome=(yes|read-only)"))
                    // Java makes machine code while it runs.
                    .noneMatch(line -> line.startsWith("MemoryDenyWriteExecute="))
                    .noneMatch(line -> line.contains("@SANDBOX@") || line.contains("@WRITABLE@"));
        }
    }

    @Test
    @Promise("systemd rates their exposure")
    void aUnitMayDoLittleAsSystemdJudgesIt() throws Exception {
        needs("systemd-analyze", "--version");
        Path printed = Files.writeString(
                folder.resolve("printed.service"),
                printed(new GitServer(folder).installed().repository()));
        Path shipped = Files.writeString(
                folder.resolve("shipped@.service"), shipped().replace("/usr/bin/gongkai", "/bin/true"));

        for (Path unit : List.of(printed, shipped)) {
            Ran judged = ran(List.of(
                    "systemd-analyze", "security", "--offline=true", "--no-pager", MOST_EXPOSED, unit.toString()));
            assertThat(judged.status()).as(judged.out()).isZero();
        }
        assertThat(ran(List.of("systemd-analyze", "verify", "--man=no", printed.toString(), shipped.toString()))
                        .out()
                        .lines()
                        .filter(line -> line.contains(folder.toString())))
                .isEmpty();
    }

    @Test
    @Promise("The timer that server systemd prints")
    void aUnitWritesTheRepositoryAndTheSiteOnly() {
        GitServer server = new GitServer(folder).installed();

        // The first publication makes the folder of the site: until then the one above is named.
        assertThat(words(printed(server.repository()), "ReadWritePaths"))
                .containsExactly(server.repository().toString(), folder.toString());
        assertThat(server.to().toFile().mkdir()).isTrue();
        assertThat(words(printed(server.repository()), "ReadWritePaths"))
                .containsExactly(server.repository().toString(), server.to().toString());
    }

    /** As systemd would: everything is read-only but the folders that the unit names, there is no network, and no privilege. */
    @Test
    @Promise("The timer that server systemd prints")
    void whatTheUnitMayWriteIsEnoughToPublish() throws Exception {
        needs("bwrap", "--ro-bind", "/", "/", "--unshare-net", "true");
        GitServer server = new GitServer(folder);
        Path clone = server.cloned("甲");
        entry(clone, "content/notices/a.md", "第一条");
        server.commit(clone, "第一条");
        assertThat(server.push(clone).status()).isZero();
        server.installedForProcesses();
        Files.createDirectories(server.to());
        String unit = printed(server.repository());
        List<String> command = new ArrayList<>(
                List.of("bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp"));
        String project = Path.of("").toAbsolutePath().toString();
        command.addAll(List.of("--ro-bind", project, project, "--ro-bind", folder.toString(), folder.toString()));
        words(unit, "ReadWritePaths").forEach(path -> command.addAll(List.of("--bind", path, path)));
        command.addAll(List.of("--unshare-net", "--unshare-ipc", "--cap-drop", "ALL"));
        words(unit, "ExecStart").forEach(word -> command.add(word.replace("$$", "$")));

        Ran first = ran(command);

        assertThat(first.status()).as(first.out()).isZero();
        assertThat(server.current().resolve("index.html")).exists();
        assertThat(ran(command)).isEqualTo(new Ran(0, "", ""));
    }
}
