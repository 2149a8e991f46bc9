package org.gongkai.site;

import java.util.Set;

/**
 * A site as it once was, kept whole below {@code editions/NAME/}.
 *
 * @param name its name, also that of its folder
 * @param day the day for which it stands, ISO 8601
 * @param pages addresses of its pages, from its own root
 */
public record Edition(String name, String day, Set<String> pages) {

    /** Its folder from the root of the site that holds it. */
    public String folder() {
        return "editions/" + name + "/";
    }
}
