package org.gongkai.input.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.TextResource;
import org.gongkai.problem.Problem;
import org.gongkai.text.ChineseNumeral;

/**
 * The catalogue of what a branch has to publish (党务公开目录).
 *
 * @param items its items in order
 * @param own whether the site provides it; otherwise it is the built-in classification (公开内容分类)
 */
public record Catalogue(List<Item> items, boolean own) {

    /** The path of the catalogue of a site. */
    public static final String PATH = SourceTree.DATA + "catalogue.yml";

    private static final Pattern CLAUSE = Pattern.compile("(\\d{1,2})-(\\d{1,2})");

    /**
     * An item.
     *
     * @param number its number, which entries specify in 目录项, such as {@code 12-4}
     * @param category its class; may be empty
     * @param name what is to be published, in a few words (事项)
     * @param content a more precise description (内容); may be empty
     * @param disclosure how it is published
     * @param kinds the kinds of those entries that are about it even if they name no 目录项; may be empty
     */
    @Key.Group(value = "每一项写：- {编号: 12-4, 类别: 组织建设, 事项: 党费收缴, 范围: 本单位, 时限: 每季度, 责任人: 组织委员}", code = "E131")
    public record Item(
            @Key(value = "编号 number", required = true, unique = true) String number,
            @Key("类别 category") String category,
            @Key(value = "事项 name", required = true) String name,
            @Key("内容 content") String content,
            @Key("") Disclosure disclosure,
            @Key("文种 kinds") List<Value.Text> kinds) {}

    /**
     * How an item is published.
     *
     * @param scope the widest 公开范围; may be empty
     * @param form how (形式); may be empty
     * @param term when or how often (时限); may be empty
     * @param owner who is responsible for it (责任人); may be empty
     */
    public record Disclosure(
            @Key(value = "范围 scope", words = "社会 全党 本单位 特定对象") String scope,
            @Key("形式 form") String form,
            @Key("时限 term") String term,
            @Key("责任人 owner") String owner) {}

    /**
     * Reads the catalogue of a site, or the built-in one if it has none.
     *
     * @param site the content of {@link #PATH}, if the site has the file
     */
    public static Catalogue read(YamlReader yaml, Optional<String> site, Consumer<Problem> problems) {
        String text = site.orElseGet(() -> TextResource.of(Catalogue.class, "catalogue.yml"));
        Binder binder = new Binder(PATH, "E130", problems);
        return new Catalogue(binder.groups(Item.class, yaml.read(PATH, text, 1, problems)), site.isPresent());
    }

    /** Returns the number and the name of the item that an entry names, as displayed on pages. */
    public String label(String typed) {
        return named(typed)
                .map(item -> item.name().isEmpty() ? clause(item.number()) : clause(item.number()) + "　" + item.name())
                .orElse(typed);
    }

    /**
     * Returns the number of an item in words: 12-4 of the built-in classification is 第十二条第四项 of the rules on open
     * affairs; the numbers of a site's own catalogue are its own.
     */
    public String clause(String number) {
        Matcher parts = CLAUSE.matcher(number);
        return own || !parts.matches()
                ? number
                : "第" + ChineseNumeral.format(Integer.parseInt(parts.group(1))) + "条第"
                        + ChineseNumeral.format(Integer.parseInt(parts.group(2))) + "项";
    }

    /** Returns the item with a number, with a unique last part of a number, or with a name. */
    public Optional<Item> named(String typed) {
        return first(typed, Item::number).or(() -> ofLastPart(typed)).or(() -> first(typed, Item::name));
    }

    /**
     * Returns the item of an entry.
     *
     * @param typed its 目录项; may be empty
     * @param kinds the names of its kinds, which decide if it names no item
     */
    public Optional<Item> of(String typed, List<String> kinds) {
        return typed.isEmpty()
                ? items.stream()
                        .filter(item -> item.kinds().stream().anyMatch(kind -> kinds.contains(kind.text())))
                        .findFirst()
                : named(typed);
    }

    /** Returns all numbers and names. */
    public List<String> names() {
        return items.stream()
                .flatMap(item -> Stream.of(item.number(), item.name()))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private Optional<Item> ofLastPart(String typed) {
        List<Item> found = items.stream()
                .filter(item -> item.number().endsWith("-" + typed))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private Optional<Item> first(String typed, Function<Item, String> part) {
        return items.stream().filter(item -> part.apply(item).equals(typed)).findFirst();
    }
}
