package org.gongkai.input.data;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.data.RecordShape.Part;
import org.gongkai.problem.Nearest;
import org.gongkai.text.DateText;

/** Converts texts of data files to the types of components. */
final class Scalars {

    /** The words of flags, each yes before its no. */
    private static final List<String> FLAGS = List.of("是", "否", "yes", "no", "true", "false");

    final Map<Class<?>, Function<String, ?>> converters = new HashMap<>();

    Scalars() {
        converters.put(LocalDate.class, typed -> DateText.day(typed).orElse(null));
        converters.put(ZoneId.class, ZoneId::of);
        converters.put(Pattern.class, Pattern::compile);
        converters.put(
                BigDecimal.class, typed -> typed.matches("\\d{1,9}(\\.\\d{1,2})?") ? new BigDecimal(typed) : null);
    }

    /** Returns what a text means; empty if it is not allowed. */
    Optional<Object> converted(Class<?> type, Part part, String typed) {
        try {
            return Optional.ofNullable(
                    part.key().by().isEmpty() ? ofType(type, part.key(), typed) : part.convertedByMethod(typed));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Object ofType(Class<?> type, Key key, String typed) {
        if (converters.containsKey(type)) {
            return converters.get(type).apply(typed);
        }
        if (type == String.class) {
            List<String> words = words(type, key);
            return (words.isEmpty() || words.contains(typed))
                            && (key.matches().isEmpty() || typed.matches(key.matches()))
                    ? typed
                    : null;
        }
        if (type == boolean.class) {
            int at = (key.words().isEmpty() ? FLAGS : words(type, key)).indexOf(typed);
            return at < 0 ? null : at % 2 == 0;
        }
        if (type == int.class || type == Integer.class) {
            return typed.matches(key.matches().isEmpty() ? "\\d{1,9}" : key.matches()) ? Integer.valueOf(typed) : null;
        }
        return named(type)
                .filter(it -> it.words().stream().anyMatch(typed::equalsIgnoreCase))
                .findFirst()
                .orElse(null);
    }

    private static Stream<Key.Words> named(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(Key.Words.class::cast);
    }

    /** What stands for an absent text; empty if nothing does. */
    Optional<Object> otherwise(Class<?> type, Part part) {
        if (!part.key().or().isEmpty()) {
            return converted(type, part, part.key().or());
        }
        return Optional.ofNullable(
                type == String.class ? "" : type == int.class ? 0 : type == boolean.class ? false : null);
    }

    /** What may be written in place of a text that is not allowed. */
    String hint(Class<?> type, Key key, String typed) {
        List<String> words = words(type, key);
        if (key.allowed().isEmpty() && !words.isEmpty()) {
            List<String> first =
                    type.isEnum() ? named(type).map(it -> it.words().get(0)).toList() : words;
            return Nearest.hint(typed, Nearest.of(typed, words).isPresent() ? words : first);
        }
        String allowed = key.allowed();
        if (allowed.isEmpty()) {
            allowed =
                    type == boolean.class ? "是、否" : type == LocalDate.class ? "2024-09-01 这样的日期，并且要有这一天" : "最多 9 位的数字";
        }
        return "可以写：" + allowed;
    }

    private static List<String> words(Class<?> type, Key key) {
        return type.isEnum()
                ? named(type).flatMap(it -> it.words().stream()).toList()
                : key.words().isEmpty() ? List.of() : List.of(key.words().split(" "));
    }
}
