package org.gongkai.check.contradiction.sentence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.input.data.Value;
import org.gongkai.text.DateText;
import org.gongkai.text.PrefilteredPattern;
import org.gongkai.text.WrittenNumber;

/** The days, spans or months in the rows of a table, of which each follows the one before, as in a rota. */
public record DayRows(List<List<Value.Text>> rows, int year, BiConsumer<Value.Text, Map<String, Comparable<?>>> found) {

    private static final Pattern SPAN = Pattern.compile(
            "(?:[0-9]{4}年)?([0-9]{1,2}月)(?:([0-9]{1,2}日)(?:[至到—-]([0-9]{1,2}月)?([0-9]{1,2}日))?)?(?:\\(.*|之?以?前|起)?");

    private static final PrefilteredPattern NOTICE = new PrefilteredPattern("公示(?!结果)");
    private static final PrefilteredPattern RESULT = new PrefilteredPattern("选举|大会|表决|公布|表彰|印发|发放|批准|任命|聘任|颁奖|转正|接收");

    /** Columns of a table whose rows follow each other in time. */
    private static final Set<String> STAGE = Set.of("阶段", "步骤", "环节", "工作阶段", "工作步骤");

    /** What items of a list are about that follow each other; what is merely arranged may stand in any order. */
    private static final PrefilteredPattern STEP = new PrefilteredPattern(
            "阶段|推荐|公示|选举|审[查批]|批复|报名|动员|启动|准备|筹备|自查|摸底|排查|征[集求]|初[审评赛]|复[审评赛]|决赛|评[选审]|汇总|整改|验收|实施|上报");

    /** Fewer rows do not show that they follow each other; a longer gap is none. */
    private static final int ENOUGH = 4;

    /** Of spans fewer suffice. */
    private static final int SPANS = 3;

    private static final int HALF_A_YEAR = 183;

    /** The first and the last day of a row, or its month. */
    private record Span(long from, long to) {

        private static final long MONTHS = 12;

        String next() {
            return to < MONTHS
                    ? to + 1 + "月"
                    : DateText.chinese(LocalDate.ofEpochDay(to + 1)).substring(5);
        }

        LocalDate first() {
            return LocalDate.ofEpochDay(from);
        }

        long length() {
            return to - from + 1;
        }
    }

    /** Finds 正文.行里日 and 正文.应是日; 正文.表起, .表止, .表天 and .缺的日; and 正文.表里数 of a number of days. */
    public void read(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            List<Span> spans = rows.stream()
                    .flatMap(row -> span(row.get(column).text()).stream())
                    .toList();
            if (spans.size() < rows.size()
                    || spans.size() < SPANS
                    || spans.get(0).to() < Span.MONTHS && spans.size() < ENOUGH) {
                continue;
            }
            steps(column, names, spans);
            if (spans.size() >= ENOUGH || spans.stream().allMatch(it -> it.from() < it.to())) {
                follow(column, spans);
                lengths(names.indexOf("天数"), spans);
            }
        }
    }

    /** Finds 正文.公示步止 and 正文.结果步日; and 正文.步日 and 正文.前步日 of the only row before the one above it. */
    private void steps(int column, List<String> names, List<Span> spans) {
        int last = spans.size() - 1;
        List<String> about = rows.stream()
                .map(row -> row.stream().map(Value.Text::text).collect(Collectors.joining(" ")))
                .toList();
        List<Integer> back = IntStream.rangeClosed(1, spans.get(0).to() < Span.MONTHS ? 0 : last)
                .filter(i -> spans.get(i).from() < spans.get(i - 1).from())
                .boxed()
                .toList();
        boolean isFirst = column == 0
                        && (!names.equals(DatedLines.COLUMNS)
                                || about.stream().filter(STEP::isIn).count() > 1)
                || column == 1 && names.get(0).equals("序号")
                || names.stream().limit(column).anyMatch(STAGE::contains);
        if (isFirst && back.size() == 1) {
            int i = back.get(0);
            // A year may end between two rows.
            if (spans.get(i - 1).from() - spans.get(i).from() < HALF_A_YEAR) {
                found.accept(
                        rows.get(i).get(column),
                        Map.of(
                                "正文.步日",
                                spans.get(i).first(),
                                "正文.前步日",
                                spans.get(i - 1).first()));
            }
        }
        for (int i = 0; i < last; i++) {
            for (int j = i + 1;
                    NOTICE.isIn(about.get(i)) && j <= last && spans.get(0).to() > Span.MONTHS;
                    j++) {
                if (!NOTICE.isIn(about.get(j))
                        && RESULT.isIn(about.get(j))
                        && spans.get(j).from() <= spans.get(i).to()) {
                    found.accept(
                            rows.get(i).get(column),
                            Map.of(
                                    "正文.公示步止",
                                    LocalDate.ofEpochDay(spans.get(i).to()),
                                    "正文.结果步日",
                                    spans.get(j).first()));
                    return;
                }
            }
        }
    }

    private Optional<Span> span(String text) {
        Matcher it = SPAN.matcher(text);
        if (!it.matches()) {
            return Optional.empty();
        }
        if (it.group(2) == null) {
            return WrittenNumber.read(it.group(1)).map(month -> new Span(month.longValue(), month.longValue()));
        }
        String month = it.group(3) == null ? it.group(1) : it.group(3);
        return DateText.day(year + "年" + it.group(1) + it.group(2)).flatMap(from -> (it.group(4) == null
                        ? Optional.of(from)
                        : DateText.day(year + "年" + month + it.group(4)))
                .map(to -> new Span(from.toEpochDay(), to.toEpochDay())));
    }

    private void follow(int column, List<Span> spans) {
        long[] gaps = IntStream.range(1, spans.size())
                .mapToLong(i -> spans.get(i).from() - spans.get(i - 1).to())
                .toArray();
        int[] odd = IntStream.range(0, gaps.length).filter(i -> gaps[i] != 1).toArray();
        long back = IntStream.of(odd).filter(i -> gaps[i] < 1).count();
        boolean isSpan = spans.stream().anyMatch(it -> it.from() != it.to());
        for (int i : odd) {
            // A row in the wrong place leaves as much room on one side as it takes on the other.
            boolean isMoved =
                    i + 1 < gaps.length && gaps[i] != 1 && gaps[i] + gaps[i + 1] == 2 && odd.length < gaps.length;
            if (back == 1 && (isMoved || isSpan && odd.length == 1)) {
                Value.Text cell = rows.get(i + 1).get(column);
                String written = cell.text().replaceFirst("[至到—(-].*", "");
                found.accept(
                        cell, Map.of("正文.行里日", written, "正文.应是日", spans.get(i).next()));
                return;
            }
        }
        Map<String, Comparable<?>> all = new HashMap<>();
        if (back == 0 && odd.length < 2 && spans.get(0).to() > Span.MONTHS) {
            all.put("正文.表起", LocalDate.ofEpochDay(spans.get(0).from()));
            all.put("正文.表止", LocalDate.ofEpochDay(spans.get(gaps.length).to()));
            all.put(
                    "正文.表天",
                    BigDecimal.valueOf(spans.stream().mapToLong(Span::length).sum()));
            if (odd.length == 1 && gaps[odd[0]] < ENOUGH) {
                all.put("正文.缺的日", spans.get(odd[0]).next());
            }
            found.accept(rows.get(0).get(column), all);
        }
    }

    private void lengths(int column, List<Span> spans) {
        List<Integer> wrong = IntStream.range(0, column < 0 ? 0 : spans.size())
                .filter(i -> WrittenNumber.read(rows.get(i).get(column).text())
                        .filter(it -> it.longValue() != spans.get(i).length())
                        .isPresent())
                .boxed()
                .toList();
        if (wrong.size() == 1) {
            Value.Text cell = rows.get(wrong.get(0)).get(column);
            String right = String.valueOf(spans.get(wrong.get(0)).length());
            found.accept(cell, Map.of("正文.表里数", cell.text(), "正文.表里应是", right, "正文.列", "天数", "正文.算法", "起止日期算的天数"));
        }
    }
}
