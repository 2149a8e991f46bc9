package org.gongkai.jbake;

import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.gongkai.data.Value;
import org.gongkai.problem.Problem;

/** Reads dates in the project's form; a day that does not exist is a mistake, where JBake counts on into the next month. */
final class HeaderDates {

    private final Settings settings;

    HeaderDates(Settings settings) {
        this.settings = settings;
    }

    /** The date of a text, empty (and a problem told) if it is none. */
    Optional<Date> parse(String path, Value.Text typed, Consumer<Problem> problems) {
        SimpleDateFormat format = new SimpleDateFormat(
                settings.headers().dateFormat(), settings.texts().locale());
        format.setTimeZone(TimeZone.getTimeZone(settings.texts().zone()));
        format.setLenient(false);
        ParsePosition at = new ParsePosition(0);
        Date date = format.parse(typed.text(), at);
        if (date == null) {
            problems.accept(Problem.error(
                    "E606",
                    path,
                    typed.line(),
                    typed.column(),
                    "“" + typed.text() + "”不是有效日期",
                    "请写成 " + settings.headers().dateFormat() + " 的形式，如 " + format.format(new Date(1577894400000L))));
            return Optional.empty();
        }
        if (at.getIndex() < typed.text().length()) {
            problems.accept(Problem.warning(
                    "W606",
                    path,
                    typed.line(),
                    typed.column() + at.getIndex(),
                    "日期后面的“" + typed.text().substring(at.getIndex()).strip() + "”没有用上",
                    "日期的形式是 " + settings.headers().dateFormat() + "，可用 date.format 改"));
        }
        return Optional.of(date);
    }
}
