package org.gongkai.publish.release.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Sites;
import org.gongkai.publish.release.SitesFixture;
import org.junit.jupiter.api.Test;

/** What earlier versions of the program laid beside texts for web servers: {@code X.gz} beside {@code X}. */
class PackedCopiesTest extends SitesFixture {

    private static final String FIRST = "20240601-120000";
    private static final String LONG = "这是很长的一段。".repeat(100);
    private static final byte[] GOOD = Sites.packed(LONG);
    private static final String FINDING = "压缩副本与原文件不符：c.css.gz";
    private static final Map<String, String> SITE = Map.of("index.html", "甲" + LONG, "c.css", LONG);

    @Test
    void thatAreNotWhatTheirFileIsAreFound() throws IOException {
        sites.publish(SITE);

        for (byte[] bad : List.of(
                "坏".getBytes(StandardCharsets.UTF_8),
                new byte[0],
                Arrays.copyOf(GOOD, GOOD.length - 1),
                Arrays.copyOf(GOOD, GOOD.length + 1),
                Arrays.copyOf(GOOD, GOOD.length + 100),
                twice(GOOD),
                Sites.packed(LONG.replace('长', '短')),
                Sites.packed(LONG.substring(1)),
                Sites.packed(LONG + "尾"),
                Sites.packed("\0".repeat(100_000_000)))) {
            sites.replace(FIRST + "/c.css.gz", bad);
            assertThat(sites.currentFaults()).containsExactly(FINDING);
        }
        sites.replace(FIRST + "/c.css.gz", null);
        Files.createSymbolicLink(release(FIRST).resolve("c.css.gz"), Path.of("index.html.gz"));
        assertThat(sites.currentFaults()).containsExactly(FINDING);
        sites.replace(FIRST + "/c.css.gz", GOOD);
        assertThat(sites.faults()).isEmpty();
    }

    @Test
    void ofNothingAreFound() throws IOException {
        sites.publish(SITE);
        sites.replace(FIRST + "/d.css.gz", GOOD);
        sites.replace(FIRST + "/c.css.gz.gz", GOOD);
        sites.replace(FIRST + "/c.css.GZ", GOOD);

        assertThat(sites.currentFaults()).containsExactly("多出：c.css.GZ", "多出：c.css.gz.gz", "多出：d.css.gz");
    }

    @Test
    void areJudgedByWhatIsListedNotByWhatLiesBeside() throws IOException {
        sites.publish(SITE);
        sites.replace(FIRST + "/c.css", LONG.replace('长', '短').getBytes(StandardCharsets.UTF_8));
        sites.replace(FIRST + "/c.css.gz", Sites.packed(LONG.replace('长', '短')));

        assertThat(sites.currentFaults()).containsExactly("改动：c.css", FINDING);
    }

    @Test
    void areNotInLaterReleasesAndAreSwitchedBackToOnlyIfTheyAreWhole() throws IOException {
        sites.publish(SITE);
        sites.replace(FIRST + "/c.css.gz", Sites.packed("坏"));
        sites.publish(Sites.with(SITE, "index.html", "乙" + LONG));

        assertThat(release(FIRST + "-2").resolve("c.css.gz")).doesNotExist();
        assertThatThrownBy(() -> sites.rollBack(Optional.empty(), ""))
                .isInstanceOf(PublicationRefused.class)
                .hasMessage("发布批次 " + FIRST + " 不完整，不能启用：" + FINDING);
        sites.replace(FIRST + "/c.css.gz", GOOD);
        sites.rollBack(Optional.empty(), "");
        assertThat(sites.currentFaults()).isEmpty();
    }

    @Test
    void thatASiteBringsAlongAreItsOwn() throws IOException {
        Map<String, byte[]> site = new HashMap<>();
        SITE.forEach((path, text) -> site.put(path, text.getBytes(StandardCharsets.UTF_8)));
        site.put("c.css.gz", "自己的".getBytes(StandardCharsets.UTF_8));
        sites.publishBytes(site);

        assertThat(release(FIRST).resolve("c.css.gz")).hasContent("自己的");
        assertThat(Files.readString(release(FIRST).resolve("manifest.json"))).contains("\"c.css.gz\"");
        assertThat(sites.faults()).isEmpty();
        sites.replace(FIRST + "/c.css.gz", null);
        assertThat(sites.faults()).containsExactly("缺少：c.css.gz", "缺少：c.css.gz");
    }

    private Path release(String id) {
        return sites.store().release(id);
    }

    private static byte[] twice(byte[] member) {
        byte[] both = Arrays.copyOf(member, 2 * member.length);
        System.arraycopy(member, 0, both, member.length, member.length);
        return both;
    }
}
