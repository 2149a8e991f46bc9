package org.gongkai.source;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.problem.ControlCharacters;
import org.gongkai.problem.Problem;

/** Tells of names of files that not every machine can hold, or that are the same on some. */
final class FileNames {

    private final Consumer<Problem> problems;

    FileNames(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /** A path in NFC, which a Mac does not store. */
    static String normal(String path) {
        return Normalizer.isNormalized(path, Normalizer.Form.NFC)
                ? path
                : Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    /** Whether a name is made of characters that can be shown and linked to; a problem was told if it is not. */
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

    /** Tells of two files whose names differ only in how an accent is stored. */
    void sameName(String path, String one, String other) {
        List<String> both = Stream.of(one, other).sorted().map(FileNames::codes).toList();
        problems.accept(Problem.error(
                "E407", path, 1, 1, "有两个看起来同名的文件，只是字符的编码不同：" + both.get(0) + " 与 " + both.get(1), "请删去一个，或者给其中一个改名"));
    }

    /** Warns of files whose names differ only in letter case: on Windows and on a Mac they are one file. */
    void findTwins(Collection<String> paths) {
        Map<String, String> lower = new HashMap<>(paths.size() * 2);
        for (String path : paths) {
            String other = lower.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
            if (other != null) {
                problems.accept(Problem.warning(
                        "W407", path, 1, 1, "与文件“" + other + "”只差字母大小写，在 Windows 和 macOS 上会互相覆盖", "请给其中一个改名"));
            }
        }
    }

    /** A name in which all that is not ASCII or Han is written as a number. */
    private static String codes(String path) {
        return path.codePoints()
                .mapToObj(c -> c < 128 || c >= 0x3000 && Character.isIdeographic(c)
                        ? Character.toString(c)
                        : String.format(Locale.ROOT, "<U+%04X>", c))
                .collect(Collectors.joining());
    }
}
