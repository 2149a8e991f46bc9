package org.gongkai.history.git.commit;

import java.util.List;
import org.gongkai.input.source.SourceTree;

/**
 * A commit that is not reachable from any reference of the repository.
 *
 * @param id its id
 * @param parents its parents
 * @param message the full message
 * @param dated whether its times could be parsed
 * @param entered the paths of files and folders that no parent has, relative to the root of the repository
 * @param files the files below {@code content} that are new or differ from those of all parents
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
