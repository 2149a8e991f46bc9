package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.text.DateText;

/**
 * What is computed from facts: their names and numbers with + - * / between them, evaluated from left to right. Of
 * alternatives with | between them the first that is known counts; a name with ? counts as 0 if it is not known;
 * “word” in quotation marks is that word; {@code NAME.年} is the year of a day, {@code NAME.月} its month,
 * {@code NAME.日数} its day of the month, and {@code NAME.星期} its day of the week, from 一 to 日, or the one
 * that is written as 星期一 or 周一, {@code NAME.第几} how often that has come in its month, and {@code NAME.行}
 * the line where a fact stands. The difference of two days is a number of days, that of two times one of
 * hours, and a number of days can be added to a day.
 */
final class Formula {

    private static final Pattern TOKEN = Pattern.compile("\\s*([-+*/|])\\s*|\\s*([^-+*/|\\s]+)\\s*");
    private static final BigDecimal HOUR = BigDecimal.valueOf(60);
    private static final String YEAR = ".年";
    private static final String MONTH = ".月";
    private static final String LINE = ".行";
    private static final String DATE = ".日数";
    private static final String NTH = ".第几";
    private static final String WEEKDAY = ".星期";
    private static final Pattern PART = Pattern.compile("[.](?:年|月|日数|星期|第几|行)$");

    private final List<Term> terms = new ArrayList<>();
    private final List<String> names;

    /** A step: an operator, and what it takes, of which the first known counts. */
    private record Term(char operator, List<Operand> operands) {}

    /**
     * What a step takes.
     *
     * @param fact the name of a fact; empty for a number or a word
     * @param part the part of it; empty for all of it
     * @param otherwise the number or the word, or what counts if the fact is not known
     */
    private record Operand(String fact, String part, Optional<Comparable<?>> otherwise) {

        static Operand of(String typed) {
            if (Character.isDigit(typed.charAt(0))) {
                return new Operand("", "", Optional.of(new BigDecimal(typed)));
            }
            if (typed.startsWith("“")) {
                return new Operand("", "", Optional.of(typed.substring(1, typed.length() - 1)));
            }
            if (typed.endsWith("?")) {
                return new Operand(typed.substring(0, typed.length() - 1), "", Optional.of(BigDecimal.ZERO));
            }
            Matcher part = PART.matcher(typed);
            return part.find()
                    ? new Operand(typed.substring(0, part.start()), part.group(), Optional.empty())
                    : new Operand(typed, "", Optional.empty());
        }

        Optional<Comparable<?>> value(Function<String, Optional<StatedFact>> known, List<StatedFact> facts) {
            if (fact.isEmpty()) {
                return otherwise;
            }
            Optional<StatedFact> found = known.apply(fact);
            found.ifPresent(facts::add);
            Optional<Comparable<?>> value = found.map(StatedFact::value);
            Optional<LocalDate> day = value.filter(LocalDate.class::isInstance).map(LocalDate.class::cast);
            return switch (part) {
                case LINE -> found.map(it -> BigDecimal.valueOf(it.at().line()));
                case YEAR -> day.map(it -> BigDecimal.valueOf(it.getYear()));
                case MONTH -> day.isPresent() ? day.map(it -> BigDecimal.valueOf(it.getMonthValue())) : value;
                case DATE -> day.map(it -> BigDecimal.valueOf(it.getDayOfMonth()));
                case NTH -> day.map(it -> BigDecimal.valueOf((it.getDayOfMonth() + 6) / 7));
                case WEEKDAY ->
                    day.<Comparable<?>>map(it -> DateText.weekday(it.getDayOfWeek()))
                            .or(() -> value.flatMap(it -> weekday(it.toString())));
                default -> value.or(() -> otherwise);
            };
        }
    }

    /** @param written with or without 星期, as a numeral or, as cells of tables are read, as a number */
    private static Optional<String> weekday(String written) {
        String day = written.replaceFirst("星期|周", "").replace('天', '日');
        return Optional.of(day.matches("[1-7]") ? DateText.weekday(DayOfWeek.of(Integer.parseInt(day))) : day)
                .filter(it -> it.matches("[一二三四五六日]"));
    }

    /** @throws IllegalArgumentException if the text is no formula */
    Formula(String text) {
        Matcher token = TOKEN.matcher(text);
        char operator = '+';
        int at = 0;
        for (; token.find(at) && token.start() == at; at = token.end()) {
            if (token.group(1) != null) {
                operator = token.group(1).charAt(0);
            } else if (operator == '|') {
                List<Operand> operands =
                        new ArrayList<>(terms.get(terms.size() - 1).operands());
                operands.add(Operand.of(token.group(2)));
                terms.set(terms.size() - 1, new Term(terms.get(terms.size() - 1).operator(), operands));
            } else {
                terms.add(new Term(operator, List.of(Operand.of(token.group(2)))));
            }
        }
        if (at < text.length() || terms.isEmpty()) {
            throw new IllegalArgumentException(text);
        }
        names = terms.stream()
                .flatMap(term -> term.operands().stream())
                .map(Operand::fact)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /**
     * What came out.
     *
     * @param value a number, a day or a word
     * @param facts the facts that it was computed from
     */
    record Result(Comparable<?> value, List<StatedFact> facts) {}

    List<String> names() {
        return names;
    }

    /** Returns the result; empty if a fact is not known or the values do not go together. */
    Optional<Result> evaluate(Function<String, Optional<StatedFact>> known) {
        Comparable<?> value = null;
        List<StatedFact> facts = new ArrayList<>();
        for (Term term : terms) {
            Optional<Comparable<?>> operand = Optional.empty();
            for (int i = 0; i < term.operands().size() && operand.isEmpty(); i++) {
                operand = term.operands().get(i).value(known, facts);
            }
            if (operand.isEmpty()) {
                return Optional.empty();
            }
            value = value == null ? operand.get() : combined(term.operator(), value, operand.get());
            if (value == null) {
                return Optional.empty();
            }
        }
        return Optional.of(new Result(value, List.copyOf(facts)));
    }

    boolean isZero(Function<String, Optional<StatedFact>> known) {
        return evaluate(known)
                .filter(it -> it.value() instanceof BigDecimal number && number.signum() == 0)
                .isPresent();
    }

    /** Null if the values do not go together. */
    private static Comparable<?> combined(char operator, Comparable<?> left, Comparable<?> right) {
        if (left instanceof LocalDate day && right instanceof LocalDate other && operator == '-') {
            return BigDecimal.valueOf(ChronoUnit.DAYS.between(other, day));
        }
        if (left instanceof LocalTime end && right instanceof LocalTime start && operator == '-') {
            return BigDecimal.valueOf(ChronoUnit.MINUTES.between(start, end)).divide(HOUR, MathContext.DECIMAL32);
        }
        if (left instanceof LocalDate day && right instanceof BigDecimal days && operator == '+') {
            return day.plusDays(days.longValue());
        }
        if (!(left instanceof BigDecimal number) || !(right instanceof BigDecimal other)) {
            return null;
        }
        return switch (operator) {
            case '+' -> number.add(other);
            case '-' -> number.subtract(other);
            case '*' -> number.multiply(other);
            default -> other.signum() == 0 ? null : number.divide(other, MathContext.DECIMAL64);
        };
    }
}
