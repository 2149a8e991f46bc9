package org.gongkai.history.git.commit;

import java.io.IOException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Parses commits of a repository, which may be malformed: anyone can write an object by hand. */
public final class CommitObject {

    private CommitObject() {}

    /**
     * Parses a commit.
     *
     * @throws IOException if the object is missing, is not a commit, or is damaged
     */
    public static RevCommit parse(RevWalk walk, AnyObjectId id) throws IOException {
        try {
            return walk.parseCommit(id);
        } catch (RuntimeException e) {
            throw DamagedObject.converted("仓库里的提交 " + id.name() + " 已损坏", e);
        }
    }
}
