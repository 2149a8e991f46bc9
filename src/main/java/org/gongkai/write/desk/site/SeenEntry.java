package org.gongkai.write.desk.site;

import java.util.List;
import java.util.Optional;
import org.gongkai.problem.Problem;

/**
 * What becomes of the text of an entry, saved or not.
 *
 * @param page the page; empty if there is none
 * @param problems its problems, sorted
 */
public record SeenEntry(Optional<SeenPage> page, List<Problem> problems) {

    public SeenEntry {
        problems = List.copyOf(problems);
    }

    /**
     * A page.
     *
     * @param address its address in the site, which its links are relative to
     */
    public record SeenPage(String address, String html) {}
}
