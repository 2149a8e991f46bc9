package org.gongkai.history.git.commit;

import java.util.List;
import org.gongkai.input.source.SourceTree;

/**
 * A commit that the repository does not have under any name yet.
 *
 * @param id which commit
 * @param parents the commits before it
 * @param message all that its author says of it
 * @param dated whether its times can be read
 * @param entered paths of files and folders that none of its parents has, from the top of the repository
 * @param files what it holds in {@code content} and none of its parents holds: files that are new or differ from all of theirs
 */
public record NewCommit(
        CommitId id, List<CommitId> parents, String message, boolean dated, List<String> entered, SourceTree files) {

    public NewCommit {
        parents = List.copyOf(parents);
        entered = List.copyOf(entered);
    }

    /** The first line of its message. */
    public String subject() {
        return message.strip().lines().findFirst().orElse("");
    }
}
