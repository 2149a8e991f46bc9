package org.gongkai.check.contradiction.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Value;
import org.gongkai.problem.Position;
import org.gongkai.text.Characters;
import org.gongkai.text.Likeness;
import org.gongkai.text.MoneyText;
import org.gongkai.text.PrefilteredPattern;

/**
 * Numbers of which the rest of the text shows what they were to be: amounts in capitals beside others in digits, 万 in
 * one place only, numbers of a table with digits changed.
 *
 * @param lines the text with its numbers
 * @param cells the numbers of its tables, and their totals
 */
public record FigureSlips(List<Line> lines, Set<BigDecimal> cells) {

    private static final PrefilteredPattern CAPITALS =
            new PrefilteredPattern("[零壹贰叁肆伍陆柒捌玖拾佰仟万]+[元圆][零壹贰叁肆伍陆柒捌玖角分]*[整正]?");
    private static final PrefilteredPattern NUMBER =
            new PrefilteredPattern("(?<![0-9.])(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]++)(?:\\.[0-9]+)?+");

    /** Before a number that is of something else than the table. */
    private static final PrefilteredPattern OTHER = new PrefilteredPattern("[上去前]年|同期|预算|计划|比|增|减|原|以[上下]|电话|内线|编号|号");

    private static final Pattern AMOUNT = Pattern.compile("万?(?:人次|航次|班次)|[元册件户份张册条次]");

    /** Numbers with fewer digits may be alike by chance. */
    private static final int ENOUGH = 3;

    /** Less is no amount that is written in capitals. */
    private static final BigDecimal SMALLEST = BigDecimal.valueOf(50);

    /** A line in half-width characters with its numbers, which are read once for all that looks at them. */
    public record Line(int number, String text, List<MatchResult> figures) {

        /** Returns the lines of a text. */
        public static List<Line> of(List<Prose> lines) {
            return lines.stream()
                    .map(line -> new Line(line.line(), line.text(), FigureSlips.figures(line.text())))
                    .toList();
        }

        private boolean isRow() {
            return text.startsWith("|");
        }

        private Value.Text at(MatchResult it) {
            return new Value.Text("", number, 1 + text.codePointCount(0, it.start()));
        }
    }

    /** The numbers of a text, with and without marks between their digits. */
    static List<MatchResult> figures(String text) {
        return NUMBER.results(text);
    }

    /** Whether a number stands behind and before other characters than some. */
    private static boolean isBetween(String text, MatchResult it, String notBehind, String notBefore) {
        return notBehind.indexOf(Characters.at(text, it.start() - 1)) < 0
                && notBefore.indexOf(Characters.at(text, it.end())) < 0;
    }

    /**
     * A number of four digits and more, or of three behind some word.
     *
     * @param digits without marks between them; of three the word before them
     * @param before what stands before it in its clause, as far as it matters
     * @param unit the character behind it; empty for none, as in a table
     * @param at where it stands, with its digits and the unit
     */
    public record Large(String digits, String before, String unit, Value.Text at) {

        private static final Pattern LARGE = Pattern.compile("[0-9]{4}|[0-9]+,");

        private static final Pattern OTHER_CLAUSE = Pattern.compile("(?s).*[,、。;:|0-9]");

        /** What says nothing of what is counted. */
        private static final String COMMON = "共的了元全合计是为";

        /** Those that are compared with others behind the same word. */
        private static final Pattern SMALL = Pattern.compile("(?<=(\\p{IsHan}[\\p{IsHan}&&[^约各" + COMMON + "]])[,约各"
                + COMMON + "]{0,3})[0-9]{2}[1-9][元张本块株棵米方吨斤件份盏套把条袋箱]");

        /** Returns the numbers of lines; those without a unit only of tables, as they tell what stands elsewhere. */
        public static List<Large> in(List<Line> lines) {
            List<Large> all = new ArrayList<>();
            for (Line line : lines) {
                String text = line.text();
                Matcher small = SMALL.matcher(text).useTransparentBounds(true);
                for (MatchResult it : line.figures()) {
                    char behind = Characters.at(text, it.end());
                    String unit = Characters.isHan(behind) ? String.valueOf(behind) : "";
                    boolean isLarge = LARGE.matcher(it.group()).lookingAt() && (!unit.isEmpty() || line.isRow());
                    boolean isSmall =
                            !isLarge && small.region(it.start(), text.length()).lookingAt();
                    if ((isLarge || isSmall) && isBetween(text, it, isSmall ? ":〔-" : ",:〔-", ".:〕年-")) {
                        String digits = it.group().replace(",", "");
                        int column = line.at(it).column();
                        Value.Text at = new Value.Text(digits + unit, line.number(), column);
                        String near = text.substring(Math.max(0, it.start() - 8), it.start());
                        String before = isSmall
                                ? small.group(1)
                                : OTHER_CLAUSE.matcher(near).replaceFirst("");
                        all.add(new Large(isSmall ? before + digits : digits, before, unit, at));
                    }
                }
            }
            return all;
        }

        /** An amount in 元 of a header. */
        public static Large stated(String digits, String of, Position at) {
            return new Large(digits, of, "元", new Value.Text(digits + "元", at.line(), at.column()));
        }

        /** Its digits in order. */
        public String sorted() {
            return digits.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
        }

        /** Whether it is another one of which two digits that stand together were exchanged, of the same thing. */
        public boolean isTransposed(Large other) {
            int[] apart = IntStream.range(0, Math.min(digits.length(), other.digits.length()))
                    .filter(i -> digits.charAt(i) != other.digits.charAt(i))
                    .toArray();
            return sorted().equals(other.sorted())
                    && apart.length == 2
                    && apart[0] + 1 == apart[1]
                    && digits.replace("0", "").length() > 2
                    && !unit.isEmpty()
                    && unit.equals(other.unit)
                    && before.chars().anyMatch(c -> COMMON.indexOf(c) < 0 && other.before.indexOf(c) >= 0);
        }
    }

    /** Finds 正文.大写数, .大写的数 and .小写数; 正文.表外量 and .表内量. */
    public void read(BiConsumer<Value.Text, Map<String, Comparable<?>>> found) {
        Set<BigDecimal> plain = numbers(lines.stream(), false).collect(Collectors.toSet());
        Set<BigDecimal> told =
                numbers(lines.stream().filter(line -> !line.isRow()), false).collect(Collectors.toSet());
        Set<BigDecimal> known = Stream.concat(plain.stream(), cells.stream().map(FigureSlips::stripped))
                .collect(Collectors.toSet());
        numbers(lines.stream(), true).forEach(it -> known.add(stripped(it.movePointRight(4))));
        for (Line line : lines) {
            if (line.isRow()) {
                continue;
            }
            CAPITALS.results(line.text()).forEach(it -> capital(line.text(), it, known)
                    .ifPresent(facts -> found.accept(line.at(it), facts)));
            for (MatchResult it : line.figures()) {
                BigDecimal value = value(it);
                if (digits(value).length() < ENOUGH || !isPlain(line.text(), it)) {
                    continue;
                }
                if (!cells.contains(value)
                        && AMOUNT.matcher(line.text().substring(it.end())).lookingAt()
                        && !OTHER.isIn(before(line.text(), it, "(?s).*[,、。;]"))) {
                    cells.stream()
                            .filter(cell -> !told.contains(stripped(cell)) && isMixedUp(value, cell))
                            .findFirst()
                            .ifPresent(cell -> found.accept(line.at(it), Map.of("正文.表外量", value, "正文.表内量", cell)));
                }
            }
        }
    }

    /** Whether a number is none of a share, a time, a document or a range. */
    private static boolean isPlain(String text, MatchResult it) {
        return isBetween(text, it, ":〔-", "%〕:-");
    }

    private static Stream<BigDecimal> numbers(Stream<Line> lines, boolean ofTenThousands) {
        return lines.flatMap(line -> line.figures().stream()
                .filter(it -> isPlain(line.text(), it) && line.text().startsWith("万", it.end()) == ofTenThousands)
                .map(FigureSlips::value));
    }

    private static Optional<Map<String, Comparable<?>>> capital(String line, MatchResult it, Set<BigDecimal> known) {
        BigDecimal written =
                MoneyText.capitals(it.group()).map(FigureSlips::stripped).orElse(BigDecimal.ZERO);
        String figures = WrittenFigures.all(line).text();
        List<BigDecimal> numbers = figures(figures).stream()
                .filter(number -> isPlain(figures, number))
                .map(FigureSlips::value)
                // Not itself, which is in digits here.
                .filter(value -> value.compareTo(written) != 0)
                .limit(12)
                .toList();
        Set<BigDecimal> made = new HashSet<>(known);
        List<BigDecimal> near = new ArrayList<>(known);
        IntStream.range(0, numbers.size()).forEach(i -> numbers.subList(0, i)
                .forEach(other -> near.add(0, stripped(other.multiply(numbers.get(i))))));
        made.addAll(near);
        return written.signum() == 0
                        || made.contains(written)
                        || before(line, it, ".*[,、。;]").matches(".*[每1一各][^,]{0,3}")
                ? Optional.empty()
                : near.stream()
                        .filter(number -> number.compareTo(SMALLEST) >= 0
                                && Math.abs(places(number) - places(written)) < 2
                                && isSlip(written, number))
                        .min(Comparator.comparing(number -> Math.abs(places(number) - places(written))))
                        .map(number -> Map.of("正文.大写数", it.group(), "正文.大写的数", written, "正文.小写数", number));
    }

    /**
     * Whether a number may be another one that was written wrong: its digits in another order, with more zeros or
     * fewer, or one of them another.
     */
    public static boolean isSlip(BigDecimal one, BigDecimal other) {
        String first = digits(one);
        String second = digits(other);
        if (one.compareTo(other) == 0 || other.signum() <= 0) {
            return false;
        }
        return sorted(first).equals(sorted(second)) || first.length() >= ENOUGH && isOneOff(one, other);
    }

    /** Whether so many digits are those of another number in another order, or all but one of more are the same. */
    static boolean isMixedUp(BigDecimal one, BigDecimal other) {
        return places(one) == places(other)
                && one.compareTo(other) != 0
                && (sorted(digits(one)).equals(sorted(digits(other)))
                        || places(one) > ENOUGH + 1 && isOneOff(one, other));
    }

    /** Whether a number is another one but for one digit, or by no more than a tenth of it. */
    static boolean isNear(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) != 0
                && (places(one) > 1 && isOneOff(one, other)
                        || one.subtract(other).abs().movePointRight(1).compareTo(other.abs()) <= 0);
    }

    private static boolean isOneOff(BigDecimal one, BigDecimal other) {
        return Likeness.isOneOff(one.toPlainString(), stripped(other).toPlainString());
    }

    private static List<Integer> sorted(String digits) {
        return digits.chars().filter(c -> c != '0').sorted().boxed().toList();
    }

    private static int places(BigDecimal number) {
        return number.precision() - number.scale();
    }

    private static String digits(BigDecimal number) {
        return number.stripTrailingZeros().unscaledValue().abs().toString();
    }

    private static BigDecimal value(MatchResult it) {
        return stripped(new BigDecimal(it.group().replace(",", "")));
    }

    private static BigDecimal stripped(BigDecimal number) {
        return number.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    private static String before(String line, MatchResult it, String except) {
        return line.substring(0, it.start()).replaceFirst(except, "");
    }
}
