package org.gongkai.history.git.work.result;

import java.util.List;
import org.gongkai.history.git.work.WorkingCopy;

/** The result of a pull. */
public sealed interface PullResult {

    /** The server has nothing new. */
    record UpToDate() implements PullResult {}

    /**
     * The files have been updated.
     *
     * @param paths the files that changed on the disk
     * @param merged true if commits of both sides were merged
     */
    record Updated(List<String> paths, boolean merged) implements PullResult {}

    /**
     * Some files were changed on both sides. Nothing on the disk has changed; the merge is finished by
     * {@link WorkingCopy#resolve}, or simply forgotten.
     */
    record Conflicts(PendingMerge merge) implements PullResult {}

    /** The commits could not be fetched. */
    record NotFetched(TransferResult transfer) implements PullResult {}

    /** A merge needs a commit, and no name or no mail address is set: the user must be asked. */
    record NeedsIdentity() implements PullResult {}

    /**
     * The commits were fetched but cannot be merged here. Nothing on the disk has changed.
     *
     * @param reason one sentence in Chinese
     */
    record NotPossible(String reason) implements PullResult {}
}
