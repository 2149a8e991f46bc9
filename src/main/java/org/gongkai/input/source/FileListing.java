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
 * The files of a tree while they are being listed, by the names under which everybody else knows them. Tells of names that
 * cannot be used.
 *
 * @param <P> where the bytes of a file stand
 */
public final class FileListing<P> {

    /** What to do about a link that was refused. */
    private static final String HINT = "请删去这个链接，把文件本身放进 content 文件夹";

    private final TreeMap<String, SourceFile> files = new TreeMap<>();
    /** Paths of one folder begin alike, so that comparing them takes longer than hashing. */
    private final Map<String, SourceFile> byPath = new HashMap<>();

    private final Map<String, List<SourceFile>> byFolder = new ConcurrentHashMap<>();
    private final Map<String, P> places = new HashMap<>();
    private final Map<String, String> typed = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final FileNameProblems names = new FileNameProblems(problems::add);
    private final FolderListing folders =
            new FolderListing(FileNameProblems::normal, (one, other) -> names.sameName("文件夹", one, other));

    /** A path in the form in which everybody knows it (NFC), however it is stored. */
    public static String normal(String path) {
        return FileNameProblems.normal(path);
    }

    /** Whether a name is made of characters that can be shown and linked to; a problem was told if it is not. */
    public boolean canBeWritten(String path) {
        return names.canBeWritten(path);
    }

    /**
     * Adds a file whose name can be written; of two whose names differ only in the form of their characters, the one in
     * NFC stays, and a problem is told.
     *
     * @param path its path from the root as it is stored
     * @param size bytes
     * @param place where its bytes stand
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

    /** Tells of a symbolic link where none may be: what it leads to would have a second name, and other readers by it. */
    public void isLink(String path) {
        problems.add(Problem.error(
                "E401", FileNameProblems.normal(path), 1, 1, "这是符号链接，不读取：同一个文件不能有两个名字", "请删去这个链接，把文件本身放在这里"));
    }

    /** Tells that a file is that of an entry under another name, so that the source of the entry would go out by it. */
    public void isEntryToo(String path, String entry) {
        problems.add(Problem.error(
                "E409",
                FileNameProblems.normal(path),
                1,
                1,
                "与条目“" + FileNameProblems.normal(entry) + "”是同一个文件（硬链接）",
                "请删去它；要让读者看那一条，请在正文里写成链接"));
    }

    /** Tells that a symbolic link leads out of the site. */
    public void leadsOut(String path) {
        refuse(path, "符号链接指向站点文件夹以外");
    }

    /** Tells that a symbolic link leads nowhere, or in a circle. */
    public void leadsNowhere(String path) {
        refuse(path, "符号链接指向的地方不存在或绕回了自己");
    }

    private void refuse(String path, String why) {
        problems.add(Problem.error("E401", FileNameProblems.normal(path), 1, 1, why, HINT));
    }

    /** To be called when all files were added. */
    public void complete() {
        names.findTwins(files.keySet());
        typed.clear();
    }

    /** Every file below a folder, sorted by path; to be asked for when all files were added. */
    public List<SourceFile> files(String folder) {
        return byFolder.computeIfAbsent(
                folder,
                name -> List.copyOf(files.subMap(name + "/", name + "/" + Character.MAX_VALUE)
                        .values()));
    }

    public Optional<SourceFile> file(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Where the bytes of a listed file stand. */
    public P place(SourceFile file) {
        return places.get(file.path());
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
