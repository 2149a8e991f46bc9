package org.gongkai.site;

import org.gongkai.input.entry.Entry;

/**
 * An entry and the address of its page.
 *
 * @param entry the entry
 * @param address address of its page from the root of the site, ASCII
 */
public record Item(Entry entry, String address) {

    /** Address of the folder that holds its attachments and images, ending in {@code /}. */
    public String folder() {
        return address.substring(0, address.length() - ".html".length()) + "/";
    }

    /** The hash of the address, which tells entries apart; that of an entry would read all of it. */
    @Override
    public int hashCode() {
        return address.hashCode();
    }
}
