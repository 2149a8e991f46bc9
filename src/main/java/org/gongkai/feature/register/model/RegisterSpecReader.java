package org.gongkai.feature.register.model;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.RegisterSpec.Named;
import org.gongkai.feature.register.model.RegisterSpec.RowType;
import org.gongkai.feature.register.model.RegisterSpec.Source;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.BoundGroup;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/** Reads the built-in definitions of registers and those of a site, which replace them field by field. */
public final class RegisterSpecReader {

    /** The path of the definitions of a site. */
    public static final String REGISTERS = SourceTree.DATA + "registers.yml";

    /** Fields that name columns; they mean nothing once there are other columns. */
    private static final List<String> OF_COLUMNS =
            List.of("排序", "计数", "合计", "内部列", "不张贴", "列名", "页上", "调整", "不超过", "应有", "图", "答");

    /** Folders of the pages of what is due and of the sheets for the wall. */
    private static final List<String> RESERVED = List.of("due", "wall");

    private final YamlReader yaml;
    private final Kinds kinds;
    private final Consumer<Problem> problems;
    private final Binder binder;

    /** The registers that the site defines. */
    private final Set<String> own = new LinkedHashSet<>();

    /** Where the parts of a register stand that name its columns. */
    private final Map<Object, BoundGroup> places = new IdentityHashMap<>();

    /**
     * @param kinds the kinds of the site: those whose 台账 names a register are among its sources
     * @param resultWithin how many days after the end of a 公示 its result is to be told, as the site says
     * @param problems accepts every problem
     */
    public RegisterSpecReader(YamlReader yaml, Kinds kinds, int resultWithin, Consumer<Problem> problems) {
        this.yaml = yaml;
        this.kinds = kinds;
        this.problems = problems;
        this.binder = new Binder(REGISTERS, "E137", problems)
                .given("resultWithin", resultWithin)
                .then(ExpectationSpec.class, this::placed)
                .then(ChartSpec.class, this::placed)
                .then(RegisterSpec.class, this::checked);
    }

    private <T> T placed(T part, BoundGroup group) {
        places.put(part, group);
        return part;
    }

    /**
     * Reads the definitions.
     *
     * @param site the content of {@link #REGISTERS}, if the site has the file
     */
    public List<RegisterSpec> read(Optional<String> site) {
        Map<String, Value.Fields> all = new LinkedHashMap<>();
        binder.layer(RegisterSpec.class, Optional.of(yaml.resource(RegisterSpecReader.class, "registers.yml")))
                .forEach(group -> all.put(id(group), group));
        for (Value.Fields group :
                binder.layer(RegisterSpec.class, site.flatMap(text -> yaml.read(REGISTERS, text, 1, problems)))) {
            if (!own.add(id(group))) {
                problems.accept(
                        Problem.error("E137", REGISTERS, group, "台账“" + id(group) + "”写了两次", "同一个标识只写一项，请合并成一项"));
            }
            all.merge(id(group), group, RegisterSpecReader::merged);
        }
        return all.values().stream()
                .filter(group -> group.text("停用").filter("是"::equals).isEmpty())
                .flatMap(group -> binder.group(RegisterSpec.class, Optional.of(group)).stream())
                .toList();
    }

    private static String id(Value.Fields group) {
        return group.text("标识").orElse("");
    }

    private static Value.Fields merged(Value.Fields below, Value.Fields above) {
        Map<String, Value.Field> merged = new LinkedHashMap<>();
        below.fields().forEach(field -> merged.put(field.key().text(), field));
        if (above.value("列").isPresent()) {
            merged.keySet().removeAll(OF_COLUMNS);
        }
        above.fields().forEach(field -> merged.put(field.key().text(), field));
        return new Value.Fields(List.copyOf(merged.values()), above.line(), above.column());
    }

    /** Returns a register with what its columns and the kinds of the site decide. */
    private RegisterSpec checked(RegisterSpec register, BoundGroup group) {
        if (RESERVED.contains(register.id())) {
            String message = "“标识”不能写“" + register.id() + "”，它留给别的页面";
            group.refuse("标识", message, "请换一个，不能是 " + String.join("、", RESERVED));
        }
        List<String> columns = register.columns().stream().map(ColumnSpec::name).toList();
        register.expected().forEach(expected -> expected.check(columns, places.get(expected)));
        Map<String, List<String>> adjustments = register.source().adjustments();
        adjustments.forEach((word, effect) -> Stream.concat(
                        effect.stream().limit(1).filter(action -> !RegisterSpec.ACTIONS.contains(action)),
                        effect.stream().skip(1).filter(name -> !columns.contains(name)))
                .forEach(wrong -> group.error(
                        "调整", "“调整”的“" + word + "”里不能写“" + wrong + "”", "如 补缴: [加, 列]、退还: [减, 列]、抵扣: 不计、更正: 代替")));
        register.source().limits().forEach((name, limit) -> refuse(Stream.of(name, limit), "不超过", columns, group));
        refuse(register.heading().names().keySet().stream(), "列名", columns, group);
        refuse(register.heading().forms().keySet().stream(), "页上", columns, group);
        return new RegisterSpec(
                register.heading(),
                source(register, group),
                register.columns(),
                new Named(
                        columns(group, "排序", columns),
                        columns(group, "计数", columns),
                        columns(group, "合计", columns),
                        columns(group, "内部列", columns),
                        columns(group, "不张贴", columns)),
                register.expected(),
                register.charts().stream()
                        .flatMap(chart -> chart.of(register.columns(), places.get(chart)).stream())
                        .toList(),
                new RegisterSpec.Told(
                        register.told().answer().filter(answer -> isOfColumns(answer, columns, group)),
                        register.told().statements(),
                        register.told().linked()),
                register.procedure());
    }

    private static void refuse(Stream<String> named, String field, List<String> columns, BoundGroup group) {
        named.filter(name -> !columns.contains(name))
                .forEach(wrong -> group.error(
                        field, "“" + field + "”不能写“" + wrong + "”，它不是这本台账的列", Nearest.hint(wrong, columns)));
    }

    private static boolean isOfColumns(AnswerSpec answer, List<String> columns, BoundGroup group) {
        List<String> unknown = answer.columns().stream()
                .filter(name -> !columns.contains(name))
                .toList();
        unknown.forEach(name -> group.error("答", "答里的“" + name + "”不是这本台账的列", Nearest.hint(name, columns)));
        return unknown.isEmpty();
    }

    private Source source(RegisterSpec register, BoundGroup group) {
        Set<String> sources = new LinkedHashSet<>();
        for (Value.Text typed : group.fields().texts(RegisterSpec.KIND)) {
            String name = typed.text().strip();
            Optional<Kind> known = kinds.named(name);
            // An unknown kind stays: without any kind the register would list all entries.
            sources.add(known.map(Kind::name).orElse(name));
            if (known.isEmpty() && own.contains(register.id())) {
                group.error(typed, "没有“" + name + "”这个文种", kinds.advice(name));
            }
        }
        if (sources.isEmpty() && register.source().type() == RowType.NOTICE) {
            // Whatever has a 公示 period is a 公示, of whatever kind.
            return register.source();
        }
        List<String> names = new ArrayList<>(register.heading().aliases());
        names.add(register.name());
        kinds.all().stream()
                .filter(kind -> kind.filing().registers().stream().anyMatch(names::contains))
                .forEach(kind -> sources.add(kind.name()));
        return register.source().ofKinds(List.copyOf(sources));
    }

    /**
     * Columns that a field names. Those that are counted may be several that are counted together, as in 类别+状态, or the
     * kind, which can be counted without a column that shows it.
     */
    private static List<String> columns(BoundGroup group, String field, List<String> columns) {
        boolean isCounted = field.equals("计数");
        List<String> allowed = isCounted
                ? Stream.concat(columns.stream(), Stream.of(RegisterSpec.KIND))
                        .distinct()
                        .toList()
                : columns;
        List<String> names = new ArrayList<>();
        for (Value.Text typed : group.fields().texts(field)) {
            String name = typed.text().strip();
            if (allowed.contains(name)
                    || isCounted && columns.containsAll(List.of(name.split(RegisterSpec.TOGETHER, -1)))) {
                names.add(name);
            } else {
                group.error(typed, "“" + field + "”不能写“" + name + "”，它不是这本台账的列", Nearest.hint(name, allowed));
            }
        }
        return List.copyOf(names);
    }
}
