package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.api.Git;
import org.gongkai.io.Json;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.Test;

/** What programs read: one line of JSON from each command that ends by itself. */
class JsonResultTest extends FolderFixture {

    private static final Set<String> UNTIL_STOPPED = Set.of("desk", "serve");

    /** The commands that the help of a command lists, or the command itself if it lists none. */
    private static List<String> commands(String command) {
        String help = run((command + " --help").strip().split(" ")).out();
        List<String> all = new ArrayList<>();
        Pattern.compile("(?m)^  ([a-z]+) ")
                .matcher(help.contains("\n命令：") ? help.replaceFirst("(?s).*\n命令：", "") : "")
                .results()
                .map(found -> (command + " " + found.group(1)).strip())
                .forEach(each -> all.addAll(commands(each)));
        return all.isEmpty() ? List.of(command) : all;
    }

    @Test
    void eachCommandOfTheHelpHasIt() {
        List<String> all = commands("");

        assertThat(all).contains("build", "export docx", "hooks run", "help").hasSizeGreaterThan(30);
        assertThat(all.stream().filter(command -> !UNTIL_STOPPED.contains(command)))
                .allSatisfy(command ->
                        assertThat(run((command + " --help").split(" ")).out()).contains("--json"));
    }

    /** The members of {@code done}, of a command that did what it was asked to. */
    private static List<Map<String, Object>> done(Object... command) {
        Ran ran = run(SiteFolder.words(command, "--json"));
        assertThat(ran.status()).as(ran.err()).isZero();
        return list(ran, true);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Ran ran, boolean ok) {
        assertThat(ran.out()).hasLineCount(1);
        Map<String, Object> result = (Map<String, Object>) Json.value(ran.out()).orElseThrow();
        assertThat(result).containsOnlyKeys("ok", "done").containsEntry("ok", ok);
        return (List<Map<String, Object>>) result.get("done");
    }

    @Test
    void aSiteFromItsFirstDay() throws Exception {
        String site = folder.resolve("站 点").toString();

        assertThat(done("init", site, "--name", "甲支部", "--code", "SLSW01"))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("folder", site)
                        .extractingByKey("files")
                        .asList()
                        .contains("content/_data/site.yml"));
        assertThat(done("new", "通知", "值班", "-s", site, "--date", "2024-05-10"))
                .containsExactly(Json.fields("file", site + "/content/通知/2024/值班.md", "numbered", true));
        assertThat(done("clean")).isEmpty();
        assertThat(run("schema", "-s", site, "--json").out().replaceAll("\\s", ""))
                .isEqualTo(run("schema", "-s", site).out().replaceAll("\\s", ""));
        String word = folder.resolve("通知.docx").toString();
        String entry = site + "/content/通知/2024/值班.md";
        assertThat(done("export", "docx", entry, "-s", site, "--drafts", "-o", word))
                .containsExactly(Json.fields("file", word, "missing", 0));
        String web = folder.resolve("粘 贴").toString();
        assertThat(done("export", "web", entry, "-s", site, "--drafts", "-o", web))
                .containsExactly(Json.fields("file", web, "missing", 0));
    }

    @Test
    void aRepositoryOfAServer() throws Exception {
        Path repository = folder.resolve("库.git");
        Git.init().setBare(true).setDirectory(repository.toFile()).call().close();
        Path to = folder.resolve("发 布");
        String name = repository.toString();

        assertThat(done("hooks", "install", "--repo", name, "--to", to, "--branch", "main"))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("repository", name)
                        .containsEntry("to", to.toString())
                        .containsEntry("branch", "main"));
        assertThat(done("hooks", "run", "--repo", name)).isEmpty();
        assertThat(done("hooks", "run", "--repo", name, "--status"))
                .containsExactly(Json.fields("due", false, "failure", null, "nextChange", null));
        assertThat(done("server", "cron", "--repo", name)).singleElement().satisfies(it -> assertThat(it)
                .containsEntry("kind", "cron")
                .containsEntry("text", run("server", "cron", "--repo", name).out()));
        assertThat(done("hooks", "install", "--repo", name, "--uninstall"))
                .containsExactly(Json.fields("repository", name, "installed", false));
    }

    @Test
    void asksNobody() {
        assertThat(run("init", folder.resolve("新"), "--json"))
                .isEqualTo(new Ran(2, "", "写成 JSON 时不询问，请用 --name 写明支部的名称。\n"));
    }
}
