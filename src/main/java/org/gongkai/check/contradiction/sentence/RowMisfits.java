package org.gongkai.check.contradiction.sentence;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.gongkai.input.data.Value;
import org.gongkai.text.PrefilteredPattern;

/** What a row of a table has, or has not, unlike all the others. */
public record RowMisfits(
        List<String> names, List<List<Value.Text>> rows, BiConsumer<Value.Text, Map<String, Comparable<?>>> found) {

    /** Columns of people of whom one must not be the other. */
    private static final Pattern ROLE =
            Pattern.compile(".*(?:[带值副主替备晚早白夜中]班|经手|验收|复核|审核|核对|证明|保管|监督|监护|操作|[甲乙]岗|[AB]角).*");

    private static final Pattern NEEDED =
            Pattern.compile("责任人|负责人|承办人?|牵头.*|时限|完成时限|时间|日期|地点|[带值副]班.*|轮值人|主讲人?|措施|整改措施|领学人?|主持人?");

    private static final Pattern REFUSED = Pattern.compile("(?:未|不予|没有|不)采纳|未通过|不同意");
    private static final Pattern OPEN = Pattern.compile("在办|[理办]中$|正在|^待");
    private static final Pattern REASON = Pattern.compile("理由|原因|未采纳理由");
    private static final PrefilteredPattern ONE_TURN =
            new PrefilteredPattern("(?<=[一每])人(?:值|带|轮|各)?(?:班|值)?一(?:天|班|次|月|周|个月)|各一[天班次]");

    private static final Pattern NAME = Pattern.compile("\\p{IsHan}{2,4}");

    /** Fewer rows do not show what is usual. */
    private static final int ENOUGH = 4;

    /**
     * Finds 正文.同一人 in two columns of roles; 正文.缺栏, a column that only this row leaves empty, or that of the reason why
     * something was refused; and 正文.排两次, the second turn of somebody, or of a quarter, where all others have one.
     *
     * @param text the whole text: whether it speaks of reasons, and says that each has one turn
     */
    public void read(String text) {
        boolean hasOneTurn = rows.size() >= ENOUGH && ONE_TURN.isIn(text);
        for (int column = 0; column < names.size(); column++) {
            if (hasOneTurn || rows.size() >= ENOUGH && names.get(column).equals("季度")) {
                twice(column);
            }
            for (int other = column + 1; other < names.size() && is(ROLE, column); other++) {
                if (is(ROLE, other)) {
                    same(column, other);
                }
            }
            int empty = column;
            List<List<Value.Text>> without =
                    rows.stream().filter(row -> row.get(empty).isBlank()).toList();
            boolean isOdd = is(NEEDED, column)
                    && without.size() == 1
                    && rows.size() >= ENOUGH
                    && !(names.get(column).endsWith("日期")
                            && without.get(0).stream()
                                    .anyMatch(it -> OPEN.matcher(it.text()).find()));
            boolean isReason = is(REASON, column) && (text.contains("理由") || without.size() < rows.size());
            without.stream()
                    .filter(row -> isOdd && !row.stream().allMatch(Value.Text::isBlank)
                            || isReason
                                    && row.stream().anyMatch(it -> REFUSED.matcher(it.text())
                                            .matches()))
                    .forEach(row -> found.accept(row.get(empty), Map.of("正文.缺栏", names.get(empty))));
        }
    }

    private boolean is(Pattern kind, int column) {
        return kind.matcher(names.get(column)).matches();
    }

    private void same(int column, int other) {
        List<List<Value.Text>> same = rows.stream()
                .filter(row -> NAME.matcher(row.get(column).text()).matches()
                        && row.get(column).text().equals(row.get(other).text()))
                .toList();
        if (same.size() == 1 && rows.size() >= ENOUGH) {
            Value.Text at = same.get(0).get(other);
            found.accept(at, Map.of("正文.同一人", at.text(), "正文.两栏", names.get(column) + "、" + names.get(other)));
        }
    }

    private void twice(int column) {
        Set<String> seen = new HashSet<>();
        List<Value.Text> again = rows.stream()
                .map(row -> row.get(column))
                .filter(cell -> !seen.add(bare(cell)))
                .toList();
        if (again.size() == 1 && seen.stream().allMatch(it -> NAME.matcher(it).matches())) {
            found.accept(again.get(0), Map.of("正文.排两次", bare(again.get(0))));
        }
    }

    private static String bare(Value.Text cell) {
        return cell.text().replaceAll("^[,、:]|[,、;。]$", "");
    }
}
