package org.gongkai.history.git.work;

import java.util.List;
import java.util.Optional;

/**
 * What is checked out in a working copy, and how it relates to the server.
 *
 * @param branch the short name of the branch; empty if a commit is checked out without one
 * @param head the commit that is checked out; empty before the first one
 * @param unsent the commits that are not pushed yet, newest first, as far as is known without asking the server
 * @param behind the number of commits that are not pulled yet, as far as is known without asking the server
 * @param unfinished what was begun with another program and must be ended there, in Chinese; empty if nothing was
 */
public record WorkingCopyState(
        Optional<String> branch, Optional<String> head, List<String> unsent, int behind, Optional<String> unfinished) {

    /** The name and the mail address under which somebody commits. */
    public record Person(String name, String mail) {}
}
