package org.gongkai.site.address;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.input.config.ColumnConfig;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;

/**
 * Assigns addresses. That of an entry derives from its column, its year and its index number or, lacking one, the
 * path of its file; never from its title or its position in a list, so that it is stable when other entries change.
 */
public final class AddressBook {

    /** Addresses of pages of lists in the same folder. */
    private static final Pattern OF_LISTS = Pattern.compile("(?:.*/)?(?:index|page-\\d+)(?:\\.html)?");

    private final SiteConfig config;
    private final Kinds kinds;
    private final Slugs slugs;
    private final Consumer<Problem> problems;
    private final Map<String, String> columnSlugs = new LinkedHashMap<>();
    private final Map<String, Entry> taken = new HashMap<>();

    public AddressBook(SiteConfig config, Kinds kinds, Slugs slugs, Consumer<Problem> problems) {
        this.config = config;
        this.kinds = kinds;
        this.slugs = slugs;
        this.problems = problems;
        config.data().categories().forEach(c -> columnSlugs.put(c.name(), c.slug()));
    }

    /**
     * Checks the columns of an entry; reports columns missing from a closed list, and columns that would share a
     * folder.
     */
    public void checkColumns(Entry entry) {
        for (String name : entry.listing().categories()) {
            if (columnSlugs.containsKey(name)) {
                continue;
            }
            boolean isWritten = entry.values().containsKey(CommonField.CATEGORY);
            Value at = entry.values().getOrDefault(CommonField.CATEGORY, new Value.Text("", 1, 1));
            if (!config.data().categories().isEmpty()) {
                problems.accept(Problem.error(
                        "E117",
                        entry.path(),
                        at,
                        (isWritten ? "没有“" : "没有写栏目，也没有“") + name + "”这个栏目",
                        Nearest.hint(
                                name,
                                config.data().categories().stream()
                                        .map(ColumnConfig::name)
                                        .toList())));
            }
            String slug = columnSlug(name);
            if (config.data().reserved().contains(slug)) {
                problems.accept(Problem.error(
                        "E302",
                        entry.path(),
                        at,
                        "栏目“" + name + "”的地址 " + slug + "/ 是本站自用的",
                        "请在 content/_data/categories.yml 里给它写一个别的标识"));
            }
            columnSlugs.forEach((other, taken) -> {
                if (taken.equals(slug)) {
                    problems.accept(Problem.error(
                            "E302",
                            entry.path(),
                            at,
                            "栏目“" + name + "”与“" + other + "”的地址相同：" + slug + "/",
                            "请在 content/_data/categories.yml 里给它们各写一个标识"));
                }
            });
            columnSlugs.put(name, slug);
        }
    }

    public String slug(String column) {
        return columnSlugs.computeIfAbsent(column, this::columnSlug);
    }

    private String columnSlug(String name) {
        for (Kind kind : kinds.all()) {
            if (kind.listing().column().equals(name)) {
                return kind.listing().slug();
            }
        }
        return slugs.of(name);
    }

    /** Returns the address of an entry, whether it is taken or not. */
    String address(Entry entry) {
        String number = entry.publication().number();
        String name = slugs.of(number.isEmpty() ? ownPath(entry) : number);
        return slug(entry.column()) + "/" + entry.year() + "/" + name + ".html";
    }

    /** Returns whether the site has, or may have, a page of its own at an address. */
    boolean isReserved(String address) {
        return OF_LISTS.matcher(address).matches()
                || config.data().reserved().contains(address.substring(0, address.indexOf('/')));
    }

    /** Assigns the address of an entry; reports both entries if another has it. */
    public Item place(Entry entry) {
        String number = entry.publication().number();
        String address = address(entry);
        Item item = new Item(entry, address);
        Value at = entry.values()
                .getOrDefault(number.isEmpty() ? CommonField.TITLE : CommonField.NUMBER, new Value.Text("", 1, 1));
        if (OF_LISTS.matcher(address).matches()) {
            problems.accept(Problem.error(
                    "E301",
                    entry.path(),
                    at,
                    "网页地址 " + address + " 留给栏目的列表",
                    number.isEmpty() ? "请改文件的名字，或给它写上索引号" : "请改索引号"));
        }
        Entry other = taken.putIfAbsent(address, entry);
        if (other != null) {
            problems.accept(Problem.error(
                    "E301",
                    entry.path(),
                    at,
                    "网页地址 " + address + " 已被 " + other.path() + " 使用",
                    number.isEmpty() ? "请改其中一个文件的名字，或给它写上索引号" : "两条的索引号相同，请改其中一个"));
        }
        return item;
    }

    /** Checks declared previous addresses, once every entry has its address. */
    public void checkAliases(List<Item> items) {
        Map<String, Item> aliases = new HashMap<>();
        for (Item item : items) {
            Value at = item.entry().values().get(CommonField.ALIASES);
            for (String alias : item.entry().publication().aliases()) {
                Item other = aliases.putIfAbsent(alias, item);
                Entry owner = taken.containsKey(alias) ? taken.get(alias) : other == null ? null : other.entry();
                if (owner != null) {
                    problems.accept(Problem.error(
                            "E303", item.entry().path(), at, "旧址 " + alias + " 已被 " + owner.path() + " 使用", "请删去其中一个"));
                }
            }
        }
    }

    /**
     * Returns the path below {@code content/} without its extension and without folders that the address contains
     * already.
     */
    private static String ownPath(Entry entry) {
        String path = entry.path().substring(SourceTree.CONTENT.length());
        path = path.substring(0, path.lastIndexOf('.'));
        List<String> inAddress = List.of(entry.column(), String.valueOf(entry.year()));
        String[] names = path.split("/");
        StringBuilder own = new StringBuilder();
        for (int i = 0; i < names.length - 1; i++) {
            if (!inAddress.contains(names[i])) {
                own.append(names[i]).append('/');
            }
        }
        return own.append(names[names.length - 1]).toString();
    }
}
