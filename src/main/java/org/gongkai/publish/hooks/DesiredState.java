package org.gongkai.publish.hooks;

import java.util.List;

/**
 * The state that is to be published.
 *
 * @param commit the newest commit of the branch
 * @param rest whatever else determines the site: the program, the folder that it is published to, the edition tags
 */
public record DesiredState(String commit, List<String> rest) {

    public DesiredState {
        rest = List.copyOf(rest);
    }

    /** All of it in one line, for comparison. */
    String line() {
        return commit + " " + String.join(" ", rest);
    }
}
