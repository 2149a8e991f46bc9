package org.gongkai.write;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.calendar.Counting;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.NoticePeriod;
import org.gongkai.input.entry.kind.TitlePattern;

/** The parts of a new entry that depend on its kind. */
record KindLines(Kind kind) {

    private static final Pattern PAPER = Pattern.compile("(.*)(通知|公告|通报|报告|决议|公示)");
    private static final String EMPTY = "没有就空着。";

    /** Returns true if entries of a kind have an index number. */
    static boolean isNumbered(Kind kind) {
        return !kind.name().equals(Kinds.DEFAULT);
    }

    /** Returns a sample title to be edited. */
    String title(int year) {
        Matcher paper = PAPER.matcher(kind.name());
        String words = kind.name();
        if (paper.matches()) {
            words = "关于" + (paper.group(1).isEmpty() ? "某项工作" : paper.group(1)) + "的" + paper.group(2);
        }
        String title = year + "年" + words + "（请改标题）";
        Optional<TitlePattern> pattern = kind.title().filter(asked -> !asked.matches(title));
        return pattern.map(TitlePattern::example)
                .filter(example -> !example.isEmpty())
                .orElse(title);
    }

    /** Returns a description of the title pattern. */
    String titleNote() {
        return kind.title()
                .map(TitlePattern::example)
                .filter(example -> !example.isEmpty())
                .map(example -> "如“" + example + "”，")
                .orElse("");
    }

    /**
     * Returns the header lines of a 公示 period that starts on a day, by the holiday plans; empty if entries of the kind
     * have none.
     */
    List<String> notice(LocalDate day, WorkCalendar calendar) {
        Optional<NoticePeriod> period = kind.notice().filter(NoticePeriod::datesRequired);
        if (period.isEmpty()) {
            return List.of();
        }
        int days = Math.max(1, period.get().minimum());
        if (period.get().unit() == NoticePeriod.Unit.CALENDAR_DAYS) {
            return List.of("# 公示：起止日期，请核对。", "公示: {起: " + day + ", 止: " + day.plusDays(days - 1L) + "}");
        }
        Optional<LocalDate> first = calendar.end(day, 1, Counting.FROM_FIRST_DAY);
        Optional<LocalDate> last = first.flatMap(from -> calendar.end(from, days, Counting.FROM_FIRST_DAY));
        if (last.isPresent()) {
            return List.of(
                    "# 公示：起止日期，已按放假安排算好工作日，起始日计入；改了起始日请重新核对。",
                    "公示: {起: " + first.get() + ", 止: " + last.get() + ", 工作日: " + days + "}");
        }
        LocalDate from = workday(day);
        LocalDate to = from;
        for (int i = 1; i < days; i++) {
            to = workday(to.plusDays(1));
        }
        int year = calendar.missingYear(from, to).orElse(from.getYear());
        return List.of(
                "# 公示：起止日期。没有" + year + "年的放假安排，这里只按周一到周五算，请核对后改正。",
                "公示: {起: " + from + ", 止: " + to + ", 工作日: " + days + "}");
    }

    private static LocalDate workday(LocalDate from) {
        LocalDate day = from;
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }

    /**
     * Returns a comment and an empty field for each field of the kind, and for the common fields that it requires.
     *
     * @param written the names of the fields that are in the header already
     */
    List<String> fields(Set<String> written) {
        List<String> lines = new ArrayList<>();
        Set<String> asked = new LinkedHashSet<>(kind.required());
        asked.addAll(kind.recommended());
        for (String name : asked) {
            Optional<CommonField> common = CommonField.named(name).filter(field -> !written.contains(field.label()));
            common.ifPresent(field -> add(lines, field.label(), need(field.names()) + note(field)));
        }
        for (FieldSpec field : kind.fields()) {
            add(lines, field.name(), need(field.names()) + note(field));
        }
        return lines;
    }

    private static void add(List<String> lines, String name, String note) {
        lines.add("# " + name + "：" + note);
        lines.add(name + ":");
    }

    private String need(List<String> names) {
        return names.stream().anyMatch(kind.required()::contains)
                ? "必填，"
                : names.stream().anyMatch(kind.recommended()::contains) ? "应填，" : "";
    }

    private static String note(CommonField field) {
        return field == CommonField.MEETING
                ? "如 {名称: 党员大会, 时间: 2024-01-31 15:00, 地点: 会议室, 主持人: 支部书记, 应到: 18, 实到: 16}；党小组会再写“党小组”。"
                : "写法见使用帮助“文件头写法大全”。";
    }

    private static String note(FieldSpec field) {
        return switch (field.type()) {
            case TEXT -> "一段文字；" + EMPTY;
            case DATE -> "日期，如 2024-01-31；" + EMPTY;
            case RANGE -> "起止日期，如 {起: 2024-01-01, 止: 2024-03-31}；" + EMPTY;
            case NUMBER -> "数字，如 18；" + EMPTY;
            case MONEY -> "以元为单位的金额，如 1234.50；" + EMPTY;
            case PERCENTAGE -> "百分比，如 95.5%；" + EMPTY;
            case PERSON -> "姓名或职务；" + EMPTY;
            case ENUM -> Choice.names(field.choices()) + "之一；" + EMPTY;
            case LIST -> "列表，如 [甲, 乙]；" + EMPTY;
            case REFERENCE -> "另一条的文件，从本条的文件夹算起，如 ../2023/计划.md；" + EMPTY;
            case TABLE -> "表格，下面每行写一项，" + columns(field) + "；" + EMPTY;
        };
    }

    private static String columns(FieldSpec table) {
        List<String> names = table.columns().stream().map(KindLines::column).toList();
        return names.isEmpty()
                ? "如 - {序号: 1, 内容: 名称}"
                : "如 - {" + table.columns().get(0).name() + ": ……}，可以写的列有" + String.join("、", names);
    }

    private static String column(FieldSpec column) {
        return column.choices().isEmpty() ? column.name() : column.name() + "（" + Choice.names(column.choices()) + "）";
    }
}
