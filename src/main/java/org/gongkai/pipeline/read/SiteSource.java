package org.gongkai.pipeline.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.history.git.CommitId;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.GitRepository.GitTag;
import org.gongkai.history.git.GitRepository.NotCommitted;
import org.gongkai.input.source.FolderSource;
import org.gongkai.input.source.SharedSource;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.io.TemporaryFolder;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.cache.CacheFolder;

/**
 * The source of a site: a working folder, or a commit without a checkout.
 *
 * @param root the folder of the site, or a bare repository
 * @param repository the repository of the site; empty outside git
 * @param compared the revision with which the site is compared, if one was named
 */
public record SiteSource(
        Path root,
        Optional<Path> incoming,
        Optional<Path> shared,
        Optional<GitRepository> repository,
        Optional<CommitId> asked,
        Optional<TemporaryFolder> exported,
        Optional<String> compared)
        implements AutoCloseable {

    /** Prefix of the tags that name editions. */
    public static final String EDITION_TAGS = "edition/";

    /**
     * Opens the site of a request.
     *
     * @throws NotCommitted if there is no such commit
     * @throws IOException if the repository or a file cannot be read, or the shared folder does not exist
     */
    public static SiteSource open(BuildRequest request) throws IOException {
        return open(request.place(), Optional.empty());
    }

    /**
     * Opens a site whose commit may be part of an incoming push.
     *
     * @param incoming the quarantine folder of the push
     * @throws NotCommitted if there is no such commit
     * @throws IOException if the repository or a file cannot be read, or the shared folder does not exist
     */
    public static SiteSource open(BuildRequest.Place place, Optional<Path> incoming) throws IOException {
        Path root = place.source();
        Optional<Path> shared = place.shared();
        if (shared.isPresent()) {
            SharedSource.require(shared.get());
        }
        Optional<GitRepository> repository =
                mayBeInGit(root) ? GitRepository.containing(root, incoming) : Optional.empty();
        if (place.revision().isEmpty()) {
            return new SiteSource(
                    root, incoming, shared, repository, Optional.empty(), Optional.empty(), Optional.empty());
        }
        GitRepository git = repository.orElseThrow(() -> new NotCommitted("这个文件夹不在 git 仓库里，没有以前的提交：" + root));
        try {
            CommitId commit = git.commit(place.revision().get());
            // JBake's engines need files on disk.
            if (git.has(commit, FolderSource.JBAKE_SETTINGS) && !git.has(commit, "content/_data")) {
                TemporaryFolder temporary = TemporaryFolder.create();
                git.export(commit, temporary.path());
                return new SiteSource(
                        root,
                        incoming,
                        shared,
                        repository,
                        Optional.of(commit),
                        Optional.of(temporary),
                        Optional.empty());
            }
            return new SiteSource(
                    root, incoming, shared, repository, Optional.of(commit), Optional.empty(), Optional.empty());
        } catch (IOException | RuntimeException e) {
            git.close();
            throw e;
        }
    }

    /** Whether a folder or one above it looks like a repository; where none does, git is not asked. */
    private static boolean mayBeInGit(Path root) throws IOException {
        return Stream.iterate(root.toRealPath(), Objects::nonNull, Path::getParent)
                .anyMatch(folder -> Files.exists(folder.resolve(".git")) || Files.exists(folder.resolve("HEAD")));
    }

    /**
     * This source, whose changes since a commit are to be checked more strictly; it takes the place of this object.
     *
     * @param revision the commit
     */
    public SiteSource since(Optional<String> revision) {
        return new SiteSource(root, incoming, shared, repository, asked, exported, revision);
    }

    /**
     * The last commit whose content is not what somebody is about to publish: the one that was said, else the one that
     * a work tree has from elsewhere. Empty for a commit of which nothing was said.
     *
     * @throws NotCommitted if there is no such commit
     */
    Optional<CommitId> base() throws IOException {
        if (repository.isEmpty() || compared.isEmpty() && asked.isPresent()) {
            return Optional.empty();
        }
        if (compared.isPresent()) {
            return Optional.of(repository.get().commit(compared.get()));
        }
        Optional<CommitId> upstream = repository.get().upstream();
        return upstream.isPresent() ? upstream : tip();
    }

    /** The tags that name editions, oldest first; empty outside git. */
    public List<GitTag> editions() throws IOException {
        return repository.isEmpty() ? List.of() : repository.get().tags(EDITION_TAGS);
    }

    /** Opens the site as it was in another commit. */
    public SiteSource at(CommitId commit) throws IOException {
        return open(new BuildRequest.Place(root, Optional.of(commit.name()), shared), incoming);
    }

    /** Whether a commit is in the history of the site; the publication of any other commit was never approved. */
    public boolean contains(CommitId commit) throws IOException {
        Optional<CommitId> tip = tip();
        return tip.isPresent() && repository.orElseThrow().isAncestor(commit, tip.get());
    }

    /** The folder of the site; for a commit that is not exported, the folder of its repository. */
    public Path folder() {
        return exported.isPresent() ? exported.get().path() : root;
    }

    /** Whether it is a JBake project. */
    public boolean isJBake() {
        return exported.isPresent() || asked.isEmpty() && FolderSource.isJBake(folder());
    }

    /** The commit whose history is that of the site: the requested one, or the one that is checked out. */
    public Optional<CommitId> tip() throws IOException {
        return asked.isPresent() || repository.isEmpty()
                ? asked
                : repository.get().head();
    }

    /** The paths of the files that differ from a commit. */
    Set<String> changedSince(CommitId tip, SourceTree now) throws IOException {
        SourceTree typed = now instanceof ShownSource shown ? shown.typed() : now;
        SourceTree own = typed instanceof SharedSource both ? both.own() : typed;
        return asked.isPresent() ? Set.of() : repository.orElseThrow().changedSince(tip, own, SourceTree.FOLDERS);
    }

    /** Lists the files below some folders, such as {@link SourceTree#FOLDERS}, with those of the shared folder. */
    public SourceTree tree(List<String> folders) throws IOException {
        SourceTree own = ownFiles(folders);
        return shared.isEmpty() ? own : new SharedSource(own, shared.get());
    }

    private SourceTree ownFiles(List<String> folders) throws IOException {
        if (asked.isPresent() && exported.isEmpty()) {
            return repository.orElseThrow().source(asked.get(), folders);
        }
        SourceTree files = new FolderSource(folder(), folders);
        return asked.isPresent() || repository.isEmpty()
                ? files
                : repository.get().asCommitted(files, folders);
    }

    /** A digest of the files of a shared folder; empty without one. */
    public static String sharedDigest(Optional<Path> folder) throws IOException {
        if (folder.isPresent()) {
            SharedSource.require(folder.get());
        }
        return folder.map(SharedSource::list).stream()
                .flatMap(files -> SharedSource.FOLDERS.stream().map(name -> CacheFolder.digest(files, name)))
                .collect(Collectors.joining());
    }

    /**
     * The bytes of a file by its path from the site's root; empty if there is none, if it
     * is too large for a text, or if it is reached through a symbolic link, whose target may be confidential.
     */
    public Optional<byte[]> bytes(String path) throws IOException {
        Optional<byte[]> own = ownBytes(path);
        Optional<String> inShared = SharedSource.sharedPath(path);
        return own.isEmpty() && shared.isPresent() && inShared.isPresent() ? bytes(shared.get(), inShared.get()) : own;
    }

    private Optional<byte[]> ownBytes(String path) throws IOException {
        if (asked.isPresent() && exported.isEmpty()) {
            return repository.orElseThrow().bytes(asked.get(), path, TextDecoder.maxBytes());
        }
        return bytes(folder(), path);
    }

    private static Optional<byte[]> bytes(Path root, String path) throws IOException {
        Path file = place(root, path);
        return Files.isRegularFile(file)
                        && file.toRealPath().equals(root.toRealPath().resolve(root.relativize(file)))
                        && Files.size(file) <= TextDecoder.maxBytes()
                ? Optional.of(Files.readAllBytes(file))
                : Optional.empty();
    }

    /** Resolves a path whose name on disk may be in another Unicode normalization form. */
    public static Path place(Path root, String path) {
        Path file = root.resolve(path);
        return Files.exists(file) ? file : root.resolve(Normalizer.normalize(path, Normalizer.Form.NFD));
    }

    @Override
    public void close() throws IOException {
        if (repository.isPresent()) {
            repository.get().close();
        }
        if (exported.isPresent()) {
            exported.get().close();
        }
    }
}
