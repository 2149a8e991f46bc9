package org.gongkai.input.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.data.Value;
import org.gongkai.text.ChineseNumeral;

/**
 * The catalogue of what a branch has to publish (党务公开目录).
 *
 * @param items its items in order
 * @param own whether the site provides it; otherwise it is the built-in classification (公开内容分类)
 */
public record Catalogue(List<Item> items, boolean own) {

    private static final Pattern CLAUSE = Pattern.compile("(\\d{1,2})-(\\d{1,2})");

    public Catalogue {
        items = List.copyOf(items);
    }

    /**
     * An item.
     *
     * @param number its number, which entries specify in 目录项, such as {@code 12-4}
     * @param category its class; may be empty
     * @param name what is to be published, in a few words (事项)
     * @param content a more precise description (内容); may be empty
     * @param scope the widest 公开范围; may be empty
     * @param form how it is published (形式); may be empty
     * @param term when or how often (时限); may be empty
     * @param owner who is responsible for it (责任人); may be empty
     * @param kinds the kinds of those entries that are about it even if they name no 目录项; may be empty
     */
    public record Item(
            String number,
            String category,
            String name,
            String content,
            String scope,
            String form,
            String term,
            String owner,
            List<Value.Text> kinds) {

        public Item {
            kinds = List.copyOf(kinds);
        }
    }

    /** Returns the number and the name of the item that an entry names, as displayed on pages. */
    public String label(String typed) {
        return named(typed)
                .map(item -> item.name().isEmpty() ? clause(item.number()) : clause(item.number()) + "　" + item.name())
                .orElse(typed);
    }

    /**
     * Returns the number of an item in words: 12-4 of the built-in classification is 第十二条第四项 of the rules on open affairs;
     * the numbers of a site's own catalogue are its own.
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

    /** Returns all numbers. */
    public List<String> numbers() {
        return items.stream().map(Item::number).toList();
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
