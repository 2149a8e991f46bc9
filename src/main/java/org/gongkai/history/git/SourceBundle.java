package org.gongkai.history.git;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.pack.PackConfig;
import org.eclipse.jgit.transport.BundleWriter;
import org.gongkai.history.git.commit.CommitId;

/**
 * Writes a commit and its ancestors as a Git bundle. On machines with the same zlib the bytes depend on the commits
 * alone: existing packs are not reused, deltas are searched by one thread, and nothing is compressed.
 */
final class SourceBundle {

    /** The branch in a bundle, whatever its name in the repository. */
    static final String BRANCH = Constants.R_HEADS + "main";

    private final Repository repository;

    SourceBundle(Repository repository) {
        this.repository = repository;
    }

    /** Writes the bundle. */
    void write(CommitId commit, Path target) throws IOException {
        PackConfig config = new PackConfig();
        config.setReuseDeltas(false);
        config.setReuseObjects(false);
        config.setThreads(1);
        config.setCompressionLevel(0);
        BundleWriter writer = new BundleWriter(repository);
        writer.setPackConfig(config);
        ObjectId tip = ObjectId.fromString(commit.name());
        writer.include(Constants.HEAD, tip);
        writer.include(BRANCH, tip);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            writer.writeBundle(NullProgressMonitor.INSTANCE, out);
        }
    }
}
