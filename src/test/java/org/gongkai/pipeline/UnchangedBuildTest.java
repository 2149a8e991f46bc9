package org.gongkai.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gongkai.testing.GitFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A build after which nothing has changed")
class UnchangedBuildTest extends GitFixture {

    private static final String ENTRY = "content/通知/值班.md";

    @BeforeEach
    void firstBuild() {
        site.file("content/_data/site.yml", "名称: 示例支部\n");
        site.published(ENTRY, "标题: 值班安排", "发布日期: 2024-05-01", "失效日期: 2024-06-20");
        site.published("content/通知/待定XXX.md", "标题: 地点待定XXX", "发布日期: 2024-05-02");
        site.file(".gitignore", "target\n");
        git.commit("第一次提交");
        assertThat(build(List.of()).status()).isZero();
    }

    @Test
    @DisplayName("is told the same again, and reads nothing")
    void same() {
        Ran first = build(List.of("--no-cache"));
        Ran second = build(List.of());

        assertThat(isRepeated(second)).isTrue();
        assertThat(second.errors()).isEqualTo(first.errors()).isNotEmpty();
        assertThat(withoutTime(second))
                .isEqualTo(withoutTime(first))
                .anyMatch(line -> line.startsWith("下次变化：2024-06-20"));
        assertThat(second.out()).contains("写入 0 个文件，");
    }

    @Test
    @DisplayName("is recognised in a folder as well, once its files are older than a clock may be coarse")
    void folder() throws Exception {
        Thread.sleep(2_600);
        List<String> fromFolder = List.of();
        assertThat(run(fromFolder).status()).isZero();

        assertThat(isRepeated(run(fromFolder))).isTrue();

        Path entry = site.root().resolve(ENTRY);
        FileTime time = Files.getLastModifiedTime(entry);
        Files.writeString(entry, Files.readString(entry).replace("值班安排", "值守安排"));
        Files.setLastModifiedTime(entry, time);
        assertThat(isRepeated(run(fromFolder))).isFalse();
        assertThat(site.output().resolve("articles/2024/tong-zhi-zhi-ban.html"))
                .content()
                .contains("值守安排");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--drafts", "--as-of=2024-06-02", "--no-cache", "-o=other", "--audience=公众"})
    @DisplayName("is made if something else is wanted")
    void otherRequest(String option) {
        assertThat(isRepeated(build(List.of(option.split("="))))).isFalse();
    }

    @Test
    @DisplayName("is made for another commit, even of the same files")
    void otherCommit() {
        git.commit("没有改动");

        assertThat(isRepeated(build(List.of()))).isFalse();
        assertThat(isRepeated(build(List.of()))).isTrue();
    }

    @Test
    @DisplayName("is made if the history begins elsewhere")
    void otherHistory() throws IOException {
        git.commit("没有改动");
        assertThat(build(List.of()).status()).isZero();

        Files.writeString(site.root().resolve(".git/shallow"), git.git("rev-parse", "HEAD"));

        Ran shallow = build(List.of());
        assertThat(isRepeated(shallow)).isFalse();
        assertThat(shallow.err()).contains("浅克隆");
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "manifest.json", "assets/gongkai.css", "articles/2024/tong-zhi-zhi-ban.html"})
    @DisplayName("repairs a file that is not as it was left")
    void damaged(String address) throws IOException {
        damaged(address, bytes -> new byte[bytes.length]);
        damaged(address, bytes -> new byte[0]);
        damaged(address, bytes -> null);
    }

    private void damaged(String address, UnaryOperator<byte[]> change) throws IOException {
        Path file = site.output().resolve(address);
        byte[] before = Files.readAllBytes(file);
        byte[] after = change.apply(before);
        if (after == null) {
            Files.delete(file);
        } else {
            Files.write(file, after);
        }

        assertThat(isRepeated(build(List.of()))).isFalse();
        assertThat(file).hasBinaryContent(before);
        assertThat(isRepeated(build(List.of()))).isTrue();
    }

    @Test
    @DisplayName("is made if the output is gone, or another build has not finished there")
    void unfinished() throws IOException {
        Files.createDirectories(site.output().resolve(".gongkai-staging/new"));
        assertThat(isRepeated(build(List.of()))).isFalse();
        assertThat(site.output().resolve(".gongkai-staging")).doesNotExist();

        Files.move(site.output(), folder.resolve("moved"));
        assertThat(isRepeated(build(List.of()))).isFalse();
        assertThat(SiteFolder.files(site.output())).isEqualTo(SiteFolder.files(folder.resolve("moved")));
    }

    @Test
    @DisplayName("is not taken for one that failed")
    void failed() {
        site.entry("content/通知/坏.md", "标题: 坏", "发布日期: 昨天");
        git.commit("有错误");
        Ran first = build(List.of());
        Ran second = build(List.of());

        assertThat(first.status()).isEqualTo(1);
        assertThat(second.status()).isEqualTo(1);
        assertThat(second.errors()).isEqualTo(first.errors());
    }

    /** Builds from the last commit: a file in a folder must be some seconds old to be recognised. */
    private Ran build(List<String> more) {
        return run(Stream.concat(Stream.of("--rev", "HEAD"), more.stream()).toList());
    }

    private Ran run(List<String> more) {
        List<String> arguments = new ArrayList<>(List.of("--timings"));
        more.forEach(each ->
                arguments.add(each.equals("other") ? folder.resolve(each).toString() : each));
        return site.build(arguments.toArray(String[]::new));
    }

    private static boolean isRepeated(Ran build) {
        return build.out().contains("比对上次") && !build.out().contains("读设置");
    }

    private static List<String> withoutTime(Ran build) {
        return build.out()
                .lines()
                .filter(line -> !line.endsWith("毫秒"))
                .map(line -> line.replaceFirst("写入 .*", ""))
                .toList();
    }
}
