package org.gongkai.site.link;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.Position;
import org.gongkai.problem.Problem;

/** Reports problems of the paths that one entry names. */
final class LinkProblems {

    /** One letter before a colon is a drive. */
    private static final Pattern SCHEME = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9+.-]+:)");

    private static final int LONGEST_NAME = 100;

    private final String entry;
    private final SourcePaths paths;
    private final SourceTree source;
    private final Consumer<Problem> problems;

    /**
     * @param entry path of the entry
     */
    LinkProblems(String entry, SourcePaths paths, SourceTree source, Consumer<Problem> problems) {
        this.entry = entry;
        this.paths = paths;
        this.source = source;
        this.problems = problems;
    }

    /**
     * A path as it was typed.
     *
     * @param what noun for messages, such as 链接
     * @param text the path
     */
    record Place(String what, String text, int line, int column) implements Position {

        /** Returns its name in messages: 链接“…”. */
        String name() {
            return what + "“" + (text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "…" : text) + "”";
        }
    }

    /**
     * Returns the one file that a path denotes; empty, with a problem reported, if it denotes none or several.
     *
     * @param missing reports a path that denotes nothing
     */
    Optional<SourceFile> unique(LinkTarget target, Place place, Consumer<Place> missing) {
        if (target.isEmpty()) {
            Matcher scheme = SCHEME.matcher(place.text());
            if (scheme.lookingAt()) {
                error(
                        "E212",
                        place,
                        place.name() + "以“" + scheme.group(1) + "”开头，这种地址不能用",
                        "请把文件放到条目旁边，只写文件名；不是文件的，请写成文字");
            } else {
                missing.accept(place);
            }
            return Optional.empty();
        }
        if (target.isExact()) {
            return source.file(target.paths().get(0));
        }
        String first = paths.typed(target.paths().get(0));
        if (!target.isUnique()) {
            error(
                    "E210",
                    place,
                    place.name() + "可以指 " + String.join("、", target.paths()) + " 中的任一个",
                    "请写明是哪一个，如“" + first + "”");
            return Optional.empty();
        }
        if (target.otherCase()) {
            warning(
                    "W211",
                    place,
                    place.name() + "与文件 " + target.paths().get(0) + " 的大小写不同",
                    "在服务器上大小写不同就是两个文件，请写成“" + first + "”");
        }
        return source.file(target.paths().get(0));
    }

    /** Whether a text begins like an address rather than a path. */
    static boolean hasScheme(String typed) {
        return SCHEME.matcher(typed).lookingAt();
    }

    void error(String code, Place place, String message, String hint) {
        problems.accept(Problem.error(code, entry, place, message, hint));
    }

    void warning(String code, Place place, String message, String hint) {
        problems.accept(Problem.warning(code, entry, place, message, hint));
    }
}
