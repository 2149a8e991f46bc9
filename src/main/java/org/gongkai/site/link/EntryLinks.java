package org.gongkai.site.link;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.input.data.Value;
import org.gongkai.input.source.SourceFile;
import org.gongkai.markup.LinkResolver;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.address.AddressPaths;
import org.gongkai.site.address.Slugs;

/**
 * Resolves the links of one entry: to other entries by the path of their source, to the files beside it, to itself. Keeps
 * account of the files that it names and of the anchors that are still to be checked.
 */
public final class EntryLinks implements LinkResolver {

    private static final String FROM_HERE = "路径从本文件所在的文件夹写起，如 ../工作计划/2024.md";
    private static final Target NOWHERE = new Target("", "");

    private final Site site;
    private final LinkIndex index;
    private final SourcePaths paths;
    private final FragmentSpelling spelling;
    private final Slugs slugs;
    private final Item item;
    private final LinkProblems problems;
    private final ExternalLinks outside;
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

    /**
     * @param index what the links of the site can mean
     * @param item the entry
     */
    public EntryLinks(LinkIndex index, Slugs slugs, Item item, Consumer<Problem> problems) {
        this.site = index.site();
        this.index = index;
        this.slugs = slugs;
        this.item = item;
        this.paths = new SourcePaths(index, item.entry().path(), item.address());
        this.problems = new LinkProblems(item.entry().path(), paths, index.source(), problems);
        this.spelling = new FragmentSpelling(index.source());
        this.outside = new ExternalLinks(site.config().addresses(), item.entry().path(), problems);
        addresses.add(item.folder() + "history"); // The folder of its former versions.
    }

    @Override
    public Target resolve(Kind kind, String destination, int line, int column) {
        String typed = destination.strip();
        if (ExternalLinks.isOnDisc(typed)) {
            outside.onDisc(kind == Kind.IMAGE ? "图片" : "链接", typed, line, column);
            return NOWHERE;
        }
        if (ExternalLinks.isExternal(typed)) {
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
        LinkProblems.Place place = new LinkProblems.Place(kind == Kind.IMAGE ? "图片" : "链接", path, line, column);
        Optional<SourceFile> file = kind == Kind.IMAGE
                ? problems.one(paths.image(typed, path), place, this::noImage)
                : problems.one(paths.link(typed, path), place, this::noFile);
        if (file.isEmpty()) {
            return NOWHERE;
        }
        String found = file.get().path();
        Item other = site.byPath().get(found);
        if (other != null) {
            String anchor = spelling.of(file.get(), fragment);
            if (!anchor.isEmpty()) {
                anchors.add(new AnchorLink(found, anchor, line, column));
            }
            String href = AddressPaths.relative(item.address(), other.address());
            return new Target(
                    anchor.isEmpty() ? href : href + "#" + anchor, other.entry().title());
        }
        Site.Held held = site.held().get(found);
        if (held != null) {
            problems.warning("W205", place, "链接“" + path + "”指向的条目现在不公开（" + held.label() + "），只显示文字", "等它公开后链接会自动生效");
            return NOWHERE;
        }
        if (index.isEntry(found)) {
            return NOWHERE;
        }
        return new Target(
                AddressPaths.relative(item.address(), resource(file.get()).address()), "");
    }

    /** The file that an attachment of the header names, if it is there; else a problem is told. */
    public Optional<Resource> attachment(Value.Text path) {
        if (ExternalLinks.isOnDisc(path.text().strip())) {
            outside.onDisc("附件", path.text(), path.line(), path.column());
            return Optional.empty();
        }
        LinkProblems.Place place = place("附件", path);
        Optional<SourceFile> file = problems.one(
                paths.file(path.text()),
                place,
                none -> problems.error(
                        "E203",
                        none,
                        none.name() + "不存在",
                        paths.nearby(none.text()).orElse("请把文件放在条目旁边，路径从条目所在的文件夹写起")));
        if (file.filter(named -> index.isEntry(named.path())).isPresent()) {
            // Its source would go out whether the entry itself is out or not.
            problems.error("E204", place, place.name() + "是一条条目，不能作附件", "请在正文里写成链接，或在文件名前加 _ 使它不是条目");
            return Optional.empty();
        }
        return file.map(this::resource);
    }

    /** The entry that a field names by the path of its source; if there is none there, a problem is told. */
    public Optional<Item> reference(String label, Value.Text path) {
        if (ExternalLinks.isOnDisc(path.text().strip())) {
            outside.onDisc("“" + label + "”", path.text(), path.line(), path.column());
            return Optional.empty();
        }
        return problems.one(
                        paths.link(path.text(), path.text()),
                        place("“" + label + "”的", path),
                        none -> problems.error(
                                "E201",
                                none,
                                "“" + label + "”指向的条目“" + none.text() + "”不存在",
                                paths.nearby(none.text()).orElse(FROM_HERE)))
                .map(file -> site.byPath().get(file.path()));
    }

    private static LinkProblems.Place place(String what, Value.Text path) {
        return new LinkProblems.Place(what, path.text(), path.line(), path.column());
    }

    /** The same links, telling nobody; whatever was named so far keeps its address, in whatever order it is asked for. */
    public EntryLinks again() {
        EntryLinks again = new EntryLinks(index, slugs, item, problem -> {});
        again.resources.putAll(resources);
        again.addresses.addAll(addresses);
        return again;
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
            String suffix = ending.matches("[a-z0-9]{1,20}") ? "." + ending : "";
            String address = item.folder() + slugs.of(stem) + suffix;
            if (!addresses.add(address)) {
                address = item.folder() + slugs.distinct(stem + " " + path) + suffix;
                addresses.add(address);
            }
            return new Resource(file, address);
        });
    }

    private void noImage(LinkProblems.Place place) {
        problems.error("E202", place, place.name() + "不存在", hint(place).orElse("请把图片放在条目旁边，路径从条目所在的文件夹写起"));
    }

    private void noFile(LinkProblems.Place place) {
        problems.error(
                "E201",
                place,
                place.name() + "指向的文件不存在",
                paths.isFolder(place.text())
                        ? "这是一个文件夹，里面没有 index.md，请写明链接到哪一篇"
                        : hint(place).orElse(FROM_HERE));
    }

    private Optional<String> hint(LinkProblems.Place place) {
        return paths.leadsOut(place.text())
                ? Optional.of("路径超出了 content 文件夹，只能链接 content 里的文件")
                : paths.nearby(place.text());
    }
}
