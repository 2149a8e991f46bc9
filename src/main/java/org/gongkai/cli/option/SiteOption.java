package org.gongkai.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.history.git.GitRepository;
import org.gongkai.input.source.FolderSource;
import org.gongkai.input.source.SharedSource;
import org.gongkai.pipeline.BuildRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The option that names the site. */
@Command
public final class SiteOption {

    @Option(
            names = {"-s", "--source"},
            paramLabel = "文件夹",
            defaultValue = ".",
            description = "站点的根文件夹，里面有 content（默认：当前文件夹）")
    private Path source;

    @Mixin
    private SharedOption shared;

    /**
     * The root of a site or of a JBake project.
     *
     * @throws WrongUsage if there is none
     */
    private Path root() {
        Path root = source.toAbsolutePath().normalize();
        if (!Files.isDirectory(root.resolve("content")) && !FolderSource.isJBake(root)) {
            throw new WrongUsage("这里没有 content 文件夹：" + root + "；新建站点用 gongkai init");
        }
        return root;
    }

    /**
     * The root of a site, or of the repository that holds it.
     *
     * @param revision the revision that is wanted; if null, the site must be in the folder itself
     */
    public Path root(String revision) {
        return revision == null ? root() : source.toAbsolutePath().normalize();
    }

    /**
     * A request for a check of a site with what it shares.
     *
     * @param root its root
     * @throws WrongUsage if the shared folder that is named cannot be shared
     */
    public BuildRequest request(Path root) {
        return BuildRequest.of(root).shared(shared.folder());
    }

    /**
     * The root of a site that is not a JBake project: those have neither kinds nor index numbers.
     *
     * @throws WrongUsage if there is none
     */
    public Path ownRoot() {
        Path root = root();
        if (FolderSource.isJBake(root)) {
            throw new WrongUsage(
                    "这是 JBake 项目，没有文种和索引号，不能用这个命令；" + "请把 content 复制到一个没有 jbake.properties 的文件夹，文件头不用改，再在那里用：" + root);
        }
        return root;
    }

    /**
     * The root of a source in which entries are begun. A clone of an empty repository becomes one.
     *
     * @throws WrongUsage if it is no source, or a JBake project
     */
    public Path rootForNewEntries() throws IOException {
        Path root = source.toAbsolutePath().normalize();
        if (isEmptyRepository(root) && !FolderSource.isJBake(root)) {
            Files.createDirectories(root.resolve("content"));
        }
        return ownRoot();
    }

    /** The folder, if there is neither a site in it nor a repository that is empty. */
    public Optional<Path> folderWithoutSite() throws IOException {
        Path root = source.toAbsolutePath().normalize();
        return Files.isDirectory(root.resolve("content")) || FolderSource.isJBake(root) || isEmptyRepository(root)
                ? Optional.empty()
                : Optional.of(root);
    }

    /** Whether no folder was named. */
    public boolean isDefault() {
        return source.equals(Path.of("."));
    }

    private static boolean isEmptyRepository(Path root) throws IOException {
        if (Files.notExists(root.resolve(".git"))) {
            return false;
        }
        try (GitRepository git = GitRepository.containing(root).orElseThrow()) {
            return git.head().isEmpty();
        }
    }

    /** The option that names the folder that several sites share. */
    @Command
    public static final class SharedOption {

        @Option(
                names = "--shared",
                paramLabel = "文件夹",
                description = "几个站点的共用文件夹：里面的 content/_data、templates、assets 各站点都用；站点自己有同名文件的，用自己的")
        private Path shared;

        /**
         * The folder; empty if none is named.
         *
         * @throws WrongUsage if it cannot be shared
         */
        public Optional<Path> folder() {
            if (shared == null) {
                return Optional.empty();
            }
            Path folder = shared.toAbsolutePath().normalize();
            SharedSource.fault(folder).ifPresent(fault -> {
                throw new WrongUsage(fault + "：" + shared);
            });
            return Optional.of(folder);
        }
    }
}
