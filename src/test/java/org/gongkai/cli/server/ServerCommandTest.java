package org.gongkai.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.publish.bundle.PublishedSite;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ServerCommandTest extends FolderFixture {

    private static final Pattern UNIT = Pattern.compile("# ---- (\\S+)\\.(service|timer) ----");

    private Path repository(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private static String printed(String kind, Path repository) {
        Ran ran = run("server", kind, "--repo", repository);
        assertThat(ran.err()).isEmpty();
        return ran.out();
    }

    private static String unit(Path repository) {
        Matcher units = UNIT.matcher(printed("systemd", repository));
        List<String> names =
                units.results().map(unit -> unit.group(1)).distinct().toList();
        assertThat(names).hasSize(1);
        return names.get(0);
    }

    @Test
    void aTimerRunsAsTheOwnerOfTheRepository() throws IOException {
        Path repository = repository("甲.git");
        if (System.getProperty("user.name").equals("root")) {
            Files.setOwner(
                    repository,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        }
        String owner = Files.getOwner(repository).getName();

        assertThat(printed("systemd", repository)).contains("\nUser=" + owner + "\n");
        assertThat(printed("cron", repository)).contains("crontab -u " + owner + " -e");
    }

    @Test
    void eachRepositoryHasUnitsOfItsOwn() throws IOException {
        List<Path> repositories = List.of(
                repository("支部.git"), repository("指部.git"), repository("甲/gongkai.git"), repository("乙/gongkai.git"));

        List<String> names = repositories.stream().map(ServerCommandTest::unit).toList();

        assertThat(names)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("gongkai-[a-z0-9-]+"))
                .isEqualTo(repositories.stream().map(ServerCommandTest::unit).toList());
        assertThat(printed("systemd", repositories.get(0)))
                .contains("# ---- " + names.get(0) + ".service ----\n", "# ---- " + names.get(0) + ".timer ----\n")
                .contains("systemctl enable --now " + names.get(0) + ".timer");
    }

    @Test
    void aTimerNeedsARepository() {
        assertThat(run("server", "systemd", "--repo", folder.resolve("no.git")))
                .isEqualTo(new Ran(2, "", "没有这个仓库：" + folder.resolve("no.git") + "。\n"));
    }

    @Test
    void aWebServerMustBeAbleToEnterTheFoldersAboveTheSite() throws IOException {
        Path place = Files.createDirectory(folder.resolve("a b"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        PublishedSite site = new PublishedSite(place).published();
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx--x--x"));
        assertThat(site.with("server", "nginx").err()).isEmpty();

        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-x---"));

        String note = "提示：别的用户进不了文件夹 " + place + "（rwxr-x---），网页服务器进不去，读者就打不开网页；请运行 chmod o+x '" + place
                + "'，或者发布到 /srv 这样的地方。\n";
        assertThat(site.with("server", "nginx").err()).isEqualTo(note);
        GitServer server = new GitServer(place);
        assertThat(run("hooks", "install", "--repo", server.repository(), "--to", site.to)
                        .err())
                .isEqualTo(note);
    }
}
