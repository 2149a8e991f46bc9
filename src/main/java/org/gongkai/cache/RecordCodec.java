package org.gongkai.cache;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Encodes the records of one type by their components, which it finds by reflection: texts, numbers, flags, enums,
 * days, times, paths, and lists, sets, maps, optional values and records of such, of sealed interfaces too. No
 * component may be null. Equal records have equal bytes if their maps have the same order. Safe for use by multiple
 * threads.
 *
 * @param <T> the type of the records
 */
public final class RecordCodec<T extends Record> {

    private static final Map<Class<?>, Part> LEAVES = Map.ofEntries(
            leaf(String.class, RecordWriter::text, RecordReader::text),
            leaf(Integer.class, (out, number) -> out.number(number), RecordReader::integer),
            leaf(Long.class, (out, number) -> out.number(number), RecordReader::number),
            leaf(Boolean.class, (out, flag) -> out.number(flag ? 1 : 0), in -> in.number() != 0),
            leaf(LocalDate.class, (out, day) -> out.number(day.toEpochDay()), in -> LocalDate.ofEpochDay(in.number())),
            text(LocalDateTime.class, LocalDateTime::parse),
            text(Instant.class, Instant::parse),
            text(ZoneId.class, ZoneId::of),
            text(Path.class, Path::of),
            leaf(
                    int[].class,
                    (out, numbers) -> Arrays.stream(numbers).forEach(out.number(numbers.length)::number),
                    in -> IntStream.range(0, in.integer())
                            .map(i -> in.integer())
                            .toArray()));

    private static final Map<Type, Type> BOXES =
            Map.of(int.class, Integer.class, long.class, Long.class, boolean.class, Boolean.class);

    private final Map<Type, Part> parts = new HashMap<>(LEAVES);
    private final Class<T> type;
    private final Part whole;

    /** Encodes the values of a type. */
    private record Part(BiConsumer<Object, RecordWriter> writing, Function<RecordReader, Object> reading) {}

    /**
     * @param type their type
     * @param known values that are encoded as their places in a list, which must be the same when they are decoded
     */
    public RecordCodec(Class<T> type, Map<Class<?>, List<?>> known) {
        known.forEach((each, values) -> parts.put(each, reference(values)));
        this.type = type;
        this.whole = part(type);
    }

    /** Returns the bytes of a record. */
    public byte[] encode(T value) {
        RecordWriter out = new RecordWriter();
        write(value, out);
        return out.toBytes();
    }

    /** Returns the record that has these bytes. */
    public T decode(byte[] bytes) {
        return read(new RecordReader(ByteBuffer.wrap(bytes)));
    }

    void write(T value, RecordWriter out) {
        whole.writing().accept(value, out);
    }

    T read(RecordReader in) {
        return type.cast(whole.reading().apply(in));
    }

    /** Returns a text that differs if records have other components. */
    public String format() {
        return parts.keySet().stream()
                .filter(each -> each instanceof Class<?> record && record.isRecord())
                .flatMap(each -> Arrays.stream(((Class<?>) each).getRecordComponents())
                        .map(it -> each.getTypeName() + " " + it.getName() + " " + it.getGenericType()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static <V> Map.Entry<Class<?>, Part> leaf(
            Class<V> type, BiConsumer<RecordWriter, V> write, Function<RecordReader, V> read) {
        return Map.entry(type, new Part((value, out) -> write.accept(out, type.cast(value)), read::apply));
    }

    private static <V> Map.Entry<Class<?>, Part> text(Class<V> type, Function<String, V> parse) {
        return leaf(type, (out, value) -> out.text(value.toString()), in -> parse.apply(in.text()));
    }

    private Part part(Type type) {
        Part known = parts.get(BOXES.getOrDefault(type, type));
        if (known != null) {
            return known;
        }
        if (type instanceof ParameterizedType generic) {
            return of(
                    (Class<?>) generic.getRawType(),
                    Arrays.stream(generic.getActualTypeArguments())
                            .map(this::part)
                            .toList());
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return reference(List.of(plain.getEnumConstants()));
        }
        if (plain.isSealed()) {
            return variants(plain);
        }
        if (plain.isRecord()) {
            return components(plain);
        }
        throw new IllegalArgumentException("no record has components of " + type);
    }

    /** A generic type with the parts of its arguments. */
    private static Part of(Class<?> generic, List<Part> arguments) {
        Part each = arguments.get(0);
        if (generic == Optional.class) {
            return new Part(
                    (value, out) -> write(((Optional<?>) value).stream().toList(), each, out),
                    in -> list(in, each).stream().findFirst());
        }
        if (generic == List.class) {
            return new Part((value, out) -> write((Collection<?>) value, each, out), in -> List.copyOf(list(in, each)));
        }
        if (generic == Set.class) {
            return new Part(
                    (value, out) -> write(new TreeSet<Object>((Collection<?>) value), each, out),
                    in -> Set.copyOf(list(in, each)));
        }
        if (generic == Map.class) {
            return new Part(
                    (value, out) -> {
                        write(((Map<?, ?>) value).keySet(), each, out);
                        ((Map<?, ?>) value)
                                .values()
                                .forEach(item -> arguments.get(1).writing().accept(item, out));
                    },
                    in -> {
                        Map<Object, Object> map = new LinkedHashMap<>();
                        list(in, each).forEach(key -> map.put(key, null));
                        map.replaceAll((key, none) -> arguments.get(1).reading().apply(in));
                        return Collections.unmodifiableMap(map);
                    });
        }
        throw new IllegalArgumentException("no record has components of " + generic);
    }

    private static void write(Collection<?> values, Part each, RecordWriter out) {
        out.number(values.size());
        values.forEach(value -> each.writing().accept(value, out));
    }

    private static List<Object> list(RecordReader in, Part each) {
        int size = in.integer();
        List<Object> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(each.reading().apply(in));
        }
        return values;
    }

    /** Values that are encoded as their places in a list: mostly the very objects in it, or else equal ones. */
    private static Part reference(List<?> values) {
        Map<Object, Integer> places = new IdentityHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            places.putIfAbsent(values.get(i), i);
        }
        return new Part(
                (value, out) -> {
                    Integer place = places.get(value);
                    out.number(place == null ? values.indexOf(value) : place);
                },
                in -> values.get(in.integer()));
    }

    /** The records that implement a sealed interface, which may have components of its type. */
    private Part variants(Class<?> type) {
        List<Class<?>> types = List.of(type.getPermittedSubclasses());
        List<Part> each = new ArrayList<>();
        parts.put(
                type,
                new Part(
                        (value, out) -> {
                            int variant = types.indexOf(value.getClass());
                            each.get(variant).writing().accept(value, out.number(variant));
                        },
                        in -> each.get(in.integer()).reading().apply(in)));
        types.forEach(variant -> each.add(part(variant)));
        return parts.get(type);
    }

    /** A record, made of its components. */
    private Part components(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Part[] each = new Part[components.length];
        Constructor<?> constructor;
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has a constructor of all components", e);
        }
        constructor.setAccessible(true);
        Method[] accessors = Arrays.stream(components)
                .map(RecordComponent::getAccessor)
                .peek(accessor -> accessor.setAccessible(true))
                .toArray(Method[]::new);
        Part record = new Part(
                (value, out) -> {
                    try {
                        for (int i = 0; i < each.length; i++) {
                            each[i].writing().accept(accessors[i].invoke(value), out);
                        }
                    } catch (IllegalAccessException | InvocationTargetException e) {
                        throw new IllegalStateException("a component of a record can be read", e);
                    }
                },
                in -> {
                    Object[] values = new Object[each.length];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = each[i].reading().apply(in);
                    }
                    try {
                        return constructor.newInstance(values);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException("a record can be made of its components", e);
                    }
                });
        // One of its components may be of its own type.
        parts.put(type, record);
        Arrays.setAll(each, i -> part(components[i].getGenericType()));
        return record;
    }
}
