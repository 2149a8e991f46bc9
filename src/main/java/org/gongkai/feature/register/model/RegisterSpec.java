package org.gongkai.feature.register.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gongkai.input.data.Key;
import org.gongkai.input.entry.Entry;

/**
 * The definition of a register.
 *
 * @param heading what readers see of it besides its rows
 * @param source where its rows come from
 * @param columns its columns
 * @param named columns with a role
 * @param expected what is expected
 * @param charts what is compared
 * @param told what is told from it in words
 * @param procedure whose stages its rows are, if they are
 */
@Key.Group(RegisterSpec.EXAMPLE)
public record RegisterSpec(
        @Key("") Heading heading,
        @Key("") Source source,
        @Key(value = "列", required = true, parts = "名称 类型 取自") List<ColumnSpec> columns,
        @Key("") Named named,
        @Key("应有") List<ExpectationSpec> expected,
        @Key("图") List<ChartSpec> charts,
        @Key("") Told told,
        @Key("流程") Optional<ProcedureSpec> procedure) {

    /** The name under which the kinds of entries are counted, whether a column shows them or not. */
    public static final String KIND = "文种";

    /** Separates columns whose values are counted together, as a regular expression. */
    public static final String TOGETHER = "\\+";

    static final String EXAMPLE = "每一项写：- {标识: visits, 名称: 走访慰问, 文种: [走访], 列: [标题, \"户数 number 户数\"], 合计: [户数]}";

    /** The path under which the adjustments of an amount are told in words. */
    public static final String ADJUSTMENT = "调整";

    /** What adjustments do to columns. */
    static final List<String> ACTIONS = List.of("加", "减", "不计", "代替");

    private static final String SUBTRACTED = "减";
    private static final String REPLACED = "代替";
    private static final String CORRECTION = "更正";
    private static final Pattern SUPPLEMENT = Pattern.compile("补[缴交报]");

    /** Stands for what identifies an event where a row is the amount of a period. */
    private static final String PERIOD = "期间";

    /**
     * What readers see of a register besides its rows.
     *
     * @param id its folder below {@code registers/}
     * @param name its name for readers; its folder if empty
     * @param aliases further names under which kinds name it
     * @param group the heading under which the overview has it
     * @param description what it shows, in one sentence
     * @param isOff whether the site does without it
     * @param names what its page calls columns that programs call otherwise
     * @param forms in which form of its own its page shows a column
     */
    @Key.Group(EXAMPLE)
    public record Heading(
            @Key(value = "标识", required = true, matches = Key.SLUG, allowed = "网址里的文件夹名，" + Key.SLUGS) String id,
            @Key("名称") String name,
            @Key("别名") List<String> aliases,
            @Key(value = "分类", or = "其他") String group,
            @Key("说明") String description,
            @Key(value = "停用", words = "是 否") boolean isOff,
            @Key("列名") Map<String, String> names,
            @Key("页上") Map<String, String> forms) {}

    /**
     * Where rows come from.
     *
     * @param typed what a row is; empty if the tables decide
     * @param kinds the kinds of the entries; empty for all
     * @param tables the fields whose rows are the rows of the register; empty unless rows are {@link
     *     RowType#TABLE_ROW}s
     * @param year paths to the day or year that a row belongs to; without a value the 年度 of the entry decides
     * @param sameEvent paths whose values together identify an event, so that two entries about it become one row; the
     *     row stands alone if one of the first two is absent
     * @param adjustments what an entry does to the amount of its period, by the words of {@link Entry#adjustment}: an
     *     action and the columns that it is done to; none if titles alone tell corrections and supplements
     * @param limits columns whose amount does not exceed that of another one
     * @param lasting when anything is expected of it
     */
    @Key.Group(EXAMPLE)
    public record Source(
            @Key("来源") Optional<RowType> typed,
            @Key("文种") List<String> kinds,
            @Key("表") List<String> tables,
            @Key("年") List<String> year,
            @Key("同一场") List<String> sameEvent,
            @Key("调整") Map<String, List<String>> adjustments,
            @Key("不超过") Map<String, String> limits,
            @Key("") Lasting lasting) {

        /** What a row is. */
        public RowType type() {
            return typed.orElse(tables.isEmpty() ? RowType.ENTRY : RowType.TABLE_ROW);
        }

        Source ofKinds(List<String> names) {
            return new Source(typed, names, tables, year, sameEvent, adjustments, limits, lasting);
        }
    }

    /**
     * What is told from a register in words.
     *
     * @param answer what the search page answers
     * @param statements how texts state numbers
     * @param linked what the pages of its entries call the register to which they link; empty if they do not
     */
    @Key.Group(EXAMPLE)
    public record Told(
            @Key("答") Optional<AnswerSpec> answer,
            @Key("说法") List<StatementSpec> statements,
            @Key("条目上写") Optional<String> linked) {}

    /**
     * When anything is expected of a register.
     *
     * @param since the first day; otherwise the month of the first entry of the site
     * @param until the last day in every period or series; without one it is expected for ever
     */
    @Key.Group(EXAMPLE)
    public record Lasting(@Key("自") Optional<LocalDate> since, @Key("止") Optional<LocalDate> until) {}

    /** What a row of a register is. */
    public enum RowType implements Key.Words {
        ENTRY("条目"),
        /** A row of a table in the header of an entry. */
        TABLE_ROW("表格"),
        /** An entry with a 公示 period. */
        NOTICE("公示"),
        /** A post of the committee or a 党小组. */
        ORGANISATION("组织"),
        /** An item of the catalogue and a period. */
        CATALOGUE("目录");

        private final String label;

        RowType(String label) {
            this.label = label;
        }

        @Override
        public List<String> words() {
            return List.of(label);
        }
    }

    /**
     * The names of columns with a role.
     *
     * @param order columns that rows are sorted by
     * @param counts columns whose values are counted, or several that are counted together
     * @param sums columns that are added up
     * @param internal columns that say what is late or missing
     * @param unposted columns that a sheet for the notice wall leaves out, and a page says in words
     */
    @Key.Group(EXAMPLE)
    public record Named(
            @Key("排序") List<String> order,
            @Key("计数") List<String> counts,
            @Key("合计") List<String> sums,
            @Key("内部列") List<String> internal,
            @Key("不张贴") List<String> unposted) {}

    public String id() {
        return heading.id;
    }

    /** Its name for readers. */
    public String name() {
        return heading.name.isEmpty() ? heading.id : heading.name;
    }

    /** Returns true if its rows are amounts of periods that entries state, of which none may count twice. */
    public boolean isByPeriod() {
        return source.sameEvent.equals(List.of(PERIOD))
                && (source.type() == RowType.ENTRY || source.type() == RowType.TABLE_ROW);
    }

    /**
     * Returns how an entry adjusts the amount of its period, as {@link Entry#adjustment} or, if its kinds have no words
     * for that, its title says; empty if it states an amount of its own.
     */
    public String adjustment(Entry entry) {
        if (entry.kinds().stream().anyMatch(kind -> kind.adjusting().isPresent())) {
            return entry.adjustment();
        }
        return entry.title().contains(CORRECTION)
                ? CORRECTION
                : SUPPLEMENT.matcher(entry.title()).find() ? "补报" : "";
    }

    /** Returns true if an adjustment replaces the amount of its period. */
    public boolean replaces(String adjustment) {
        return source.adjustments
                .getOrDefault(adjustment, List.of(adjustment.equals(CORRECTION) ? REPLACED : ""))
                .contains(REPLACED);
    }

    /**
     * Returns 1 if the numbers of an entry in a column count, as those of an amount of its own do and of what replaces
     * it, -1 if they are subtracted, and 0 if they are only told.
     *
     * @param adjustment how it adjusts the amount of its period
     * @param name a column, or a path that it reads
     */
    public int sign(String adjustment, String name) {
        List<String> effect = source.adjustments.get(adjustment);
        if (effect == null || replaces(adjustment)) {
            return 1;
        }
        boolean isNamed = columns.stream()
                .filter(column -> column.name().equals(name) || column.paths().contains(name))
                .anyMatch(column -> effect.contains(column.name()));
        return !isNamed ? 0 : effect.get(0).equals(SUBTRACTED) ? -1 : 1;
    }

    /** Returns true if its rows are entries with amounts of periods that others adjust. */
    public boolean isAdjusted() {
        return isByPeriod() && source.type() == RowType.ENTRY && !source.adjustments.isEmpty();
    }

    /** Returns true if an entry has one of its kinds. */
    public boolean isOf(Entry entry) {
        return entry.kinds().stream().anyMatch(kind -> source.kinds.contains(kind.name()));
    }

    /** Returns true if a column holds numbers to which adjustments add, or from which they subtract. */
    public boolean isAdjusted(ColumnSpec column) {
        return column.type().isSummed()
                && source.adjustments.keySet().stream()
                        .anyMatch(word -> !replaces(word) && sign(word, column.name()) != 0);
    }

    /** Returns what is expected of a type, in the order of the definition. */
    public List<ExpectationSpec> expected(ExpectationSpec.Type type) {
        return expected.stream().filter(it -> it.type() == type).toList();
    }

    /** Returns this definition without the columns that say what is late or missing, and without what names them. */
    public RegisterSpec withoutInternal() {
        Predicate<String> isShown = name -> Collections.disjoint(named.internal, List.of(name.split(TOGETHER)));
        return new RegisterSpec(
                heading,
                source,
                columns.stream().filter(column -> isShown.test(column.name())).toList(),
                new Named(
                        named.order.stream().filter(isShown).toList(),
                        named.counts.stream().filter(isShown).toList(),
                        named.sums.stream().filter(isShown).toList(),
                        List.of(),
                        named.unposted.stream().filter(isShown).toList()),
                expected,
                charts.stream().filter(chart -> isShown.test(chart.value())).toList(),
                told,
                procedure);
    }

    /**
     * Returns the column by which rows are grouped: the one that they are sorted by first, if its values are counted;
     * else "".
     */
    public String groupedBy() {
        return named.order.stream()
                .limit(1)
                .filter(named.counts::contains)
                .findFirst()
                .orElse("");
    }

    /** Returns the index of the column of a path alone; -1 if there is none. */
    public int columnOf(String path) {
        return columns.stream().map(ColumnSpec::paths).toList().indexOf(List.of(path));
    }

    /** Returns the index of a column; -1 if there is none of this name. */
    public int column(String name) {
        return columns.stream().map(ColumnSpec::name).toList().indexOf(name);
    }
}
