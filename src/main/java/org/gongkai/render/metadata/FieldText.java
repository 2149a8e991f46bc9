package org.gongkai.render.metadata;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.gongkai.input.data.Value;
import org.gongkai.text.DateText;
import org.gongkai.text.MomentText;

/** Formats values of fields for readers: dates in Chinese, ranges with 至, lists with 、. */
final class FieldText {

    private FieldText() {}

    static String of(Value value) {
        if (value instanceof Value.Text text) {
            String typed = text.text().strip();
            return MomentText.parse(typed).map(FieldText::moment).orElse(typed);
        }
        if (value instanceof Value.Items items) {
            return String.join("、", items.items().stream().map(FieldText::of).toList());
        }
        return range(value, true)
                .orElseGet(() -> String.join(
                        "，",
                        ((Value.Fields) value)
                                .fields().stream()
                                        .map(f -> f.key().text() + "：" + of(f.value()))
                                        .toList()));
    }

    /** Formats a range with the year of its last day, too. */
    static String withYears(Value value) {
        return range(value, false).orElseGet(() -> of(value));
    }

    private static Optional<String> range(Value value, boolean isShort) {
        if (!(value instanceof Value.Fields fields)) {
            return Optional.empty();
        }
        Optional<String> from = fields.value("起", "from").map(FieldText::of);
        Optional<String> to = fields.value("止", "to").map(FieldText::of);
        return from.isPresent() && to.isPresent()
                ? Optional.of(from.get() + "至" + (isShort ? withoutYearOf(from.get(), to.get()) : to.get()))
                : Optional.empty();
    }

    /** Leaves out the year of a day if the day before it has the same. */
    private static String withoutYearOf(String from, String to) {
        int year = to.indexOf('年') + 1;
        return year > 0 && to.endsWith("日") && from.endsWith("日") && from.startsWith(to.substring(0, year))
                ? to.substring(year)
                : to;
    }

    /** Adds a unit that was not typed. */
    static String with(String typed, String unit) {
        return typed.isEmpty() || typed.endsWith(unit) ? typed : typed + unit;
    }

    /** Formats a day, a moment as 2020年1月5日14时30分, on the hour without minutes, or a span of these. */
    private static String moment(MomentText moment) {
        LocalDate day = moment.start().toLocalDate();
        return DateText.chinese(day)
                + (moment.hasTime() ? time(moment.start()) : "")
                + moment.end()
                        .map(end -> "至"
                                + (end.toLocalDate().equals(day) ? "" : DateText.chineseDay(end.toLocalDate()))
                                + time(end))
                        .orElse("");
    }

    private static String time(LocalDateTime moment) {
        return moment.getHour() + "时" + (moment.getMinute() == 0 ? "" : moment.getMinute() + "分");
    }
}
