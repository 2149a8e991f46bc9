package org.gongkai.input.data;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A record that is read from data files.
 *
 * @param type its class
 * @param group the annotation of the class
 * @param parts its components in their order
 */
record RecordShape(Class<?> type, Key.Group group, List<Part> parts) {

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

        /** Its name in problems. */
        String label() {
            return "“" + names().get(0) + "”";
        }

        /** Converts a text by the method that the key names. */
        Object convertedByMethod(String typed) throws ReflectiveOperationException {
            Method method = owner.getDeclaredMethod(key.by(), String.class);
            method.setAccessible(true);
            return method.invoke(null, typed);
        }
    }

    static RecordShape of(Class<?> type) {
        List<Part> parts = Stream.of(type.getRecordComponents()).map(Part::of).toList();
        return new RecordShape(type, type.getAnnotation(Key.Group.class), parts);
    }

    /** Its names in files, of all components. */
    List<String> names() {
        return parts.stream().flatMap(part -> part.names().stream()).toList();
    }

    /** The component with a name. */
    Optional<Part> named(String typed) {
        return parts.stream()
                .filter(part -> part.names().stream().anyMatch(typed::equalsIgnoreCase))
                .findFirst();
    }

    /** Creates a record. */
    Object create(Object[] values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type.getName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}
