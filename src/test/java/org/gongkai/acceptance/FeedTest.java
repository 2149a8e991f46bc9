package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gongkai.testing.SiteFolder;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

@DisplayName("Programs that follow the site")
@Tag("slow")
class FeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final Pattern CHINESE_DATE = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日");

    private static final BuiltSite SITE = DemoSite.site();

    static Stream<String> lists() {
        return DemoSite.feeds().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("lists")
    @DisplayName("get a feed of each column as RFC 4287 has it")
    void feed(String list) throws Exception {
        String file = DemoSite.feeds().get(list);
        Element feed = parse(file);
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(feed.getAttribute("xml:lang")).isEqualTo("zh-CN");
        assertThat(one(feed, "title")).isNotBlank();
        assertThat(URI.create(one(feed, "id")).isAbsolute()).isTrue();
        assertThat(links(feed, "self")).containsExactly(DemoSite.BASE + file);
        assertThat(links(feed, "alternate")).containsExactly(DemoSite.BASE + list);
        author(feed);

        List<Element> entries = children(feed, "entry");
        assertThat(entries).hasSizeBetween(1, 20);
        List<OffsetDateTime> published = new ArrayList<>();
        List<OffsetDateTime> updated = new ArrayList<>();
        for (Element entry : entries) {
            assertThat(URI.create(one(entry, "id")).isAbsolute()).isTrue();
            author(entry);
            published.add(time(entry, "published"));
            updated.add(time(entry, "updated"));
            String page = page(entry);
            assertThat(one(entry, "title"))
                    .isEqualTo(SITE.html(page).selectFirst("h1").text());
            assertThat(published.get(published.size() - 1).toLocalDate()).isEqualTo(publishedOn(page));
            assertThat(updated.get(updated.size() - 1)).isAfterOrEqualTo(published.get(published.size() - 1));
            assertThat(children(entry, "summary").size()).isLessThanOrEqualTo(1);
        }
        assertThat(entries.stream().map(entry -> one(entry, "id"))).doesNotHaveDuplicates();
        assertThat(published).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(time(feed, "updated"))
                .isEqualTo(updated.stream().max(OffsetDateTime::compareTo).orElseThrow());
    }

    @Test
    @DisplayName("tell feeds apart by their ids, and know an entry again in each")
    void ids() throws Exception {
        Set<String> feeds = new HashSet<>();
        Map<String, String> pages = new HashMap<>();
        for (String file : DemoSite.feeds().values()) {
            Element feed = parse(file);
            assertThat(feeds.add(one(feed, "id"))).as("id of " + file).isTrue();
            for (Element entry : children(feed, "entry")) {
                String other = pages.putIfAbsent(one(entry, "id"), page(entry));
                assertThat(other).isIn(null, page(entry));
            }
        }
        assertThat(pages.values()).doesNotHaveDuplicates();
        assertThat(pages.keySet()).doesNotContainAnyElementsOf(feeds);
    }

    @Test
    @DisplayName("get the newest entries of the whole site, and of a column its own only")
    void newest() throws Exception {
        assertThat(pages("feed.xml")).hasSize(20);
        for (String file : DemoSite.feeds().values()) {
            String column = file.replace("feed.xml", "");
            List<String> wanted = DemoSite.entries().stream()
                    .filter(page -> page.startsWith(column) || file.equals("feed.xml"))
                    .toList();
            LocalDate oldest = pages(file).stream()
                    .map(FeedTest::publishedOn)
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            if (wanted.size() <= 20) {
                assertThat(pages(file)).as(file).containsAll(wanted);
            } else {
                assertThat(wanted.stream().filter(page -> publishedOn(page).isAfter(oldest)))
                        .as(file)
                        .isSubsetOf(pages(file));
            }
        }
    }

    @Test
    @DisplayName("get what was added, changed and withdrawn as well, newest first")
    void changes() throws Exception {
        Element feed = parse(HistorySite.site(), "changes/feed.xml");
        List<Element> entries = children(feed, "entry");
        assertThat(entries.stream().map(entry -> one(entry, "title")))
                .startsWith("修改：关于四月集中学习的通知", "修改：关于四月集中学习的通知")
                .contains("新增：关于四月集中学习的通知");
        assertThat(entries.stream().map(entry -> one(entry, "id"))).doesNotHaveDuplicates();
        assertThat(entries.stream().map(entry -> time(entry, "updated")).toList())
                .isSortedAccordingTo(Comparator.<OffsetDateTime>naturalOrder().reversed());
    }

    @Test
    @DisplayName("can tell the cells of a table apart in a summary")
    void summaryOfCells(@TempDir Path folder) {
        new SiteFolder(folder)
                .file(
                        "content/a.md",
                        "---\n标题: 甲\n发布日期: 2024-05-01\n---\n\n<table><tr><td><p>第一组</p></td>"
                                + "<td><p>9人</p></td></tr></table>\n\n全部到会。\n\n会议顺利。\n")
                .built();

        assertThat(new SiteFolder(folder).page("feed.xml")).contains("<summary>第一组 9人 全部到会。会议顺利。</summary>");
    }

    @Test
    @DisplayName("find in the site map when an entry last changed")
    void siteMap() throws Exception {
        Element urls = parse("sitemap.xml");
        assertThat(urls.getNamespaceURI()).isEqualTo(SITEMAP);
        assertThat(urls.getLocalName()).isEqualTo("urlset");
        Map<String, String> changed = new HashMap<>();
        for (Element url : children(urls, "url")) {
            changed.put(DemoSite.BASE.relativize(URI.create(one(url, "loc"))).toString(), one(url, "lastmod"));
        }
        for (String page : DemoSite.entries()) {
            assertThat(changed.get(page)).as(page).isEqualTo(changedOn(page).toString());
        }
        assertThat(changed.get("index.html"))
                .isEqualTo(DemoSite.entries().stream()
                        .map(FeedTest::changedOn)
                        .max(LocalDate::compareTo)
                        .orElseThrow()
                        .toString());
    }

    @Test
    @DisplayName("can search the site from the address bar of a browser, if the site knows its address")
    void search(@TempDir Path folder) throws Exception {
        String link = "link[rel=search][type=application/opensearchdescription+xml]";
        assertThat(SITE.html("index.html").select(link).attr("href")).isEqualTo("opensearch.xml");
        assertThat(children(parse("opensearch.xml"), "Url")).singleElement().satisfies(url -> assertThat(
                        url.getAttribute("template"))
                .isEqualTo(DemoSite.BASE + "search.html?q={searchTerms}"));
        SiteFolder site = new SiteFolder(folder).entry("content/a.md", "标题: 甲", "发布日期: 2024-05-01");
        String name = "中国共产党某某<局>机关第十二𠮷支部委员会";

        site.file("content/_data/site.yml", "名称: " + name + "\n").built();
        assertThat(folder.resolve("target/site/opensearch.xml")).doesNotExist();
        assertThat(Jsoup.parse(site.page("index.html")).select(link)).isEmpty();

        site.file("content/_data/site.yml", "名称: " + name + "\n网址: http://a.example/dw/\n")
                .built();
        // The format limits it to 16 characters, none of which may be cut.
        assertThat(site.page("opensearch.xml"))
                .contains(
                        "<ShortName>中国共产党某某&lt;局&gt;机关第十二</ShortName>",
                        "template=\"http://a.example/dw/search.html?q={searchTerms}\"");
    }

    private static void author(Element parent) {
        List<Element> authors = children(parent, "author");
        assertThat(authors).hasSize(1);
        assertThat(one(authors.get(0), "name")).isNotBlank();
    }

    private static OffsetDateTime time(Element parent, String name) {
        OffsetDateTime time = OffsetDateTime.parse(one(parent, name));
        assertThat(time.getOffset()).isEqualTo(ZoneOffset.ofHours(8));
        assertThat(one(parent, name)).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+08:00");
        return time;
    }

    private static List<String> pages(String feed) throws Exception {
        return children(parse(feed), "entry").stream().map(FeedTest::page).toList();
    }

    /** The page of a feed's entry. */
    private static String page(Element entry) {
        List<String> links = links(entry, "alternate");
        assertThat(links).hasSize(1);
        String page = DemoSite.BASE.relativize(URI.create(links.get(0))).toString();
        assertThat(SITE.files()).contains(page);
        return page;
    }

    /** The day on which a page says that it was published. */
    private static LocalDate publishedOn(String page) {
        return LocalDate.parse(SITE.html(page).selectFirst(".source time").attr("datetime"));
    }

    /** The day of the revision of which a page tells, or that of its publication. */
    private static LocalDate changedOn(String page) {
        Optional<String> revised = SITE.html(page).select(".source span").eachText().stream()
                .filter(text -> text.startsWith("修订"))
                .findFirst();
        if (revised.isEmpty()) {
            return publishedOn(page);
        }
        Matcher date = CHINESE_DATE.matcher(revised.get());
        assertThat(date.find()).as(revised.get()).isTrue();
        return LocalDate.of(
                Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
    }

    private static Element parse(String file) throws Exception {
        return parse(SITE, file);
    }

    private static Element parse(BuiltSite site, String file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(site.bytes(file)))
                .getDocumentElement();
    }

    private static List<String> links(Element parent, String relation) {
        return children(parent, "link").stream()
                .filter(link -> link.getAttribute("rel").equals(relation))
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    private static String one(Element parent, String name) {
        List<Element> found = children(parent, name);
        assertThat(found).as(name + " of " + parent.getLocalName()).hasSize(1);
        return found.get(0).getTextContent();
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE && name.equals(node.getLocalName()))
                .map(Element.class::cast)
                .toList();
    }
}
