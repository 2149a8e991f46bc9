package org.gongkai.write.document;

import java.nio.file.Path;
import java.util.List;

/**
 * The website that a document comes from, as far as its reader needs to know it.
 *
 * @param folders the folders in which files that the document names may lie; none of them outside the first. Empty if
 *     they may lie anywhere around the document
 * @param address the address of the website, such as {@code https://example.com}; empty if unknown
 */
public record SourceSite(List<Path> folders, String address) {

    /** No website that is known. */
    public static final SourceSite UNKNOWN = new SourceSite(List.of(), "");

    public SourceSite {
        folders = List.copyOf(folders);
    }
}
