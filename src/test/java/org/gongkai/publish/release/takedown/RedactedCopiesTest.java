package org.gongkai.publish.release.takedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Sites;
import org.gongkai.publish.release.SitesFixture;
import org.gongkai.publish.release.Takedown.Result;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Event;
import org.gongkai.publish.release.ledger.Event.Resealed;
import org.gongkai.publish.release.ledger.LedgerRecord;
import org.gongkai.publish.release.takedown.RepublishedContent.ReturnedPage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class RedactedCopiesTest extends SitesFixture {

    private static final String TITLE = "困难党员慰问名单";
    private static final String PAGE = "a/2024/x.html";

    /** Long enough for what holds it to be packed. */
    private static final String LONG = "这是很长的一段。".repeat(100);

    @Test
    void leavesNoByteOfThePageAnywhere() throws IOException {
        sites.editions(new RequestedEditions(List.of("v1"), (name, audience, to) -> Sites.write(to, site("版"))));
        sites.publish(site("甲"));
        sites.publish(site("乙"));

        Result result = takeDown(PAGE, "含有个人信息");

        assertThat(result.recorded().get(sites.store()).resealed())
                .extracting(Resealed::folder)
                .containsExactly("editions/v1", "releases/20240601-120000", "releases/20240601-120000-2");
        assertThat(result.recorded().get(sites.store()).notices()).containsExactly(PAGE, "old/x.html");
        assertThat(result.mentions()).isEmpty();
        assertThat(Sites.all(sites.folder()))
                .allSatisfy((file, text) -> assertThat(text).as(file).doesNotContain(TITLE, "隐私"));
        assertThat(sites.faults()).isEmpty();
        assertThat(sites.leftovers()).isEmpty();
    }

    @Test
    void cutsRowsOutOfRegistersAndTheirFiles() throws IOException {
        sites.publish(site("甲"));

        takeDown(PAGE, "含有个人信息");

        Map<String, String> served = sites.served();
        assertThat(served)
                .containsEntry(
                        "registers/notices/notices.csv",
                        "\uFEFF年度,事项,金额,条目\r\n2024,别的,12.50,a/2024/y.html\r\n2023,早先,,a/2023/z.html\r\n")
                .containsEntry("registers/due/calendar.ics", "BEGIN:VEVENT\r\nSUMMARY:别的\r\nEND:VEVENT\r\n")
                .doesNotContainKey("registers/odd/odd.ics")
                .containsKey("registers/rules/rules.csv");
        assertThat(served.get("registers/notices/notices.json").replaceAll("\\s", ""))
                .isEqualTo(
                        "{\"register\":\"notices\",\"years\":{\"2024\":{\"rows\":[{\"事项\":\"别的\",\"金额\":12.50,"
                                + "\"entries\":[\"a/2024/y.html\"]}],\"totals\":{},\"expected\":[]},\"2023\":{\"rows\":[{\"事项\":"
                                + "\"早先\",\"金额\":null,\"entries\":[\"a/2023/z.html\"]}],\"totals\":{\"次数\":1},\"expected\":[]}}}");
        assertThat(served.get("registers/notices/index.html"))
                .contains("事项", "别的", "notices.csv")
                .doesNotContain("1月5日", TITLE);
        assertThat(served.get("registers/wall/2024-01.html")).contains("别的").doesNotContain("1月9日", TITLE);
        assertThat(sites.faults()).isEmpty();
    }

    @Test
    void removesWhatASiteItselfHadPacked() throws IOException {
        Map<String, byte[]> site = new HashMap<>();
        site("甲").forEach((path, text) -> site.put(path, text.getBytes(StandardCharsets.UTF_8)));
        for (String path : List.of(PAGE, "sitemap.xml", "b.html")) {
            site.put(path + ".gz", Sites.packed(new String(site.get(path), StandardCharsets.UTF_8)));
        }
        sites.publishBytes(site);

        takeDown(PAGE, "试");

        assertThat(Sites.all(sites.folder().resolve("current")))
                .containsKey("b.html.gz")
                .doesNotContainKeys(PAGE + ".gz", "sitemap.xml.gz");
        assertThat(sites.faults()).isEmpty();
    }

    @Test
    void putsANoticeWhereThePageAndItsOldAddressStood() throws IOException {
        sites.publish(site("甲"));

        takeDown(PAGE, "含有 <个人> 信息");

        assertThat(sites.served().get(PAGE))
                .contains(
                        "<title>本页已撤下</title>",
                        "本页及其附件已于2024年6月1日撤下。",
                        "说明：含有 &lt;个人&gt; 信息",
                        "href=\"../../index.html\"");
        assertThat(sites.served().get("old/x.html")).contains("本页已撤下", "href=\"../index.html\"");
        assertThat(sites.served().get("a/2024/x/history/1.html")).contains("本页已撤下", "href=\"../../../../index.html\"");
        assertThat(sites.served()).doesNotContainKey("a/2024/x/f.txt");
    }

    @Test
    void takesItOutOfListsAndFeedsAndLeavesTheRest() throws IOException {
        sites.publish(site("甲"));

        takeDown(PAGE, "试");

        assertThat(sites.served().get("a/index.html"))
                .contains("<ul><li><a href=\"2024/y.html\">别的</a></li></ul>")
                .doesNotContain("x.html");
        assertThat(sites.served().get("a/2024/y.html"))
                .isEqualTo(
                        "<html><head></head><body><div class=\"prose\"><ul><li>见（已撤下）和<a href=\"../index.html\">目录</a>"
                                + "</li></ul></div></body></html>");
        assertThat(sites.served().get("feed.xml"))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .contains("<entry><title>别的</title><link href=\"a/2024/y.html\"")
                .doesNotContain("x.html");
        assertThat(sites.served().get("sitemap.xml"))
                .contains("<url><loc>http://a.example/a/2024/y.html</loc></url>")
                .doesNotContain("x.html");
        assertThat(sites.served().get("b.html")).isEqualTo(site("甲").get("b.html"));
    }

    @Test
    void namesFilesThatStillTellTheTitle() throws IOException {
        Map<String, String> site = site("甲");
        site.put("c.html", "<p>上文说到" + TITLE + "。</p>");
        site.put("d.html", "<p>上文说到" + TITLE.replaceFirst("(?<=..)", "<wbr>") + "。</p>");
        site.put("search/1.json", "[\"a/2024/x.html\"]");
        sites.publish(site);

        assertThat(takeDown(PAGE, "试").mentions()).containsExactly("c.html", "d.html", "search/1.json");
    }

    @Test
    void keepsTheNoticeInLaterReleasesAndThePageOut() throws IOException {
        sites.publish(site("甲"));
        takeDown(PAGE, "试");

        assertThat(sites.publish(site("乙")).returned())
                .extracting(ReturnedPage::taken)
                .containsExactly(PAGE);
        assertThat(sites.releases()).hasSize(1);

        Map<String, String> without = site("乙");
        without.keySet().removeIf(path -> path.startsWith("a/2024/x") || path.equals("old/x.html"));
        assertThat(sites.publish(without).lost()).isEmpty();
        assertThat(sites.served().get(PAGE)).contains("本页已撤下");
        assertThat(sites.served().get("old/x.html")).contains("本页已撤下");
        assertThat(sites.publish(without).published()).isEmpty();
    }

    @Test
    void maybeUndoneForLaterReleases() throws IOException {
        sites.publish(site("甲"));
        takeDown(PAGE, "试");
        assertThat(sites.restore(PAGE, "查明无误")).isTrue();
        assertThat(sites.restore(PAGE, "")).isFalse();

        sites.publish(site("乙"));

        assertThat(sites.served().get(PAGE)).contains(TITLE);
        assertThat(Files.readString(sites.store().release("20240601-120000").resolve(PAGE)))
                .contains("本页已撤下");
        assertThat(sites.faults()).isEmpty();
    }

    @Test
    void takesAlongThePageOfTheAddressThatItHadBefore() throws IOException {
        Map<String, String> before = site("甲");
        before.put("old/x.html", before.remove(PAGE));
        before.remove("a/2024/x/f.txt");
        before.remove("a/2024/x/history/1.html");
        before.replaceAll((path, text) -> text.replace("2024/x.html", "old/x.html"));
        sites.publish(before);
        sites.publish(site("乙"));

        takeDown(PAGE, "试");

        assertThat(Files.readString(sites.store().release("20240601-120000").resolve("old/x.html")))
                .contains("本页已撤下");
        assertThat(sites.store().ledger().takedowns().get(PAGE).event().addresses())
                .containsExactly(PAGE, "old/x.html");
        assertThat(sites.faults()).isEmpty();
    }

    @Test
    void readsRecordsThatWereWrittenBeforeEntriesHadMarks() {
        Event.TakenDown taken = (Event.TakenDown)
                LedgerRecord.readUnchained("{\"number\":2,\"at\":\"2024-06-01T12:00+08:00\",\"by\":\"李明\","
                                + "\"event\":\"takedown\",\"address\":\"" + PAGE + "\",\"reason\":\"试\",\"notices\":[\""
                                + PAGE
                                + "\",\"old/x.html\"],\"resealed\":[],\"previous\":null}")
                        .orElseThrow()
                        .event();

        assertThat(taken.addresses()).containsExactly(PAGE, "old/x.html");
        assertThat(taken.marks()).isEmpty();
        assertThat(AddressList.read(PAGE + "\nold/x.html").addresses()).containsExactly(PAGE, "old/x.html");
    }

    @Test
    void doesNothingTwice() throws IOException {
        sites.publish(site("甲"));
        takeDown(PAGE, "试");

        assertThat(takeDown(PAGE, "又").recorded()).isEmpty();
        assertThat(sites.served().get(PAGE)).contains("说明：试");
    }

    @Test
    void namesThePageThatIsMeant() throws IOException {
        sites.publish(site("甲"));

        Result result = takeDown("a/2024/z.html", "试");

        assertThat(result.recorded()).isEmpty();
        assertThat(result.nearest()).isEqualTo(Optional.of(PAGE));
        assertThatThrownBy(() -> takeDown("a/2024/x/history/1.html", "试"))
                .isInstanceOf(PublicationRefused.class)
                .hasMessage("这个网址属于 a/2024/x.html 那一条，请撤下整条");
        assertThat(sites.faults()).isEmpty();
    }

    private Result takeDown(String address, String reason) throws IOException {
        return sites.takeDown(address, reason);
    }

    private static Map<String, String> site(String text) {
        Map<String, String> files = new HashMap<>();
        files.put("index.html", text + "<ul><li><a href=\"" + PAGE + "\">" + TITLE + "</a><p>隐私</p></li></ul>");
        files.put(PAGE, "<h1>" + TITLE + "</h1>隐私" + text);
        files.put("a/2024/x/f.txt", "隐私");
        files.put("a/2024/x/history/1.html", "隐私");
        files.put("old/x.html", "<meta http-equiv=\"refresh\" content=\"0; url=../a/2024/x.html\">" + TITLE);
        files.put(
                "a/index.html",
                "<ul><li>\n<a href=\"2024/x.html\">" + TITLE + "</a></li><li><a href=\"2024/y.html\">别的</a></li></ul>");
        files.put(
                "a/2024/y.html",
                "<div class=\"prose\"><ul><li>见<a href=\"x.html#a\">" + TITLE + "</a>和<a href=\"../index.html\">目录</a>"
                        + "</li></ul></div>");
        files.put("b.html", "<a href=\"b/2024/x.html\">同名不同处</a>" + LONG);
        files.put(
                "feed.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed><entry><title>" + TITLE
                        + "</title><link href=\"a/2024/x.html\"/><summary>隐私</summary></entry>"
                        + "<entry><title>别的</title><link href=\"a/2024/y.html\"/></entry></feed>");
        files.put(
                "sitemap.xml",
                "<urlset><url><loc>http://a.example/a/2024/x.html</loc></url>"
                        + "<url><loc>http://a.example/a/2024/y.html</loc></url></urlset>");
        files.put(
                "registers/notices/index.html",
                "<p><a href=\"notices.csv\">文本表格</a></p><table><tr><th>事项</th></tr><tr><td>1月5日</td><td>"
                        + "<ul><li><a href=\"../../a/2024/x.html\">" + TITLE + "</a></li></ul></td><td>隐私</td></tr>"
                        + "<tr><td><a href=\"../../a/2024/y.html\">别的</a></td></tr></table>");
        files.put(
                "registers/wall/2024-01.html",
                "<table><tr><td><a href=\"../../a/2024/x.html\">" + TITLE + "</a></td><td>1月9日</td></tr>"
                        + "<tr><td><a href=\"../../a/2024/y.html\">别的</a></td></tr></table>");
        files.put("registers/notices/notices.csv", "2024," + TITLE + ",隐私,a/2024/x.html");
        files.put(
                "registers/notices/notices.json",
                "{\"register\": \"notices\", \"years\": {\"2024\": {\"rows\": [{\"事项\": \"隐私\", \"金额\": 5, \"entries\": "
                        + "[\"a/2024/x.html\"]}, {\"事项\": \"别的\", \"金额\": 12.50, \"entries\": [\"a/2024/y.html\"]}], "
                        + "\"totals\": {\"金额\": 17.5}, \"expected\": [{\"what\": \"通知\", \"entry\": \"a/2024/x.html\"}]}, "
                        + "\"2023\": {\"rows\": [{\"事项\": \"早先\", \"金额\": null, \"entries\": [\"a/2023/z.html\"]}], "
                        + "\"totals\": {\"次数\": 1}, \"expected\": []}}}");
        files.put(
                "registers/due/calendar.ics",
                "BEGIN:VEVENT\r\nURL:http://a.example/a/20\r\n 24/x.html\r\nSUMMARY:隐私\r\nEND:VEVENT\r\n"
                        + "BEGIN:VEVENT\r\nSUMMARY:别的\r\nEND:VEVENT\r\n");
        files.put("registers/odd/odd.ics", "URL:http://a.example/a/20\r\n 24/x.html\r\nSUMMARY:隐私\r\n");
        files.put("registers/rules/rules.csv", "2024,别的,a/2024/y.html");
        return files;
    }
}
