package org.gongkai.input.data;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.problem.Nearest;

/**
 * A record that is read from data files.
 *
 * @param type its class
 * @param group the annotation of the class
 * @param parts its components in their order
 * @param fields the components that are fields, those of records in it that are read from the same group among them
 * @param byName the fields by their names, in any case
 * @param constructor what creates it
 */
record RecordShape(
        Class<?> type,
        Key.Group group,
        List<Part> parts,
        List<Part> fields,
        Map<String, Part> byName,
        Constructor<?> constructor) {

    /**
     * A component.
     *
     * @param owner the record
     * @param name its name in the record
     * @param type its type, with the types of its items
     * @param key the field that it is read from; null if there is none
     * @param names the names of the field
     */
    record Part(Class<?> owner, String name, Type type, Key key, List<String> names) {

        /** The words of flags, each yes before its no. */
        private static final List<String> FLAGS = List.of("是", "否", "yes", "no", "true", "false");

        static Part of(RecordComponent component) {
            Key key = component.getAnnotation(Key.class);
            List<String> names = key == null ? List.of() : List.of(key.value().split(" "));
            return new Part(
                    component.getDeclaringRecord(), component.getName(), component.getGenericType(), key, names);
        }

        /** Whether it is a record that is read from the fields of the group around it. */
        boolean isOfSameGroup() {
            return key != null && key.value().isEmpty();
        }

        /** Its name in problems. */
        String label() {
            return "“" + names().get(0) + "”";
        }

        /** Returns what a text means; empty if it is not allowed. */
        Optional<Object> converted(Class<?> type, String typed, Map<Class<?>, Function<String, ?>> converters) {
            try {
                return Optional.ofNullable(key.by().isEmpty() ? ofType(type, typed, converters) : byMethod(typed));
            } catch (DateTimeException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        /** Converts a text by the method that the key names. */
        private Object byMethod(String typed) {
            try {
                Method method = owner.getDeclaredMethod(key.by(), String.class);
                method.setAccessible(true);
                return method.invoke(null, typed);
            } catch (ReflectiveOperationException e) {
                throw e.getCause() instanceof RuntimeException rejected ? rejected : new IllegalStateException(name, e);
            }
        }

        private Object ofType(Class<?> type, String typed, Map<Class<?>, Function<String, ?>> converters) {
            if (converters.containsKey(type)) {
                return converters.get(type).apply(typed);
            }
            if (type == String.class) {
                boolean isWord = words(type).isEmpty() || words(type).contains(typed);
                return isWord && (key.matches().isEmpty() || typed.matches(key.matches())) ? typed : null;
            }
            if (type == boolean.class) {
                int at = (key.words().isEmpty() ? FLAGS : words(type)).indexOf(typed);
                return at < 0 ? null : at % 2 == 0;
            }
            if (type == int.class || type == Integer.class) {
                return typed.matches(key.matches().isEmpty() ? "\\d{1,9}" : key.matches())
                        ? Integer.valueOf(typed)
                        : null;
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
        Optional<Object> otherwise(Class<?> type, Map<Class<?>, Function<String, ?>> converters) {
            if (!key.or().isEmpty()) {
                return converted(type, key.or(), converters);
            }
            return Optional.ofNullable(
                    type == String.class ? "" : type == int.class ? 0 : type == boolean.class ? false : null);
        }

        /** What may be written in place of a text that is not allowed. */
        String hint(Class<?> type, String typed) {
            List<String> words = words(type);
            if (key.allowed().isEmpty() && !words.isEmpty()) {
                List<String> first =
                        type.isEnum() ? named(type).map(it -> it.words().get(0)).toList() : words;
                return Nearest.hint(typed, Nearest.of(typed, words).isPresent() ? words : first);
            }
            String ofType =
                    type == boolean.class ? "是、否" : type == LocalDate.class ? "2024-09-01 这样的日期，并且要有这一天" : "最多 9 位的数字";
            return "可以写：" + (key.allowed().isEmpty() ? ofType : key.allowed());
        }

        private List<String> words(Class<?> type) {
            return type.isEnum()
                    ? named(type).flatMap(it -> it.words().stream()).toList()
                    : key.words().isEmpty() ? List.of() : List.of(key.words().split(" "));
        }
    }

    static RecordShape of(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Part> parts = Stream.of(components).map(Part::of).toList();
        List<Part> fields = parts.stream()
                .flatMap(part -> part.isOfSameGroup() ? of((Class<?>) part.type).fields.stream() : Stream.of(part))
                .toList();
        Map<String, Part> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach(part -> part.names().forEach(name -> byName.putIfAbsent(name, part)));
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new RecordShape(type, type.getAnnotation(Key.Group.class), parts, fields, byName, constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    /** Its names in files, of all components. */
    List<String> names() {
        return fields.stream().flatMap(part -> part.names().stream()).toList();
    }

    /** The fields for which the words of a text stand that is written in place of a group. */
    List<String> shorthand(Key list) {
        return list.parts().isEmpty()
                ? names().subList(0, 1)
                : List.of(list.parts().split(" "));
    }

    /** The component with a name. */
    Optional<Part> named(String typed) {
        return Optional.ofNullable(byName.get(typed));
    }

    /**
     * Returns the fields of a group under their first names, and reports those that are unknown or of the same meaning.
     */
    Value.Fields known(Value.Fields group, Set<String> others, Binder binder) {
        Map<String, Value.Text> keys = new HashMap<>();
        List<Value.Field> known = new ArrayList<>();
        for (Value.Field field : group.fields()) {
            Value.Text key = field.key();
            Optional<String> name = named(key.text()).map(part -> part.names().get(0));
            Value.Text same = name.map(it -> keys.putIfAbsent(it, key)).orElse(null);
            if (same != null) {
                String message = "字段“" + key.text() + "”与前面的“" + same.text() + "”是同一个字段";
                binder.error(key, "E102", message, "同一个字段只写一次，请删去多余的一处");
            } else if (name.isPresent()) {
                known.add(new Value.Field(new Value.Text(name.get(), key.line(), key.column()), field.value()));
            } else if (!others.contains(key.text().toLowerCase(Locale.ROOT))) {
                List<String> names = new ArrayList<>(names());
                names.addAll(others);
                binder.error(key, "E103", "不认识的字段“" + key.text() + "”", Nearest.hint(key.text(), names));
            }
        }
        return new Value.Fields(List.copyOf(known), group.line(), group.column());
    }

    Object create(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}
