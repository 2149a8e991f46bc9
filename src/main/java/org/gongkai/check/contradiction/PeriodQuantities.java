package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Value;
import org.gongkai.problem.Problem;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.text.FullWidth;
import org.gongkai.text.NamedPeriods;
import org.gongkai.text.Period;

/**
 * Compares what several entries say was done in a year: 上半年书车下乡13次 in one of them and 前三季度书车下乡12次 in another
 * contradict each other. Only what is named by the same characters and counted by the same measure is compared.
 */
final class PeriodQuantities {

    /** More statements of one thing are hardly of one thing. */
    private static final int MOST = 40;

    private static final String MEASURES = "人次|小时|学时|[次册条场期件份篇处台]";

    /** What is there, of which parts of a year do not add up. */
    private static final Set<String> STOCKS = Set.of("处", "台");

    private static final Pattern QUANTITY = Pattern.compile("(\\p{IsHan}{0,16}?)(\\d{1,7}(?:\\.\\d+)?)\\s?(" + MEASURES
            + ")(?!以|左右|[多余])(?=$|[^\\p{IsHan}]|\\p{IsHan})");
    private static final Pattern CELL = Pattern.compile("(\\d{1,7}(?:\\.\\d+)?)(" + MEASURES + ")");
    private static final Pattern DONE = Pattern.compile("(?:实际|全年|已)?完成(?:数|情况|量)?|实际数?");

    /** Words that say nothing about what is counted. */
    private static final Pattern EMPTY =
            Pattern.compile("完成|录入|开展|组织|举办|举行|召开|安装|装|建成|共计|合计|累计|总计|共|已经?|了|为|达到?|办理|实际|全部|均|都|(?:本|我)?支部|党员|同志");

    /** What is planned, what belongs to a part, and differences. */
    private static final Pattern OTHERS = Pattern.compile(
            "目标|计划|要求|任务|平均|人均|每|比|差|少|多|超|不足|至少|拟|将|要|应|争取|其中|各|本组|小组|组|上年|去年|前年|同期|上季|上月|明年|下一?年|原|更正|勘误|第\\d");

    private final List<String> groups;

    /** @param groups the names of the 党小组, whose numbers are not those of the branch */
    PeriodQuantities(List<String> groups) {
        this.groups = groups;
    }

    /** A number of something done in a period. */
    private record Quantity(Statement of, String words, BigDecimal number, Period period, Value.Text at) {}

    void check(List<Statement> statements, Consumer<Problem> problems) {
        Map<String, List<Quantity>> all = new LinkedHashMap<>();
        statements.stream()
                .filter(it -> groups.stream().noneMatch(it.entry().title()::contains))
                .sorted(Comparator.comparing(
                                (Statement it) -> it.entry().dates().published())
                        .thenComparing(it -> it.entry().path()))
                .forEach(it -> read(it, all));
        for (Map.Entry<String, List<Quantity>> same : all.entrySet()) {
            List<Quantity> several = same.getValue();
            boolean stock = STOCKS.stream().anyMatch(same.getKey()::endsWith);
            for (int i = 1; i < several.size() && several.size() <= MOST; i++) {
                Quantity later = several.get(i);
                several.subList(0, i).stream()
                        .filter(earlier -> earlier.of() != later.of() && contradicts(earlier, later, stock, several))
                        .findFirst()
                        .ifPresent(earlier -> problems.accept(Problem.warning(
                                "W349",
                                later.of().entry().path(),
                                later.at(),
                                later.words() + "，《" + earlier.of().entry().title() + "》（"
                                        + earlier.of().entry().path() + "）里是" + earlier.words(),
                                "请核对，改正写错的那一个；有更正的，在正文里说明")));
            }
        }
    }

    /** Whether they are of one period, or more was done in less time, or the parts do not add up to the whole. */
    private static boolean contradicts(Quantity one, Quantity other, boolean stock, List<Quantity> all) {
        Period first = one.period();
        Period second = other.period();
        int compared = one.number().compareTo(other.number());
        if (compared == 0 && first.equals(second)) {
            return false;
        }
        if (first.from().equals(second.from())) {
            int longer = first.to().compareTo(second.to());
            return longer == 0 ? compared != 0 : compared != 0 && longer > 0 != compared > 0;
        }
        Quantity whole = first.contains(second) ? one : other;
        Quantity part = whole == one ? other : one;
        return !stock
                && whole.period().contains(part.period())
                && all.stream()
                        .filter(rest -> rest.period()
                                        .from()
                                        .equals(whole.period().from())
                                && rest.period()
                                        .to()
                                        .plusDays(1)
                                        .equals(part.period().from())
                                && part.period().to().equals(whole.period().to()))
                        .anyMatch(rest -> rest.number().add(part.number()).compareTo(whole.number()) != 0);
    }

    private void read(Statement it, Map<String, List<Quantity>> all) {
        LocalDate day = EntryFacts.day(it.entry());
        Optional<Period> own = NamedPeriods.in(it.entry().title(), 0).stream().findFirst();
        List<Optional<Period>> columns = new ArrayList<>();
        for (Prose prose : it.text().get().prose()) {
            String line = FullWidth.narrow(prose.text());
            if (line.strip().startsWith("|")) {
                row(it, prose, line, own, columns, all);
                continue;
            }
            columns.clear();
            if (!line.chars().anyMatch(Character::isDigit) || line.startsWith("#")) {
                continue;
            }
            int at = 0;
            for (String sentence : line.split("(?<=[。；;!?！？])")) {
                sentence(it, prose, sentence, at, day, all);
                at += sentence.length();
            }
        }
    }

    private void sentence(
            Statement it, Prose prose, String sentence, int start, LocalDate day, Map<String, List<Quantity>> all) {
        if (groups.stream().anyMatch(sentence::contains)) {
            return;
        }
        Optional<Period> period = Optional.empty();
        String before = "";
        int at = start;
        for (String clause : sentence.split("(?<=[，,、：:])")) {
            List<Period> named = NamedPeriods.in(clause, day.getYear());
            period = named.isEmpty() ? period : Optional.of(named.get(named.size() - 1));
            String plain = NamedPeriods.without(clause);
            Matcher found = QUANTITY.matcher(plain);
            if (found.find() && !OTHERS.matcher(clause).find() && named.size() < 2) {
                String label = EMPTY.matcher(found.group(1)).replaceAll("");
                boolean progress = period.isEmpty() && found.group(1).contains("已");
                label = label.isEmpty() ? before : label;
                before = label;
                Optional<Period> of =
                        progress ? Optional.of(new Period(LocalDate.of(day.getYear(), 1, 1), day, "")) : period;
                if (label.length() > 2) {
                    add(it, label, found.group(2), found.group(3), clause, of, position(prose, at), all);
                }
            } else {
                before = "";
            }
            at += clause.length();
        }
    }

    private static Value.Text position(Prose prose, int at) {
        return new Value.Text(
                "",
                prose.line(),
                1 + prose.text().codePointCount(0, Math.min(at, prose.text().length())));
    }

    /** A row of a table whose columns are periods, or what was done in that of the entry. */
    private void row(
            Statement it,
            Prose prose,
            String line,
            Optional<Period> own,
            List<Optional<Period>> columns,
            Map<String, List<Quantity>> all) {
        String[] cells = line.strip().replaceFirst("^\\|", "").split("\\|");
        if (columns.isEmpty()) {
            for (String cell : cells) {
                String name = cell.strip();
                List<Period> named =
                        NamedPeriods.in(name, own.map(of -> of.to().getYear()).orElse(0));
                columns.add(
                        DONE.matcher(name).matches()
                                ? own
                                : NamedPeriods.without(name).isEmpty()
                                        ? named.stream().findFirst()
                                        : Optional.empty());
            }
            return;
        }
        String label = EMPTY.matcher(cells[0].strip()).replaceAll("");
        for (int i = 1; i < cells.length && i < columns.size() && label.length() > 2; i++) {
            Matcher found = CELL.matcher(cells[i].strip());
            if (found.matches()) {
                String name = columns.get(i).map(Period::label).orElse("");
                add(
                        it,
                        label,
                        found.group(1),
                        found.group(2),
                        name + cells[0].strip() + found.group(),
                        columns.get(i),
                        position(prose, line.indexOf(cells[i])),
                        all);
            }
        }
    }

    private static void add(
            Statement it,
            String label,
            String number,
            String measure,
            String words,
            Optional<Period> period,
            Value.Text at,
            Map<String, List<Quantity>> all) {
        String thing = label.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
        period.filter(of -> of.from().getYear() == of.to().getYear()
                        && !of.to()
                                .isAfter(it.entry()
                                        .dates()
                                        .published()
                                        .toLocalDate()
                                        .plusDays(31)))
                .ifPresent(of -> all.computeIfAbsent(of.from().getYear() + thing + measure, any -> new ArrayList<>())
                        .add(new Quantity(
                                it,
                                words.replaceFirst("[，,、：:。；;]$", "").strip(),
                                new BigDecimal(number),
                                new Period(of.from(), of.to(), ""),
                                at)));
    }
}
