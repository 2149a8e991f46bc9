package org.gongkai.check.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.prose.Prose;
import org.gongkai.check.rule.RuleSet.SiteRule;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.input.attachment.AttachmentTextExtractor;
import org.gongkai.input.attachment.TextPiece;
import org.gongkai.input.attachment.TextPiece.Nature;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.SourceFile;
import org.gongkai.problem.Position;
import org.gongkai.problem.Problem;
import org.gongkai.text.FullWidth;
import org.gongkai.text.WrittenNumber;

/**
 * Compares an entry with the only table that it attaches: what is stated of a column, and of the rows where the table is
 * spoken of. If the entry states the right total anywhere, its other numbers are about something else; so are several
 * different ones.
 */
public final class AttachedTotalsRule implements SiteRule {

    private static final Pattern TOTAL = Pattern.compile("(?:合|总|共)\\s*计.{0,4}|全年|总数");
    private static final Pattern PART = Pattern.compile("小\\s*计|其中|.{1,6}合计");
    private static final Pattern NO_SUM = Pattern.compile("平均|均|单价|标准|率|占比|比例|序号|编号|年|月|日期|时间|最|累计|排名|得分|成绩");
    private static final Pattern UNIT = Pattern.compile("\\((?:单位:)?(元|人|名|户|次|条|项|件|个|份|小时|学时)\\)$");
    private static final String ENDS = "金额|人数|户数|次数|数量|总数|总额|数|额";
    private static final Pattern OF_NAME = Pattern.compile("(?:" + ENDS + ")$");
    private static final Map<String, String> UNITS =
            Map.of("金额", "元", "总额", "元", "额", "元", "人数", "[人名]", "户数", "户", "次数", "次");
    private static final String NUMBER = "([0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?)";
    private static final String ALTOGETHER = "(?:一共|合计|共计|总计|累计|总共|共|为|是|了|:|\\s){0,3}";
    private static final Pattern ROWS =
            Pattern.compile("(?<![0-9.第前])" + NUMBER + "\\s?[人名户条项件个份](?!季|月|年|天|工作|小时|百分|组|支部|党)");
    private static final Pattern SPOKEN_OF = Pattern.compile("附件|附表|附后");

    /** Of another time, or of each. */
    private static final Pattern OTHER = Pattern.compile("上年|去年|前年|上季|上月|往年|同期|计划|预算|每|平均|人均|标准|目标|其中|比|前[0-9]");

    private final AttachmentTextExtractor inspector = new AttachmentTextExtractor();

    /**
     * Numbers that must not contradict each other.
     *
     * @param what what is counted, as problems name it
     * @param total how many there are
     * @param said finds numbers that are stated of it
     * @param near whether only lines count that speak of the attachment
     * @param parts numbers that may be stated of it as well
     */
    private record Total(String what, BigDecimal total, Pattern said, boolean near, Collection<BigDecimal> parts) {}

    /** A number that is stated somewhere. */
    private record Said(BigDecimal number, Position at) {}

    @Override
    public boolean readsText(Entry entry) {
        return entry.publication().status() == Entry.Status.PUBLISHED
                && entry.attachments().stream()
                                .filter(AttachedTotalsRule::isTable)
                                .count()
                        == 1;
    }

    private static boolean isTable(Entry.Attachment attachment) {
        return attachment.path().text().strip().matches("(?i).*\\.(?:csv|xlsx)");
    }

    @Override
    public void check(WholeSite site, Consumer<Problem> problems) {
        List<Entry> entries = site.entries().stream().filter(this::readsText).toList();
        for (Entry entry : entries) {
            Entry.Attachment attachment = entry.attachments().stream()
                    .filter(AttachedTotalsRule::isTable)
                    .findFirst()
                    .orElseThrow();
            site.source()
                    .file(Examinations.path(entry, attachment))
                    .filter(file -> file.size() <= inspector.maxBytes())
                    .ifPresent(file -> check(entry, attachment, rows(file, site), site, problems));
        }
    }

    /** The rows of its only sheet; none if it has several. */
    private List<List<String>> rows(SourceFile file, WholeSite site) {
        List<TextPiece> cells = inspector.read(
                file, () -> inspector.inspect(file.ending(), site.source().bytes(file)).pieces().stream()
                        .filter(piece -> piece.cell() > 0
                                && piece.nature() == Nature.SHOWN
                                && piece.within().isEmpty())
                        .toList());
        if (cells.stream().map(TextPiece::where).distinct().count() != 1) {
            return List.of();
        }
        Map<Integer, Map<Integer, String>> byLine = new TreeMap<>();
        cells.forEach(cell -> byLine.computeIfAbsent(cell.line(), line -> new TreeMap<>())
                .put(
                        cell.cell(),
                        FullWidth.narrow(cell.text().replace("\"", ""))
                                .replace("\uFEFF", "")
                                .strip()));
        int width = cells.stream().mapToInt(TextPiece::cell).max().orElse(0);
        List<List<String>> rows = new ArrayList<>();
        byLine.values().forEach(line -> {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                row.add(line.getOrDefault(i, ""));
            }
            if (row.stream().filter(cell -> !cell.isEmpty()).count() > 1) {
                rows.add(row);
            }
        });
        return rows;
    }

    private static void check(
            Entry entry,
            Entry.Attachment attachment,
            List<List<String>> rows,
            WholeSite site,
            Consumer<Problem> problems) {
        if (rows.size() < 3) {
            return;
        }
        List<Prose> lines = site.text(entry).prose();
        String label = attachment.label().isEmpty() ? attachment.path().text().strip() : attachment.label();
        for (Total total : totals(rows)) {
            List<Said> said = Stream.concat(
                            stated(entry, total),
                            lines.stream()
                                    .filter(line -> !total.near()
                                            || SPOKEN_OF.matcher(line.text()).find()
                                            || line.text().contains(label))
                                    .flatMap(line -> stated(line, total)))
                    .filter(it -> total.parts().stream().noneMatch(part -> part.compareTo(it.number()) == 0))
                    .toList();
            boolean isTold = Stream.concat(stated(entry, total), lines.stream().flatMap(line -> stated(line, total)))
                    .anyMatch(it -> it.number().compareTo(total.total()) == 0);
            if (!isTold && said.stream().map(Said::number).distinct().count() == 1) {
                problems.accept(Problem.warning(
                        "W395",
                        entry.path(),
                        said.get(0).at(),
                        "这里写的是" + said.get(0).number().toPlainString() + "，附件“" + label + "”里" + total.what()
                                + total.total().toPlainString(),
                        "请核对正文和附件，两处写成一样"));
            }
        }
    }

    /** The total of each column of numbers, and that of the rows. */
    private static List<Total> totals(List<List<String>> rows) {
        List<String> names = rows.get(0);
        List<List<String>> items = new ArrayList<>(rows.subList(1, rows.size()));
        Optional<List<String>> last = items.stream()
                .filter(row -> row.stream().limit(2).anyMatch(cell -> TOTAL.matcher(cell)
                        .matches()))
                .findFirst();
        last.ifPresent(items::remove);
        if (items.stream().flatMap(List::stream).anyMatch(cell -> PART.matcher(cell)
                .matches())) {
            return List.of();
        }
        List<Total> totals = new ArrayList<>();
        List<BigDecimal> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            List<String> given = items.stream()
                    .map(row -> row.get(column))
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            List<BigDecimal> numbers = given.stream()
                    .flatMap(cell -> WrittenNumber.read(cell).stream())
                    .toList();
            given.stream()
                    .collect(Collectors.groupingBy(cell -> cell, Collectors.counting()))
                    .values()
                    .forEach(count -> all.add(BigDecimal.valueOf(count)));
            all.addAll(numbers);
            if (numbers.size() < 2
                    || numbers.size() < given.size()
                    || NO_SUM.matcher(names.get(i)).find()) {
                continue;
            }
            BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal total =
                    last.flatMap(row -> WrittenNumber.read(row.get(column))).orElse(sum);
            all.addAll(List.of(sum, total));
            said(names.get(i))
                    .ifPresent(said -> totals.add(new Total(
                            "“" + names.get(column).replaceFirst("\\(.*", "") + "”一共是",
                            total.stripTrailingZeros(),
                            said,
                            false,
                            parts(numbers, sum))));
        }
        totals.add(new Total("一共有", BigDecimal.valueOf(items.size()), ROWS, true, all));
        return totals;
    }

    /** How a text states the total of a column; empty if the name of the column does not say what of. */
    private static Optional<Pattern> said(String name) {
        Matcher unit = UNIT.matcher(name);
        String bare = name.replaceFirst("\\(.*", "");
        Matcher suffix = OF_NAME.matcher(bare);
        String stem = suffix.replaceFirst("");
        Optional<String> measure = unit.find()
                ? Optional.of(unit.group(1).matches("[人名]") ? "[人名]" : unit.group(1))
                : suffix.reset().find() ? Optional.ofNullable(UNITS.get(suffix.group())) : Optional.empty();
        return measure.filter(it -> stem.length() > 1)
                .map(it ->
                        Pattern.compile(Pattern.quote(stem) + "(?:" + ENDS + ")?" + ALTOGETHER + NUMBER + "\\s?" + it));
    }

    /** Cells, sums of two of them, of those up to one, and of all but one. */
    private static Set<BigDecimal> parts(List<BigDecimal> cells, BigDecimal sum) {
        Stream.Builder<BigDecimal> parts = Stream.builder();
        BigDecimal before = BigDecimal.ZERO;
        for (int i = 0; i < cells.size(); i++) {
            BigDecimal cell = cells.get(i);
            before = before.add(cell);
            parts.add(cell).add(before).add(sum.subtract(cell));
            cells.subList(0, i).forEach(other -> parts.add(cell.add(other)));
        }
        return parts.build().collect(Collectors.toSet());
    }

    /** The fields of the header that are named like the column. */
    private static Stream<Said> stated(Entry entry, Total total) {
        return entry.own().stream()
                .filter(own -> own.spec().type().isAmount() && own.value() instanceof Value.Text)
                .flatMap(own -> WrittenNumber.read(((Value.Text) own.value()).text()).stream()
                        .filter(number -> total.said()
                                .matcher(own.spec().name()
                                        + number.toPlainString()
                                        + (own.spec().name().endsWith("人数") ? "人" : "元"))
                                .matches())
                        .map(number -> new Said(number, own.value())));
    }

    private static Stream<Said> stated(Prose line, Total total) {
        String text = FullWidth.narrow(line.text());
        return total.said()
                .matcher(text)
                .results()
                .filter(found -> !OTHER.matcher(text.substring(
                                Math.max(text.lastIndexOf('。', found.start()), text.lastIndexOf(';', found.start()))
                                        + 1,
                                found.start()))
                        .find())
                .map(found -> new Said(
                        new BigDecimal(found.group(1).replace(",", "")),
                        new Value.Text("", line.line(), 1 + text.codePointCount(0, found.start()))));
    }
}
