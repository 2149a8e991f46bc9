package org.gongkai.site.link;

import java.util.List;
import java.util.Set;
import org.gongkai.site.link.EntryLinks.AnchorLink;

/**
 * What is kept of a body once its page is written.
 *
 * @param path source of the entry
 * @param summary its beginning in plain words, for lists and feeds
 * @param anchors the ids in it
 * @param links its links to places within entries
 * @param resources the files that it names: attachments, images, files that it links to
 * @param included paths of the files whose text went into it
 */
public record BodyFacts(
        String path,
        String summary,
        Set<String> anchors,
        List<AnchorLink> links,
        List<Resource> resources,
        Set<String> included) {

    /** Paths of the files that it names. */
    public List<String> named() {
        return resources.stream().map(resource -> resource.file().path()).toList();
    }
}
