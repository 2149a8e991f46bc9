package org.gongkai.site;

import org.gongkai.input.entry.Entry;

/**
 * An entry in its place.
 *
 * @param entry what was written
 * @param address address of its page from the root of the site, ASCII
 */
public record Item(Entry entry, String address) {

    /** Address of the folder that holds its attachments and images, ending in {@code /}. */
    public String folder() {
        return address.substring(0, address.length() - ".html".length()) + "/";
    }
}
