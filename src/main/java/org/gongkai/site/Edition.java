package org.gongkai.site;

import java.util.Set;

/**
 * A complete copy of the site as of one day, below {@code editions/NAME/}.
 *
 * @param name its name, also that of its folder
 * @param day its day, ISO 8601
 * @param pages addresses of its pages, from its own root
 */
public record Edition(String name, String day, Set<String> pages) {

    /** Its folder from the root of the site that holds it. */
    public String folder() {
        return "editions/" + name + "/";
    }
}
