package org.gongkai.render.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Computes fingerprints of everything that a template can read, by reflection, so that no value is left out. Safe for
 * many threads.
 */
public final class ModelFingerprint {

    private final Map<Class<?>, Method[]> components = new ConcurrentHashMap<>();

    /** The fingerprint of the variables of a page but one; what templates read of that is accounted for elsewhere. */
    public String of(Map<String, Object> variables, String excluded) {
        Fingerprint fingerprint = new Fingerprint();
        new TreeMap<>(variables).forEach((name, value) -> {
            if (!excluded.equals(name)) {
                fingerprint.add(name);
                add(value, fingerprint);
            }
        });
        return fingerprint.text();
    }

    /** Adds a value: a text, a number, a list, or a record of such. */
    void add(Object value, Fingerprint fingerprint) {
        if (value == null || value instanceof String) {
            fingerprint.add((String) value);
        } else if (value instanceof Number number) {
            fingerprint.add(number.longValue());
        } else if (value instanceof Boolean flag) {
            fingerprint.add(flag ? 1 : 2);
        } else if (value instanceof Collection<?> list) {
            fingerprint.add(list.size());
            list.forEach(item -> add(item, fingerprint));
        } else if (value instanceof Map<?, ?> map) {
            fingerprint.add(map.size());
            new TreeMap<>(map).forEach((key, item) -> {
                add(key, fingerprint);
                add(item, fingerprint);
            });
        } else if (value instanceof Record) {
            for (Method component : components(value.getClass())) {
                add(read(component, value), fingerprint);
            }
        } else {
            throw new IllegalArgumentException("no value of a model: " + value.getClass());
        }
    }

    /**
     * Returns the fingerprint of parts of a record.
     *
     * @param paths what {@link TemplateReads} says was read
     */
    public String of(Record whole, Collection<String> paths) {
        Fingerprint fingerprint = new Fingerprint();
        for (String path : new TreeSet<>(paths)) {
            boolean all = path.endsWith(TemplateReads.SIZE);
            String plain = all ? path.substring(0, path.length() - TemplateReads.SIZE.length()) : path;
            fingerprint.add(path);
            add(whole, plain.isEmpty() ? List.of() : List.of(plain.split("\\.")), all, fingerprint);
        }
        return fingerprint.text();
    }

    private void add(Object value, List<String> path, boolean all, Fingerprint fingerprint) {
        if (value instanceof List<?> list) {
            fingerprint.add(list.size());
            if (!path.isEmpty()) {
                list.forEach(item -> add(item, path, all, fingerprint));
            }
        } else if (path.isEmpty()) {
            add(all || !(value instanceof Record) ? value : "", fingerprint);
        } else if (value instanceof Record) {
            accessor(value.getClass(), path.get(0))
                    .ifPresent(named -> add(read(named, value), path.subList(1, path.size()), all, fingerprint));
        }
    }

    /** What a template gets by a name: a component, or what a record derives from some. */
    private static Optional<Method> accessor(Class<?> type, String name) {
        try {
            return Optional.of(type.getMethod(name));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    /** The accessors of a record, in the order of its components. */
    private Method[] components(Class<?> type) {
        Method[] cached = components.get(type);
        return cached != null
                ? cached
                : components.computeIfAbsent(type, record -> Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getAccessor)
                        .peek(accessor -> accessor.setAccessible(true))
                        .toArray(Method[]::new));
    }

    private static Object read(Method component, Object of) {
        try {
            return component.invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a component of a record can be read", e);
        }
    }
}
