package org.gongkai.input.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a branch has to publish (党务公开目录).
 *
 * @param items its items in their order
 * @param own whether the site gave it; else it is the built-in classification (公开内容分类)
 */
public record Catalogue(List<Item> items, boolean own) {

    public Catalogue {
        items = List.copyOf(items);
    }

    /**
     * One item.
     *
     * @param number its number as entries give it in 目录项, such as {@code 12-4}
     * @param category the class to which it belongs, or empty
     * @param name what is to be published, in a few words (事项)
     * @param content what exactly (内容), or empty
     * @param scope the widest 公开范围, or empty
     * @param form how it is published (形式), or empty
     * @param term when or how often (时限), or empty
     * @param owner who answers for it (责任人), or empty
     */
    public record Item(
            String number,
            String category,
            String name,
            String content,
            String scope,
            String form,
            String term,
            String owner) {

        /** Number and name, as pages show it. */
        public String label() {
            return name.isEmpty() ? number : number + "　" + name;
        }
    }

    /** The item of a number, of its last part if no other item ends in the same, or of a name. */
    public Optional<Item> named(String typed) {
        return first(typed, Item::number).or(() -> ofLastPart(typed)).or(() -> first(typed, Item::name));
    }

    /** The widest scope of each item that has one, by its number. */
    public Map<String, String> scopes() {
        Map<String, String> scopes = new LinkedHashMap<>();
        items.stream().filter(item -> !item.scope().isEmpty()).forEach(item -> scopes.put(item.number(), item.scope()));
        return scopes;
    }

    /** Every number, for those who ask what may be typed. */
    public List<String> numbers() {
        return items.stream().map(Item::number).toList();
    }

    /** The numbers and names that may be typed. */
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
