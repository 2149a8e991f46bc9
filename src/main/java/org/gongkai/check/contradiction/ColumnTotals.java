package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.ProseFactReader.Sentence;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Value;
import org.gongkai.io.Memoized;
import org.gongkai.text.FullWidth;
import org.gongkai.text.PrefilteredPattern;
import org.gongkai.text.WrittenNumber;

/** What a text says of the totals of a table. */
final class ColumnTotals {

    /** The end of a name that says what is counted; texts leave it out. */
    private static final Pattern UNIT =
            Pattern.compile("(金额|总额|人数|户数|次数)?(?:\\((?:单位:)?(元|人|名|户|次|条|项|件|个|份|小时|学时)\\))?$");

    private static final Map<String, String> UNITS = Map.of("金额", "元", "总额", "元", "人数", "[人名]", "户数", "户", "次数", "次");

    /** Of another time, or of each. */
    private static final PrefilteredPattern OTHER =
            new PrefilteredPattern("上年|去年|前年|上[季月]|往年|同期|累计|截至|(?:计划|预算|每|均|标准|目标|其中|比)[^，,]*$");

    private static final String NUMBER = "\\s?([0-9][0-9,]*(?:\\.[0-9]+)?)";
    private static final String ALTOGETHER = "(?:一共|合计|共计|总计|总共|共|全年)(?:为|是)?";

    /** In longer columns two cells are not added, as there are too many pairs. */
    private static final int MOST_PAIRED = 200;

    private ColumnTotals() {}

    /**
     * Returns the totals of columns that a text states otherwise and nowhere right: 正文.列总, 正文.列和 and 正文.列. Several
     * different numbers, and those that cells have together, are of something else.
     */
    static List<Sentence> read(TableColumns table, List<Prose> lines) {
        List<String> names = table.names();
        List<List<Value.Text>> rows = table.rows();
        List<Sentence> misfits = new ArrayList<>();
        List<Prose> told =
                lines.stream().filter(line -> !line.text().startsWith("|")).toList();
        boolean hasParts = rows.stream()
                .flatMap(List::stream)
                .anyMatch(cell -> BodyTables.PART.matcher(cell.text()).lookingAt());
        for (int i = 0; !hasParts && i < names.size(); i++) {
            int column = i;
            List<BigDecimal> numbers = rows.stream()
                    .flatMap(row -> WrittenNumber.read(row.get(column).text()).stream())
                    .toList();
            BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (numbers.size() > 1
                    && numbers.size() == rows.size()
                    && names.get(i).length() > 1
                    && !BodyTables.NO_SUM.matcher(names.get(i)).find()
                    && !FieldLabels.stands(sum, told)) {
                Memoized<Set<BigDecimal>> parts = new Memoized<>(() -> parts(numbers, sum));
                Pattern stated = stated(names.get(i));
                List<Sentence> said = told.stream()
                        .flatMap(line -> stated.matcher(FullWidth.narrow(line.text()))
                                .results()
                                .filter(found -> !OTHER.isIn(
                                        line.text().substring(0, found.start()).replaceFirst("(?s).*[。；;]", "")))
                                .map(found -> Sentence.of(
                                        line.text(),
                                        Map.of(
                                                "正文.列总", number(found),
                                                "正文.列和", sum,
                                                "正文.列", names.get(column).replaceFirst("\\(.*", "")),
                                        line.at(found.start(), ""))))
                        .filter(it ->
                                !parts.get().contains(it.facts().get("正文.列总").value()))
                        .toList();
                if (said.stream()
                                .map(it -> it.facts().get("正文.列总").value())
                                .distinct()
                                .count()
                        == 1) {
                    misfits.add(said.get(0));
                }
            }
        }
        return misfits;
    }

    private static BigDecimal number(MatchResult found) {
        return Stream.of(1, 2, 3, 4, 5)
                .map(found::group)
                .filter(Objects::nonNull)
                .map(it -> new BigDecimal(it.replace(",", "")).stripTrailingZeros())
                .findFirst()
                .orElseThrow();
    }

    /** How texts state the total of a column: 学时共20, 共20学时; of 实交金额 also 实交20元. */
    private static Pattern stated(String name) {
        Matcher end = UNIT.matcher(name);
        String stem = end.find() ? name.substring(0, end.start()) : name;
        String bare =
                name.startsWith("得票") ? "票(?=[,，](?:没有|无)(?:人)?弃权)" : Pattern.quote(name.replaceFirst("\\(.*", ""));
        String unit = end.group(2) == null ? UNITS.get(String.valueOf(end.group(1))) : end.group(2);
        String ofStem = unit == null || stem.length() < 2
                ? "()(?!)"
                : Pattern.quote(stem) + "(?:金额|总额|[人户次]?数)?(?:" + ALTOGETHER + "|[为是了:])?" + NUMBER + "\\s?" + unit;
        return Pattern.compile(ofStem + "|(?<!\\p{IsHan})" + bare + ALTOGETHER + NUMBER + "|" + ALTOGETHER
                + "[^0-9,。;]{0,4}" + NUMBER + "\\s?个?" + bare + "|[0-9][次期讲]、" + NUMBER + "个?(?=[学课]时)" + bare
                + "|(?<![0-9.第])"
                + NUMBER + "个" + bare + "(?:都|全部|均|已)");
    }

    /** Cells, sums of two of them, of those up to one, and of all but one. */
    private static Set<BigDecimal> parts(List<BigDecimal> cells, BigDecimal sum) {
        Stream.Builder<BigDecimal> parts = Stream.builder();
        BigDecimal before = BigDecimal.ZERO;
        for (int i = 0; i < cells.size(); i++) {
            BigDecimal cell = cells.get(i);
            before = before.add(cell);
            parts.add(cell).add(before).add(sum.subtract(cell));
            cells.subList(0, cells.size() > MOST_PAIRED ? 0 : i).forEach(other -> parts.add(cell.add(other)));
        }
        return parts.build().map(BigDecimal::stripTrailingZeros).collect(Collectors.toSet());
    }
}
