package org.gongkai.site;

import java.util.List;

/**
 * A tag and its entries.
 *
 * @param name the word
 * @param slug its folder below {@code tags/}
 * @param items its public entries, newest first
 */
public record Tag(String name, String slug, List<Item> items) {

    public Tag {
        items = List.copyOf(items);
    }

    public String address() {
        return "tags/" + slug + "/index.html";
    }
}
