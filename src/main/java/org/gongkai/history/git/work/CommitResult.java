package org.gongkai.history.git.work;

import java.util.List;

/** The result of a commit. */
public sealed interface CommitResult {

    /**
     * The commit was made.
     *
     * @param id 40 hexadecimal digits
     */
    record Committed(String id) implements CommitResult {}

    /** The files are the same as in the last commit. */
    record NothingChanged() implements CommitResult {}

    /** No name or no mail address is set: the user must be asked. */
    record NeedsIdentity() implements CommitResult {}

    /** A hook of the repository, or git itself, refused the commit. The index is as it was. */
    record Refused(List<String> lines) implements CommitResult {}

    /**
     * The working copy is in a state in which nothing can be committed.
     *
     * @param reason one sentence in Chinese
     */
    record NotPossible(String reason) implements CommitResult {}
}
