package org.gongkai.history.git;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
 * Writes a commit and its ancestors as a Git bundle. The bytes depend on the commits alone: existing packs are not
 * reused, deltas are searched by one thread, and nothing is compressed.
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
        Path packed = target.resolveSibling(target.getFileName() + ".packed");
        try {
            BundleWriter writer = new BundleWriter(repository);
            writer.setPackConfig(config);
            ObjectId tip = ObjectId.fromString(commit.name());
            writer.include(Constants.HEAD, tip);
            writer.include(BRANCH, tip);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(packed))) {
                writer.writeBundle(NullProgressMonitor.INSTANCE, out);
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(packed));
                    OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
                copyHeader(in, out);
                new UncompressedPack(in, out).copy();
            }
        } finally {
            Files.deleteIfExists(packed);
        }
    }

    /** Copies the header, which ends with an empty line. */
    private static void copyHeader(InputStream in, OutputStream out) throws IOException {
        StringBuilder line = new StringBuilder();
        do {
            line.setLength(0);
            for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
                line.append((char) c);
            }
            out.write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
        } while (line.length() > 0);
    }
}
