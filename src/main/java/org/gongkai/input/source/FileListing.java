package org.gongkai.input.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.problem.Problem;

/**
 * Collects the files of a tree under normalized paths. Reports paths that cannot be used.
 *
 * @param <P> identifies the content of a file
 */
public final class FileListing<P> {

    /** The hint for a rejected link. */
    private static final String HINT = "请删去这个链接，把文件本身放进 content 文件夹";

    private final TreeMap<String, SourceFile> files = new TreeMap<>();
    /** For lookups by path; comparing paths with a common prefix is slower than hashing. */
    private final Map<String, SourceFile> byPath = new HashMap<>();

    private final Map<String, List<SourceFile>> byFolder = new ConcurrentHashMap<>();
    private final Map<String, P> places = new HashMap<>();
    private final Map<String, String> typed = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final FileNameProblems names = new FileNameProblems(problems::add);
    private final FileNameProblems.FolderListing folders = new FileNameProblems.FolderListing(
            FileNameProblems::normal, (one, other) -> names.sameName("文件夹", one, other));

    /** Normalizes a path (NFC). */
    public static String normal(String path) {
        return FileNameProblems.normal(path);
    }

    /**
     * Returns true if a path consists of characters that can be displayed and linked to; otherwise reports a problem.
     */
    public boolean canBeWritten(String path) {
        return names.canBeWritten(path);
    }

    /**
     * Adds a file whose path is usable. Of two paths that differ in their normalization only, the one in NFC is
     * retained and a problem is reported.
     *
     * @param path the path relative to the root as stored
     * @param size the size in bytes
     * @param place identifies its content
     */
    public void add(String path, long size, P place) {
        SourceFile file = new SourceFile(FileNameProblems.normal(path), size);
        folders.add(path);
        String other = typed.get(file.path());
        if (other != null) {
            names.sameName("文件", other, path);
            if (!path.equals(file.path())) {
                return;
            }
        }
        files.put(file.path(), file);
        byPath.put(file.path(), file);
        places.put(file.path(), place);
        typed.put(file.path(), path);
    }

    /**
     * Reports a symbolic link, which is not allowed: its target would have a second path and possibly other readers.
     */
    public void rejectLink(String path) {
        problems.add(Problem.error(
                "E401", FileNameProblems.normal(path), 1, 1, "这是符号链接，不读取：同一个文件不能有两个名字", "请删去这个链接，把文件本身放在这里"));
    }

    /** Reports that a file is a hard link to an entry, whose source would be published under its name. */
    public void isEntryToo(String path, String entry) {
        problems.add(Problem.error(
                "E409",
                FileNameProblems.normal(path),
                1,
                1,
                "与条目“" + FileNameProblems.normal(entry) + "”是同一个文件（硬链接）",
                "请删去它；要让读者看那一条，请在正文里写成链接"));
    }

    /** Reports a symbolic link to a target outside the site. */
    public void leadsOut(String path) {
        refuse(path, "符号链接指向站点文件夹以外");
    }

    /** Reports a symbolic link without a target or with a cycle. */
    public void leadsNowhere(String path) {
        refuse(path, "符号链接指向的地方不存在或绕回了自己");
    }

    private void refuse(String path, String why) {
        problems.add(Problem.error("E401", FileNameProblems.normal(path), 1, 1, why, HINT));
    }

    /** Completes the listing; no file may be added afterwards. */
    public void complete() {
        names.findTwins(files.keySet());
        typed.clear();
    }

    /** Returns the files below a folder, sorted by path. The listing must be complete. */
    public List<SourceFile> files(String folder) {
        return byFolder.computeIfAbsent(
                folder,
                name -> List.copyOf(files.subMap(name + "/", name + "/" + Character.MAX_VALUE)
                        .values()));
    }

    public Optional<SourceFile> file(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Returns what identifies the content of a file. */
    public P place(SourceFile file) {
        return places.get(file.path());
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
