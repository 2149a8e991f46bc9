package org.gongkai.publish.release.takedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Sites;
import org.gongkai.publish.release.SitesFixture;
import org.gongkai.publish.release.Takedown.Result;
import org.junit.jupiter.api.Test;

/** What a takedown changes of other pages, and what it refuses to seal. */
class TakedownEdgesTest extends SitesFixture {

    private static final String PAGE = "a/2024/x.html";
    private static final String FIRST = "20240601-120000";

    private Result takeDown(String address) throws IOException {
        return sites.takeDown(address, "试");
    }

    private static Map<String, String> site(String path, String text) {
        Map<String, String> site = new HashMap<>();
        site.put("index.html", "<p>首页</p>");
        site.put(PAGE, "<h1>困难党员慰问名单</h1>隐私");
        site.put(path, text);
        return site;
    }

    /** What a page is after the takedown. */
    private String left(String path, String text) throws IOException {
        sites.publish(site(path, text));
        takeDown(PAGE);
        assertThat(sites.faults()).isEmpty();
        return sites.served().get(path);
    }

    @Test
    void aRedirectToAnotherPageOfTheSameNameStays() throws IOException {
        String redirect = "<meta http-equiv=\"refresh\" content=\"0; url=../b/2024/x.html\">";

        assertThat(left("old/y.html", redirect)).isEqualTo(redirect);
    }

    @Test
    void aLinkInTheHeadGoesAndItsNeighboursStay() throws IOException {
        assertThat(left(
                        "a/2024/y.html",
                        "<html><head><link rel=\"prev\" href=\"x.html\"><link rel=\"next\" href=\"z.html\"></head>"
                                + "<body></body></html>"))
                .isEqualTo("<html><head><link rel=\"next\" href=\"z.html\"></head><body></body></html>");
    }

    @Test
    void aLineThatAlsoLeadsElsewhereStaysWithoutTheLink() throws IOException {
        assertThat(left("b.html", "<ul><li><a href=\"a/2024/x.html\">名单</a><a href=\"c.html\">别的</a></li></ul>"))
                .contains("<li>（已撤下）<a href=\"c.html\">别的</a></li>");
    }

    @Test
    void aLinkToAFileOfThePageGoesAndOneToAFileOfAnotherStays() throws IOException {
        String links = "<p><a href=\"a/2024/x/f.pdf?v=1#p\">甲</a> <a href=\"a/2024/xy/f.pdf\">乙</a></p>";

        assertThat(left("b.html", links)).contains("<p>（已撤下） <a href=\"a/2024/xy/f.pdf\">乙</a></p>");
    }

    @Test
    void aFullAddressOfThePageGoesAndOneOfAnotherPageStays() throws IOException {
        String links =
                "<p><a href=\"https://a.example/b/a/2024/x.html\">甲</a> <a href=\"https://a.example/x.html\">乙</a></p>";

        assertThat(left("b.html", links)).contains("<p>（已撤下） <a href=\"https://a.example/x.html\">乙</a></p>");
    }

    @Test
    void aTitleThatOnlyAnEditionHasIsLookedForToo() throws IOException {
        Map<String, String> edition = site("index.html", "首页");
        edition.put(PAGE, "<h1>慰问对象公布</h1>隐私");
        sites.editions(new RequestedEditions(List.of("v1"), (name, audience, to) -> Sites.write(to, edition)));
        sites.publish(site("c.html", "<p>去年叫作慰问对象公布。</p>"));

        assertThat(takeDown(PAGE).mentions()).containsExactly("c.html");
    }

    @Test
    void aReleaseThatWasTamperedWithIsNotSealedAnew() throws IOException {
        sites.publish(site("c.html", "<p>甲</p>"));
        sites.publish(site("c.html", "<p>乙</p>"));
        Path manifest = sites.store().release(FIRST).resolve("manifest.json");
        manifest.toFile().setWritable(true);
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("2024-06-01", "2024-06-02"));
        TreeMap<String, String> before = Sites.all(sites.folder());

        assertThatThrownBy(() -> takeDown(PAGE))
                .isInstanceOf(PublicationRefused.class)
                .hasMessage("清单与封存的不符，请先用 verify 检查：" + sites.store().release(FIRST));

        assertThat(Sites.all(sites.folder())).isEqualTo(before);
    }

    @Test
    void aListOfAddressesThatWasTamperedWithIsNotTrusted() throws IOException {
        sites.publish(site("c.html", "<p>甲</p>"));
        Path list = sites.store().addresses(FIRST);
        Files.writeString(list, "");
        TreeMap<String, String> before = Sites.all(sites.folder());

        assertThatThrownBy(() -> takeDown(PAGE))
                .isInstanceOf(PublicationRefused.class)
                .hasMessage("网址清单与封存的不符，请先用 verify 检查：" + list);

        assertThat(Sites.all(sites.folder())).isEqualTo(before);
    }
}
