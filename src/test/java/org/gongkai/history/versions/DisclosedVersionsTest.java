package org.gongkai.history.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.cache.CacheStore;
import org.gongkai.check.Disclosure;
import org.gongkai.check.file.Invented;
import org.gongkai.check.personal.PrivacySettings;
import org.gongkai.history.git.CommitHistory;
import org.gongkai.history.git.CommitId;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.versions.DisclosedVersions.DisclosedVersion;
import org.gongkai.history.versions.VersionReader.PreviousHeaders;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.EntryReading;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.testing.GitFixture;
import org.gongkai.testing.Headers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which versions an entry has, and which of them an audience may read. */
class DisclosedVersionsTest extends GitFixture {

    private static final String FILE = "content/值班.md";

    @AutoClose
    private GitRepository repository;

    @BeforeEach
    void aSiteUnderGit() throws IOException {
        repository = GitRepository.containing(site.root()).orElseThrow();
    }

    /** Writes the entry and commits it. */
    private DisclosedVersionsTest on(String day, String text, String... header) {
        String lines = header.length == 0 ? "" : String.join("\n", header) + "\n";
        site.file(FILE, "---\n标题: 值班安排\n发布日期: 2024-05-01\n" + lines + "---\n\n" + text + "\n");
        git.commit(day, "测试", text);
        return this;
    }

    private Versions versions(Set<String> changed) throws IOException {
        CommitId tip = repository.head().orElseThrow();
        CommitHistory history = repository.history(tip, EntryFormat::isEntry, PreviousNumbers::scan, List.of(), false);
        HeaderParser parser = new HeaderParser(new YamlReader());
        EntryReader reader = new EntryReader(parser, Headers.context(Headers.kinds()), EntryReader.Strictness.STRICT);
        PreviousHeaders headers =
                new PreviousHeaders(repository, reader, EntryReading.cached(CacheStore.NONE, Headers.kinds()));
        Entry current =
                Headers.right(Headers.read(FILE, Files.readString(site.root().resolve(FILE))));
        return new VersionReader(history, changed, headers, ZoneId.of("Asia/Shanghai"), LocalDate.of(2024, 6, 1))
                .of(current);
    }

    private Versions versions() throws IOException {
        return versions(Set.of());
    }

    private DisclosedVersions disclosed() {
        NamedFiles files = new NamedFiles(repository, CacheStore.NONE);
        return new DisclosedVersions(repository, new Disclosure(PrivacySettings.DEFAULT), List.of("社会"), files);
    }

    /** What readers who may see 社会 are shown of each version: its text, or the reason why not. */
    private List<String> shown() throws IOException {
        DisclosedVersions disclosed = disclosed();
        return versions().all().stream()
                .map(disclosed::open)
                .map(version -> version instanceof DisclosedVersion.Text text
                        ? text.text().lines().reduce((first, last) -> last).orElseThrow()
                        : ((DisclosedVersion.Withheld) version).reason())
                .toList();
    }

    private List<String> days() throws IOException {
        return versions().all().stream()
                .map(version -> version.number() + " " + version.day())
                .toList();
    }

    @Test
    void areWhatReadersSaw() throws IOException {
        on("2024-04-20", "草稿", "状态: 草稿");
        on("2024-04-25", "没等到发布日期");
        on("2024-04-28", "发布的", "公开范围: 社会");
        on("2024-05-06", "改过的", "公开范围: 社会");

        assertThat(days()).containsExactly("1 2024-05-01", "2 2024-05-06");
        assertThat(shown()).containsExactly("发布的", "改过的");
        assertThat(versions().latest().orElseThrow().commit().message()).isEqualTo("改过的");
    }

    @Test
    void doNotSayWhatWasForFewerReadersOrMustNotBePublic() throws IOException {
        on("2024-05-02", "给单位的", "公开范围: 本单位");
        on("2024-05-03", "证号" + Invented.id("19000101"), "公开范围: 社会");
        on("2024-05-04", "机密★5年", "公开范围: 社会");
        on("2024-05-05", "可以公开的", "公开范围: 社会");

        assertThat(shown()).containsExactly("当时的公开范围不包括本站的读者", "当时的文字里有不得公开的个人信息", "当时的文字里有密级或不得外传的标志", "可以公开的");
    }

    @Test
    void pauseWhileItIsWithdrawn() throws IOException {
        on("2024-05-02", "发布的");
        on("2024-05-03", "撤回的", "状态: 已撤回");
        on("2024-05-05", "又发布的");

        assertThat(days()).containsExactly("1 2024-05-02", "2 2024-05-05");
        assertThat(versions().pauses())
                .containsExactly(
                        new Versions.Pause(1, LocalDate.of(2024, 5, 3), Optional.of(LocalDate.of(2024, 5, 5))));
        assertThat(versions().withdrawn()).isEmpty();
    }

    @Test
    void goOnInAFileThatWasMoved() throws IOException {
        site.file("content/旧.md", "---\n标题: 值班安排\n发布日期: 2024-05-01\n---\n\n正文。\n");
        git.commit("2024-05-02", "测试", "first");
        git.git("mv", "content/旧.md", FILE);
        git.commit("2024-05-03", "测试", "moved");

        assertThat(days()).containsExactly("1 2024-05-02");
        assertThat(versions().headers()).extracting(Entry::path).containsExactly("content/旧.md", FILE);
    }

    @Test
    void tellOfChangesThatAreNotCommitted() throws IOException {
        on("2024-05-02", "发布的");
        assertThat(versions().uncommitted()).isFalse();

        assertThat(versions(Set.of(FILE)).uncommitted()).isTrue();
    }

    @Test
    void hideMessagesThatMustNotBePublic() throws IOException {
        on("2024-05-02", "发布的");
        DisclosedVersions disclosed = disclosed();

        assertThat(disclosed.message(" 改了电话 \n")).contains("改了电话");
        assertThat(disclosed.message("删去" + Invented.mobile())).isEmpty();
        assertThat(disclosed.message(" ")).isEmpty();
    }

    @Test
    void areFollowedByTheIndexNumberNearTheTopOfAFile() {

        assertThat(PreviousNumbers.scan("---\n索引号: A1/2024-00003\n---\n".getBytes(StandardCharsets.UTF_8)))
                .contains("A1/2024-00003");
        assertThat(PreviousNumbers.scan("= 甲\n:number: \"A1/2024-00004\"\n".getBytes(StandardCharsets.UTF_8)))
                .contains("A1/2024-00004");
        assertThat(PreviousNumbers.scan("没有索引号: A1/2024-00003".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void nameFilesInHeadersLinksAndIncludes() {
        assertThat(NamedFiles.names("附件: [表.TXT, 名单.docx]\n[甲](%E5%9B%BE.png) 版本 1.5。"))
                .containsExactly("附件: [表.txt", "附件: [表.txt, 名单.docx", "[甲](%e5%9b%be.png", "[甲](图.png");
    }
}
