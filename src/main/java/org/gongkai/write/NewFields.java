package org.gongkai.write;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.calendar.WorkCalendar.PeriodStart;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.NoticePeriod;
import org.gongkai.site.fact.NextStage;
import org.gongkai.write.form.EntryPresets;
import org.gongkai.write.form.EntryPresets.NewStage;
import org.gongkai.write.form.FormValue;
import org.gongkai.write.form.YamlText;
import org.gongkai.write.record.DraftRecords;
import org.gongkai.write.record.DraftRecords.Unfinished;

/**
 * The header lines of a new entry that its kind asks for.
 *
 * @param procedure the kind of whose procedure it reports a stage, which is its own if it has stages
 */
record NewFields(
        Kind kind,
        Kind procedure,
        String title,
        String column,
        EntryPresets defaults,
        YamlText yaml,
        Optional<DraftRecords> records) {

    /** The fields that {@link NewEntry} writes for every entry. */
    private static final Set<CommonField> WRITTEN = Set.of(
            CommonField.TITLE,
            CommonField.KIND,
            CommonField.CATEGORY,
            CommonField.YEAR,
            CommonField.DATE,
            CommonField.NUMBER,
            CommonField.SCOPE,
            CommonField.PUBLISHER,
            CommonField.SECRECY_REVIEW,
            CommonField.APPROVAL,
            CommonField.STATUS,
            CommonField.NOTICE);

    /** Returns the lines: the period of a 公示, fields to be filled in, and a comment that names the optional ones. */
    List<String> lines(LocalDate day, WorkCalendar calendar) {
        List<String> lines = new ArrayList<>(notice(day, calendar));
        Set<String> asked = new LinkedHashSet<>(kind.demands().required());
        Optional<String> adjustment = kind.adjustmentIn(title);
        if (adjustment.isEmpty()) {
            asked.addAll(kind.demands().recommended());
        }
        asked.stream()
                .flatMap(name -> CommonField.named(name).stream())
                .filter(field -> !WRITTEN.contains(field))
                .forEach(field -> lines.addAll(common(field)));
        Optional<NewStage> stage = defaults.stage(procedure, title);
        Optional<Entry> before = stage.flatMap(NewStage::before);
        before.flatMap(entry -> Optional.ofNullable(entry.values().get(CommonField.MATTER)))
                .ifPresent(matter -> lines.addAll(field(CommonField.MATTER.label(), FormValue.of(matter), "")));
        List<String> ofStage = new ArrayList<>();
        before.ifPresent(entry -> ofStage.add("# 接着《" + entry.title() + "》（" + entry.path() + "）；不是这一步的请改。"));
        before.flatMap(entry -> NextStage.after(
                        entry, defaults.day(), defaults.config().data().organisation(), defaults.entries().stream()))
                .filter(next ->
                        next.stages().get(0).name().equals(stage.orElseThrow().name()))
                .map(NextStage::when)
                .filter(when -> !when.isEmpty())
                .ifPresent(when -> ofStage.add("# 这一步" + when + "。"));
        stage.ifPresent(it -> ofStage.addAll(field(NextStage.STAGE, FormValue.of(it.name()), "")));
        lines.addAll(procedure == kind ? List.of() : ofStage);
        List<String> optional = new ArrayList<>();
        String scope = defaults.scope(kind, column);
        for (FieldSpec field : kind.fields()) {
            FormValue value = Optional.of(defaults.carriedOver(kind, column, field))
                    .filter(carried -> !carried.isBlank())
                    .or(() -> records.map(known -> known.value(field, scope)))
                    .orElse(FormValue.Words.BLANK);
            List<Unfinished> rows =
                    records.map(known -> known.unfinished(field, scope)).orElse(List.of());
            if (kind.adjusting().filter(field::equals).isPresent()) {
                String word = adjustment.orElse(field.choices().get(0).name());
                lines.addAll(field(field.name(), new FormValue.Words(word), note(field)));
            } else if (stage.isPresent() && field.name().equals(NextStage.STAGE)) {
                lines.addAll(ofStage);
            } else if (!rows.isEmpty()) {
                lines.add("# " + note(field));
                lines.add(field.name() + ":");
                rows.forEach(row -> lines.addAll(List.of("  # " + row.source(), "  - " + yaml.flow(row.row()))));
            } else if (value.isBlank() && field.names().stream().noneMatch(asked::contains)) {
                optional.add(field.name());
            } else {
                lines.addAll(own(field, value));
            }
        }
        if (!optional.isEmpty()) {
            lines.add("# 还可以写：" + String.join("、", optional) + "。");
        }
        return lines;
    }

    private List<String> common(CommonField field) {
        FormValue value = field == CommonField.MEETING ? defaults.meeting(kind, column) : FormValue.Words.BLANK;
        return field(field.label(), value, "");
    }

    private List<String> own(FieldSpec field, FormValue value) {
        return field(field.name(), value, value.isBlank() ? note(field) : "");
    }

    private List<String> field(String name, FormValue value, String note) {
        boolean above = note.length() > 40;
        List<String> lines = new ArrayList<>();
        if (above) {
            lines.add("# " + note);
        }
        List<String> written =
                yaml.lines(value.isBlank() && !(value instanceof FormValue.Group) ? FormValue.Words.BLANK : value, "");
        lines.add(name + ":" + written.get(0) + (above || note.isEmpty() ? "" : " # " + note));
        lines.addAll(written.subList(1, written.size()));
        return lines;
    }

    private static String note(FieldSpec field) {
        return switch (field.type()) {
            case TEXT, TIME -> "";
            case ISSUE -> "第几期，如 3；合刊如 3、4";
            case DATE -> "如 2024-01-31";
            case RANGE -> "如 {起: 2024-01-01, 止: 2024-03-31}";
            case NUMBER -> "数字";
            case MONEY -> "元，如 1234.50";
            case PERCENTAGE -> "如 95.5%";
            case PERSON -> "姓名或职务";
            case ENUM -> Choice.names(field.choices()) + "之一";
            case LIST -> "如 [甲, 乙]";
            case REFERENCE -> "如 ../2023/计划.md";
            case TABLE -> table(field);
        };
    }

    private static String table(FieldSpec table) {
        List<String> names = table.columns().stream().map(NewFields::column).toList();
        String row = "下面每行写一项，如 - {"
                + (names.isEmpty() ? "序号: 1" : table.columns().get(0).name() + ": ……") + "}";
        return table.name() + "：" + row + (names.isEmpty() ? "。" : "；可以写的列有" + String.join("、", names) + "。");
    }

    private static String column(FieldSpec column) {
        return column.type() == FieldType.ENUM
                ? column.name() + "（" + Choice.names(column.choices()) + "）"
                : column.name();
    }

    /** The period of a 公示 from a day on, by the holiday plans; empty if entries of the kind have none. */
    private List<String> notice(LocalDate day, WorkCalendar calendar) {
        Optional<NoticePeriod> period = kind.demands().notice().filter(NoticePeriod::datesRequired);
        if (period.isEmpty()) {
            return List.of();
        }
        int days = Math.max(1, period.get().minimum());
        if (period.get().unit() == NoticePeriod.Unit.CALENDAR_DAYS) {
            return List.of("公示: " + day + " 至 " + day.plusDays(days - 1L));
        }
        Optional<LocalDate> first = calendar.end(day, 1, PeriodStart.FROM_FIRST_DAY);
        Optional<LocalDate> last = first.flatMap(from -> calendar.end(from, days, PeriodStart.FROM_FIRST_DAY));
        if (last.isPresent()) {
            return List.of(span(first.get(), last.get(), days));
        }
        LocalDate from = workday(day);
        LocalDate to = from;
        for (int i = 1; i < days; i++) {
            to = workday(to.plusDays(1));
        }
        int year = calendar.missingYear(from, to).orElse(from.getYear());
        return List.of("# 没有" + year + "年的放假安排，公示日期只按周一到周五算，请核对后改正。", span(from, to, days));
    }

    private static String span(LocalDate from, LocalDate to, int days) {
        return "公示: " + from + " 至 " + to + "，" + days + "个工作日";
    }

    private static LocalDate workday(LocalDate from) {
        LocalDate day = from;
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }
}
