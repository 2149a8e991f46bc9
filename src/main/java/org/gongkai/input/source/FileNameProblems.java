package org.gongkai.input.source;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.problem.ControlCharacters;
import org.gongkai.problem.Problem;

/** Reports names of files that are not portable, or that are equal on some machines. */
final class FileNameProblems {

    private final Consumer<Problem> problems;

    FileNameProblems(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /** Normalizes a path to NFC; macOS stores other forms. */
    static String normal(String path) {
        return Normalizer.isNormalized(path, Normalizer.Form.NFC)
                ? path
                : Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    /**
     * Returns true if a path consists of characters that can be displayed and linked to; otherwise reports a problem.
     */
    boolean canBeWritten(String path) {
        boolean lost = path.indexOf('\uFFFD') >= 0;
        if (!lost
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(c -> c < ' ')
                && ControlCharacters.next(path, 0) < 0) {
            return true;
        }
        String shown = path.codePoints()
                .mapToObj(c -> ControlCharacters.is(c) || c < ' ' ? "?" : Character.toString(c))
                .collect(Collectors.joining());
        problems.accept(Problem.error(
                "E408",
                normal(shown),
                1,
                1,
                lost ? "文件名不是 UTF-8 编码，读不出来" : "文件名里有控制字符或反斜杠",
                lost ? "请改名；压缩包来自 Windows 时，可用 unzip -O GB18030 重新解压" : "请改名，只用汉字、字母、数字、连字符和下划线"));
        return false;
    }

    /** Reports two files or folders whose names differ only in the normalization of accents. */
    void sameName(String what, String one, String other) {
        List<String> both =
                Stream.of(one, other).sorted().map(FileNameProblems::codes).toList();
        problems.accept(Problem.error(
                "E407",
                normal(one),
                1,
                1,
                "有两个看起来同名的" + what + "，只是字符的编码不同：" + both.get(0) + " 与 " + both.get(1),
                "请删去一个，或者给其中一个改名"));
    }

    /** Reports files and folders whose names differ only in case: on Windows and macOS they are the same. */
    void findTwins(Collection<String> paths) {
        FolderListing folders =
                new FolderListing(FileNameProblems::inAnyCase, (one, other) -> sameButForCase("文件夹", one, other));
        Map<String, String> files = new HashMap<>(paths.size() * 2);
        for (String path : paths) {
            boolean isTold = folders.add(path);
            String other = files.putIfAbsent(inAnyCase(path), path);
            if (other != null && !isTold) {
                sameButForCase("文件", other, path);
            }
        }
    }

    private void sameButForCase(String what, String one, String other) {
        problems.accept(Problem.warning(
                "W407", other, 1, 1, "与" + what + "“" + one + "”只差字母大小写，在 Windows 和 macOS 上会互相覆盖", "请给其中一个改名"));
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
    static final class FolderListing {

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
                if (other != null && !name(other).equals(name(path))) {
                    twins.accept(other, path);
                }
            }
            return !folder.isEmpty() && !byForm.get(form.apply(folder)).equals(folder);
        }

        private static String parent(String path) {
            return path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }

        private static String name(String path) {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
