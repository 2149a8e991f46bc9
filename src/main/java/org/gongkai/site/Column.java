package org.gongkai.site;

import java.util.List;

/**
 * A column of the site (栏目).
 *
 * @param name its name
 * @param slug its folder
 * @param description one sentence, or empty
 * @param counted whether its entries count in the figures of the site
 * @param months how many months it may go without a new entry; 0 if that does not matter
 * @param items its public entries, newest first
 */
public record Column(String name, String slug, String description, boolean counted, int months, List<Item> items) {

    public Column {
        items = List.copyOf(items);
    }

    /** Address of its list. */
    public String address() {
        return slug + "/index.html";
    }

    /** Address of its list of one year. */
    public String address(int year) {
        return slug + "/" + year + "/index.html";
    }
}
