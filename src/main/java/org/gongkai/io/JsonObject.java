package org.gongkai.io;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a JSON object that was read. Each accessor throws {@link IllegalArgumentException} if the value is of
 * another type or, unless it returns an {@link Optional}, absent.
 */
public record JsonObject(Map<?, ?> fields) {

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public String text(String name) {
        return as(String.class, fields.get(name), name);
    }

    /** The text of a field; empty if it is absent or {@code null}. */
    public Optional<String> optionalText(String name) {
        return Optional.ofNullable(fields.get(name)).map(value -> as(String.class, value, name));
    }

    public long number(String name) {
        return as(Number.class, fields.get(name), name).longValue();
    }

    public boolean bool(String name) {
        return as(Boolean.class, fields.get(name), name);
    }

    /** The object of a field; empty if it is absent or {@code null}. */
    public Optional<JsonObject> optionalObject(String name) {
        return Optional.ofNullable(fields.get(name)).map(value -> new JsonObject(as(Map.class, value, name)));
    }

    public List<String> texts(String name) {
        return texts(fields.get(name), name);
    }

    public List<Integer> numbers(String name) {
        List<?> items = as(List.class, fields.get(name), name);
        return items.stream()
                .map(item -> as(Number.class, item, name).intValue())
                .toList();
    }

    public List<List<String>> textLists(String name) {
        List<?> lists = as(List.class, fields.get(name), name);
        return lists.stream().map(list -> texts(list, name)).toList();
    }

    /** The lists of a list, whose values may be of any type. */
    public List<List<?>> lists(String name) {
        List<?> lists = as(List.class, fields.get(name), name);
        return lists.stream().<List<?>>map(list -> as(List.class, list, name)).toList();
    }

    public List<JsonObject> objects(String name) {
        List<?> items = as(List.class, fields.get(name), name);
        return items.stream()
                .map(item -> new JsonObject(as(Map.class, item, name)))
                .toList();
    }

    private static List<String> texts(Object value, String name) {
        List<?> items = as(List.class, value, name);
        return items.stream().map(item -> as(String.class, item, name)).toList();
    }

    private static <T> T as(Class<T> type, Object value, String name) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw new IllegalArgumentException(name + " is no " + type.getSimpleName());
    }
}
