package org.gongkai.publish.release.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Publication.Outcome;
import org.gongkai.publish.release.Sites;
import org.gongkai.publish.release.SitesFixture;
import org.junit.jupiter.api.Test;

/** What web servers send instead of texts: {@code X.gz} beside {@code X}. */
class PackedCopiesTest extends SitesFixture {

    private static final String FIRST = "20240601-120000";
    private static final String LONG = "这是很长的一段。".repeat(100);
    private static final Map<String, String> SITE =
            Map.of("index.html", "甲" + LONG, "a/2024/x.html", "正文" + LONG, "c.css", LONG, "short.html", "短");

    @Test
    void lieBesideTextsThatAreWorthIt() throws IOException {
        byte[] noise = new byte[2000];
        new Random(1).nextBytes(noise);
        Map<String, byte[]> site = new HashMap<>();
        for (String path : List.of(
                "a.html", "a.css", "a.js", "a.xml", "a.json", "a.svg", "a.txt", "a.csv", "a.ics", "a.pdf", "a")) {
            site.put(path, LONG.getBytes(StandardCharsets.UTF_8));
        }
        site.put("noise.txt", noise);
        site.put("n".repeat(250) + ".txt", LONG.getBytes(StandardCharsets.UTF_8));
        site.put("short.txt", "a".repeat(1023).getBytes(StandardCharsets.UTF_8));
        site.put("long.txt", "a".repeat(1024).getBytes(StandardCharsets.UTF_8));
        sites.publishBytes(site);

        assertThat(sites.servedPacked())
                .containsOnlyKeys(
                        "a.html", "a.css", "a.js", "a.xml", "a.json", "a.svg", "a.txt", "a.csv", "a.ics", "long.txt")
                .containsEntry("a.html", LONG);
        assertThat(sites.faults()).isEmpty();
    }

    @Test
    void bearNeitherNameNorTime() throws IOException {
        sites.publish(SITE);

        byte[] packed = Files.readAllBytes(release(FIRST).resolve("c.css.gz"));
        assertThat(Arrays.copyOf(packed, 8)).isEqualTo(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0});
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(release(FIRST).resolve("c.css.gz"))))
                .isEqualTo("r--r--r--");
    }

    @Test
    void areNeitherListedNorCounted() throws IOException {
        Outcome with = sites.publish(SITE);
        String manifest = Files.readString(release(FIRST).resolve("manifest.json"));
        sites.delete();
        Outcome without = sites.gzip(false).publish(SITE);

        assertThat(sites.servedPacked()).isEmpty();
        assertThat(sites.faults()).isEmpty();
        assertThat(without.published()).isEqualTo(with.published());
        assertThat(manifest).isEqualTo(Files.readString(release(FIRST).resolve("manifest.json")));
    }

    @Test
    void ofUnchangedFilesAreShared() throws IOException {
        sites.publish(SITE);
        sites.publish(with("index.html", "乙" + LONG));

        assertThat(isShared("c.css.gz")).isTrue();
        assertThat(isShared("a/2024/x.html.gz")).isTrue();
        assertThat(isShared("index.html.gz")).isFalse();
        assertThat(sites.servedPacked()).containsEntry("index.html", "乙" + LONG).doesNotContainKey("short.html");
        assertThat(sites.faults()).isEmpty();
    }

    @Test
    void ofEditionsAreMadeOnceToo() throws IOException {
        sites.editions(new RequestedEditions(List.of("v1"), (name, audience, to) -> Sites.write(to, SITE)));
        sites.publish(SITE);
        sites.publish(with("index.html", "乙" + LONG));

        assertThat(sites.servedPacked()).containsEntry("editions/v1/index.html", "甲" + LONG);
        assertThat(isShared("editions/v1/index.html.gz")).isTrue();
        assertThat(sites.faults()).isEmpty();
    }

    @Test
    void comeWithTheNextReleaseIfTheyAreMissing() throws IOException {
        sites.gzip(false).publish(SITE);
        sites.gzip(true).publish(with("index.html", "乙" + LONG));
        assertThat(sites.servedPacked()).containsOnlyKeys("index.html", "a/2024/x.html", "c.css");

        sites.replace(FIRST + "-2/c.css.gz", null);
        assertThat(sites.faults()).isEmpty();
        sites.publish(with("index.html", "丙" + LONG));

        assertThat(sites.servedPacked()).containsEntry("c.css", LONG);
        assertThat(sites.faults()).isEmpty();
    }

    @Test
    void areNotMadeOfPackedPartsOfTheSearchIndex() throws IOException {
        TreeMap<String, String> site = new TreeMap<>(SITE);
        site.put("search/m.js", LONG);
        site.put("search/t/0/1.js", LONG);
        site.put("editions/v1/search/i/0-1.js", LONG);

        sites.publish(site);

        assertThat(sites.servedPacked())
                .containsKey("search/m.js")
                .doesNotContainKeys("search/t/0/1.js", "editions/v1/search/i/0-1.js");
        assertThat(sites.faults()).isEmpty();
    }

    @Test
    void areSharedUnreadWithWhatIsSharedUnread() throws IOException {
        sites.publish(SITE);
        sites.afterBuild(site -> {
            Files.delete(site.resolve("c.css"));
            Files.createLink(site.resolve("c.css"), release(FIRST).resolve("c.css"));
        });
        sites.publish(with("index.html", "乙" + LONG));

        assertThat(isShared("c.css.gz")).isTrue();
        assertThat(sites.servedPacked()).containsEntry("c.css", LONG);
        assertThat(sites.faults()).isEmpty();
    }

    @Test
    void thatAreNotWhatTheirFileIsAreFound() throws IOException {
        sites.publish(SITE);
        byte[] good = Files.readAllBytes(release(FIRST).resolve("c.css.gz"));
        String finding = "压缩副本与原文件不符：c.css.gz";

        for (byte[] bad : List.of(
                "坏".getBytes(StandardCharsets.UTF_8),
                new byte[0],
                Arrays.copyOf(good, good.length - 1),
                Arrays.copyOf(good, good.length + 1),
                Arrays.copyOf(good, good.length + 100),
                twice(good),
                PackedCopies.pack(LONG.replace('长', '短').getBytes(StandardCharsets.UTF_8)),
                PackedCopies.pack(LONG.substring(1).getBytes(StandardCharsets.UTF_8)),
                PackedCopies.pack((LONG + "尾").getBytes(StandardCharsets.UTF_8)),
                PackedCopies.pack(new byte[100_000_000]))) {
            sites.replace(FIRST + "/c.css.gz", bad);
            assertThat(sites.currentFaults()).containsExactly(finding);
        }
        sites.replace(FIRST + "/c.css.gz", null);
        Files.createSymbolicLink(release(FIRST).resolve("c.css.gz"), Path.of("index.html.gz"));
        assertThat(sites.currentFaults()).containsExactly(finding);
        sites.replace(FIRST + "/c.css.gz", good);
        assertThat(sites.faults()).isEmpty();
    }

    @Test
    void ofNothingAreFound() throws IOException {
        sites.publish(SITE);
        byte[] good = Files.readAllBytes(release(FIRST).resolve("c.css.gz"));
        sites.replace(FIRST + "/d.css.gz", good);
        sites.replace(FIRST + "/c.css.gz.gz", PackedCopies.pack(good));
        sites.replace(FIRST + "/c.css.GZ", good);

        assertThat(sites.currentFaults()).containsExactly("多出：c.css.GZ", "多出：c.css.gz.gz", "多出：d.css.gz");
    }

    @Test
    void areJudgedByWhatIsListedNotByWhatLiesBeside() throws IOException {
        sites.publish(SITE);
        byte[] other = LONG.replace('长', '短').getBytes(StandardCharsets.UTF_8);
        sites.replace(FIRST + "/c.css", other);
        assertThat(sites.currentFaults()).containsExactly("改动：c.css");

        sites.replace(FIRST + "/c.css.gz", PackedCopies.pack(other));
        assertThat(sites.currentFaults()).containsExactly("改动：c.css", "压缩副本与原文件不符：c.css.gz");
    }

    @Test
    void thatWereTamperedWithAreNeitherSharedNorServedAgain() throws IOException {
        sites.publish(SITE);
        sites.replace(FIRST + "/c.css.gz", PackedCopies.pack("坏".repeat(500).getBytes(StandardCharsets.UTF_8)));
        sites.publish(with("index.html", "乙" + LONG));

        assertThat(sites.currentFaults()).isEmpty();
        assertThat(sites.servedPacked()).containsEntry("c.css", LONG);
        assertThatThrownBy(() -> sites.rollBack(Optional.empty(), ""))
                .isInstanceOf(PublicationRefused.class)
                .hasMessage("发布批次 " + FIRST + " 不完整，不能启用：压缩副本与原文件不符：c.css.gz");
    }

    @Test
    void thatASiteBringsAlongAreItsOwn() throws IOException {
        Map<String, byte[]> site = new HashMap<>();
        with("index.html", "乙" + LONG).forEach((path, text) -> site.put(path, text.getBytes(StandardCharsets.UTF_8)));
        byte[] own = withTime(site.get("c.css"));
        site.put("c.css.gz", own);
        site.put("alone.gz", own);
        sites.publishBytes(site);
        sites.publishBytes(site);

        assertThat(sites.releases()).hasSize(1);
        assertThat(release(FIRST).resolve("c.css.gz")).hasBinaryContent(own);
        assertThat(Files.readString(release(FIRST).resolve("manifest.json"))).contains("\"c.css.gz\"", "\"alone.gz\"");
        assertThat(sites.faults()).isEmpty();

        // Once it is no longer the site's own, one is made.
        sites.publish(SITE);
        assertThat(Files.readAllBytes(release(FIRST + "-2").resolve("c.css.gz")))
                .isNotEqualTo(own);
        assertThat(sites.servedPacked()).containsEntry("c.css", LONG);
        assertThat(sites.faults()).isEmpty();
        sites.replace(FIRST + "/c.css.gz", null);
        assertThat(sites.faults()).containsExactly("缺少：c.css.gz");
    }

    @Test
    void thatASiteBringsAlongMustBeWhatServersTakeThemFor() throws IOException {
        Map<String, byte[]> site = new HashMap<>();
        SITE.forEach((path, text) -> site.put(path, text.getBytes(StandardCharsets.UTF_8)));
        site.put("c.css.gz", PackedCopies.pack(site.get("index.html")));

        assertThatThrownBy(() -> sites.publishBytes(site))
                .isInstanceOf(PublicationRefused.class)
                .hasMessage("c.css.gz 不是由 c.css 压缩成的，网页服务器却会把它当作后者送给读者；请改一个名字");
        assertThat(sites.folder().resolve("current")).doesNotExist();
        assertThat(sites.leftovers()).isEmpty();
    }

    private Path release(String id) {
        return sites.store().release(id);
    }

    private boolean isShared(String path) throws IOException {
        return Files.isSameFile(
                release(FIRST).resolve(path), release(FIRST + "-2").resolve(path));
    }

    private static byte[] twice(byte[] member) {
        byte[] both = Arrays.copyOf(member, 2 * member.length);
        System.arraycopy(member, 0, both, member.length, member.length);
        return both;
    }

    /** As another program packs it. */
    private static byte[] withTime(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        byte[] result = packed.toByteArray();
        result[4] = 1;
        return result;
    }

    /** The files of the site with others over them. */
    private static TreeMap<String, String> with(String... others) {
        return Sites.with(SITE, others);
    }
}
