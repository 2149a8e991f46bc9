package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.output.Manifest.OutputFile;
import org.jsoup.Jsoup;

/** Finds the pages of tags that only one entry has. Their names and addresses would disclose the tags. */
final class TagPages {

    private TagPages() {}

    /**
     * The files of these tags, sorted.
     *
     * @param site folder of the site
     * @param files its files
     * @param entry what leads to the entry
     * @param others addresses of other entries
     */
    static Set<String> of(Path site, Collection<OutputFile> files, Mentions entry, Set<String> others)
            throws IOException {
        // A folder for each tag; in JBake projects a page.
        TreeMap<String, List<String>> byTag = files.stream()
                .map(OutputFile::path)
                .filter(path -> path.startsWith("tags/") && !path.equals("tags/index.html"))
                .collect(Collectors.groupingBy(path -> path.split("/|\\.html")[1], TreeMap::new, Collectors.toList()));
        Set<String> own = new TreeSet<>();
        for (List<String> tag : byTag.values()) {
            boolean isOwn = false;
            for (String path : tag) {
                String html = path.endsWith(".html")
                        ? new String(Files.readAllBytes(site.resolve(path)), StandardCharsets.UTF_8)
                        : "";
                Optional<String> left = entry.mayBeIn(html) ? entry.withoutInPage(html, path) : Optional.empty();
                isOwn |= left.isPresent();
                if (lists(left.orElse(html), path, others)) {
                    isOwn = false;
                    break;
                }
            }
            if (isOwn) {
                own.addAll(tag);
            }
        }
        return own;
    }

    private static boolean lists(String html, String path, Set<String> entries) {
        return Jsoup.parse(html, Redirect.ROOT + path).select("a[href]").stream()
                .anyMatch(link -> link.parent().hasClass("line-title")
                        || entries.contains(link.absUrl("href").replace(Redirect.ROOT, "")));
    }
}
