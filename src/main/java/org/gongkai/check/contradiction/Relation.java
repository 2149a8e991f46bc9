package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.gongkai.input.data.Key;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.problem.Problem;

/**
 * A relation that facts of an entry have if nothing is wrong.
 *
 * @param code the code of the problem if they have not
 * @param left what is compared
 * @param sign how
 * @param right with what
 * @param trait the trait that one of the kinds of the entry must have; empty for all entries
 * @param title the words that the title of the entry must have; empty if any will do
 * @param only the words that the sentence, or the title if the left side is of the header, must have; empty for any
 * @param unless the words because of which the whole text is left alone; empty for none
 * @param tolerance how far equal numbers may lie apart
 * @param message what is told, with names of facts in braces, and 左 and 右 for the values of both sides
 * @param hint what to do
 */
@Key.Group("例如：{代码: W288, 左: 会议.实到, 是: 不多于, 右: 会议.应到, 说: ……, 改: ……}")
record Relation(
        @Key(value = "代码 code", required = true) String code,
        @Key(value = "左 left", required = true, by = "formula") Formula left,
        @Key(value = "是 is", required = true) Sign sign,
        @Key(value = "右 right", required = true, by = "formula") Formula right,
        @Key("特征 trait") Optional<Trait> trait,
        @Key(value = "标题 title", by = "pattern") Optional<Pattern> title,
        @Key(value = "若 if", by = "pattern") Optional<Pattern> only,
        @Key(value = "除非 unless", by = "pattern") Optional<Pattern> unless,
        @Key(value = "误差 tolerance", by = "number", or = "0") BigDecimal tolerance,
        @Key(value = "说 message", required = true) String message,
        @Key(value = "改 hint", required = true) String hint) {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]+)\\}");

    static Formula formula(String text) {
        return new Formula(text);
    }

    static Pattern pattern(String text) {
        return Pattern.compile(text);
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    /** How two values are compared. */
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
        NOT("不是"),
        /** A number that is not among the numbers of a list. */
        NOT_IN("不在");

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
                case EQUAL, PLACE, SUBJECT -> compared == 0;
                case NOT, NOT_IN -> compared != 0;
                case AT_MOST, NOT_AFTER -> compared <= 0;
                case AT_LEAST, NOT_BEFORE -> compared >= 0;
                case MORE -> compared > 0;
            };
        }
    }

    /** Whether it is about an entry with this text at all. */
    boolean isAbout(Entry entry, CharSequence text) {
        return (trait.isEmpty()
                        || entry.kinds().stream()
                                .anyMatch(kind -> !kind.words(trait.get()).isEmpty() && !kind.is(trait.get(), "否")))
                && (title.isEmpty() || title.get().matcher(entry.title()).find())
                && (unless.isEmpty() || !unless.get().matcher(text).find());
    }

    /** Whether a sentence or a title has the words that are asked for. */
    boolean isSaidIn(String text) {
        return only.isEmpty() || only.get().matcher(text).find();
    }

    /** Whether both sides are known. */
    boolean isKnown(Function<String, Optional<StatedFact>> known) {
        return left.evaluate(known).isPresent() && right.evaluate(known).isPresent();
    }

    /**
     * Returns the problem if the facts do not have the relation; empty if they have, or if not all of them are known.
     *
     * @param stated returns the facts of the left side: those that stand together
     * @param known returns all facts
     */
    Optional<Problem> check(
            Entry entry, Function<String, Optional<StatedFact>> stated, Function<String, Optional<StatedFact>> known) {
        Optional<Formula.Result> one = left.evaluate(stated);
        Optional<Formula.Result> other = right.evaluate(known);
        if (one.isEmpty() || other.isEmpty() || one.get().facts().isEmpty() || holds(one.get(), other.get())) {
            return Optional.empty();
        }
        String told = NAME.matcher(message).replaceAll(name -> switch (name.group(1)) {
            case "左" -> StatedFact.text(one.get().value());
            case "右" -> StatedFact.text(other.get().value());
            default -> known.apply(name.group(1)).map(StatedFact::text).orElse("");
        });
        StatedFact at = one.get().facts().get(0);
        return Optional.of(
                code.startsWith("E")
                        ? Problem.error(code, entry.path(), at.at(), told, hint)
                        : Problem.warning(code, entry.path(), at.at(), told, hint));
    }

    private boolean holds(Formula.Result one, Formula.Result other) {
        if (one.value() instanceof BigDecimal number && other.value() instanceof BigDecimal second) {
            return sign.holds(number.subtract(second).abs().compareTo(tolerance) <= 0 ? 0 : number.compareTo(second));
        }
        if (one.value() instanceof LocalDate day && other.value() instanceof LocalDate second) {
            return sign.holds(day.compareTo(second));
        }
        if (sign == Sign.NOT_IN) {
            return !other.value().toString().contains("、" + StatedFact.text(one.value()) + "、");
        }
        if (!one.value().getClass().equals(other.value().getClass())) {
            return true;
        }
        String text = one.value().toString();
        return switch (sign) {
            case PLACE -> Likeness.ofPlaces(text, other.value().toString());
            case SUBJECT -> Likeness.ofTitles(text, other.value().toString());
            case NOT -> !one.value().equals(other.value());
            default -> one.value().equals(other.value());
        };
    }
}
