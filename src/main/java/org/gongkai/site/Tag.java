package org.gongkai.site;

import java.util.List;

/**
 * A tag and what bears it.
 *
 * @param name the word
 * @param slug its folder below {@code tags/}
 * @param items what bears it, newest first
 */
public record Tag(String name, String slug, List<Item> items) {

    public Tag {
        items = List.copyOf(items);
    }

    public String address() {
        return "tags/" + slug + "/index.html";
    }
}
