package org.gongkai.pipeline.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gongkai.cache.CacheHome;
import org.gongkai.feature.Features;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.convert.Converters;
import org.gongkai.markup.convert.Converters.OtherMarkup;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is cached of a site outside git")
class UserCachesTest extends SiteFixture {

    private final Set<EntryFormat> converted = ConcurrentHashMap.newKeySet();
    private SharedParts shared;
    private Path caches;

    @BeforeEach
    void aSiteThatIsOldEnoughToBeTrusted() throws InterruptedException {
        site.published("content/通知/值班.md", "标题: 值班安排", "发布日期: 2024-05-01");
        site.file("content/会议/会议.adoc", "= 会议\n:发布日期: 2024-05-01\n\ninclude::../_共用/电话.adoc[]\n");
        site.file("content/_共用/电话.adoc", "电话见门牌。\n");
        CacheHome home = new CacheHome(Map.of(), folder);
        caches = home.folder().resolve("sites");
        SharedParts all = Features.parts(SiteFolder.ENGINES, UserCaches.of(home));
        shared = new SharedParts(
                all.caches(), all.features(), all.leaks(), all.projects(), this::converters, all.prepared());
        Thread.sleep(2_600);
    }

    @Test
    @DisplayName("lets the next build find that nothing has changed")
    void unchanged() throws IOException {
        build(site);
        assertThat(isRepeated(build(site))).isTrue();
        site.published("content/通知/值班.md", "标题: 值守安排", "发布日期: 2024-05-01");

        assertThat(isRepeated(build(site))).isFalse();
        assertThat(site.page("articles/2024/tong-zhi-zhi-ban.html")).contains("值守安排");
    }

    @Test
    @DisplayName("is not taken by a site that was copied or put in its place")
    void copied() throws IOException {
        build(site);
        Path moved = folder.resolve("moved");
        Files.move(site.root(), moved);
        assertThat(isRepeated(build(new SiteFolder(moved)))).isFalse();

        SiteFolder other = new SiteFolder(site.root());
        other.published("content/通知/值班.md", "标题: 值日安排", "发布日期: 2024-05-01");
        build(other);

        assertThat(other.page("articles/2024/tong-zhi-zhi-ban.html")).contains("值日安排");
        assertThat(sites()).hasSize(2);
    }

    @Test
    @DisplayName("is neither read nor written where others might read it, which is said, until it was cleared")
    void readable() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        build(site);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(caches)))
                .isEqualTo("rwx------");
        Files.setPosixFilePermissions(caches, PosixFilePermissions.fromString("rwxr-x---"));

        Ran ran = build(site);

        assertThat(isRepeated(ran)).isFalse();
        assertThat(ran.err()).contains("别的用户能读", caches.toString(), "gongkai clean");
        assertThat(run("clean").out()).contains("已经删掉", caches.toString());
        assertThat(caches).doesNotExist();
        assertThat(site.output()).exists();
        assertThat(run("clean").out()).contains("不用删");
        build(site);
        assertThat(build(site).err()).doesNotContain("别的用户");
    }

    @Test
    @DisplayName("is deleted when another site comes and nobody has built this one for long")
    void pruned() throws IOException {
        build(site);
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(100)));
        Path first = sites().get(0);
        Files.setLastModifiedTime(first, old);
        SiteFolder other = new SiteFolder(folder.resolve("other"));
        other.published("content/通知/值班.md", "标题: 值日安排", "发布日期: 2024-05-01");

        run("check", "-s", other.root());

        assertThat(sites()).hasSize(1).doesNotContain(first);
    }

    @Test
    @DisplayName("lets a build that converts no AsciiDoc start none, though entries may include such texts")
    void asciiDoc() throws IOException {
        build(site);
        assertThat(converted).contains(EntryFormat.ASCIIDOC);
        converted.clear();
        Path entry = site.root().resolve("content/通知/值班.md");
        Files.writeString(entry, "另见门牌。\n", StandardOpenOption.APPEND);
        build(site);

        assertThat(converted).containsExactly(EntryFormat.MARKDOWN);
    }

    private Converters converters(IncludedTexts included, OtherMarkup others) {
        Converters all = SiteFolder.SHARED.converters().of(included, others);
        return new Converters(
                format -> {
                    converted.add(format);
                    return all.forEnding(format == EntryFormat.ASCIIDOC ? "adoc" : "md")
                            .orElseThrow();
                },
                others);
    }

    private List<Path> sites() throws IOException {
        try (Stream<Path> all = Files.list(caches)) {
            return all.toList();
        }
    }

    private Ran build(SiteFolder of) {
        Ran ran = run("build", "--timings", "-s", of.root());
        assertThat(ran.status()).as(ran.err()).isZero();
        return ran;
    }

    private Ran run(Object... args) {
        return SiteFolder.run(shared, args);
    }

    /** A build that is made reads the settings. */
    private static boolean isRepeated(Ran ran) {
        return !ran.out().contains("读设置");
    }
}
