package org.gongkai.history.git;

import java.util.List;
import org.gongkai.input.source.SourceTree;

/**
 * A commit that is not reachable from any reference of the repository.
 *
 * @param commit the commit, without its changes
 * @param message the full message
 * @param entered the paths of files and folders that no parent has, relative to the root of the repository
 * @param files the files below {@code content} that are new or differ from those of all parents
 */
public record NewCommit(Commit commit, String message, List<String> entered, SourceTree files) {

    public NewCommit {
        entered = List.copyOf(entered);
    }

    /** The first line of its message. */
    public String subject() {
        return message.strip().lines().findFirst().orElse("");
    }
}
