package org.gongkai.feature.register.spec;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongkai.feature.register.spec.RegisterSpec.RowType;
import org.gongkai.feature.register.spec.RegisterSpec.Source;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.BoundGroup;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.output.table.Cell;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/** Reads the built-in definitions of registers and those of a site, which replace them field by field. */
public final class RegisterSpecReader {

    /** The path of the definitions of a site. */
    public static final String REGISTERS = "content/_data/registers.yml";

    /** Fields that name columns; they mean nothing once there are other columns. */
    private static final List<String> OF_COLUMNS = List.of("排序", "计数", "合计", "内部列", "应有", "图", "答");

    /** Folders of the pages of what is due and of the sheets for the wall. */
    private static final List<String> RESERVED = List.of("due", "wall");

    private static final String EXAMPLE =
            "每一项写：- {标识: visits, 名称: 走访慰问, 文种: [走访], 列: [标题, \"户数 number 户数\"], 合计: [户数]}";

    private final YamlReader yaml;
    private final Kinds kinds;
    private final int resultWithin;
    private final Consumer<Problem> problems;
    private final Binder binder;

    /**
     * @param kinds the kinds of the site: those whose 台账 names a register are among its sources
     * @param resultWithin how many days after the end of a 公示 its result is to be told, as the site says
     * @param problems accepts every problem
     */
    public RegisterSpecReader(YamlReader yaml, Kinds kinds, int resultWithin, Consumer<Problem> problems) {
        this.yaml = yaml;
        this.kinds = kinds;
        this.resultWithin = resultWithin;
        this.problems = problems;
        this.binder = new Binder(REGISTERS, "E137", problems).then(Written.class, RegisterSpecReader::checked);
    }

    /** A register as written. */
    @Key.Group(EXAMPLE)
    private record Written(
            @Key("") Heading heading,
            @Key("") Rows rows,
            @Key(value = "列", required = true, parts = "名称 类型 取自") List<Column> columns,
            @Key("") Named named,
            @Key("应有") List<WrittenExpectation> expected,
            @Key("图") List<WrittenChart> charts,
            @Key("答") Optional<AnswerSpec> answer,
            BoundGroup group) {}

    @Key.Group(EXAMPLE)
    private record Heading(
            @Key(value = "标识", required = true, matches = Key.SLUG, allowed = "网址里的文件夹名，" + Key.SLUGS) String id,
            @Key("名称") String name,
            @Key("别名") List<String> aliases,
            @Key(value = "分类", or = "其他") String group,
            @Key("说明") String description,
            @Key(value = "停用", words = "是 否") boolean isOff) {}

    @Key.Group(EXAMPLE)
    private record Rows(
            @Key("来源") Optional<RowType> type,
            @Key("文种") List<Value.Text> kinds,
            @Key("表") List<String> tables,
            @Key("年") List<String> year,
            @Key("同一场") List<String> sameEvent,
            @Key("自") Optional<LocalDate> since,
            @Key("止") Optional<LocalDate> until) {}

    @Key.Group("写成“名称 类型 取自”，如 \"应到 number 会议.应到\"")
    private record Column(
            @Key(value = "名称", required = true, unique = true) String name,
            @Key(value = "类型", words = "text date number money percentage", or = "text") String type,
            @Key(value = "取自", matches = "\\S+", allowed = "文件头里的字段，中间没有空格，如 会议.应到") String path) {

        ColumnSpec spec() {
            return new ColumnSpec(
                    name,
                    Cell.Type.valueOf(type.toUpperCase(Locale.ROOT)),
                    path.isEmpty() ? List.of() : List.of(path.split("\\|")));
        }
    }

    /** Names of columns. */
    @Key.Group(EXAMPLE)
    private record Named(
            @Key("排序") List<Value.Text> order,
            @Key("计数") List<Value.Text> counts,
            @Key("合计") List<Value.Text> sums,
            @Key("内部列") List<Value.Text> internal) {}

    private static Written checked(Written register, BoundGroup group) {
        if (RESERVED.contains(register.heading.id)) {
            String message = "“标识”不能写“" + register.heading.id + "”，它留给别的页面";
            group.refuse("标识", message, "请换一个，不能是 " + String.join("、", RESERVED));
        }
        return register;
    }

    /**
     * Reads the definitions.
     *
     * @param site the content of {@link #REGISTERS}, if the site has the file
     */
    public List<RegisterSpec> read(Optional<String> site) {
        Map<String, Value.Fields> all = new LinkedHashMap<>();
        binder.layer(Written.class, Optional.of(yaml.resource(RegisterSpecReader.class, "registers.yml")))
                .forEach(group -> all.put(id(group), group));
        Set<String> own = new LinkedHashSet<>();
        for (Value.Fields group :
                binder.layer(Written.class, site.flatMap(text -> yaml.read(REGISTERS, text, 1, problems)))) {
            if (!own.add(id(group))) {
                problems.accept(
                        Problem.error("E137", REGISTERS, group, "台账“" + id(group) + "”写了两次", "同一个标识只写一项，请合并成一项"));
            }
            all.merge(id(group), group, RegisterSpecReader::merged);
        }
        return all.values().stream()
                .filter(group ->
                        new FieldReader(group).text("停用").filter("是"::equals).isEmpty())
                .flatMap(group -> binder.group(Written.class, Optional.of(group)).stream())
                .map(register -> spec(register, own.contains(register.heading.id)))
                .toList();
    }

    private static String id(Value.Fields group) {
        return new FieldReader(group).text("标识").orElse("");
    }

    private static Value.Fields merged(Value.Fields below, Value.Fields above) {
        Map<String, Value.Field> merged = new LinkedHashMap<>();
        below.fields().forEach(field -> merged.put(field.key().text(), field));
        if (new FieldReader(above).value("列").isPresent()) {
            merged.keySet().removeAll(OF_COLUMNS);
        }
        above.fields().forEach(field -> merged.put(field.key().text(), field));
        return new Value.Fields(List.copyOf(merged.values()), above.line(), above.column());
    }

    private RegisterSpec spec(Written register, boolean isOwn) {
        Heading heading = register.heading;
        List<ColumnSpec> columns = register.columns.stream().map(Column::spec).toList();
        List<String> names = register.columns.stream().map(Column::name).toList();
        return new RegisterSpec(
                heading.id,
                heading.name.isEmpty() ? heading.id : heading.name,
                heading.group,
                heading.description,
                source(register, isOwn),
                columns,
                register.rows.year,
                register.rows.sameEvent,
                columnNames(register, "排序", register.named.order, names),
                columnNames(register, "计数", register.named.counts, names),
                columnNames(register, "合计", register.named.sums, names),
                columnNames(register, "内部列", register.named.internal, names),
                register.expected.stream()
                        .map(expected -> expected.spec(names, resultWithin))
                        .toList(),
                register.rows.since,
                register.rows.until,
                register.charts.stream()
                        .flatMap(chart -> chart.spec(columns).stream())
                        .toList(),
                register.answer.filter(answer -> isOfColumns(answer, register, names)));
    }

    private static boolean isOfColumns(AnswerSpec answer, Written register, List<String> columns) {
        List<String> unknown = answer.columns().stream()
                .filter(name -> !columns.contains(name))
                .toList();
        unknown.forEach(name -> register.group.error("答", "答里的“" + name + "”不是这本台账的列", Nearest.hint(name, columns)));
        return unknown.isEmpty();
    }

    private Source source(Written register, boolean isOwn) {
        Rows rows = register.rows;
        Set<String> sources = new LinkedHashSet<>();
        for (Value.Text typed : rows.kinds) {
            String name = typed.text().strip();
            Optional<Kind> known = kinds.named(name);
            // An unknown kind stays: without any kind the register would list all entries.
            sources.add(known.map(Kind::name).orElse(name));
            if (known.isEmpty() && isOwn) {
                register.group.error(typed, "没有“" + name + "”这个文种", kinds.advice(name));
            }
        }
        List<String> names = new ArrayList<>(register.heading.aliases);
        names.add(register.heading.name.isEmpty() ? register.heading.id : register.heading.name);
        kinds.all().stream()
                .filter(kind -> kind.filing().registers().stream().anyMatch(names::contains))
                .forEach(kind -> sources.add(kind.name()));
        RowType otherwise = rows.tables.isEmpty() ? RowType.ENTRY : RowType.TABLE_ROW;
        return new Source(rows.type.orElse(otherwise), List.copyOf(sources), rows.tables);
    }

    /**
     * Columns that a field names. Those that are counted may be several that are counted together, as in 类别+状态, or the
     * kind, which can be counted without a column that shows it.
     */
    private static List<String> columnNames(
            Written register, String field, List<Value.Text> all, List<String> columns) {
        boolean isCounted = field.equals("计数");
        List<String> allowed = isCounted
                ? Stream.concat(columns.stream(), Stream.of(RegisterSpec.KIND))
                        .distinct()
                        .toList()
                : columns;
        List<String> names = new ArrayList<>();
        for (Value.Text typed : all) {
            String name = typed.text().strip();
            if (allowed.contains(name)
                    || isCounted && columns.containsAll(List.of(name.split(RegisterSpec.TOGETHER, -1)))) {
                names.add(name);
            } else {
                register.group.error(typed, "“" + field + "”不能写“" + name + "”，它不是这本台账的列", Nearest.hint(name, allowed));
            }
        }
        return List.copyOf(names);
    }
}
