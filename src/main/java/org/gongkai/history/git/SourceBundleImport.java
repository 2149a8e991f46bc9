package org.gongkai.history.git;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.storage.pack.PackConfig;
import org.eclipse.jgit.transport.BundleWriter;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportBundleStream;
import org.eclipse.jgit.transport.URIish;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.history.git.commit.CommitObject;

/**
 * Imports a Git bundle into a bare repository in two steps: first its objects, under a reference of our own; then the
 * branch, if the update is a fast-forward.
 */
public final class SourceBundleImport implements AutoCloseable {

    private static final String INCOMING = "refs/gongkai/incoming";

    private final Repository repository;
    private final String branch;
    private final boolean forward;

    private SourceBundleImport(Repository repository, String branch, boolean forward) {
        this.repository = repository;
        this.branch = branch;
        this.forward = forward;
    }

    /** Returns true if a folder is a bare repository, is empty, or does not exist. */
    public static boolean canTake(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var children = Files.list(folder)) {
            if (children.findAny().isEmpty()) {
                return true;
            }
        }
        IsolatedSystemReader.install();
        try (Repository repository =
                new FileRepositoryBuilder().setGitDir(folder.toFile()).build()) {
            return repository.getObjectDatabase().exists() && repository.isBare();
        }
    }

    /**
     * Fetches the commits of a bundle. Creates the repository if it does not exist.
     *
     * @throws IOException if the repository cannot be written, or the file is not a valid bundle
     */
    public static SourceBundleImport of(Path bundle, Path folder) throws IOException {
        IsolatedSystemReader.install();
        Repository repository =
                new FileRepositoryBuilder().setBare().setGitDir(folder.toFile()).build();
        try {
            if (!repository.getObjectDatabase().exists()) {
                repository.create(true);
                repository.updateRef(Constants.HEAD).link(SourceBundle.BRANCH);
            }
            String branch = repository.getFullBranch();
            try (InputStream in = Files.newInputStream(bundle);
                    Transport transport = new TransportBundleStream(repository, new URIish("bundle://"), in)) {
                transport.setTagOpt(TagOpt.NO_TAGS);
                transport.fetch(
                        NullProgressMonitor.INSTANCE, List.of(new RefSpec("+" + SourceBundle.BRANCH + ":" + INCOMING)));
            }
            return new SourceBundleImport(repository, branch, isForward(repository, branch));
        } catch (URISyntaxException | NotSupportedException | TransportException e) {
            repository.close();
            throw new IOException("源文件取不出来：" + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            repository.close();
            throw e;
        }
    }

    private static boolean isForward(Repository repository, String branch) throws IOException {
        Ref old = repository.exactRef(branch);
        if (old == null) {
            return true;
        }
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit current = CommitObject.parse(walk, old.getObjectId());
            RevCommit imported = CommitObject.parse(walk, incoming(repository));
            return walk.isMergedInto(current, imported);
        }
    }

    private static ObjectId incoming(Repository repository) throws IOException {
        return repository.exactRef(INCOMING).getObjectId();
    }

    /** Returns true if the import would be a fast-forward, so that no commit of the branch is lost. */
    public boolean isForward() {
        return forward;
    }

    /** The short name of the branch. */
    public String branch() {
        return Repository.shortenRefName(branch);
    }

    /** Updates the branch to the imported commit. */
    public void finish() throws IOException {
        RefUpdate update = repository.updateRef(branch);
        update.setNewObjectId(incoming(repository));
        RefUpdate.Result result = update.update();
        switch (result) {
            case NEW, FAST_FORWARD, NO_CHANGE -> {}
            default -> throw new IOException("分支 " + branch() + " 没有更新：" + result);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            RefUpdate update = repository.updateRef(INCOMING);
            update.setForceUpdate(true);
            update.delete();
        } finally {
            repository.close();
        }
    }

    /**
     * Writes a commit and its ancestors as a Git bundle. On machines with the same zlib the bytes depend on the commits
     * alone: existing packs are not reused, deltas are searched by one thread, and nothing is compressed.
     */
    static final class SourceBundle {

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
}
