package org.gongkai.history.git;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.gongkai.io.ProcessLock;

/**
 * The lock that everything holds which writes below {@code content} of a source. It is one for the whole work tree,
 * because a pull writes anywhere in it.
 */
public final class SourceLock {

    private SourceLock() {}

    /**
     * The lock of a source: in the folder of git, where nothing is committed, or in a hidden one of the source.
     *
     * @param root the root of the source
     */
    public static ProcessLock of(Path root) throws IOException {
        return new ProcessLock(folder(root).resolve("writing.lock"));
    }

    private static Path folder(Path root) throws IOException {
        FileRepositoryBuilder builder =
                new FileRepositoryBuilder().findGitDir(root.toRealPath().toFile());
        return builder.getGitDir() == null
                ? root.resolve(".gongkai")
                : builder.getGitDir().toPath().resolve("gongkai");
    }
}
