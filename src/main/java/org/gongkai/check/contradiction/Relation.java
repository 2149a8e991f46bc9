package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.sentence.OtherNumbers;
import org.gongkai.input.data.Key;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.problem.Position;
import org.gongkai.problem.Problem;
import org.gongkai.text.Likeness;

/**
 * A relation that facts of an entry have if nothing is wrong.
 *
 * @param scope what it is about
 * @param comparison what is compared
 * @param report what is told if it does not hold
 */
@Key.Group("例如：{代码: W288, 左: 会议.实到, 是: 不多于, 右: 会议.应到, 说: ……, 改: ……}")
record Relation(@Key("") Scope scope, @Key("") Comparison comparison, @Key("") Report report) {

    /**
     * What a relation is about.
     *
     * @param trait the trait that one of the kinds of the entry must have; empty for all entries
     * @param title the words that the title of the entry must have; empty if any will do
     * @param only the words that the sentence, or the title if the left side is of the header, must have; empty for any
     * @param unless the words because of which the whole text is left alone; empty for none
     * @param when what must be 0, such as {@code 正文.收到-办理情况.数}: a list of only some items contradicts nothing
     */
    record Scope(
            @Key("特征 trait") Optional<Trait> trait,
            @Key("标题 title") Optional<Pattern> title,
            @Key("若 if") Optional<Pattern> only,
            @Key("除非 unless") Optional<Pattern> unless,
            @Key("当 when") Optional<Formula> when) {

        boolean includes(Entry entry, CharSequence text) {
            return (trait.isEmpty()
                            || entry.kinds().stream()
                                    .anyMatch(kind -> !kind.words(trait.get()).isEmpty() && !kind.is(trait.get(), "否")))
                    && (title.isEmpty() || title.get().matcher(entry.title()).find())
                    && (unless.isEmpty() || !unless.get().matcher(text).find());
        }

        /** The same, and whether a sentence or a title has the words that are asked for. */
        boolean includes(Entry entry, String said, CharSequence text) {
            return (only.isEmpty() || only.get().matcher(said).find()) && includes(entry, text);
        }
    }

    /**
     * How two sides compare.
     *
     * @param left what is compared
     * @param sign how
     * @param right with what
     * @param or a fact of the body, of which one statement that fits in place of the left side suffices
     * @param others whether it suffices that the left side follows from other numbers of the sentence: 比 as a
     *     percentage, 量 as a sum, a difference or a product
     * @param tolerance how far equal numbers may lie apart, and by how many days a day may miss
     * @param far days that lie further apart than this many days are not compared, as their year was not written, nor
     *     numbers that lie further apart than this many times the right one
     */
    record Comparison(
            @Key(value = "左 left", required = true) Formula left,
            @Key(value = "是 is", required = true) Sign sign,
            @Key(value = "右 right", or = "0") Formula right,
            @Key("或 or") Optional<String> or,
            @Key("另算 others") String others,
            @Key(value = "误差 tolerance", or = "0") BigDecimal tolerance,
            @Key(value = "远 far", or = "100000") BigDecimal far) {

        /** Comparisons of the names on both sides. */
        private static final Set<Sign> NAMES = EnumSet.of(Sign.NOT_AMONG, Sign.AMONG, Sign.IN);

        enum Sign implements Key.Words {
            EQUAL("等于"),
            AT_MOST("不多于"),
            AT_LEAST("不少于"),
            MORE("多于"),
            NOT_BEFORE("不早于"),
            NOT_AFTER("不晚于"),
            /** Names of places that may be one. */
            PLACE("同处"),
            /** Titles that may be of one text. */
            SUBJECT("同题"),
            /** Words that are the same or quite different. */
            NOT_NEARLY("不是近似"),
            NOT("不是"),
            /** No name or number of the left side is one of the right. */
            NOT_AMONG("不在"),
            /** Either every name of the left side is one of the right, or none is: then they are about others. */
            AMONG("都在"),
            /** Every name or number of the left side is one of the right. */
            IN("在其中"),
            /** A day or a time that exists; there is no right side. */
            EXISTS("存在");

            private final String word;

            Sign(String word) {
                this.word = word;
            }

            @Override
            public List<String> words() {
                return List.of(word);
            }

            private boolean holds(int compared) {
                return switch (this) {
                    case EQUAL, PLACE, SUBJECT, NOT_NEARLY -> compared == 0;
                    case NOT -> compared != 0;
                    case AT_MOST, NOT_AFTER -> compared <= 0;
                    case AT_LEAST, NOT_BEFORE -> compared >= 0;
                    case MORE -> compared > 0;
                    case NOT_AMONG, AMONG, IN, EXISTS -> true;
                };
            }
        }

        /** Whether two values compare so, or what else is said makes up for it; see {@link Relation#check}. */
        boolean holds(
                Comparable<?> value,
                Comparable<?> second,
                String sentence,
                Function<String, Stream<Comparable<?>>> every) {
            return holds(value, second)
                    || or.isPresent() && every.apply(or.get()).anyMatch(it -> holds(it, second))
                    || value instanceof BigDecimal number && OtherNumbers.follows(number, others, sentence, tolerance);
        }

        /** What is told of the left side: a value, or the names in it that are wrong. */
        String shown(Comparable<?> value, Comparable<?> second) {
            return NAMES.contains(sign) ? wrong(value, second) : StatedFact.text(value);
        }

        private boolean holds(Comparable<?> one, Comparable<?> other) {
            if (sign == Sign.EXISTS) {
                return !(one instanceof String);
            }
            if (NAMES.contains(sign)) {
                String wrong = wrong(one, other);
                return wrong.isEmpty() || sign == Sign.AMONG && wrong.equals(StatedFact.text(one));
            }
            if (one instanceof BigDecimal number && other instanceof BigDecimal second) {
                BigDecimal apart = number.subtract(second).abs();
                if (second.signum() != 0 && apart.compareTo(far.multiply(second.abs())) > 0) {
                    return true;
                }
                return sign.holds(apart.compareTo(tolerance) <= 0 ? 0 : number.compareTo(second));
            }
            if (one instanceof LocalDate day && other instanceof LocalDate second) {
                long apart = Math.abs(ChronoUnit.DAYS.between(day, second));
                return apart > far.longValue()
                        || sign.holds(apart <= tolerance.longValue() ? 0 : day.compareTo(second));
            }
            if (one instanceof LocalTime time && other instanceof LocalTime second) {
                return sign.holds(time.compareTo(second));
            }
            if (!one.getClass().equals(other.getClass())) {
                return true;
            }
            return switch (sign) {
                case PLACE -> Likeness.ofPlaces(one.toString(), other.toString());
                case SUBJECT -> Likeness.ofTitles(one.toString(), other.toString());
                case NOT_NEARLY -> !Likeness.isMisspelt(one.toString(), other.toString());
                case NOT -> !one.equals(other);
                default -> sign != Sign.EQUAL || one.equals(other);
            };
        }

        /** The names of the left side that stand on the right, or those that do not but ought to. */
        private String wrong(Comparable<?> one, Comparable<?> other) {
            List<String> names = List.of(other.toString().split("、"));
            return Stream.of(StatedFact.text(one).split("、"))
                    .filter(name -> names.contains(name) == (sign == Sign.NOT_AMONG))
                    .collect(Collectors.joining("、"));
        }
    }

    /**
     * What is told.
     *
     * @param code the code of the problem
     * @param message what is told, with names of facts in braces, and 左 and 右 for the values of both sides
     * @param hint what to do
     */
    record Report(
            @Key(value = "代码 code", required = true) String code,
            @Key(value = "说 message", required = true) String message,
            @Key(value = "改 hint", required = true) String hint) {

        private static final Pattern NAME = Pattern.compile("\\{([^{}]+)\\}");

        /** Returns the problem at a place, with what each name stands for. */
        Problem problem(Entry entry, Position at, Function<String, String> values) {
            String told =
                    NAME.matcher(message).replaceAll(name -> Matcher.quoteReplacement(values.apply(name.group(1))));
            return code.startsWith("E")
                    ? Problem.error(code, entry.path(), at, told, hint)
                    : Problem.warning(code, entry.path(), at, told, hint);
        }
    }

    /** The first field of its left side, in which one place is wrong once: a period or a day as a whole. */
    String field() {
        return comparison.left().names().get(0).replaceFirst("\\.(?:起|止|几?年|月|行|(?:写的)?星期)$", "");
    }

    boolean isKnown(Function<String, Optional<StatedFact>> known) {
        return comparison.left().evaluate(known).isPresent()
                && comparison.right().evaluate(known).isPresent();
    }

    /**
     * Returns the problem if the facts do not have the relation; empty if they have, or if not all of them are known.
     *
     * @param stated returns the facts of the left side: those that stand together
     * @param known returns all facts
     * @param sentence where they stand; empty for facts of the header
     * @param every returns all values of a fact of the body
     */
    Optional<Problem> check(
            Entry entry,
            Function<String, Optional<StatedFact>> stated,
            Function<String, Optional<StatedFact>> known,
            String sentence,
            Function<String, Stream<Comparable<?>>> every) {
        Optional<Formula.Result> one = comparison.left().evaluate(stated);
        Optional<Formula.Result> other = comparison.right().evaluate(known);
        if (one.isEmpty() || other.isEmpty() || one.get().facts().isEmpty()) {
            return Optional.empty();
        }
        Comparable<?> value = one.get().value();
        Comparable<?> second = other.get().value();
        if (comparison.holds(value, second, sentence, every)
                || scope.when.isPresent() && !scope.when.get().isZero(known)) {
            return Optional.empty();
        }
        return Optional.of(report.problem(entry, one.get().facts().get(0).at(), name -> switch (name) {
            case "左" -> comparison.shown(value, second);
            case "右" -> StatedFact.text(second);
            default -> known.apply(name).map(StatedFact::text).orElse("");
        }));
    }
}
