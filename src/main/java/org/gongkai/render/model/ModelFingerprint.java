package org.gongkai.render.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes the fingerprint of everything that a template could see, whatever it is, so that no value can be forgotten. Safe for
 * many threads.
 */
public final class ModelFingerprint {

    private final Map<Class<?>, Method[]> components = new ConcurrentHashMap<>();

    /** The fingerprint of the variables of a page but for those that are named; what templates read of these is held to account elsewhere. */
    public String of(Map<String, Object> variables, Collection<String> without) {
        Fingerprint print = new Fingerprint();
        new TreeMap<>(variables).forEach((name, value) -> {
            if (!without.contains(name)) {
                print.add(name);
                add(value, print);
            }
        });
        return print.text();
    }

    /** Adds a value: a text, a number, a list, or a record of such. */
    void add(Object value, Fingerprint print) {
        if (value == null || value instanceof String) {
            print.add((String) value);
        } else if (value instanceof Number number) {
            print.add(number.longValue());
        } else if (value instanceof Boolean flag) {
            print.add(flag ? 1 : 2);
        } else if (value instanceof Collection<?> list) {
            print.add(list.size());
            list.forEach(item -> add(item, print));
        } else if (value instanceof Map<?, ?> map) {
            print.add(map.size());
            new TreeMap<>(map).forEach((key, item) -> {
                add(key, print);
                add(item, print);
            });
        } else if (value instanceof Record) {
            for (Method component : components(value.getClass())) {
                add(read(component, value), print);
            }
        } else {
            throw new IllegalArgumentException("no value of a model: " + value.getClass());
        }
    }

    /**
     * The fingerprint of parts of a record.
     *
     * @param paths what {@link TemplateReads} says was read
     */
    public String of(Record whole, Collection<String> paths) {
        Fingerprint print = new Fingerprint();
        for (String path : new TreeSet<>(paths)) {
            boolean all = path.endsWith(TemplateReads.SIZE);
            String plain = all ? path.substring(0, path.length() - TemplateReads.SIZE.length()) : path;
            print.add(path);
            add(whole, plain.isEmpty() ? List.of() : List.of(plain.split("\\.")), all, print);
        }
        return print.text();
    }

    private void add(Object value, List<String> path, boolean all, Fingerprint print) {
        if (value instanceof List<?> list) {
            print.add(list.size());
            if (!path.isEmpty()) {
                list.forEach(item -> add(item, path, all, print));
            }
        } else if (path.isEmpty()) {
            add(all || !(value instanceof Record) ? value : "", print);
        } else if (value instanceof Record) {
            Arrays.stream(components(value.getClass()))
                    .filter(component -> component.getName().equals(path.get(0)))
                    .forEach(component -> add(read(component, value), path.subList(1, path.size()), all, print));
        }
    }

    /** The accessors of a record, in the order of its components. */
    private Method[] components(Class<?> type) {
        Method[] known = components.get(type);
        return known != null
                ? known
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
