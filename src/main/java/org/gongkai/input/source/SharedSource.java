package org.gongkai.input.source;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gongkai.io.PlainFailure;
import org.gongkai.problem.Problem;

/**
 * The files of a site together with the settings, templates and assets of a folder that several sites share: its
 * {@code _data} corresponds to {@code content/_data} of the site, its other folders to those of the same name. A file
 * of the site replaces the shared one of its path as a whole. Entries come from the site only.
 */
public final class SharedSource implements SourceTree {

    /** Prefix of the paths of problems in shared files, by which readers recognize the folder. */
    public static final String PREFIX = "共用文件夹/";

    private static final String SHARED_DATA = "_data";

    /** The folders below a shared folder whose files are read. */
    public static final List<String> FOLDERS = List.of(SHARED_DATA, "templates", "assets");

    private final SourceTree own;
    private final SourceTree shared;
    private final List<SourceFile> added;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, List<SourceFile>> byFolder = new ConcurrentHashMap<>();

    /**
     * @param own the files of the site
     * @param folder the shared folder
     * @throws java.io.UncheckedIOException if the shared folder cannot be listed
     */
    public SharedSource(SourceTree own, Path folder) {
        this.own = own;
        this.shared = list(folder);
        this.added = FOLDERS.stream()
                .flatMap(name -> shared.files(name).stream())
                .map(SharedSource::inSite)
                .filter(file -> own.file(file.path()).isEmpty())
                .toList();
        problems.addAll(own.problems());
        shared.problems().forEach(problem -> problems.add(inShared(problem)));
        List<SourceFile> all = FOLDERS.stream()
                .flatMap(name -> files(name.equals(SHARED_DATA) ? CONTENT + SHARED_DATA : name).stream())
                .toList();
        FileListing.findTwins(all.stream().map(SourceFile::path).toList(), problems::add);
    }

    /** The files of a shared folder alone. */
    public static SourceTree list(Path folder) {
        return new FolderSource(folder, FOLDERS);
    }

    /** @throws PlainFailure if a folder cannot be shared, with the reason in Chinese */
    public static void require(Path folder) throws PlainFailure {
        Optional<String> fault = fault(folder);
        if (fault.isPresent()) {
            throw new PlainFailure(fault.get() + "：" + folder);
        }
    }

    /** Returns the reason in Chinese why a folder cannot be shared, to be followed by its path; empty if it can. */
    public static Optional<String> fault(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.of("没有这个共用文件夹");
        }
        if (FOLDERS.stream().anyMatch(name -> Files.isDirectory(folder.resolve(name)))) {
            return Optional.empty();
        }
        return Optional.of(
                Files.isRegularFile(folder.resolve("HEAD")) && Files.isDirectory(folder.resolve("refs"))
                        ? "共用文件夹不能是 git 裸仓库，请用 git clone 取出来，写取出来的文件夹"
                        : "共用文件夹里没有 " + String.join("、", FOLDERS) + "，一个也没有");
    }

    /** The files of the site alone. */
    public SourceTree own() {
        return own;
    }

    @Override
    public List<SourceFile> files(String folder) {
        return byFolder.computeIfAbsent(folder, name -> {
            List<SourceFile> more = added.stream()
                    .filter(file -> file.path().startsWith(name + "/"))
                    .toList();
            return more.isEmpty()
                    ? own.files(name)
                    : Stream.concat(own.files(name).stream(), more.stream())
                            .sorted(Comparator.comparing(SourceFile::path))
                            .toList();
        });
    }

    @Override
    public Optional<SourceFile> file(String path) {
        return own.file(path).or(() -> sharedPath(path).flatMap(shared::file).map(SharedSource::inSite));
    }

    @Override
    public InputStream open(SourceFile file) {
        return isShared(file.path()) ? shared.open(inShared(file)) : own.open(file);
    }

    @Override
    public byte[] bytes(SourceFile file) {
        return isShared(file.path()) ? shared.bytes(inShared(file)) : own.bytes(file);
    }

    @Override
    public String version(SourceFile file) {
        return isShared(file.path()) ? shared.version(inShared(file)) : own.version(file);
    }

    @Override
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    @Override
    public Problem located(Problem problem) {
        return isShared(problem.path()) ? inShared(problem) : problem;
    }

    private boolean isShared(String path) {
        return own.file(path).isEmpty()
                && sharedPath(path).flatMap(shared::file).isPresent();
    }

    /** The path in a shared folder of a file of the site; empty if no file of this path is shared. */
    public static Optional<String> sharedPath(String path) {
        String inShared = path.startsWith(CONTENT + SHARED_DATA + "/") ? path.substring(CONTENT.length()) : path;
        return FOLDERS.stream().anyMatch(folder -> inShared.startsWith(folder + "/"))
                ? Optional.of(inShared)
                : Optional.empty();
    }

    private static SourceFile inSite(SourceFile shared) {
        return shared.path().startsWith(SHARED_DATA + "/")
                ? new SourceFile(CONTENT + shared.path(), shared.size())
                : shared;
    }

    private static SourceFile inShared(SourceFile file) {
        return new SourceFile(sharedPath(file.path()).orElseThrow(), file.size());
    }

    private static Problem inShared(Problem problem) {
        String path = PREFIX + sharedPath(problem.path()).orElse(problem.path());
        return problem.at(path, problem.line(), problem.column());
    }
}
