package org.gongkai.io;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a JSON object that was read. Each accessor throws {@link IllegalArgumentException} if the value is of
 * another type or, unless it returns an {@link Optional}, absent.
 */
public record JsonObject(Map<?, ?> fields) {

    /** The components of each type of record, which take longer to find than to read. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            for (RecordComponent component : components) {
                component.getAccessor().setAccessible(true);
            }
            return components;
        }
    };

    /** The fields of a record: its components by their names, in order. The map may be changed. */
    public static Map<String, Object> fields(Record record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : COMPONENTS.get(record.getClass())) {
            try {
                fields.put(component.getName(), component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component.toString(), e);
            }
        }
        return fields;
    }

    /**
     * The record that an object was written from. Its components may be texts, numbers, flags, days, times,
     * records, and lists, maps by text and {@link Optional}s of these.
     *
     * @throws java.time.DateTimeException if a day or a time is none
     */
    public <T extends Record> T to(Class<T> type) {
        RecordComponent[] components = COMPONENTS.get(type);
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            types[i] = components[i].getType();
            values[i] = value(components[i].getGenericType(), fields.get(name), name);
        }
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.toString(), e);
        }
    }

    private static Object value(Type type, Object json, String name) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Type item = arguments[arguments.length - 1];
            if (generic.getRawType() == Optional.class) {
                return Optional.ofNullable(json).map(present -> value(item, present, name));
            }
            if (generic.getRawType() == Map.class) {
                Map<Object, Object> values = new LinkedHashMap<>();
                Map<?, ?> entries = as(Map.class, json, name);
                entries.forEach((key, one) -> values.put(key, value(item, one, name)));
                return values;
            }
            List<?> items = as(List.class, json, name);
            return items.stream().map(one -> value(item, one, name)).toList();
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return new JsonObject(as(Map.class, json, name)).to(plain.asSubclass(Record.class));
        }
        if (plain == int.class) {
            return as(Number.class, json, name).intValue();
        }
        if (plain == long.class) {
            return as(Number.class, json, name).longValue();
        }
        if (plain == boolean.class) {
            return as(Boolean.class, json, name);
        }
        if (plain == BigDecimal.class) {
            return new BigDecimal(as(Number.class, json, name).toString());
        }
        if (plain == Instant.class) {
            return Instant.parse(as(String.class, json, name));
        }
        if (plain == OffsetDateTime.class) {
            return OffsetDateTime.parse(as(String.class, json, name));
        }
        return plain == LocalDate.class ? LocalDate.parse(as(String.class, json, name)) : as(plain, json, name);
    }

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
