package org.gongkai.feature.register.count;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.feature.register.count.CountQuestion.UnreadableCountQuestion;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.FullWidth;
import org.gongkai.text.MoneyText;
import org.gongkai.text.WrittenNumber;

/**
 * A question and the figure that stands beside it: {@code {{计数: 文种=党课, 年度=2024 = 7次}}}. Each part of a question has
 * one equals sign, and what a sum adds up has none; the next sign begins the figure. Therefore blanks do not matter.
 *
 * @param question the question without the figure, in the same braces
 * @param figure the figure as it is written; empty if there is none
 */
record WrittenFigure(String question, String figure) {

    /** A question up to a part with a sign of its own, or to a path that is all of it, and what is behind the next. */
    private static final Pattern WRITTEN =
            Pattern.compile("(\\{\\{[^:]*+:(?:[^,=]*\\.[^,=]*|.*=[^,=]*?))\\s*=\\s*([^=]*?)\\s*}}");

    /** Digits, in groups or not, or a numeral, and a short unit; anything longer would escape the rules about texts. */
    private static final Pattern FIGURE = Pattern.compile(
            "(-?\\d[\\d,]{0,9}(?:\\.\\d{1,6})?|[两" + ChineseNumeral.ALL + "]{1,9})\\s?[\\p{IsHan}%]{0,4}");

    /**
     * Separates a figure from its question.
     *
     * @throws UnreadableCountQuestion if something else stands where a figure should
     */
    static WrittenFigure of(String typed) throws UnreadableCountQuestion {
        Matcher written = WRITTEN.matcher(FullWidth.narrow(typed));
        if (!written.matches()) {
            return new WrittenFigure(typed, "");
        }
        String end = typed.substring(typed.length() - 2);
        WrittenFigure figure = new WrittenFigure(
                typed.substring(0, written.end(1)) + end, typed.substring(written.start(2), written.end(2)));
        if (figure.number().isEmpty()) {
            throw new UnreadableCountQuestion(
                    written.start(2), "等号后面的“" + figure.figure + "”不是数", "写成 7、7次、7,344元 或 七次，或者删去这个等号和后面的字");
        }
        return figure;
    }

    boolean isWritten() {
        return !figure.isEmpty();
    }

    /** Returns its number; empty if it has none. */
    Optional<BigDecimal> number() {
        Matcher number = FIGURE.matcher(FullWidth.narrow(figure));
        return number.matches() ? WrittenNumber.read(number.group(1).replace(",", "")) : Optional.empty();
    }

    /** Returns whether the figure is a number. */
    boolean is(BigDecimal number) {
        return number().filter(it -> it.compareTo(number) == 0).isPresent();
    }

    /**
     * Returns a number with the grouping and the unit of the figure; plain if there is none. Whole numbers, as sums of
     * money often are, have no decimal places.
     */
    String like(BigDecimal number) {
        boolean isWhole = number.stripTrailingZeros().scale() <= 0;
        String text = (isWhole ? number.setScale(0) : number).toPlainString();
        Matcher before = FIGURE.matcher(FullWidth.narrow(figure));
        return is(number)
                ? figure
                : (figure.contains(",") ? MoneyText.grouped(text) : text)
                        + (before.matches() ? figure.substring(before.end(1)) : "");
    }

    /** Returns the question with a number in the place of the figure. */
    String with(BigDecimal number) {
        int end = question.length() - 2;
        return question.substring(0, end).stripTrailing() + " = " + like(number) + question.substring(end);
    }
}
