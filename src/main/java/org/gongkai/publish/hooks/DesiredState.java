package org.gongkai.publish.hooks;

import java.util.List;

/**
 * What ought to be published.
 *
 * @param commit the newest commit of the branch
 * @param rest what else decides over the site: the version of the program, the tags of editions
 */
public record DesiredState(String commit, List<String> rest) {

    public DesiredState {
        rest = List.copyOf(rest);
    }

    /** All of it in one line, to be compared. */
    String line() {
        return commit + " " + String.join(" ", rest);
    }
}
