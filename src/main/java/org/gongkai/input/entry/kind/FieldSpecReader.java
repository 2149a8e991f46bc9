package org.gongkai.input.entry.kind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Nearest;

/** Reads the field definitions of a kind and the columns of its tables. */
final class FieldSpecReader {

    private static final String EXAMPLE = "例如 {名称: 主讲人, 键: lecturer, 类型: person}";
    private static final List<String> NAMES =
            List.of("名称", "name", "键", "key", "类型", "type", "值", "values", "列", "columns", "必填", "required");

    private final DataFile file;

    FieldSpecReader(DataFile file) {
        this.file = file;
    }

    /** Returns the fields of a kind, without those that are reported as invalid. */
    List<FieldSpec> fields(String kind, Value value) {
        if (value == null || value instanceof Value.Text text && text.isBlank()) {
            return List.of();
        }
        if (!(value instanceof Value.Items items)) {
            file.error(value, "E127", "文种“" + kind + "”的字段应是一个列表", EXAMPLE);
            return List.of();
        }
        List<FieldSpec> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Value item : items.items()) {
            field(item).ifPresent(field -> {
                Optional<CommonField> common = field.names().stream()
                        .flatMap(n -> CommonField.named(n).stream())
                        .findFirst();
                if (common.isPresent()) {
                    String label = common.get().label();
                    file.error(item, "E127", "字段“" + field.name() + "”与通用字段“" + label + "”同名", "请换一个名称和键，或直接用通用字段");
                } else if (field.names().stream().anyMatch(n -> !names.add(n))) {
                    file.error(item, "E127", "文种“" + kind + "”的字段“" + field.name() + "”写了两次", "名称和键都不能与别的字段相同");
                } else {
                    fields.add(field);
                }
            });
        }
        return fields;
    }

    private Optional<FieldSpec> field(Value item) {
        if (!(item instanceof Value.Fields group)) {
            file.error(item, "E127", "字段应写名称、键和类型", EXAMPLE);
            return Optional.empty();
        }
        file.known(group, NAMES);
        FieldReader reader = new FieldReader(group);
        String name = reader.text("名称", "name").orElse("");
        String key = reader.text("键", "key").orElse("");
        if (name.isEmpty()) {
            file.error(item, "E127", "字段没有名称", EXAMPLE);
            return Optional.empty();
        }
        if (!key.isEmpty() && !DataFile.SLUG.matcher(key).matches()) {
            file.error(
                    reader.value("键", "key").orElseThrow(),
                    "E127",
                    "字段“" + name + "”的键“" + key + "”不合要求",
                    "键只用小写字母、数字和连字符");
            return Optional.empty();
        }
        Optional<FieldType> type = type(reader.value("类型", "type").orElse(null));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        List<Choice> choices =
                new ChoiceReader(file).choices(name, reader.value("值", "values").orElse(null));
        if (type.get() == FieldType.ENUM && choices.isEmpty()) {
            file.error(item, "E127", "字段“" + name + "”的类型是 enum，却没有写可以选的值", "例如 值: [未开始, 进行中, 已完成]");
            return Optional.empty();
        }
        List<FieldSpec> columns = columns(name, reader.value("列", "columns").orElse(null));
        return Optional.of(new FieldSpec(name, key, type.get(), choices, columns, required(name, columns, reader)));
    }

    private Optional<FieldType> type(Value value) {
        if (!(value instanceof Value.Text text) || text.isBlank()) {
            return Optional.of(FieldType.TEXT);
        }
        return type(text, text.text().strip());
    }

    private Optional<FieldType> type(Value at, String typed) {
        Optional<FieldType> type = FieldType.named(typed);
        if (type.isEmpty()) {
            file.error(at, "E127", "没有“" + typed + "”这个类型", Nearest.hint(typed, FieldType.names()));
        }
        return type;
    }

    private List<FieldSpec> columns(String field, Value value) {
        List<FieldSpec> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<Value> items = value instanceof Value.Items list ? list.items() : List.of();
        for (Value item : items) {
            Optional<FieldSpec> column = item instanceof Value.Text text ? column(text) : field(item);
            column.ifPresent(c -> {
                if (c.names().stream().anyMatch(n -> !names.add(n))) {
                    file.error(item, "E127", "表格“" + field + "”的列“" + c.name() + "”写了两次", "名称和键都不能与别的列相同");
                } else {
                    columns.add(c);
                }
            });
        }
        return columns;
    }

    /** Parses the short form of a column: its name, optionally followed by its key and its type. */
    private Optional<FieldSpec> column(Value.Text text) {
        String[] parts = text.text().strip().split("\\s+");
        Optional<FieldType> type = parts.length > 2 ? type(text, parts[2]) : Optional.of(FieldType.TEXT);
        if (type.equals(Optional.of(FieldType.ENUM))) {
            file.error(
                    text,
                    "E127",
                    "列“" + parts[0] + "”的类型是 enum，却没有写可以选的值",
                    "请写成一组，例如 {名称: 状态, 键: status, 类型: enum, 值: [未开始, 进行中, 已完成]}");
            return Optional.empty();
        }
        return type.map(t -> new FieldSpec(parts[0], parts.length > 1 ? parts[1] : "", t));
    }

    private List<String> required(String field, List<FieldSpec> columns, FieldReader reader) {
        List<String> names = new ArrayList<>();
        for (Value.Text typed : reader.texts("必填", "required")) {
            String name = typed.text().strip();
            Optional<FieldSpec> column =
                    columns.stream().filter(c -> c.hasName(name)).findFirst();
            if (column.isPresent()) {
                names.add(column.get().name());
            } else {
                file.error(
                        typed,
                        "E127",
                        "必填的列“" + name + "”不在表格“" + field + "”的列里",
                        Nearest.hint(name, columns.stream().map(FieldSpec::name).toList()));
            }
        }
        return names;
    }
}
