package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Value;
import org.gongkai.problem.Problem;
import org.gongkai.text.FullWidth;

/**
 * Tells of one figure that two papers of different kinds give otherwise in sentences that tell the same: 换表1213只，其中返修9只
 * and 全年换表1231只，其中返修9只. Such sentences have words in common that hardly any other paper has.
 */
final class SharedFigures {

    /** A word is rare if so many papers have it at most. */
    private static final int RARE = 3;

    /** So many days apart two meetings or activities may tell of one fact. */
    private static final int NEAR = 31;

    private static final Pattern FIGURE = Pattern.compile(
            "(?<![0-9.第〔A-Za-z/~-])([0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?)(%|(?![年月日时点分号])\\p{IsHan})(\\p{IsHan}{0,4})");

    private static final Pattern WHEN =
            Pattern.compile("第.季度|[上下]半年|全年|[本上]月|[0-9]{1,2}月(?:[0-9]{1,2}日)?|第.{1,2}[次期批轮]|(?:19|20)[0-9]{2}年");
    private static final Pattern BEFORE = Pattern.compile("\\p{IsHan}{2}$");
    /** All up to the last character in front of a number that is no Han character. */
    private static final Pattern MARK = Pattern.compile("^.*\\P{IsHan}");

    private static final Pattern INEXACT = Pattern.compile("[约近]$|(?:同期|[上去]年)[^,]*$|应[到交]|实[到交]|到会|赞成|反对|弃权|选票");

    /** A sentence, and its figures. */
    record Line(String text, int line, List<Figure> figures) {}

    /**
     * @param value the number
     * @param which the words that tell which of several it is
     * @param names its unit behind the two characters before it, and before those behind it
     */
    record Figure(String value, String which, List<String> names, String shown, int column) {

        boolean isOfSame(Figure other) {
            return which.equals(other.which) && names.stream().anyMatch(other.names::contains);
        }
    }

    /** A sentence of a paper. */
    private record Said(Statement of, Line line, int order) {

        Optional<LocalDate> day() {
            return Stream.of("会议.时间", "活动日期", "学习时间", "大会日期")
                    .flatMap(name -> of.day(name).stream())
                    .findFirst();
        }

        /** Whether both may be about one time. */
        boolean canBe(Said other) {
            Optional<LocalDate> day = day();
            Optional<LocalDate> second = other.day();
            Set<String> when = when(line.text());
            Set<String> then = when(other.line.text());
            return !of.entry().kinds().equals(other.of.entry().kinds())
                    && of.entry().years().stream().anyMatch(other.of.entry().years()::contains)
                    && (when.isEmpty() || then.isEmpty() || when.stream().anyMatch(then::contains))
                    && (day.isEmpty()
                            || second.isEmpty()
                            || Math.abs(ChronoUnit.DAYS.between(day.get(), second.get())) <= NEAR);
        }

        private static Set<String> when(String text) {
            return WHEN.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
        }
    }

    private SharedFigures() {}

    /** Returns the sentences of a text that have figures. */
    static List<Line> read(EntryText text) {
        List<Line> lines = new ArrayList<>();
        for (Prose prose : text.prose()) {
            if (!prose.text().strip().startsWith("|")) {
                read(prose.text(), prose.line(), start -> 1 + prose.text().codePointCount(0, start), lines);
            }
        }
        text.entry().own().forEach(own -> texts(own.value())
                .forEach(it -> read(it.text(), it.line(), start -> it.column(), lines)));
        return lines;
    }

    private static Stream<Value.Text> texts(Value value) {
        return value instanceof Value.Items items
                ? items.items().stream().flatMap(SharedFigures::texts)
                : value instanceof Value.Fields group
                        ? group.fields().stream().flatMap(cell -> texts(cell.value()))
                        : Stream.of((Value.Text) value);
    }

    private static void read(String typed, int line, IntUnaryOperator column, List<Line> lines) {
        String text = FullWidth.narrow(typed);
        for (MatchResult sentence :
                PassageReader.SENTENCE.matcher(text).results().toList()) {
            List<Figure> figures = new ArrayList<>();
            for (MatchResult it : FIGURE.matcher(sentence.group()).results().toList()) {
                String lead = PassageReader.lead(sentence.group().substring(0, it.start()));
                Matcher before = BEFORE.matcher(lead);
                List<String> names = new ArrayList<>();
                if (before.find()) {
                    names.add(before.group() + it.group(2));
                }
                if (it.group(3).length() > 1) {
                    names.add(it.group(2) + it.group(3).substring(0, 2));
                }
                if (!INEXACT.matcher(lead).find()) {
                    String shown = MARK.matcher(sentence.group().substring(Math.max(0, it.start() - 4), it.start()))
                                    .replaceFirst("")
                            + it.group();
                    figures.add(new Figure(
                            it.group(1).replace(",", ""),
                            PassageReader.which(MARK.matcher(lead).replaceFirst(""), it.group(3)),
                            names,
                            shown,
                            column.applyAsInt(sentence.start() + it.start(1))));
                }
            }
            if (!figures.isEmpty()) {
                lines.add(new Line(sentence.group(), line, figures));
            }
        }
    }

    /** @param lines returns the sentences of the text of an entry that have figures */
    static void check(List<Statement> statements, Function<Statement, List<Line>> lines, Consumer<Problem> problems) {
        List<Statement> sorted = statements.stream()
                .sorted(Comparator.comparing(
                                (Statement it) -> it.entry().dates().published())
                        .thenComparing(it -> it.entry().path()))
                .toList();
        Map<String, List<Said>> rare = new HashMap<>();
        List<Said> all = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            for (Line line : lines.apply(sorted.get(i))) {
                Said said = new Said(sorted.get(i), line, i);
                all.add(said);
                words(said).forEach(word -> rare.computeIfAbsent(word, any -> new ArrayList<>())
                        .add(said));
            }
        }
        rare.values()
                .removeIf(it -> it.stream().mapToInt(Said::order).distinct().count() > RARE);
        for (Said said : all) {
            Map<Said, Integer> common = new LinkedHashMap<>();
            words(said).stream()
                    .flatMap(word -> rare.getOrDefault(word, List.of()).stream())
                    .filter(it -> it.order() < said.order())
                    .forEach(it -> common.merge(it, 1, Integer::sum));
            common.forEach((it, words) -> {
                if (words > 1 && said.canBe(it)) {
                    compare(said, it, words, problems);
                }
            });
        }
    }

    private static Set<String> words(Said said) {
        return Likeness.pairs(Matters.ANY.matcher(said.line().text()).replaceAll(" "));
    }

    private static void compare(Said said, Said other, int words, Consumer<Problem> problems) {
        List<Figure> left = new ArrayList<>(said.line().figures());
        List<Figure> right = new ArrayList<>(other.line().figures());
        List<Figure> same = left.stream()
                .filter(it -> right.removeIf(
                        second -> second.isOfSame(it) && second.value().equals(it.value())))
                .toList();
        left.removeAll(same);
        left.removeIf(it -> right.stream().noneMatch(it::isOfSame));
        List<Figure> different =
                left.size() == 1 ? right.stream().filter(left.get(0)::isOfSame).toList() : List.of();
        String both = said.line().text() + "\n" + other.line().text();
        if (different.size() == 1
                && words + same.size() > 2
                && isMisspelt(left.get(0).value(), different.get(0).value(), !same.isEmpty())
                && !Matters.WHY.matcher(both).find()
                && !Passage.isExplained(
                        new BigDecimal(left.get(0).value()),
                        new BigDecimal(different.get(0).value()),
                        both)) {
            problems.accept(Problem.warning(
                    "W399",
                    said.of().entry().path(),
                    said.line().line(),
                    left.get(0).column(),
                    Matters.message(
                            left.get(0).shown(),
                            other.of().entry(),
                            different.get(0).shown()),
                    Matters.HINT));
        }
    }

    /**
     * Whether a number is another one with a wrong digit, or with digits in another order.
     *
     * @param isSure whether other numbers agree, so that one of a single digit is no other number
     */
    private static boolean isMisspelt(String one, String other, boolean isSure) {
        long wrong = IntStream.range(0, Math.min(one.length(), other.length()))
                .filter(i -> one.charAt(i) != other.charAt(i))
                .count();
        boolean isExchanged = Arrays.equals(
                one.chars().sorted().toArray(), other.chars().sorted().toArray());
        return one.length() == other.length() && (wrong == 1 || isExchanged) && (isSure || one.length() > 1);
    }
}
