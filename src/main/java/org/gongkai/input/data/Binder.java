package org.gongkai.input.data;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.gongkai.input.data.RecordShape.Part;
import org.gongkai.problem.Position;
import org.gongkai.problem.Problem;
import org.gongkai.text.DateText;

/**
 * Reads records from data files; a {@link Key} at each component names its field. Whatever is wrong is reported where
 * it stands, and the rest is read all the same: an invalid field is left out, a group that lacks a required one is
 * refused. What concerns several fields is checked by functions that are called with each record.
 */
public final class Binder {

    private static final Value.Fields NOTHING = new Value.Fields(List.of(), 1, 1);
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");
    private static final Value.Items NONE = new Value.Items(List.of(), 1, 1);

    final String path;
    private final String code;
    final Consumer<Problem> problems;
    private final Map<Class<?>, BiFunction<Object, BoundGroup, Object>> steps = new HashMap<>();
    private final Map<Class<?>, RecordShape> shapes = new HashMap<>();
    private final Map<String, Object> given = new HashMap<>();
    private final Set<String> others = new LinkedHashSet<>();
    private final Map<Class<?>, Function<String, ?>> converters = new HashMap<>();

    /**
     * @param path the path of the file relative to the site's root
     * @param code the code of problems, unless a record or a field has its own
     */
    public Binder(String path, String code, Consumer<Problem> problems) {
        this.path = path;
        this.code = code;
        this.problems = problems;
        converting(LocalDate.class, typed -> DateText.day(typed).orElse(null));
        converting(ZoneId.class, ZoneId::of);
        converting(Pattern.class, Pattern::compile);
        converting(BigDecimal.class, typed -> AMOUNT.matcher(typed).matches() ? new BigDecimal(typed) : null);
    }

    /** A binder of files of the program, in which nothing may be wrong. */
    public static Binder ofResources() {
        return new Binder("", "", problem -> {
            throw new IllegalStateException(problem.text());
        });
    }

    /** Passes each record of a type to a function, which returns what takes its place; null refuses it. */
    public <T> Binder then(Class<T> type, BiFunction<T, BoundGroup, T> step) {
        steps.put(type, (read, group) -> step.apply(type.cast(read), group));
        return this;
    }

    /** Converts texts to a type by a function, which rejects one by returning null or by throwing. */
    public <T> Binder converting(Class<T> type, Function<String, T> converter) {
        converters.put(type, converter);
        return this;
    }

    /** Sets the component with a name in every record where it has no {@link Key}; one for the group is set anyway. */
    public Binder given(String component, Object value) {
        given.put(component, value);
        return this;
    }

    /** Allows fields of the file that others read. */
    public Binder allowing(Collection<String> names) {
        others.addAll(names);
        return this;
    }

    /** Reads a group; empty if there is none, or if it is refused. */
    public <T> Optional<T> group(Class<T> type, Optional<? extends Value> content) {
        return content.filter(value -> !isBlank(value))
                .flatMap(value -> group(shape(type), "这个文件", value, 0, code, file(shape(type))))
                .map(type::cast);
    }

    /** Reads a record without required components from some fields of a group; others are not examined. */
    public <T> T some(Class<T> type, Value.Fields group) {
        group.fields().forEach(field -> others.add(field.key().text().toLowerCase(Locale.ROOT)));
        return group(type, Optional.of(group)).orElseThrow();
    }

    /** Reads a file that is a list of groups. */
    public <T> List<T> groups(Class<T> type, Optional<Value> content) {
        RecordShape shape = shape(type);
        BoundGroup file = file(shape);
        List<T> read = new ArrayList<>();
        for (Value.Fields group : list(shape, content)) {
            group(shape, "每一项", group, read.size(), code, file).map(type::cast).ifPresent(read::add);
        }
        return List.copyOf(read);
    }

    /**
     * Returns the groups of a file that is a list, with the first names of their fields, so that others can be laid
     * over them before they are read; those without the first field of the record are left out, and reported.
     */
    public List<Value.Fields> layer(Class<?> type, Optional<Value> content) {
        RecordShape shape = shape(type);
        return list(shape, content).stream()
                .map(group -> shape.known(group, others, this))
                .filter(group -> new BoundGroup(this, shape, group, 0, code, file(shape))
                        .need(shape.names().get(0)))
                .toList();
    }

    private List<Value.Fields> list(RecordShape shape, Optional<Value> content) {
        content.filter(it -> !(it instanceof Value.Items))
                .ifPresent(it -> error(it, code, "这个文件应是一个列表", shape.group().value()));
        return content.filter(Value.Items.class::isInstance).stream()
                .flatMap(list -> ((Value.Items) list).items().stream())
                .filter(item -> isFields(item, "每一项", shape.group().value(), code))
                .map(Value.Fields.class::cast)
                .toList();
    }

    private boolean isFields(Value value, String what, String example, String of) {
        if (!(value instanceof Value.Fields)) {
            error(value, of, what + "应由“名称: 值”组成", example);
        }
        return value instanceof Value.Fields;
    }

    /** Returns the names of all fields of a record. */
    public static List<String> names(Class<?> type) {
        return RecordShape.of(type).names();
    }

    void error(Position at, String of, String message, String hint) {
        problems.accept(Problem.error(of, path, at, message, hint));
    }

    static boolean isBlank(Value value) {
        return value instanceof Value.Text text && text.isBlank()
                || value instanceof Value.Items list && list.items().stream().allMatch(Binder::isBlank);
    }

    private RecordShape shape(Class<?> type) {
        return shapes.computeIfAbsent(type, RecordShape::of);
    }

    private BoundGroup file(RecordShape shape) {
        return new BoundGroup(this, shape, NOTHING, 0, code, null);
    }

    private Optional<Object> group(
            RecordShape shape, String what, Value value, int index, String of, BoundGroup around) {
        if (!isFields(value, what, shape.group().value(), of)) {
            return Optional.empty();
        }
        Value.Fields fields = shape.known((Value.Fields) value, around.around == null ? others : Set.of(), this);
        BoundGroup group = new BoundGroup(this, shape, fields, index, of, around);
        return record(shape, group).filter(read -> !group.isRefused());
    }

    private Optional<Object> record(RecordShape shape, BoundGroup group) {
        List<Object> values = new ArrayList<>();
        for (Part part : shape.parts()) {
            Optional<Object> value = part.type() == BoundGroup.class
                    ? Optional.of(group)
                    : part.isOfSameGroup()
                            ? record(shape((Class<?>) part.type()), group)
                            : part.key() == null ? Optional.ofNullable(given.get(part.name())) : value(part, group);
            values.add(value.orElse(null));
        }
        if (values.contains(null)) {
            return Optional.empty();
        }
        Object read = shape.create(values.toArray());
        BiFunction<Object, BoundGroup, Object> step = steps.get(shape.type());
        return step == null ? Optional.of(read) : Optional.ofNullable(step.apply(read, group));
    }

    private Optional<Object> value(Part part, BoundGroup group) {
        String name = part.names().get(0);
        Optional<Value> typed = group.fields().value(name).filter(value -> !isBlank(value));
        if (part.key().required()) {
            group.need(name);
        }
        Optional<Object> read = typed.flatMap(value -> converted(part.type(), part, part.label(), value, group));
        if (part.key().required() && read.isEmpty()) {
            group.refuse();
        }
        if (part.key().unique()) {
            read.ifPresent(it -> group.distinct(name, it.toString(), group.code));
        }
        return read.isPresent() ? read : otherwise(part, group);
    }

    /** What an absent field is read as; empty for a text without a default. */
    private Optional<Object> otherwise(Part part, BoundGroup group) {
        if (part.type() instanceof ParameterizedType generic) {
            return generic.getRawType() == Optional.class
                    ? Optional.of(Optional.empty())
                    : converted(generic, part, "", generic.getRawType() == Map.class ? NOTHING : NONE, group);
        }
        Class<?> type = (Class<?>) part.type();
        return isGroup(type)
                ? group(shape(type), part.label(), NOTHING, 0, code(part, group), group)
                : part.otherwise(type, converters);
    }

    /** Returns a value as a type; empty if it cannot be converted, which has been reported. */
    private Optional<Object> converted(Type type, Part part, String label, Value value, BoundGroup group) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type[] of = generic.getActualTypeArguments();
            if (raw == Optional.class) {
                return converted(of[0], part, label, value, group).map(Optional::of);
            }
            return raw == Map.class
                    ? map(of, part, label, value, group)
                    : Optional.of(items(of[0], part, value, group));
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isInstance(value)) {
            return Optional.of(value);
        }
        String of = code(part, group);
        if (isGroup(raw) && (part.key().by().isEmpty() || !(value instanceof Value.Text))) {
            return group(shape(raw), label, value, 0, of, group);
        }
        if (!(value instanceof Value.Text text)) {
            error(value, of, label + "应是一段文字", "不要写成列表或分组");
            return Optional.empty();
        }
        String typed = text.text().strip();
        Optional<Object> read = part.converted(raw, typed, converters);
        if (read.isEmpty()) {
            error(text, of, label + "不能写“" + typed + "”", part.hint(raw, typed));
        }
        return read;
    }

    /**
     * Reads a list, in which a text stands for a group with its first field alone; a single item need not be a list.
     */
    private List<Object> items(Type type, Part part, Value value, BoundGroup group) {
        List<Value> typed = value instanceof Value.Items items ? items.items() : List.of(value);
        List<Object> read = new ArrayList<>();
        for (Value item : typed) {
            if (isBlank(item)) {
                continue;
            }
            if (type instanceof Class<?> raw && isGroup(raw) && part.key().by().isEmpty()) {
                RecordShape shape = shape(raw);
                Value each = item instanceof Value.Text text ? text.split(shape.shorthand(part.key())) : item;
                group(shape, part.label() + "的每一项", each, read.size(), code(part, group), group)
                        .ifPresent(read::add);
            } else {
                String label = item instanceof Value.Text ? part.label() : part.label() + "的每一项";
                converted(type, part, label, item, group).ifPresent(read::add);
            }
        }
        return read;
    }

    private Optional<Object> map(Type[] types, Part part, String label, Value value, BoundGroup group) {
        if (!isFields(value, label, group.example(), code(part, group))) {
            return Optional.empty();
        }
        Map<Object, Object> read = new LinkedHashMap<>();
        for (Value.Field field : ((Value.Fields) value).fields()) {
            Object key = types[0] == String.class ? field.key().text() : field.key();
            converted(types[1], part, "“" + field.key().text() + "”", field.value(), group)
                    .ifPresent(it -> read.put(key, it));
        }
        return Optional.of(read);
    }

    private static boolean isGroup(Class<?> type) {
        return type.isAnnotationPresent(Key.Group.class);
    }

    private static String code(Part part, BoundGroup group) {
        return part.key().code().isEmpty() ? group.code : part.key().code();
    }
}
