package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.text.DateText;

/**
 * What is computed from facts: their names and numbers with + - * / between them, evaluated from left to right. Of
 * alternatives with | between them the first that is known counts; a name with ? counts as 0 if it is not known;
 * “word” in quotation marks is that word; {@code NAME.年} is the year of a day, {@code NAME.月} its month, and
 * {@code NAME.星期} its day of the week, from 一 to 日, and {@code NAME.行} the line where a fact stands. The
 * difference of two days is a number of days, and a number of days can be added to a day.
 */
final class Formula {

    private static final Pattern TOKEN = Pattern.compile("\\s*([-+*/|])\\s*|\\s*([^-+*/|\\s]+)\\s*");
    private static final String YEAR = ".年";
    private static final String MONTH = ".月";
    private static final String LINE = ".行";
    private static final String WEEKDAY = ".星期";

    private final List<Term> terms = new ArrayList<>();

    /** A step: an operator, and what it takes, of which the first known counts. */
    private record Term(char operator, List<String> names) {}

    /** @throws IllegalArgumentException if the text is no formula */
    Formula(String text) {
        Matcher token = TOKEN.matcher(text);
        char operator = '+';
        int at = 0;
        for (; token.find(at) && token.start() == at; at = token.end()) {
            if (token.group(1) != null) {
                operator = token.group(1).charAt(0);
            } else if (operator == '|') {
                List<String> names = new ArrayList<>(terms.get(terms.size() - 1).names());
                names.add(token.group(2));
                terms.set(terms.size() - 1, new Term(terms.get(terms.size() - 1).operator(), names));
            } else {
                terms.add(new Term(operator, List.of(token.group(2))));
            }
        }
        if (at < text.length() || terms.isEmpty()) {
            throw new IllegalArgumentException(text);
        }
    }

    /**
     * What came out.
     *
     * @param value a number, a day or a word
     * @param facts the facts that it was computed from
     */
    record Result(Comparable<?> value, List<StatedFact> facts) {}

    /** The names of all facts that it asks for. */
    Stream<String> names() {
        return terms.stream()
                .flatMap(term -> term.names().stream())
                .filter(name -> !isNumber(name) && !isWord(name))
                .map(Formula::plain);
    }

    /** Returns the result; empty if a fact is not known or the values do not go together. */
    Optional<Result> evaluate(Function<String, Optional<StatedFact>> known) {
        Comparable<?> value = null;
        List<StatedFact> facts = new ArrayList<>();
        for (Term term : terms) {
            Optional<Comparable<?>> operand = term.names().stream()
                    .flatMap(name -> operand(name, known, facts).stream())
                    .findFirst();
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

    private static Optional<Comparable<?>> operand(
            String name, Function<String, Optional<StatedFact>> known, List<StatedFact> facts) {
        if (isNumber(name)) {
            return Optional.of(new BigDecimal(name));
        }
        if (isWord(name)) {
            return Optional.of(name.substring(1, name.length() - 1));
        }
        Optional<StatedFact> fact = known.apply(plain(name));
        fact.ifPresent(facts::add);
        Optional<Comparable<?>> value = fact.map(StatedFact::value);
        if (name.endsWith(LINE)) {
            return fact.map(it -> BigDecimal.valueOf(it.at().line()));
        }
        if (name.endsWith(YEAR)) {
            return value.filter(LocalDate.class::isInstance)
                    .map(day -> BigDecimal.valueOf(((LocalDate) day).getYear()));
        }
        if (name.endsWith(MONTH) && value.filter(LocalDate.class::isInstance).isPresent()) {
            return value.map(day -> BigDecimal.valueOf(((LocalDate) day).getMonthValue()));
        }
        if (name.endsWith(WEEKDAY)) {
            return value.filter(LocalDate.class::isInstance)
                    .map(day -> DateText.weekday(((LocalDate) day).getDayOfWeek()));
        }
        return value.isEmpty() && name.endsWith("?") ? Optional.of(BigDecimal.ZERO) : value;
    }

    private static boolean isNumber(String name) {
        return Character.isDigit(name.charAt(0));
    }

    private static boolean isWord(String name) {
        return name.startsWith("“");
    }

    private static String plain(String name) {
        return name.endsWith("?") ? name.substring(0, name.length() - 1) : name.replaceFirst("[.](?:年|月|星期|行)$", "");
    }

    /** Null if the values do not go together. */
    private static Comparable<?> combined(char operator, Comparable<?> left, Comparable<?> right) {
        if (left instanceof LocalDate day && right instanceof LocalDate other && operator == '-') {
            return BigDecimal.valueOf(ChronoUnit.DAYS.between(other, day));
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
