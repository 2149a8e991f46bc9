package org.gongkai.check.contradiction.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Value;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.PrefilteredPattern;
import org.gongkai.text.WrittenNumber;

/** Lines that are numbered: what their amounts add up to. */
public final class NumberedLines {

    /** A line that begins with its number: 一、 第一， 一是 1. （一） */
    private static final Pattern ITEM = Pattern.compile(
            "^\\s*(?:[-*+]\\s+)?(?:\\(?(?<han>[" + ChineseNumeral.TO_TEN + "]{1,2})(?<mark>、|\\)|是(?!否))|第(?<nth>["
                    + ChineseNumeral.TO_TEN + "])[,、是]|(?<digits>[0-9]{1,2})[.、](?![0-9]))");

    private static final PrefilteredPattern TOTAL =
            new PrefilteredPattern("(?:一共|合计|共计|总计|总共|共|用去|支出|开支)(?:为|是|了)?([0-9][0-9,]*(?:\\.[0-9]+)?)元");

    private static final PrefilteredPattern AMOUNT =
            new PrefilteredPattern("(?<![0-9.,])(?<!每[^,。0-9]{0,3}|单价|其中)([0-9][0-9,]*(?:\\.[0-9]+)?)元");

    private NumberedLines() {}

    /** @param found takes where, and the facts: 正文.各款总 and .各款和 */
    public static void read(List<Prose> lines, BiConsumer<Value.Text, Map<String, Comparable<?>>> found) {
        for (int i = 0; i < lines.size(); i++) {
            List<Prose> items = items(lines, i + 1);
            Prose before = lines.get(i);
            if (items.size() > 1 && ITEM.matcher(before.text()).lookingAt() == isOuter(before, items.get(0))) {
                total(before, items, found);
            }
        }
    }

    /** The items of one list that begins in a line: with numbers of one kind, from 1 on. */
    private static List<Prose> items(List<Prose> lines, int from) {
        List<Prose> items = new ArrayList<>();
        String kind = "";
        for (Prose line : lines.subList(Math.min(from, lines.size()), lines.size())) {
            Matcher item = ITEM.matcher(line.text());
            if (item.lookingAt()) {
                String its = kind(item);
                if (items.isEmpty() ? number(item) != 1 : !its.equals(kind) || number(item) != items.size() + 1) {
                    return items;
                }
                kind = its;
                items.add(line);
            } else if (items.isEmpty() && !line.text().isBlank()) {
                return items;
            }
        }
        return items;
    }

    private static boolean isOuter(Prose line, Prose first) {
        Matcher one = ITEM.matcher(line.text());
        Matcher other = ITEM.matcher(first.text());
        return one.lookingAt() && other.lookingAt() && !kind(one).equals(kind(other));
    }

    private static String kind(Matcher item) {
        return item.group("han") != null ? item.group("mark") : item.group("nth") != null ? "第" : ".";
    }

    private static int number(Matcher item) {
        String digits = item.group("digits");
        return digits != null
                ? Integer.parseInt(digits)
                : ChineseNumeral.parse(item.group("han") == null ? item.group("nth") : item.group("han"));
    }

    /** The amounts of the items, one of each, against the total that was announced. */
    private static void total(
            Prose before, List<Prose> items, BiConsumer<Value.Text, Map<String, Comparable<?>>> found) {
        List<MatchResult> totals = TOTAL.results(before.text());
        List<List<MatchResult>> amounts =
                items.stream().map(item -> AMOUNT.results(item.text())).toList();
        if (totals.size() == 1 && amounts.stream().allMatch(one -> one.size() == 1)) {
            BigDecimal total = WrittenNumber.read(totals.get(0).group(1)).orElse(BigDecimal.ZERO);
            BigDecimal sum = amounts.stream()
                    .flatMap(one -> WrittenNumber.read(one.get(0).group(1)).stream())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(total) != 0
                    && sum.subtract(total).abs().multiply(BigDecimal.valueOf(4)).compareTo(total) < 0) {
                found.accept(before.at(totals.get(0).start(), ""), Map.of("正文.各款总", total, "正文.各款和", sum));
            }
        }
    }
}
