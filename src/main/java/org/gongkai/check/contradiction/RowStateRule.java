package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.check.rule.RuleSet.EntryRule;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.problem.Position;
import org.gongkai.problem.Problem;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.DateText;
import org.gongkai.text.FullWidth;

/**
 * The state of an item in a table against the day that stands beside it, and against what the text says of the item or
 * of all items.
 */
public final class RowStateRule implements EntryRule {

    private static final String DONE = "已完成";

    /** The states of what nobody can call done. */
    private static final List<String> OPEN = List.of("未开始", "进行中", "未完成");

    private static final Pattern DAY = Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日|" + DateText.DAY);

    private static final Pattern UNDONE = Pattern.compile("第\\s*(\\d{1,2}|[" + ChineseNumeral.TO_TEN
            + "]{1,3})\\s*[项条个](?:问题|任务|事项|承诺)?(?:还没有|仍?未|尚未|没有|还未|暂未)(?:能)?(?:按[时期])?(?:整改)?(?:完成|办结|到位|落实)");

    private static final Pattern ALL_DONE = Pattern.compile("(?:全部|均已|都已经?|已全部)(?:按[时期])?(?:整改)?(?:完成|办结|到位)");

    /** Sentences about what is to come, about a part or about others. */
    private static final Pattern OTHERWISE =
            Pattern.compile("前|将|拟|确保|力争|争取|计划|预计|要|应|下一步|后|上[年次]|去年|往年|其中|其余|除|部分|没有|未|不");

    /** A row that has a state. */
    private record Row(Value.Fields cells, String number, String state, String typed) {}

    @Override
    public void check(EntryText text, Consumer<Problem> problems) {
        Entry entry = text.entry();
        for (Entry.OwnField own : entry.own()) {
            Optional<FieldSpec> column = own.spec().columns().stream()
                    .filter(it ->
                            it.type() == FieldType.ENUM && it.canonical(DONE).isPresent())
                    .findFirst();
            if (entry.publication().status() != Entry.Status.DRAFT && column.isPresent()) {
                List<Row> rows = own.rows().stream()
                        .flatMap(cells ->
                                row(own.spec(), column.get(), cells, own.rows().indexOf(cells) + 1).stream())
                        .toList();
                rows.forEach(row -> future(entry, row, problems));
                // Of several tables the text does not say which it means.
                if (entry.own().stream().filter(it -> !it.rows().isEmpty()).count() == 1) {
                    text.prose().forEach(line -> said(entry, rows, line, problems));
                }
            }
        }
    }

    private static Optional<Row> row(FieldSpec table, FieldSpec column, Value.Fields cells, int place) {
        FieldReader reader = new FieldReader(cells);
        String number = table.cell(reader, "序号").orElse(String.valueOf(place)).strip();
        return table.cell(reader, column.name())
                .flatMap(typed -> column.canonical(typed).map(state -> new Row(cells, number, state, typed)));
    }

    /** What is done was done before it was published. */
    private static void future(Entry entry, Row row, Consumer<Problem> problems) {
        Matcher day = DAY.matcher(FullWidth.narrow(row.typed()));
        if (!row.state().equals(DONE) || !day.find()) {
            return;
        }
        int published = entry.dates().published().getYear();
        boolean isOfThisYear =
                entry.years().equals(List.of(published)) && entry.title().contains(published + "年");
        String typed = day.group(2) != null && day.group(1) == null
                ? (isOfThisYear ? published : published - 1) + "年" + day.group()
                : day.group();
        Optional<LocalDate> done =
                DateText.day(typed).filter(it -> it.isAfter(entry.dates().changed()));
        done.ifPresent(it -> problems.accept(Problem.warning(
                "W341",
                entry.path(),
                row.cells(),
                "第" + row.number() + "项写的是" + row.typed() + "，发布日期是"
                        + DateText.chinese(entry.dates().changed()),
                "请核对日期；还没有到的日子不能写已完成，后来改的写上修订日期")));
    }

    private static void said(Entry entry, List<Row> rows, Prose line, Consumer<Problem> problems) {
        String text = FullWidth.narrow(line.text());
        Matcher undone = UNDONE.matcher(text);
        while (undone.find()) {
            Optional<BigDecimal> number = HeaderFactReader.number(undone.group(1));
            rows.stream()
                    .filter(row -> row.state().equals(DONE) && number.equals(HeaderFactReader.number(row.number())))
                    .findFirst()
                    .ifPresent(row -> problems.accept(Problem.warning(
                            "W341",
                            entry.path(),
                            at(line, undone.start()),
                            "正文说“" + undone.group() + "”，表格里第" + row.number() + "项写的是" + row.typed(),
                            "请核对，两处写成一样")));
        }
        for (String sentence : text.split("[。；;！？]")) {
            Matcher all = ALL_DONE.matcher(sentence);
            if (all.find() && !OTHERWISE.matcher(sentence).find()) {
                rows.stream()
                        .filter(row -> OPEN.contains(row.state()))
                        .findFirst()
                        .ifPresent(row -> problems.accept(Problem.warning(
                                "W341",
                                entry.path(),
                                at(line, text.indexOf(sentence) + all.start()),
                                "正文说“" + all.group() + "”，表格里第" + row.number() + "项写的是" + row.typed(),
                                "请核对，两处写成一样")));
            }
        }
    }

    private static Position at(Prose line, int offset) {
        return new Value.Text("", line.line(), 1 + line.text().codePointCount(0, offset));
    }
}
