package org.gongkai.site.link;

import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.Problem;

/** Tells what is wrong with the paths that one entry names. */
final class LinkProblems {

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
     * @param what what it is, such as 链接
     * @param text the path
     */
    record Place(String what, String text, int line, int column) {

        /** How a message names it: 链接“…”. */
        String name() {
            return what + "“" + text + "”";
        }
    }

    /**
     * The one file that a path means; else a problem is told.
     *
     * @param nothing tells of a path that means nothing
     */
    Optional<SourceFile> unique(LinkTarget meant, Place place, Consumer<Place> nothing) {
        if (meant.isEmpty()) {
            nothing.accept(place);
            return Optional.empty();
        }
        if (meant.isExact()) {
            return source.file(meant.paths().get(0));
        }
        String first = paths.typed(meant.paths().get(0));
        if (!meant.isUnique()) {
            error(
                    "E210",
                    place,
                    place.name() + "可以指 " + String.join("、", meant.paths()) + " 中的任一个",
                    "请写明是哪一个，如“" + first + "”");
            return Optional.empty();
        }
        if (meant.otherCase()) {
            warning(
                    "W211",
                    place,
                    place.name() + "与文件 " + meant.paths().get(0) + " 的大小写不同",
                    "在服务器上大小写不同就是两个文件，请写成“" + first + "”");
        }
        return source.file(meant.paths().get(0));
    }

    void error(String code, Place place, String message, String hint) {
        problems.accept(Problem.error(code, entry, place.line(), place.column(), message, hint));
    }

    void warning(String code, Place place, String message, String hint) {
        problems.accept(Problem.warning(code, entry, place.line(), place.column(), message, hint));
    }
}
