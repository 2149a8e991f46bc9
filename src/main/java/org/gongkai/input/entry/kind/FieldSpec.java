package org.gongkai.input.entry.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.input.data.BoundGroup;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Nearest;

/**
 * A field that a kind defines, or a column of a table in it.
 *
 * @param name its Chinese name
 * @param key its English key; may be empty
 * @param type the type of its value
 * @param choices the choices of an {@link FieldType#ENUM}; of any other type, words of the same meaning among any
 *     others
 * @param columns the columns of a {@link FieldType#TABLE}; empty if any are allowed
 * @param requiredColumns the names of the columns that every row must have
 */
@Key.Group("例如 {名称: 主讲人, 键: lecturer, 类型: person}")
public record FieldSpec(
        @Key(value = "名称 name", required = true) String name,
        @Key(value = "键 key", matches = Key.SLUG, allowed = "小写字母、数字和连字符") String key,
        @Key(value = "类型 type", or = "文字") FieldType type,
        @Key("值 values") List<Choice> choices,
        @Key(value = "列 columns", parts = "名称 键 类型") List<FieldSpec> columns,
        @Key("必填 required") List<String> requiredColumns) {

    /** The state of what is done. */
    public static final String DONE = "已完成";

    private static final Pattern SEVERAL = Pattern.compile("[、，,；;](?![^（(]*[）)])");

    /** Creates a field that is neither a table nor an enumeration. */
    public FieldSpec(String name, String key, FieldType type) {
        this(name, key, type, List.of(), List.of(), List.of());
    }

    /**
     * Checks a field of a kind, or a column of a table, as written; the required columns are named in Chinese from here
     * on.
     */
    static FieldSpec checked(FieldSpec typed, BoundGroup group) {
        if (typed.type == FieldType.ENUM && typed.choices.isEmpty()) {
            group.refuse(
                    "",
                    "“" + typed.name + "”的类型是 enum，却没有写可以选的值",
                    "例如 {名称: 状态, 键: status, 类型: enum, 值: [未开始, 进行中, 已完成]}");
        }
        for (String name : typed.names()) {
            group.distinct("名称", name, "E127");
            Optional<CommonField> common = group.isIn(FieldSpec.class) ? Optional.empty() : CommonField.named(name);
            common.ifPresent(
                    it -> group.refuse("", "字段“" + typed.name + "”与通用字段“" + it.label() + "”同名", "请换一个名称和键，或直接用通用字段"));
        }
        List<String> required = new ArrayList<>();
        for (Value.Text column : group.fields().texts("必填")) {
            String name = column.text().strip();
            typed.column(name).ifPresent(it -> required.add(it.name));
            if (typed.column(name).isEmpty()) {
                List<String> names = typed.columns.stream().map(FieldSpec::name).toList();
                group.error(column, "“必填”不能写“" + name + "”，它不是这个表格的列", Nearest.hint(name, names));
            }
        }
        return new FieldSpec(typed.name, typed.key, typed.type, typed.choices, typed.columns, required);
    }

    /** Returns true if a name is its Chinese name or its English key. */
    public boolean hasName(String typed) {
        return name.equals(typed) || !key.isEmpty() && key.equalsIgnoreCase(typed);
    }

    /** Whether it says how something stands: one of its choices is that it is done. */
    public boolean isState() {
        return type == FieldType.ENUM && canonical(DONE).isPresent();
    }

    /** Returns the first column that says how its row stands. */
    public Optional<FieldSpec> state() {
        return columns.stream().filter(FieldSpec::isState).findFirst();
    }

    /** Returns the column with a Chinese or English name. */
    public Optional<FieldSpec> column(String typed) {
        return columns.stream().filter(c -> c.hasName(typed)).findFirst();
    }

    /** Returns the text of a row of this table in the column with a name; empty if there is none. */
    public Optional<String> cell(Value.Fields row, String typed) {
        return column(typed).flatMap(column -> row.text(column.names()));
    }

    /** Returns all words that it allows: the names of its choices and their aliases. */
    public List<String> values() {
        return Choice.words(choices);
    }

    /**
     * Returns the name of the choice that a text names, possibly with a remark as in {@code 已完成（6月20日验收）}; empty if it
     * names none.
     */
    public Optional<String> canonical(String typed) {
        return Choice.canonical(choices, typed);
    }

    /**
     * Returns the words under which typed words count: the names of its choices, others only if it is no enumeration.
     */
    public List<String> counted(List<String> typed) {
        if (choices.isEmpty()) {
            return typed;
        }
        return type == FieldType.ENUM
                ? typed.stream().flatMap(word -> canonical(word).stream()).toList()
                : typed.stream()
                        .flatMap(SEVERAL::splitAsStream)
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .map(word -> canonical(word).orElse(word))
                        .distinct()
                        .toList();
    }

    /** Returns its Chinese name, followed by its English key if it has one. */
    public List<String> names() {
        return key.isEmpty() ? List.of(name) : List.of(name, key);
    }
}
