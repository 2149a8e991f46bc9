package org.gongkai.feature.register.count;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.feature.register.count.CountQuestion.UnreadableCountQuestion;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.FullWidth;

/**
 * A question and the figure that stands beside it: {@code {{计数: 文种=党课, 年度=2024 = 7次}}}. Each part of a question has
 * one equals sign, and what a sum adds up has none; the next sign begins the figure. Therefore blanks do not matter.
 *
 * @param question the question without the figure, in the same braces
 * @param figure the figure as it is written; empty if there is none
 */
record WrittenFigure(String question, String figure) {

    /** A question that begins with what is added up, or with the table whose rows are counted. */
    private static final Pattern SUM = Pattern.compile("\\{\\{\\s*(?:合计\\s*:|计数\\s*:[^=,]{1,60}[.．])");

    /** Digits, in groups or not, or a numeral, and a short unit; anything longer would escape the rules about texts. */
    private static final Pattern FIGURE = Pattern.compile(
            "(-?\\d[\\d,]{0,9}(?:\\.\\d{1,6})?|[两" + ChineseNumeral.ALL + "]{1,9})\\s?[\\p{IsHan}%]{0,4}");

    /**
     * Separates a figure from its question.
     *
     * @throws UnreadableCountQuestion if something else stands where a figure should
     */
    static WrittenFigure of(String typed) throws UnreadableCountQuestion {
        String plain = FullWidth.narrow(typed);
        int end = typed.length() - 2;
        int sign = plain.endsWith("}}") ? sign(plain, end) : -1;
        if (sign < 0) {
            return new WrittenFigure(typed, "");
        }
        String figure = typed.substring(sign + 1, end).strip();
        if (number(figure).isEmpty()) {
            throw new UnreadableCountQuestion(
                    CountCondition.start(typed, sign + 1),
                    "等号后面的“" + figure + "”不是数",
                    "写成 7、7次、7,344元 或 七次，或者删去这个等号和后面的字");
        }
        return new WrittenFigure(typed.substring(0, sign).stripTrailing() + typed.substring(end), figure);
    }

    /** Returns where the sign before the figure is; -1 if there is none. */
    private static int sign(String plain, int end) {
        // A condition in the place of what a sum adds up is a mistake of the question.
        boolean isSum = SUM.matcher(plain).lookingAt();
        boolean hasName = !isSum;
        for (int at = plain.indexOf(':'), signs = 0; at >= 0 && at < end; at++) {
            if (plain.charAt(at) == ',') {
                signs = 0;
                hasName = true;
            } else if (plain.charAt(at) == '=') {
                if (signs > 0
                        || !hasName
                                && number(plain.substring(at + 1, end).strip()).isPresent()) {
                    return at;
                }
                signs++;
            }
        }
        return -1;
    }

    boolean isWritten() {
        return !figure.isEmpty();
    }

    /** Returns whether the figure is a number. */
    boolean is(BigDecimal number) {
        return number(figure).filter(it -> it.compareTo(number) == 0).isPresent();
    }

    /**
     * Returns a number with the grouping, the numerals and the unit of the figure; plain if there is none. Whole
     * numbers, as sums of money often are, have no decimal places.
     */
    String like(BigDecimal answer) {
        BigDecimal number = answer.stripTrailingZeros().scale() <= 0 ? answer.setScale(0) : answer;
        Matcher matcher = FIGURE.matcher(FullWidth.narrow(figure));
        if (!matcher.matches() || is(number)) {
            return isWritten() ? figure : number.toPlainString();
        }
        String before = matcher.group(1);
        boolean isNumeral = ChineseNumeral.digit(before.charAt(0)) >= 0 && before.charAt(0) > '9';
        String text = before.contains(",")
                ? String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number)
                : isNumeral && number.scale() <= 0 && number.signum() >= 0 && number.precision() < 8
                        ? ChineseNumeral.format(number.intValueExact())
                        : number.toPlainString();
        return text + figure.substring(matcher.end(1));
    }

    /** Returns the question with a number in the place of the figure. */
    String with(BigDecimal number) {
        int end = question.length() - 2;
        return question.substring(0, end).stripTrailing() + " = " + like(number) + question.substring(end);
    }

    private static Optional<BigDecimal> number(String figure) {
        Matcher matcher = FIGURE.matcher(FullWidth.narrow(figure));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String number = matcher.group(1).replace(",", "");
        if (FullWidth.isDigit(number.charAt(number.length() - 1))) {
            return Optional.of(new BigDecimal(number));
        }
        return Optional.of(ChineseNumeral.parse(number)).filter(it -> it >= 0).map(BigDecimal::valueOf);
    }
}
