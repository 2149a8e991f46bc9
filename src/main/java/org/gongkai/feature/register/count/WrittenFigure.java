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
 * @param number its number
 * @param unit what stands behind its number
 */
record WrittenFigure(String question, String figure, Optional<BigDecimal> number, String unit) {

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
            return new WrittenFigure(typed, "", Optional.empty(), "");
        }
        String question = typed.substring(0, written.end(1)) + typed.substring(typed.length() - 2);
        String figure = typed.substring(written.start(2), written.end(2));
        Matcher read = FIGURE.matcher(written.group(2));
        Optional<BigDecimal> number =
                read.matches() ? WrittenNumber.read(read.group(1).replace(",", "")) : Optional.empty();
        if (number.isEmpty()) {
            throw new UnreadableCountQuestion(figure, "等号后面的“" + figure + "”不是数", "写成 7、7次、7,344元 或 七次，或者删去这个等号和后面的字");
        }
        return new WrittenFigure(question, figure, number, figure.substring(read.end(1)));
    }

    boolean isWritten() {
        return number.isPresent();
    }

    /** Returns whether the figure is a number. */
    boolean is(BigDecimal other) {
        return number.filter(it -> it.compareTo(other) == 0).isPresent();
    }

    /**
     * Returns a number with the grouping and the unit of the figure; plain if there is none. Whole numbers, as sums of
     * money often are, have no decimal places.
     */
    String like(BigDecimal other) {
        String text = (other.stripTrailingZeros().scale() <= 0 ? other.setScale(0) : other).toPlainString();
        return is(other) ? figure : (figure.contains(",") ? MoneyText.grouped(text) : text) + unit;
    }

    /** Returns the question with a number in the place of the figure. */
    String with(BigDecimal number) {
        int end = question.length() - 2;
        return question.substring(0, end).stripTrailing() + " = " + like(number) + question.substring(end);
    }
}
