package org.gongkai.history.git;

import java.io.IOException;
import org.eclipse.jgit.errors.LargeObjectException;
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

    /** Distinguishes damaged objects from program defects: JGit throws unchecked exceptions for both. */
    public static final class DamagedObject {

        private DamagedObject() {}

        /**
         * Converts an exception that JGit throws while it parses an object.
         *
         * @param message what could not be read, in Chinese
         * @return the exception to throw instead, if the content of the object is the cause
         * @throws RuntimeException the given one, if it has another cause
         */
        public static IOException converted(String message, RuntimeException e) {
            if (e instanceof IllegalArgumentException // no object id, no date, no type of object
                    || e instanceof IndexOutOfBoundsException // the object ends too early
                    || e instanceof ClassCastException // an id names an object of another type
                    || e instanceof LargeObjectException) {
                return new IOException(message, e);
            }
            throw e;
        }
    }
}
