package org.gongkai.feature.register.spec;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.feature.register.spec.RegisterSpec.RowType;
import org.gongkai.feature.register.spec.RegisterSpec.Source;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.output.table.Cell;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;
import org.gongkai.text.DateText;

/** Reads the built-in definitions of registers and those of a site, which replace them field by field. */
public final class RegisterSpecReader {

    /** The path of the definitions of a site. */
    public static final String REGISTERS = "content/_data/registers.yml";

    private static final List<String> NAMES = List.of(
            "标识", "名称", "别名", "分类", "说明", "来源", "文种", "表", "列", "年", "同一场", "排序", "计数", "合计", "内部列", "应有", "自", "止",
            "图", "答", "停用");
    /** Fields that name columns; they mean nothing once there are other columns. */
    private static final List<String> OF_COLUMNS = List.of("排序", "计数", "合计", "内部列", "应有", "图", "答");

    /** Folders of the pages of what is due and of the sheets for the wall. */
    private static final List<String> RESERVED = List.of("due", "wall");

    private static final String EXAMPLE =
            "每一项写：- {标识: visits, 名称: 走访慰问, 文种: [走访], 列: [标题, \"户数 number 户数\"], 合计: [户数]}";

    private final YamlReader yaml;
    private final Kinds kinds;
    private final int resultWithin;
    private final DataFile file;

    /**
     * @param kinds the kinds of the site: those whose 台账 names a register are among its sources
     * @param resultWithin how many days after the end of a 公示 its result is to be told, as the site says
     * @param problems accepts every problem
     */
    public RegisterSpecReader(YamlReader yaml, Kinds kinds, int resultWithin, Consumer<Problem> problems) {
        this.yaml = yaml;
        this.kinds = kinds;
        this.resultWithin = resultWithin;
        this.file = new DataFile(REGISTERS, problems);
    }

    /**
     * Reads the definitions.
     *
     * @param site the content of {@link #REGISTERS}, if the site has the file
     */
    public List<RegisterSpec> read(Optional<String> site) {
        Map<String, Map<String, Value.Field>> all = new LinkedHashMap<>();
        items(Optional.of(yaml.resource(RegisterSpecReader.class, "registers.yml")))
                .forEach(group -> all.put(id(group), fields(group)));
        Set<String> own = new LinkedHashSet<>();
        for (Value.Fields group : items(site.flatMap(text -> yaml.read(REGISTERS, text, 1, file.problems())))) {
            if (!own.add(id(group))) {
                file.error(group, "E137", "台账“" + id(group) + "”写了两次", "同一个标识只写一项，请合并成一项");
            }
            Map<String, Value.Field> given = fields(group);
            Map<String, Value.Field> definition = all.computeIfAbsent(id(group), id -> new LinkedHashMap<>());
            if (given.containsKey("列")) {
                definition.keySet().removeAll(OF_COLUMNS);
            }
            definition.putAll(given);
        }
        List<RegisterSpec> specs = new ArrayList<>();
        all.forEach((id, fields) -> {
            Value.Fields group = new Value.Fields(List.copyOf(fields.values()), 1, 1);
            if (!new FieldReader(group).text("停用").filter("是"::equals).isPresent()) {
                spec(id, group, own.contains(id)).ifPresent(specs::add);
            }
        });
        return List.copyOf(specs);
    }

    private List<Value.Fields> items(Optional<Value> content) {
        List<Value.Fields> groups = new ArrayList<>();
        for (Value item : file.list(content, "E137", "台账应是一个列表", EXAMPLE)) {
            if (!(item instanceof Value.Fields group)) {
                file.error(item, "E137", "台账的每一项应写标识和名称", EXAMPLE);
            } else if (!DataFile.SLUG.matcher(id(group)).matches()) {
                file.error(item, "E137", "台账的标识“" + id(group) + "”不合要求", "标识是网址里的文件夹名，只用小写字母、数字和连字符，如 visits");
            } else if (RESERVED.contains(id(group))) {
                file.error(
                        new FieldReader(group).value("标识").orElse(group),
                        "E137",
                        "台账的标识“" + id(group) + "”留给别的页面",
                        "请换一个，不能是 " + String.join("、", RESERVED));
            } else {
                file.known(group, NAMES);
                groups.add(group);
            }
        }
        return groups;
    }

    private static String id(Value.Fields group) {
        return new FieldReader(group).text("标识").orElse("");
    }

    private static Map<String, Value.Field> fields(Value.Fields group) {
        Map<String, Value.Field> fields = new LinkedHashMap<>();
        group.fields().forEach(field -> fields.put(field.key().text(), field));
        return fields;
    }

    private Optional<RegisterSpec> spec(String id, Value.Fields group, boolean isOwn) {
        FieldReader reader = new FieldReader(group);
        Value at = reader.value("标识").orElse(group);
        String name = reader.text("名称").orElse(id);
        List<ColumnSpec> columns = columns(reader);
        if (columns.isEmpty()) {
            file.error(at, "E137", "台账“" + name + "”没有写列", EXAMPLE);
            return Optional.empty();
        }
        List<String> order = columnNames(reader, "排序", columns);
        List<String> sums = columnNames(reader, "合计", columns);
        return Optional.of(new RegisterSpec(
                id,
                name,
                reader.text("分类").orElse("其他"),
                reader.text("说明").orElse(""),
                source(name, reader, isOwn),
                columns,
                reader.strings("年"),
                reader.strings("同一场"),
                order,
                counts(reader, columns),
                sums,
                columnNames(reader, "内部列", columns),
                new ExpectationSpecReader(file, columns, resultWithin)
                        .read(reader.value("应有").orElse(null)),
                day(reader, "自"),
                day(reader, "止"),
                new ChartSpecReader(file, columns).read(reader.items("图")),
                new AnswerSpecReader(file, columns).read(reader.value("答"))));
    }

    private Source source(String name, FieldReader reader, boolean isOwn) {
        String typed = reader.text("来源").orElse(!reader.texts("表").isEmpty() ? "表格" : "条目");
        Optional<RowType> type = Arrays.stream(RowType.values())
                .filter(it -> it.label().equals(typed))
                .findFirst();
        if (type.isEmpty()) {
            file.error(
                    reader.value("来源").orElseThrow(),
                    "E137",
                    "没有“" + typed + "”这种来源",
                    Nearest.hint(
                            typed,
                            Arrays.stream(RowType.values()).map(RowType::label).toList()));
        }
        Set<String> sources = new LinkedHashSet<>();
        for (Value.Text kind : reader.texts("文种")) {
            Optional<Kind> known = kinds.named(kind.text().strip());
            // An unknown kind stays: without any kind the register would list all entries.
            sources.add(known.map(Kind::name).orElse(kind.text().strip()));
            if (known.isEmpty() && isOwn) {
                file.error(kind, "E137", "没有“" + kind.text() + "”这个文种", kinds.advice(kind.text()));
            }
        }
        kinds.all().stream()
                .filter(kind -> kind.filing().registers().contains(name)
                        || kind.filing().registers().stream().anyMatch(reader.strings("别名")::contains))
                .forEach(kind -> sources.add(kind.name()));
        return new Source(type.orElse(RowType.ENTRY), List.copyOf(sources), reader.strings("表"));
    }

    private List<ColumnSpec> columns(FieldReader reader) {
        List<ColumnSpec> columns = new ArrayList<>();
        for (Value.Text typed : reader.texts("列")) {
            String[] words = typed.text().strip().split("\\s+");
            Optional<Cell.Type> type = words.length < 2
                    ? Optional.of(Cell.Type.TEXT)
                    : Arrays.stream(Cell.Type.values())
                            .filter(it -> it.name().equalsIgnoreCase(words[1]))
                            .findFirst();
            if (type.isEmpty()
                    || words.length > 3
                    || columns.stream().anyMatch(c -> c.name().equals(words[0]))) {
                file.error(
                        typed,
                        "E137",
                        "列“" + typed.text() + "”写得不对",
                        "写成“名称 类型 取自”，如 \"应到 number 会议.应到\"；类型可以写：text、date、number、money、percentage");
                continue;
            }
            columns.add(new ColumnSpec(
                    words[0], type.get(), words.length < 3 ? List.of(words[0]) : List.of(words[2].split("\\|"))));
        }
        return columns;
    }

    /**
     * The columns whose values are counted, as in 文种, or counted together, as in 类别+状态; kinds can be counted without
     * a column that shows them.
     */
    private List<String> counts(FieldReader reader, List<ColumnSpec> columns) {
        List<String> names = columns.stream().map(ColumnSpec::name).toList();
        return known(
                reader,
                "计数",
                Stream.concat(names.stream(), Stream.of(RegisterSpec.KIND))
                        .distinct()
                        .toList(),
                typed -> names.containsAll(List.of(typed.split(RegisterSpec.TOGETHER, -1))));
    }

    private List<String> columnNames(FieldReader reader, String field, List<ColumnSpec> columns) {
        return known(reader, field, columns.stream().map(ColumnSpec::name).toList(), typed -> false);
    }

    private List<String> known(FieldReader reader, String field, List<String> columns, Predicate<String> isFurther) {
        List<String> names = new ArrayList<>();
        for (Value.Text typed : reader.texts(field)) {
            String name = typed.text().strip();
            if (columns.contains(name) || isFurther.test(name)) {
                names.add(name);
            } else {
                file.error(typed, "E137", field + "里的“" + name + "”不是这本台账的列", Nearest.hint(name, columns));
            }
        }
        return List.copyOf(names);
    }

    private Optional<LocalDate> day(FieldReader reader, String field) {
        Optional<LocalDate> day = reader.text(field).flatMap(DateText::day);
        if (day.isEmpty() && reader.text(field).isPresent()) {
            file.error(reader.value(field).orElseThrow(), "E137", "“" + field + "”不是日期", "请写成 2024-09-01 这样的形式");
        }
        return day;
    }
}
