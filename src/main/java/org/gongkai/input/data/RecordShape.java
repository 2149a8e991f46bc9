package org.gongkai.input.data;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.problem.Nearest;

/**
 * A record that is read from data files.
 *
 * @param type its class
 * @param group the annotation of the class
 * @param parts its components in their order
 * @param fields the components that are fields, those of records in it that are read from the same group among them
 * @param constructor what creates it
 */
record RecordShape(Class<?> type, Key.Group group, List<Part> parts, List<Part> fields, Constructor<?> constructor) {

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

        /** Converts a text by the method that the key names. */
        Object convertedByMethod(String typed) {
            try {
                Method method = owner.getDeclaredMethod(key.by(), String.class);
                method.setAccessible(true);
                return method.invoke(null, typed);
            } catch (ReflectiveOperationException e) {
                if (e.getCause() instanceof DateTimeException || e.getCause() instanceof IllegalArgumentException) {
                    return null;
                }
                throw new IllegalStateException(name, e);
            }
        }
    }

    static RecordShape of(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Part> parts = Stream.of(components).map(Part::of).toList();
        List<Part> fields = parts.stream()
                .flatMap(part -> part.isOfSameGroup() ? of((Class<?>) part.type).fields.stream() : Stream.of(part))
                .toList();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new RecordShape(type, type.getAnnotation(Key.Group.class), parts, fields, constructor);
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
        return fields.stream()
                .filter(part -> part.names().stream().anyMatch(typed::equalsIgnoreCase))
                .findFirst();
    }

    /**
     * Returns the fields of a group under their first names, and reports those that are unknown or of the same meaning.
     */
    Value.Fields known(Value.Fields group, Set<String> others, Binder binder) {
        Map<String, Value.Field> known = new LinkedHashMap<>();
        Map<String, String> before = new HashMap<>();
        for (Value.Field field : group.fields()) {
            Value.Text key = field.key();
            Optional<String> name = named(key.text()).map(part -> part.names().get(0));
            if (name.isPresent()) {
                Value.Text first = new Value.Text(name.get(), key.line(), key.column());
                known.putIfAbsent(name.get(), new Value.Field(first, field.value()));
                String same = before.putIfAbsent(name.get(), key.text());
                if (same != null) {
                    binder.error(key, "E102", "字段“" + key.text() + "”与前面的“" + same + "”是同一个字段", "同一个字段只写一次，请删去多余的一处");
                }
            } else if (!others.contains(key.text().toLowerCase(Locale.ROOT))) {
                List<String> names = new ArrayList<>(names());
                names.addAll(others);
                binder.error(key, "E103", "不认识的字段“" + key.text() + "”", Nearest.hint(key.text(), names));
            }
        }
        return new Value.Fields(List.copyOf(known.values()), group.line(), group.column());
    }

    /** Creates a record. */
    Object create(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}
