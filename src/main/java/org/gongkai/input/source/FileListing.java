package org.gongkai.input.source;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.problem.ControlCharacters;
import org.gongkai.problem.Problem;

/**
 * A source whose files are listed once, under normalized paths. Reports paths that cannot be used.
 *
 * @param <P> identifies the content of a file
 */
public abstract class FileListing<P> implements SourceTree {

    private final TreeMap<String, SourceFile> files = new TreeMap<>();
    /** For lookups by path: comparing paths with a common prefix is slower than hashing. */
    private final Map<String, SourceFile> byPath = new HashMap<>();

    private final Map<String, List<SourceFile>> byFolder = new ConcurrentHashMap<>();
    private final Map<String, P> places = new HashMap<>();
    private final Map<String, String> typed = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final FolderListing folders =
            new FolderListing(FileListing::normal, (one, other) -> sameName("文件夹", one, other));

    /**
     * Adds a file whose path is usable. Of two paths that differ in their normalization only, the one in NFC is
     * retained and a problem is reported.
     *
     * @param path the path relative to the root as stored
     * @param size the size in bytes
     * @param place identifies its content
     */
    protected final void add(String path, long size, P place) {
        SourceFile file = new SourceFile(normal(path), size);
        folders.add(path);
        String other = typed.get(file.path());
        if (other != null) {
            sameName("文件", other, path);
            if (!path.equals(file.path())) {
                return;
            }
        }
        files.put(file.path(), file);
        byPath.put(file.path(), file);
        places.put(file.path(), place);
        typed.put(file.path(), path);
    }

    /** Reports a symbolic link. None is allowed, as its target would have a second path and possibly other readers. */
    protected final void rejectLink(String path) {
        problems.add(Problem.error("E401", normal(path), "这是符号链接，不读取：同一个文件不能有两个名字", "请删去这个链接，把文件本身放在这里"));
    }

    /** Reports a hard link to an entry, whose source would be published under its name. */
    final void isEntryToo(String path, String entry) {
        problems.add(Problem.error(
                "E409", normal(path), "与条目“" + normal(entry) + "”是同一个文件（硬链接）", "请删去它；要让读者看那一条，请在正文里写成链接"));
    }

    /** Reports a symbolic link to a target outside the site. */
    final void leadsOut(String path) {
        refuse(path, "符号链接指向站点文件夹以外");
    }

    /** Reports a symbolic link without a target or with a cycle. */
    final void leadsNowhere(String path) {
        refuse(path, "符号链接指向的地方不存在或绕回了自己");
    }

    private void refuse(String path, String why) {
        problems.add(Problem.error("E401", normal(path), why, "请删去这个链接，把文件本身放进 content 文件夹"));
    }

    /** Completes the listing; no file may be added afterwards. */
    protected final void complete() {
        findTwins(files.keySet(), problems::add);
        typed.clear();
    }

    @Override
    public final List<SourceFile> files(String folder) {
        return byFolder.computeIfAbsent(
                folder,
                name -> List.copyOf(files.subMap(name + "/", name + "/" + Character.MAX_VALUE)
                        .values()));
    }

    @Override
    public final Optional<SourceFile> file(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Returns what identifies the content of a file. */
    protected final P place(SourceFile file) {
        return places.get(file.path());
    }

    @Override
    public final List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Normalizes a path to NFC; macOS stores other forms. */
    public static String normal(String path) {
        return Normalizer.isNormalized(path, Normalizer.Form.NFC)
                ? path
                : Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    /**
     * Returns true if a path consists of characters that can be displayed and linked to; otherwise reports a problem.
     */
    protected final boolean canBeWritten(String path) {
        boolean lost = path.indexOf('\uFFFD') >= 0;
        if (!lost && path.indexOf('\\') < 0 && path.chars().noneMatch(c -> c < ' ') && !ControlCharacters.in(path)) {
            return true;
        }
        String shown = path.codePoints()
                .mapToObj(c -> ControlCharacters.is(c) || c < ' ' ? "?" : Character.toString(c))
                .collect(Collectors.joining());
        problems.add(Problem.error(
                "E408",
                normal(shown),
                lost ? "文件名不是 UTF-8 编码，读不出来" : "文件名里有控制字符或反斜杠",
                lost ? "请改名；压缩包来自 Windows 时，可用 unzip -O GB18030 重新解压" : "请改名，只用汉字、字母、数字、连字符和下划线"));
        return false;
    }

    /** Reports two files or folders whose names differ only in the normalization of accents. */
    private void sameName(String what, String one, String other) {
        List<String> both =
                Stream.of(one, other).sorted().map(FileListing::codes).toList();
        problems.add(Problem.error(
                "E407",
                normal(one),
                "有两个看起来同名的" + what + "，只是字符的编码不同：" + both.get(0) + " 与 " + both.get(1),
                "请删去一个，或者给其中一个改名"));
    }

    /** Reports files and folders whose names differ only in case: on Windows and macOS they are the same. */
    static void findTwins(Collection<String> paths, Consumer<Problem> problems) {
        FolderListing folders =
                new FolderListing(FileListing::inAnyCase, (one, other) -> problems.accept(twins("文件夹", one, other)));
        Map<String, String> files = new HashMap<>(paths.size() * 2);
        for (String path : paths) {
            boolean isTold = folders.add(path);
            String other = files.putIfAbsent(inAnyCase(path), path);
            if (other != null && !isTold) {
                problems.accept(twins("文件", other, path));
            }
        }
    }

    private static Problem twins(String what, String one, String other) {
        return Problem.warning("W407", other, "与" + what + "“" + one + "”只差字母大小写，在 Windows 和 macOS 上会互相覆盖", "请给其中一个改名");
    }

    /**
     * Some letters have two forms in lower case, others two in upper case; case-insensitive file systems do not
     * distinguish them.
     */
    private static String inAnyCase(String path) {
        return path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Replaces characters other than ASCII and Han by their code points. */
    private static String codes(String path) {
        return path.codePoints()
                .mapToObj(c -> c < 128 || c >= 0x3000 && Character.isIdeographic(c)
                        ? Character.toString(c)
                        : String.format(Locale.ROOT, "<U+%04X>", c))
                .collect(Collectors.joining());
    }

    /** Collects the folders of a tree. Reports two folders that are equal on some machines, once per pair. */
    private static final class FolderListing {

        private final UnaryOperator<String> form;
        private final BiConsumer<String, String> twins;
        private final Set<String> known = new HashSet<>();
        private final Map<String, String> byForm = new HashMap<>();

        /**
         * @param form normalizes a path as such a machine does
         * @param twins accepts two folders that differ in their own names, the earlier one first
         */
        FolderListing(UnaryOperator<String> form, BiConsumer<String, String> twins) {
            this.form = form;
            this.twins = twins;
        }

        /** Adds the folders that contain a file; returns true if another folder is the same on such a machine. */
        boolean add(String file) {
            String folder = parent(file);
            for (String path = folder; !path.isEmpty() && known.add(path); path = parent(path)) {
                String other = byForm.putIfAbsent(form.apply(path), path);
                if (other != null && !SourceFile.name(other).equals(SourceFile.name(path))) {
                    twins.accept(other, path);
                }
            }
            return !folder.isEmpty() && !byForm.get(form.apply(folder)).equals(folder);
        }

        private static String parent(String path) {
            return path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }
    }
}
