package org.gongkai.site.link;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.site.address.AddressPaths;

/** Finds the files that the paths in one source file lead to; none outside of {@code content/}. */
public final class SourcePaths {

    private static final String CONTENT = "content/";
    private static final String INDEX = "index.html";

    /** Most names of files that are not there for which a like one is looked for; whoever has more has another trouble. */
    private static final int MOST_COMPARED = 100;

    private final LinkIndex index;
    private final SourceTree source;
    private final String from;
    private final String page;
    private final Set<String> compared = new HashSet<>();

    /**
     * @param from the file in which the paths were typed
     * @param page address of its page
     */
    public SourcePaths(LinkIndex index, String from, String page) {
        this.index = index;
        this.source = index.source();
        this.from = from;
        this.page = page;
    }

    /** What a path to any file means, tried as it was typed and with its percent signs decoded. */
    LinkTarget file(String typed) {
        return exactly(typed).orElseGet(() -> inOtherCase(forms(typed), false));
    }

    /**
     * What an image is.
     *
     * @param typed as it was typed; the name of a file may hold a {@code #}
     * @param path the same up to that
     */
    LinkTarget image(String typed, String path) {
        return exactly(typed).orElseGet(() -> file(path));
    }

    /**
     * What a link means: the file of this name; else the entry that lacks only an ending, the first one of a folder, or one
     * whose page has this address; else the one that had this path or address before; else whatever has it in another case.
     * Each is tried as it was typed and with its percent signs decoded.
     *
     * @param typed the link, which may hold the name of a place
     * @param path the same without that place
     */
    public LinkTarget link(String typed, String path) {
        return exactly(typed).or(() -> exactly(path)).orElseGet(() -> {
            List<String> forms = forms(path);
            LinkTarget today = first(forms, this::today);
            LinkTarget known = today.isEmpty() ? first(forms, this::previous) : today;
            return known.isEmpty() ? inOtherCase(forms, true) : known;
        });
    }

    private static LinkTarget first(List<String> forms, Function<String, Set<String>> meaning) {
        return forms.stream()
                .map(meaning)
                .filter(paths -> !paths.isEmpty())
                .findFirst()
                .map(LinkTarget::of)
                .orElse(LinkTarget.NONE);
    }

    private static List<String> forms(String typed) {
        return Stream.of(typed, decode(typed)).distinct().toList();
    }

    private Optional<LinkTarget> exactly(String typed) {
        return found(typed).or(() -> found(decode(typed))).map(LinkTarget::exactly);
    }

    private Optional<String> found(String typed) {
        return normalised(typed)
                .filter(SourcePaths::isContent)
                .flatMap(source::file)
                .map(SourceFile::path);
    }

    private Set<String> today(String typed) {
        Set<String> found = new TreeSet<>(index.pages(addresses(typed)));
        normalised(typed).ifPresent(path -> found.addAll(index.entries(path, typed.endsWith("/"), false)));
        return found;
    }

    private Set<String> previous(String typed) {
        return index.previous(normalised(typed).orElse(""), addresses(typed));
    }

    private LinkTarget inOtherCase(List<String> forms, boolean entries) {
        Set<String> found = new TreeSet<>();
        for (String form : forms) {
            normalised(form).filter(SourcePaths::isContent).ifPresent(path -> {
                found.addAll(index.filesInAnyCase(path));
                if (entries && found.isEmpty()) {
                    found.addAll(index.entries(path, form.endsWith("/"), true));
                }
            });
        }
        return LinkTarget.inOtherCase(found);
    }

    /** The addresses that a path can be: from the page of its file, from the root of the site, and where pages lie as sources do. */
    private Set<String> addresses(String typed) {
        Set<String> addresses = new HashSet<>();
        Stream.of(
                        typed.startsWith("/") ? Optional.<String>empty() : names(SourceFile.folder(page) + typed),
                        names(typed),
                        normalised(typed)
                                .filter(path -> path.startsWith(CONTENT))
                                .map(path -> path.substring(CONTENT.length())))
                .flatMap(Optional::stream)
                .forEach(address -> {
                    addresses.add(address);
                    if (!EntryFormat.HTML.has(SourceFile.ending(address))) {
                        addresses.add(address + "/" + INDEX);
                    }
                });
        return addresses;
    }

    /** The site's own data are settings, nothing to be read or taken away. */
    static boolean isContent(String path) {
        return path.startsWith(CONTENT) && !path.startsWith("content/_data/");
    }

    /** How a path from the site's root is typed in this file. */
    String typed(String path) {
        return AddressPaths.relative(from, path);
    }

    /** Whether a path leads to a folder. */
    boolean isFolder(String typed) {
        return forms(typed).stream()
                .anyMatch(form -> normalised(form).filter(index::isFolder).isPresent());
    }

    /** Whether a path leads to where no file may be named. */
    boolean leadsOut(String typed) {
        return normalised(typed).filter(SourcePaths::isContent).isEmpty();
    }

    /** The path from the site's root of a path typed in this entry; empty if it climbs above the root. */
    private Optional<String> normalised(String typed) {
        String path = Normalizer.normalize(typed.replace('\\', '/'), Normalizer.Form.NFC);
        return names(path.startsWith("/") ? "content" + path : SourceFile.folder(from) + path);
    }

    /** A path without the names of folders that it leaves again; empty if it climbs above the root. */
    private static Optional<String> names(String whole) {
        List<String> names = new ArrayList<>();
        for (String name : whole.split("/")) {
            if (name.equals("..")) {
                if (names.isEmpty()) {
                    return Optional.empty();
                }
                names.remove(names.size() - 1);
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return Optional.of(String.join("/", names));
    }

    /** What the writer probably meant: a file of nearly the same name in the same folder, or of the same name elsewhere. */
    Optional<String> nearby(String typed) {
        String whole = normalised(decode(typed)).orElse("");
        String name = whole.substring(whole.lastIndexOf('/') + 1);
        boolean isCompared = compared.contains(whole) || compared.size() < MOST_COMPARED && compared.add(whole);
        return (isCompared ? index.nearest(whole) : Optional.<String>empty())
                .map(n -> "您是不是要写“" + folderOf(typed) + n + "”")
                .or(() -> index.firstOf(name).map(path -> "同名的文件在 " + path + "，请改正路径"));
    }

    private static String folderOf(String typed) {
        return typed.substring(0, typed.lastIndexOf('/') + 1);
    }

    /** A path with its percent signs decoded; as it is if they stand for nothing. */
    static String decode(String typed) {
        if (typed.indexOf('%') < 0) {
            return typed;
        }
        try {
            return URLDecoder.decode(typed.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return typed;
        }
    }
}
