package org.gongkai.site;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.data.Value;
import org.gongkai.markup.Links;
import org.gongkai.problem.Problem;
import org.gongkai.source.SourceFile;
import org.gongkai.source.SourceTree;

/**
 * Resolves the links of one entry: to other entries by the path of their source, to the files beside it, to itself. Keeps
 * account of the files that it names and of the anchors that are still to be checked.
 */
public final class EntryLinks implements Links {

    private static final Target NOWHERE = new Target("", "");

    private final Site site;
    private final SourcePaths paths;
    private final FragmentSpelling spelling;
    private final Slugs slugs;
    private final Item item;
    private final Consumer<Problem> problems;
    private final OutsideLinks outside;
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final Set<String> addresses = new HashSet<>();
    private final Set<AnchorLink> anchors = new LinkedHashSet<>();

    /**
     * A link to a place within an entry.
     *
     * @param path source of the entry to which it leads
     * @param anchor id of the place
     * @param line line of the link, from 1
     * @param column column of the link, from 1
     */
    public record AnchorLink(String path, String anchor, int line, int column) {}

    public EntryLinks(Site site, SourceTree source, Slugs slugs, Item item, Consumer<Problem> problems) {
        this.site = site;
        this.slugs = slugs;
        this.item = item;
        this.paths = new SourcePaths(source, item.entry().path());
        this.spelling = new FragmentSpelling(source);
        this.problems = problems;
        this.outside = new OutsideLinks(site.config().addresses(), item.entry().path(), problems);
    }

    @Override
    public Target resolve(Kind kind, String destination, int line, int column) {
        String typed = destination.strip();
        if (OutsideLinks.isOnDisc(typed)) {
            outside.onDisc(kind == Kind.IMAGE ? "图片" : "链接", typed, line, column);
            return NOWHERE;
        }
        if (OutsideLinks.isExternal(typed)) {
            outside.host(kind, typed, line, column);
            // Whoever opens a page must not call elsewhere by that, even where the rule against it is switched off.
            return kind == Kind.IMAGE ? NOWHERE : new Target(typed, "");
        }
        int hash = typed.indexOf('#');
        String fragment = hash < 0 ? "" : SourcePaths.decode(typed.substring(hash + 1));
        String path = hash < 0 ? typed : typed.substring(0, hash);
        if (path.isEmpty()) {
            String anchor = spelling.of(item.entry().file(), fragment);
            if (!anchor.isEmpty()) {
                anchors.add(new AnchorLink(item.entry().path(), anchor, line, column));
            }
            return new Target("#" + anchor, "");
        }
        // A file name may itself hold a # or a %, so the address is tried as it was typed first.
        Optional<SourceFile> file = paths.find(typed).or(() -> paths.find(path));
        if (file.isEmpty()) {
            dead(kind, path, line, column);
            return NOWHERE;
        }
        String found = file.get().path();
        Item other = site.byPath().get(found);
        if (other != null) {
            String anchor = spelling.of(file.get(), fragment);
            if (!anchor.isEmpty()) {
                anchors.add(new AnchorLink(found, anchor, line, column));
            }
            String href = Addresses.relative(item.address(), other.address());
            return new Target(
                    anchor.isEmpty() ? href : href + "#" + anchor, other.entry().title());
        }
        Site.Held held = site.held().get(found);
        if (held != null) {
            problems.accept(Problem.warning(
                    "W205",
                    item.entry().path(),
                    line,
                    column,
                    "链接“" + path + "”指向的条目现在不公开（" + held.label() + "），只显示文字",
                    "等它公开后链接会自动生效"));
            return NOWHERE;
        }
        if (isEntry(found)) {
            return NOWHERE;
        }
        return new Target(
                Addresses.relative(item.address(), resource(file.get()).address()), "");
    }

    /** The file that an attachment of the header names, if it is there; else a problem is told. */
    public Optional<Resource> attachment(Value.Text path) {
        if (OutsideLinks.isOnDisc(path.text().strip())) {
            outside.onDisc("附件", path.text(), path.line(), path.column());
            return Optional.empty();
        }
        Optional<SourceFile> file = paths.find(path.text());
        if (file.isEmpty()) {
            problems.accept(Problem.error(
                    "E203",
                    item.entry().path(),
                    path.line(),
                    path.column(),
                    "附件“" + path.text() + "”不存在",
                    paths.nearby(path.text()).orElse("请把文件放在条目旁边，路径从条目所在的文件夹写起")));
        } else if (isEntry(file.get().path())) {
            // Its source would go out whether the entry itself is out or not.
            problems.accept(Problem.error(
                    "E204",
                    item.entry().path(),
                    path.line(),
                    path.column(),
                    "附件“" + path.text() + "”是一条条目，不能作附件",
                    "请在正文里写成链接，或在文件名前加 _ 使它不是条目"));
            return Optional.empty();
        }
        return file.map(this::resource);
    }

    /** The entry that a field names by the path of its source; if there is none there, a problem is told. */
    public Optional<Item> reference(String label, Value.Text path) {
        if (OutsideLinks.isOnDisc(path.text().strip())) {
            outside.onDisc("“" + label + "”", path.text(), path.line(), path.column());
            return Optional.empty();
        }
        Optional<SourceFile> file = paths.find(path.text());
        if (file.isEmpty()) {
            problems.accept(Problem.error(
                    "E201",
                    item.entry().path(),
                    path.line(),
                    path.column(),
                    "“" + label + "”指向的条目“" + path.text() + "”不存在",
                    paths.nearby(path.text()).orElse("路径从本文件所在的文件夹写起，如 ../工作计划/2024.md")));
        }
        return file.map(f -> site.byPath().get(f.path()));
    }

    /** The files that the entry named so far, in the order in which they were named. */
    public Collection<Resource> resources() {
        return List.copyOf(resources.values());
    }

    /** The links into entries named so far, whose anchors could not be checked yet. */
    public List<AnchorLink> anchors() {
        return List.copyOf(anchors);
    }

    private Resource resource(SourceFile file) {
        return resources.computeIfAbsent(file.path(), path -> {
            String name = file.name();
            String ending = file.ending();
            String stem = ending.isEmpty() ? name : name.substring(0, name.length() - ending.length() - 1);
            String suffix = ending.matches("[a-z0-9]+") ? "." + ending : "";
            String address = item.folder() + slugs.of(stem) + suffix;
            if (!addresses.add(address)) {
                address = item.folder() + slugs.distinct(stem + " " + path) + suffix;
                addresses.add(address);
            }
            return new Resource(file, address);
        });
    }

    private void dead(Kind kind, String path, int line, int column) {
        boolean image = kind == Kind.IMAGE;
        String what = image ? "图片“" + path + "”不存在" : "链接“" + path + "”指向的文件不存在";
        String hint = paths.leadsOut(path)
                ? "路径超出了 content 文件夹，只能链接 content 里的文件"
                : paths.nearby(path).orElse(image ? "请把图片放在条目旁边，路径从条目所在的文件夹写起" : "路径从本文件所在的文件夹写起，如 ../工作计划/2024.md");
        problems.accept(Problem.error(image ? "E202" : "E201", item.entry().path(), line, column, what, hint));
    }

    private static boolean isEntry(String path) {
        return path.matches(".*\\.(md|adoc|html)$") && !path.matches(".*/[_.].*");
    }
}
