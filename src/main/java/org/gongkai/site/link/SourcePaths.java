package org.gongkai.site.link;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
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
import org.gongkai.site.link.LinkIndex.LinkTarget;

/** Finds the files that the paths in one source file denote; none outside of {@code content/}. */
public final class SourcePaths {

    private static final String INDEX = "index.html";

    /** Maximum number of missing files for which a similar name is searched. */
    private static final int MAX_SUGGESTIONS = 100;

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

    /** Returns the file that a path denotes, as it was typed or percent-decoded. */
    LinkTarget file(String typed) {
        return exactly(typed).orElseGet(() -> inOtherCase(forms(typed), false));
    }

    /**
     * Returns the file that the path of an image denotes.
     *
     * @param typed as it was typed; the name of a file may hold a {@code #}
     * @param path the same up to that
     */
    LinkTarget image(String typed, String path) {
        return exactly(typed).orElseGet(() -> file(path));
    }

    /**
     * Returns the files that a link denotes: the file of this name; else the entry without its extension, the index
     * of a folder, or one whose page has this address; else the one that previously had this path or address; else
     * those with other case. Each is tried as it was typed and percent-decoded.
     *
     * @param typed the link, which may have a fragment
     * @param path the same without its fragment
     */
    public LinkTarget link(String typed, String path) {
        return exactly(typed).or(() -> exactly(path)).orElseGet(() -> {
            List<String> forms = forms(path);
            LinkTarget today = first(forms, this::today);
            LinkTarget target = today.isEmpty() ? first(forms, this::previous) : today;
            return target.isEmpty() ? inOtherCase(forms, true) : target;
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

    /**
     * Returns the addresses that a path can denote: from the page of its file, from the root, and as if pages lay
     * beside sources.
     */
    private Set<String> addresses(String typed) {
        Set<String> addresses = new HashSet<>();
        Stream.of(
                        typed.startsWith("/")
                                ? Optional.<String>empty()
                                : SourceFile.resolved(SourceFile.folder(page) + typed),
                        SourceFile.resolved(typed),
                        normalised(typed)
                                .filter(path -> path.startsWith(SourceTree.CONTENT))
                                .map(path -> path.substring(SourceTree.CONTENT.length())))
                .flatMap(Optional::stream)
                .forEach(address -> {
                    addresses.add(address);
                    if (!EntryFormat.HTML.has(SourceFile.ending(address))) {
                        addresses.add(address + "/" + INDEX);
                    }
                });
        return addresses;
    }

    /** Returns whether a path is content; the data of the site are settings and not for readers. */
    static boolean isContent(String path) {
        return path.startsWith(SourceTree.CONTENT) && !path.startsWith(SourceTree.DATA);
    }

    /** Returns how a path from the site's root is typed in this file. */
    String typed(String path) {
        return AddressPaths.relative(from, path);
    }

    /** Returns whether a path denotes a folder. */
    boolean isFolder(String typed) {
        return forms(typed).stream()
                .anyMatch(form -> normalised(form).filter(index::isFolder).isPresent());
    }

    /** Returns whether a path denotes a location outside of the content. */
    boolean leadsOut(String typed) {
        return normalised(typed).filter(SourcePaths::isContent).isEmpty();
    }

    /** Resolves a path typed in this entry against the site's root; empty if it leaves the root. */
    private Optional<String> normalised(String typed) {
        String path = Normalizer.normalize(typed.replace('\\', '/'), Normalizer.Form.NFC);
        return SourceFile.resolved(path.startsWith("/") ? "content" + path : SourceFile.folder(from) + path);
    }

    /** Suggests a file with a similar name in the same folder, or with the same name elsewhere. */
    Optional<String> nearby(String typed) {
        String whole = normalised(decode(typed)).orElse("");
        String name = whole.substring(whole.lastIndexOf('/') + 1);
        boolean isCompared = compared.contains(whole) || compared.size() < MAX_SUGGESTIONS && compared.add(whole);
        return (isCompared ? index.nearest(whole) : Optional.<String>empty())
                .map(n -> "您是不是要写“" + SourceFile.folder(typed) + n + "”")
                .or(() -> index.firstOf(name).map(path -> "同名的文件在 " + path + "，请改正路径"));
    }

    /** Percent-decodes a path; returns it unchanged if it is malformed. */
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
