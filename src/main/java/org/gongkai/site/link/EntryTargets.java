package org.gongkai.site.link;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.data.Value;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.markup.LinkResolver.Kind;
import org.gongkai.problem.Position;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.link.LinkIndex.LinkTarget;

/**
 * Finds the files and entries that the paths in one entry denote, and reports paths that denote nothing or more
 * than one. Gives no addresses: {@link EntryLinks.ResourceAddresses} does.
 */
public final class EntryTargets {

    private static final String RELATIVE_PATHS = "路径从本文件所在的文件夹写起，如 ../工作计划/2024.md";

    private final LinkIndex index;
    private final SourcePaths paths;
    private final LinkProblems problems;
    private final ExternalLinks external;
    private boolean hasNamed;

    /**
     * @param index possible targets of links of the site
     * @param item the entry
     * @param problems receives each problem of a path
     */
    public EntryTargets(LinkIndex index, Item item, Consumer<Problem> problems) {
        String source = item.entry().path();
        this.index = index;
        this.paths = new SourcePaths(index, source, item.address());
        this.problems = new LinkProblems(source, paths, index.source(), problems);
        this.external = new ExternalLinks(index.site().config().readers().addresses(), source, problems);
    }

    /** Whether the header has named a file or an entry. */
    public boolean hasNamed() {
        return hasNamed;
    }

    /** Returns the file that an attachment of the header names; empty, with a problem reported, if there is none. */
    public Optional<SourceFile> attachment(Value.Text path) {
        hasNamed = true;
        if (isOnDisc("附件", path)) {
            return Optional.empty();
        }
        LinkProblems.Place place = place("附件", path);
        Optional<SourceFile> file = problems.unique(
                paths.file(path.text()),
                place,
                missing -> problems.error(
                        "E203",
                        missing,
                        missing.name() + "不存在",
                        paths.nearby(missing.text()).orElse("请把文件放在条目旁边，路径从条目所在的文件夹写起")));
        if (file.filter(named -> index.isEntry(named.path())).isPresent()) {
            // The source of an entry would be published whether the entry itself is public or not.
            problems.error("E204", place, place.name() + "是一条条目，不能作附件", "请在正文里写成链接，或在文件名前加 _ 使它不是条目");
            return Optional.empty();
        }
        return file;
    }

    /**
     * Returns the public entry that a field names by the path of its source; empty if that entry is not public. A
     * path without an entry is reported.
     *
     * @param label name of the field
     */
    public Optional<Item> reference(String label, Value.Text path) {
        hasNamed = true;
        if (isOnDisc("“" + label + "”", path)) {
            return Optional.empty();
        }
        return problems.unique(
                        paths.link(path.text(), path.text()),
                        place("“" + label + "”的", path),
                        missing -> problems.error(
                                "E201",
                                missing,
                                "“" + label + "”指向的条目“" + missing.text() + "”不存在",
                                paths.nearby(missing.text()).orElse(RELATIVE_PATHS)))
                .map(file -> index.site().byPath().get(file.path()));
    }

    /**
     * Returns whether a destination in the body leads out of the source, to a disk or to another host; reports
     * those that the settings do not allow.
     */
    boolean isExternal(Kind kind, String typed, int line, int column) {
        if (ExternalLinks.isOnDisc(typed)) {
            external.onDisc(noun(kind), typed, line, column);
            return true;
        }
        if (ExternalLinks.isExternal(typed)) {
            external.host(kind, typed, line, column);
            return true;
        }
        return false;
    }

    /**
     * Returns the file that a destination in the body denotes; empty, with a problem reported, if there is none.
     *
     * @param typed the destination as it was typed
     * @param path the same without its fragment
     */
    Optional<SourceFile> file(Kind kind, String typed, String path, int line, int column) {
        if (kind == Kind.ADDRESS && LinkProblems.hasScheme(typed)) {
            // Its text says all that a link would.
            return Optional.empty();
        }
        LinkProblems.Place place = new LinkProblems.Place(noun(kind), path, line, column);
        return kind == Kind.IMAGE
                ? problems.unique(paths.image(typed, path), place, this::missingImage)
                : problems.unique(paths.link(typed, path), place, this::missingFile);
    }

    /** Reports a link to an entry that is not public. */
    void unpublished(Site.HiddenReason reason, Kind kind, String path, int line, int column) {
        problems.warning(
                "W205",
                new LinkProblems.Place(noun(kind), path, line, column),
                "链接“" + path + "”指向的条目现在不公开（" + reason.label() + "），只显示文字",
                "等它公开后链接会自动生效");
    }

    private boolean isOnDisc(String what, Value.Text path) {
        if (!ExternalLinks.isOnDisc(path.text().strip())) {
            return false;
        }
        external.onDisc(what, path.text(), path.line(), path.column());
        return true;
    }

    private static String noun(Kind kind) {
        return kind == Kind.IMAGE ? "图片" : "链接";
    }

    private static LinkProblems.Place place(String what, Value.Text path) {
        return new LinkProblems.Place(what, path.text(), path.line(), path.column());
    }

    private void missingImage(LinkProblems.Place place) {
        problems.error("E202", place, place.name() + "不存在", hint(place).orElse("请把图片放在条目旁边，路径从条目所在的文件夹写起"));
    }

    private void missingFile(LinkProblems.Place place) {
        problems.error(
                "E201",
                place,
                place.name() + "指向的文件不存在",
                paths.isFolder(place.text())
                        ? "这是一个文件夹，里面没有 index.md，请写明链接到哪一篇"
                        : hint(place).orElse(RELATIVE_PATHS));
    }

    private Optional<String> hint(LinkProblems.Place place) {
        return paths.leadsOut(place.text())
                ? Optional.of("路径超出了 content 文件夹，只能链接 content 里的文件")
                : paths.nearby(place.text());
    }

    /** Reports problems of the paths that one entry names. */
    private record LinkProblems(String entry, SourcePaths paths, SourceTree source, Consumer<Problem> problems) {

        /** One letter before a colon is a drive. */
        private static final Pattern SCHEME = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9+.-]+:)");

        private static final int LONGEST_NAME = 100;

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
}
