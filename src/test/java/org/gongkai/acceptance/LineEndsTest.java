package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.gongkai.testing.GitFixture;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A checkout with the ends of lines of Windows is built to the same bytes as the commit. */
@Tag("slow")
class LineEndsTest extends GitFixture {

    private static final String[] HEADER = {"标题: 防汛值班", "发布日期: 2024-05-01", "公开范围: 社会", "附件: [表.csv, 说明.txt]"};

    @BeforeEach
    void aSite() {
        site.file("content/_data/site.yml", "名称: 示例支部\n")
                .entry("content/通知/值班.md", HEADER)
                .file("content/通知/表.csv", "甲,乙\n丙,丁\n")
                .file("content/通知/说明.txt", "一\r\n二\n三\r\n")
                .file(
                        "content/通知/表.adoc",
                        "= 表\n:发布日期: 2024-05-02\n:公开范围: 社会\n\n[format=csv]\n|===\ninclude::表.csv[]\n|===\n")
                .file("content/旧.html", "title=旧\ndate=2024-05-03\n公开范围=社会\n~~~~~~\n<pre>一\n二</pre>\n")
                .file("templates/footer.ftl", "<footer>\n<p>示例支部</p>\n</footer>\n")
                .file("assets/own.css", "p {\n  margin: 0;\n}\n");
        git.commit("2024-05-03", "某委员", "开始");
    }

    private Path windows() {
        Path clone = folder.resolve("windows");
        git.git("clone", "-q", "-c", "core.autocrlf=true", site.root().toString(), clone.toString());
        return clone;
    }

    private TreeMap<String, String> built(Path source, String... more) {
        Path output = folder.resolve("out")
                .resolve(source.getFileName() + String.join("", more))
                .resolve("site");
        List<String> options = new ArrayList<>(List.of("-o", output.toString()));
        options.addAll(List.of(more));
        SiteFolder.Ran ran = new SiteFolder(source).build(options.toArray(String[]::new));
        assertThat(ran.status()).as(ran.err()).isZero();
        return SiteFolder.files(output);
    }

    @Test
    void theFolderTheCommitAndACheckoutOnWindowsGiveTheSameBytes() throws IOException {
        Path windows = windows();
        assertThat(Files.readString(windows.resolve("content/通知/表.csv"))).isEqualTo("甲,乙\r\n丙,丁\r\n");
        assertThat(Files.readString(windows.resolve("templates/footer.ftl"))).contains("\r\n");

        TreeMap<String, String> committed = built(site.root(), "--rev", "HEAD");

        assertThat(built(windows)).isEqualTo(committed);
        assertThat(built(windows, "--rev", "HEAD")).isEqualTo(committed);
        assertThat(built(site.root())).isEqualTo(committed);
        assertThat(committed.get("manifest.json")).contains("\"commit\": \"");
        assertThat(committed).anySatisfy((address, bytes) -> {
            assertThat(address).endsWith(".csv");
            assertThat(bytes).doesNotContain("\r");
        });
    }

    @Test
    void onlyTheEndsOfLinesAreThoseOfTheCommit() throws IOException {
        Path windows = windows();
        Files.writeString(windows.resolve("content/通知/表.csv"), "甲,乙\r\n丙,戊\r\n");

        TreeMap<String, String> changed = built(windows);

        assertThat(changed).anySatisfy((address, bytes) -> {
            assertThat(address).endsWith(".csv");
            assertThat(bytes).endsWith("\r\n");
        });
        assertThat(changed.get("manifest.json")).doesNotContain("\"commit\": \"");
    }

    @Test
    void whatWasKeptOfTheOneIsNotTakenForTheOther() throws IOException {
        Path windows = windows();
        new SiteFolder(windows).built();
        TreeMap<String, String> first = new SiteFolder(windows).files();
        git.git("-C", windows.toString(), "config", "core.autocrlf", "false");
        git.git("-C", windows.toString(), "rm", "-q", "--cached", "-r", ".");
        git.git("-C", windows.toString(), "add", "-A");
        git.git("-C", windows.toString(), "commit", "-q", "-m", "以 CR LF 提交");

        new SiteFolder(windows).built();

        assertThat(new SiteFolder(windows).files()).isNotEqualTo(first);
        TreeMap<String, String> kept = new SiteFolder(windows).files();
        new SiteFolder(windows).built("--no-cache");
        assertThat(new SiteFolder(windows).files()).isEqualTo(kept);
    }

    /** Whoever builds the program from a checkout on Windows gets the same program. */
    @Test
    void theProjectItselfIsCheckedOutAsItWasCommitted() throws IOException {
        Path project = Path.of("").toAbsolutePath();
        SiteFolder copy = new SiteFolder(folder.resolve("project"));
        copy.file(".gitattributes", Files.readString(project.resolve(".gitattributes")));
        for (String path : List.of("templates/post.ftl", "assets/gongkai.css", "pom.xml")) {
            copy.file("x/" + path, Files.readAllBytes(project.resolve(path)));
        }
        copy.file("x/表.csv", "一\r\n").file("x/注.txt", "一\n");
        GitFolder repository = new GitFolder(copy.root());
        repository.commit("一");
        Path clone = folder.resolve("clone");
        repository.git("clone", "-q", "-c", "core.autocrlf=true", copy.root().toString(), clone.toString());

        assertThat(SiteFolder.files(clone.resolve("x")))
                .isEqualTo(SiteFolder.files(copy.root().resolve("x")));
    }
}
