package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.cache.CachedRecords;
import org.gongkai.check.contradiction.ProseFactReader.Sentence;
import org.gongkai.check.file.ManualExaminations;
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

/** Compares the text and the header of an entry with the only table that it attaches: its totals, and its rows. */
public final class AttachedTotalsRule implements SiteRule {

    private static final Pattern ROWS =
            Pattern.compile("(?<![0-9.第前])([0-9]+)\\s?[人名户条项件个份](?!季|月|年|天|工作|小时|百分|组|支部|党)");
    private static final String SPOKEN_OF = ".*(?:附件|附表|附后).*";

    /** What was found in an entry and its table. */
    private record Told(List<Problem> problems) {}

    private final AttachmentTextExtractor inspector = new AttachmentTextExtractor();

    private static boolean hasTable(Entry entry) {
        return entry.publication().status() == Entry.Status.PUBLISHED
                && tables(entry).count() == 1;
    }

    private static Stream<Entry.Attachment> tables(Entry entry) {
        return entry.attachments().stream()
                .filter(it -> it.path().text().strip().matches("(?i).*\\.(?:csv|xlsx)"));
    }

    @Override
    public void check(WholeSite site, Consumer<Problem> problems) {
        CachedRecords<Told> known = site.caches().apply("attached").records("", Told.class);
        site.entries().stream().filter(AttachedTotalsRule::hasTable).forEach(entry -> tables(entry)
                .forEach(attachment -> site.source()
                        .file(ManualExaminations.path(entry, attachment))
                        .filter(file -> file.size() <= inspector.maxBytes())
                        .ifPresent(file -> known.of(
                                        entry.path(),
                                        versions(site, entry.file(), file),
                                        () -> told(site, entry, attachment, file))
                                .problems()
                                .forEach(problems))));
    }

    /** Of both files; empty if one of them is not known, so that nothing is kept. */
    private static String versions(WholeSite site, SourceFile entry, SourceFile attached) {
        String own = site.version(entry);
        String other = site.source().version(attached);
        return own.isEmpty() || other.isEmpty() ? "" : own + " " + attached.path() + " " + other;
    }

    private Told told(WholeSite site, Entry entry, Entry.Attachment attachment, SourceFile file) {
        List<Problem> problems = new ArrayList<>();
        List<List<Value.Text>> rows = rows(file, site);
        if (rows.size() > 2) {
            check(entry, attachment, rows, site.text(entry).prose(), problems::add);
        }
        return new Told(problems);
    }

    /** The rows of its only sheet; none if it has several. */
    private List<List<Value.Text>> rows(SourceFile file, WholeSite site) {
        List<TextPiece> cells = inspector.read(
                file, () -> inspector.inspect(file.ending(), site.source().bytes(file)).pieces().stream()
                        .filter(piece -> piece.cell() > 0
                                && piece.nature() == Nature.SHOWN
                                && piece.within().isEmpty())
                        .toList());
        int width = cells.stream().mapToInt(TextPiece::cell).max().orElse(0);
        Map<Integer, List<Value.Text>> lines = new TreeMap<>();
        for (TextPiece cell : cells) {
            String text =
                    FullWidth.narrow(cell.text().replaceAll("[\"\\uFEFF]", "")).strip();
            lines.computeIfAbsent(
                            cell.line(),
                            line -> new ArrayList<>(Stream.generate(() -> new Value.Text("", line, 1))
                                    .limit(width)
                                    .toList()))
                    .set(cell.cell() - 1, new Value.Text(text, cell.line(), cell.column()));
        }
        return cells.stream().map(TextPiece::where).distinct().count() > 1
                ? List.of()
                : lines.values().stream()
                        .filter(row ->
                                row.stream().filter(cell -> !cell.isBlank()).count() > 1)
                        .toList();
    }

    private static void check(
            Entry entry,
            Entry.Attachment attachment,
            List<List<Value.Text>> rows,
            List<Prose> text,
            Consumer<Problem> problems) {
        String label = attachment.label().isEmpty() ? attachment.path().text().strip() : attachment.label();
        TableColumns table = new TableColumns(
                rows.get(0).stream().map(Value.Text::text).toList(),
                rows.subList(1, rows.size()).stream()
                        .filter(row ->
                                !BodyTables.TOTAL.matcher(row.get(0).text()).matches())
                        .toList(),
                List.of());
        for (Sentence sentence : ColumnTotals.read(table, withHeader(entry, text))) {
            report(
                    entry,
                    sentence.facts().get("正文.列总").at(),
                    sentence.facts().get("正文.列总").text() + "，附件“" + label + "”里“"
                            + sentence.facts().get("正文.列").text() + "”一共是"
                            + sentence.facts().get("正文.列和").text(),
                    problems);
        }
        BigDecimal count = BigDecimal.valueOf(table.rows().size());
        List<String> cells = table.rows().stream()
                .flatMap(List::stream)
                .map(Value.Text::text)
                .toList();
        Set<String> counts =
                cells.stream().collect(Collectors.groupingBy(cell -> cell, Collectors.counting())).values().stream()
                        .map(String::valueOf)
                        .collect(Collectors.toSet());
        List<Prose> near = text.stream()
                .filter(line -> line.text().matches(SPOKEN_OF) || line.text().contains(label))
                .toList();
        for (Prose line : FieldLabels.stands(count, text) ? List.<Prose>of() : near) {
            List<String> said = ROWS.matcher(FullWidth.narrow(line.text()))
                    .results()
                    .map(found -> found.group(1))
                    .filter(number -> !cells.contains(number) && !counts.contains(number))
                    .distinct()
                    .toList();
            if (said.size() == 1) {
                report(
                        entry,
                        new Value.Text("", line.line(), 1),
                        said.get(0) + "，附件“" + label + "”里一共有" + count,
                        problems);
            }
        }
    }

    /** The text, and fields with numbers as a text would state them. */
    private static List<Prose> withHeader(Entry entry, List<Prose> text) {
        return Stream.concat(
                        entry.own().stream()
                                .filter(own -> own.spec().type().isAmount()
                                        && own.value() instanceof Value.Text typed
                                        && WrittenNumber.read(typed.text()).isPresent())
                                .map(own -> new Prose(
                                        own.value().line(),
                                        own.spec().name()
                                                + ((Value.Text) own.value()).text()
                                                + (own.spec().name().endsWith("人数") ? "人" : "元"))),
                        text.stream())
                .toList();
    }

    private static void report(Entry entry, Position at, String what, Consumer<Problem> problems) {
        problems.accept(Problem.warning("W395", entry.path(), at, "这里写的是" + what, "请核对正文和附件，两处写成一样"));
    }
}
