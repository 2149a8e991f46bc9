package org.gongkai.acceptance;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The demonstration site of this project, built once for all tests. */
final class DemoSite {

    /** Root of the project: its {@code content/} is the demonstration. */
    static final Path SOURCE = Path.of("").toAbsolutePath();

    /** The address that its settings give it. */
    static final URI BASE = URI.create("http://dwgk.shili.example/");

    private static BuiltSite site;

    private DemoSite() {}

    static synchronized BuiltSite site() {
        if (site == null) {
            site = BuiltSite.build(SOURCE, TemporaryFolders.create("demo").resolve("site"));
        }
        return site;
    }

    /** Addresses of all pages of entries: those that show an entry's article; its former versions are none. */
    static List<String> entries() {
        return site().pages().stream()
                .filter(page -> !page.contains("/history/"))
                .filter(page -> site().html(page).selectFirst("article.entry") != null)
                .toList();
    }

    /** Feeds of entries by the address of the list that they follow. */
    static Map<String, String> feeds() {
        return site().files().stream()
                .filter(file -> file.equals("feed.xml") || file.endsWith("/feed.xml"))
                .filter(file -> !file.startsWith("changes/"))
                .collect(Collectors.toMap(
                        feed -> feed.replace("feed.xml", "index.html"), feed -> feed, (a, b) -> a, TreeMap::new));
    }
}
