package org.gongkai.site.link;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.input.source.SourceFile;
import org.gongkai.site.link.EntryLinks.AnchorLink;

/**
 * Facts about an entry that other pages and checks need after its page is written.
 *
 * @param path source of the entry
 * @param summary first sentences of its body as plain text, for lists and feeds
 * @param anchors the ids in it
 * @param links its links to anchors of entries
 * @param resources the files that it names: attachments, images, files that it links to
 * @param included paths of the files included in its body
 */
public record BodyFacts(
        String path,
        String summary,
        Set<String> anchors,
        List<AnchorLink> links,
        List<Resource> resources,
        Set<String> included) {

    private static final Set<String> PHOTOGRAPHS = Set.of("jpg", "jpeg", "webp");

    /** Returns the paths of the files that it names. */
    public List<String> named() {
        return resources.stream().map(resource -> resource.file().path()).toList();
    }

    /** The address of the first photograph that it shows or names; drawings and scans have other endings. */
    public Optional<String> photograph() {
        return resources.stream()
                .filter(resource -> PHOTOGRAPHS.contains(resource.file().ending()))
                .map(Resource::address)
                .findFirst();
    }

    /** What lists show of it. */
    public String listed() {
        return path + "\n" + summary + "\n" + photograph().orElse("");
    }

    /**
     * A file that an entry names and that is published with it: an attachment or an image.
     *
     * @param file its source
     * @param address its address, from the root of the site
     */
    public record Resource(SourceFile file, String address) {}
}
