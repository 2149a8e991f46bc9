package org.gongkai.history.git.work.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.gongkai.history.git.work.result.CommitResult;
import org.gongkai.history.git.work.result.FileChange;
import org.gongkai.history.git.work.result.Person;
import org.gongkai.history.git.work.result.TransferResult;

/**
 * What depends on settings, hooks, filters and credentials of the user. The installed git does it, or JGit if there is
 * none. Paths are relative to the top of the work tree.
 */
public interface GitEngine {

    /**
     * Returns the installed git, or JGit if there is none.
     *
     * @throws IOException if the installed git does not accept the repository, for instance because the folder belongs
     *     to somebody else, or if settings of its own can run programs and the user has not agreed to that
     */
    static GitEngine of(Repository repository, Path top, GitEnvironment environment) throws IOException {
        GitEngine engine = environment.program().isEmpty()
                ? new EmbeddedGit(repository, environment)
                : new InstalledGit(environment, top, repository.getDirectory().toPath(), new CommitTrees(repository));
        List<String> own = engine.ownSettings();
        if (!environment.isTrusting()) {
            OwnSettings.examine(own, repository.getCommonDirectory().toPath().resolve("hooks"));
        }
        return engine;
    }

    /** Whether this is the installed git. */
    boolean isInstalled();

    /** The settings in the folder of the repository, each as its name, a line break and its value. Runs none of them. */
    List<String> ownSettings() throws IOException;

    /** All settings: the last value of each name; section and variable in lower case. */
    Map<String, String> settings() throws IOException;

    /** The files that differ between the work tree and the commit; ignored files and submodules are passed over. */
    Map<String, FileChange.Kind> differences() throws IOException;

    /** The entries of the index that have one of some paths. */
    Map<String, TreeFile> indexed(Collection<String> paths) throws IOException;

    /** Sets entries of the index; a path without a file is removed. */
    void setIndex(Map<String, Optional<TreeFile>> entries) throws IOException;

    /** Puts what the work tree has at some paths into the index. */
    void stage(Collection<String> paths) throws IOException;

    /**
     * Commits some paths as they are in the work tree, and nothing else. Hooks run. The paths are staged already, and
     * differ from the commit.
     */
    CommitResult commit(Collection<String> paths, String message, Person user) throws IOException;

    /** Stores the content of files of the work tree as git would commit it; a path without a file has no result. */
    Map<String, ObjectId> store(Collection<String> paths) throws IOException;

    /** Writes files below a folder as they would be checked out at their paths. */
    void checkOut(Map<String, TreeFile> files, Path target) throws IOException;

    /**
     * Lets the branch that is checked out point to another commit.
     *
     * @param from the commit it must point to now; empty if it must not exist
     * @throws IOException if it points to another one
     */
    void moveHead(Optional<ObjectId> from, ObjectId to, String message) throws IOException;

    TransferResult fetch(String remote, String refspec) throws IOException;

    TransferResult push(String remote, String local, String target, boolean upstream) throws IOException;
}
