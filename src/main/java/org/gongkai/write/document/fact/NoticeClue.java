package org.gongkai.write.document.fact;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.text.DateText;
import org.gongkai.text.FullWidth;

/**
 * The period of a 公示 that a text states.
 *
 * @param from the first day
 * @param to the last day
 */
record NoticeClue(LocalDate from, LocalDate to) {

    private static final String DAY = "(?:((?:19|20)\\d{2})\\s*[年/.-]\\s*)?(\\d{1,2})\\s*[月/.-]\\s*(\\d{1,2})\\s*[日号]?";
    private static final Pattern PERIOD = Pattern.compile("公示(?:期|时间)[^。；\n]{0,24}?" + DAY
            + "\\s*(?:起)?\\s*(?:至|到|—+|－|–|-|~|～)\\s*(?:((?:19|20)\\d{2})\\s*[年/.-]\\s*)?(?:(\\d{"
            + "1,2})\\s*[月/.-]\\s*)?(\\d{1,2})\\s*[日号]?");

    /**
     * Finds the period in a text.
     *
     * @param year the year of a date that names none
     */
    static Optional<NoticeClue> in(String text, int year) {
        Matcher found = PERIOD.matcher(FullWidth.narrow(text));
        if (!found.find()) {
            return Optional.empty();
        }
        String first = found.group(1) == null ? String.valueOf(year) : found.group(1);
        String month = found.group(5) == null ? found.group(2) : found.group(5);
        Optional<LocalDate> from = DateText.day(first + "-" + found.group(2) + "-" + found.group(3));
        Optional<LocalDate> to =
                DateText.day((found.group(4) == null ? first : found.group(4)) + "-" + month + "-" + found.group(6));
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get()) && found.group(4) == null) {
            to = to.map(day -> day.plusYears(1));
        }
        return from.isPresent() && to.isPresent()
                ? Optional.of(new NoticeClue(from.get(), to.get()))
                : Optional.empty();
    }
}
