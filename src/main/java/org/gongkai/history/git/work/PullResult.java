package org.gongkai.history.git.work;

import java.util.List;
import java.util.Optional;

/** The result of a pull. */
public sealed interface PullResult {

    /** The server has nothing new. */
    record UpToDate() implements PullResult {}

    /**
     * The files have been updated.
     *
     * @param paths the files that changed on the disk
     */
    record Updated(List<String> paths) implements PullResult {}

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

    /**
     * A merge that waits for decisions. It exists in memory only: whoever loses it pulls again.
     *
     * @param ours the commit that was checked out; empty before the first one
     * @param theirs the commit of the server
     */
    public record PendingMerge(String ours, String theirs, List<FileConflict> conflicts) {}

    /**
     * A file that was changed here and on the server in the same place. Contents are as git stores them, before any
     * conversion of line endings; a side without content has deleted the file.
     *
     * @param path the path relative to the site; it begins with {@code ../} if the file is outside the site
     */
    public record FileConflict(String path, Optional<byte[]> base, Optional<byte[]> ours, Optional<byte[]> theirs) {}
}
