package org.gongkai.feature.jbake.document;

import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.gongkai.feature.jbake.settings.ProjectSettings;
import org.gongkai.input.data.Value;
import org.gongkai.problem.Problem;

/** Parses dates in the project's format, leniently as JBake does, and reports what JBake ignores. */
record HeaderDates(ProjectSettings settings) {

    /** Returns the date as JBake parses it; empty, with a problem reported, if it cannot be parsed. */
    Optional<Date> parse(String path, Value.Text typed, Consumer<Problem> problems) {
        String pattern = settings.jbake().getDateFormat();
        ParsePosition at = new ParsePosition(0);
        Date date = format(pattern, true).parse(typed.text(), at);
        if (date == null) {
            problems.accept(warning(
                    path,
                    typed,
                    0,
                    "“" + typed.text() + "”不是有效日期，当作没有日期",
                    "请写成 " + pattern + " 的形式，如 " + format(pattern, true).format(sample())));
            return Optional.empty();
        }
        if (!exists(pattern, typed.text(), date)) {
            problems.accept(warning(
                    path,
                    typed,
                    0,
                    "没有“" + typed.text() + "”这个日期，按 JBake 的算法成了 "
                            + format(pattern, true).format(date),
                    "请写实际的日期"));
        } else if (at.getIndex() < typed.text().length()) {
            problems.accept(warning(
                    path,
                    typed,
                    at.getIndex(),
                    "日期后面的“" + typed.text().substring(at.getIndex()).strip() + "”没有用上",
                    "日期的形式是 " + pattern + "，可用 date.format 改"));
        }
        return Optional.of(date);
    }

    private Date sample() {
        return Date.from(LocalDate.of(2020, 1, 2).atStartOfDay(settings.zone()).toInstant());
    }

    /** Whether no field overflowed; hours up to 23 are valid even where the pattern is {@code hh}. */
    private boolean exists(String pattern, String typed, Date date) {
        return date.equals(format(pattern, false).parse(typed, new ParsePosition(0)))
                || date.equals(format(pattern.replace('h', 'H'), false).parse(typed, new ParsePosition(0)));
    }

    private SimpleDateFormat format(String pattern, boolean lenient) {
        SimpleDateFormat format = new SimpleDateFormat(pattern, settings.locale());
        format.setTimeZone(TimeZone.getTimeZone(settings.zone()));
        format.setLenient(lenient);
        return format;
    }

    private static Problem warning(String path, Value.Text typed, int offset, String message, String hint) {
        return Problem.warning("W606", path, typed.line(), typed.column() + offset, message, hint);
    }
}
