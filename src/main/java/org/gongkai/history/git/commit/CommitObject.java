package org.gongkai.history.git.commit;

import java.io.IOException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Reads commits as they lie in a repository, where anyone may have written them by hand. */
public final class CommitObject {

    private CommitObject() {}

    /**
     * Reads a commit.
     *
     * @throws IOException if it is not there, is none, or is damaged, for which the library has several exceptions
     */
    public static RevCommit parse(RevWalk walk, AnyObjectId id) throws IOException {
        try {
            return walk.parseCommit(id);
        } catch (RuntimeException e) {
            throw new IOException("仓库里的提交 " + id.name() + " 已损坏", e);
        }
    }
}
