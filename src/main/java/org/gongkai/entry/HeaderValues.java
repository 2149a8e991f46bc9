package org.gongkai.entry;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.data.FieldReader;
import org.gongkai.data.Value;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/** Reads meaning into the common fields of one header. */
final class HeaderValues {

    private static final List<String> SCOPES = List.of("社会", "全党", "本单位", "特定对象");
    private static final List<String> DRAFT = List.of("草稿", "draft");
    private static final List<String> PUBLISHED = List.of("已发布", "published");
    private static final List<String> WITHDRAWN = List.of("已撤回", "withdrawn");
    private static final Pattern SEPARATORS = Pattern.compile("[,，、;；]");
    private static final String DATE_HINT = "请写成 2020-01-31 这样的形式";
    private static final List<String> NOTICE_FIELDS =
            List.of("起", "from", "止", "to", "工作日", "working-days", "结果", "result");
    private static final List<String> MEETING_FIELDS = List.of(
            "名称",
            "name",
            "次数",
            "session",
            "时间",
            "time",
            "地点",
            "place",
            "主持人",
            "chair",
            "出席",
            "present",
            "列席",
            "attending",
            "缺席",
            "absent",
            "记录人",
            "recorder",
            "应到",
            "entitled",
            "实到",
            "attended",
            "主题",
            "theme");

    private final String path;
    private final Map<CommonField, Value> values;
    private final Consumer<Problem> problems;

    HeaderValues(String path, Map<CommonField, Value> values, Consumer<Problem> problems) {
        this.path = path;
        this.values = values;
        this.problems = problems;
    }

    void error(Value at, String code, String message, String hint) {
        problems.accept(Problem.error(code, path, at.line(), at.column(), message, hint));
    }

    /** The text of a field that every entry must have. */
    Optional<String> required(CommonField field) {
        Optional<String> text = text(field);
        if (text.isEmpty() && (!values.containsKey(field) || values.get(field) instanceof Value.Text)) {
            missing(field);
        }
        return text;
    }

    /** Tells which of the fields that make an entry public are missing. */
    void requirePublication() {
        for (CommonField field :
                List.of(CommonField.SCOPE, CommonField.PUBLISHER, CommonField.SECRECY_REVIEW, CommonField.APPROVAL)) {
            Value value = values.get(field);
            if (value == null || value instanceof Value.Text text && text.isBlank()) {
                missing(field);
            }
        }
    }

    private void missing(CommonField field) {
        Value at = values.getOrDefault(field, new Value.Text("", 1, 1));
        error(at, "E104", "缺少“" + field.label() + "”", "请在文件头里写上“" + field.label() + ": ……”");
    }

    Optional<String> text(CommonField field) {
        Value value = values.get(field);
        if (value instanceof Value.Text text) {
            return Optional.of(text.text().strip()).filter(t -> !t.isEmpty());
        }
        if (value != null) {
            error(value, "E106", "字段“" + field.label() + "”应是一段文字", "不要写成列表或分组");
        }
        return Optional.empty();
    }

    /** The members of a list, or the parts of a text between commas. */
    List<Value.Text> texts(CommonField field) {
        List<Value.Text> found = new ArrayList<>();
        Value value = values.get(field);
        List<Value> items =
                value instanceof Value.Items list ? list.items() : value == null ? List.of() : List.of(value);
        for (Value item : items) {
            if (!(item instanceof Value.Text text)) {
                error(item, "E106", "字段“" + field.label() + "”的每一项应是一个词", "例如 [甲, 乙]");
                continue;
            }
            if (value instanceof Value.Items) {
                found.add(new Value.Text(text.text().strip(), text.line(), text.column()));
            } else {
                found.addAll(parts(text));
            }
        }
        found.removeIf(Value.Text::isBlank);
        return found;
    }

    /** The parts of a text between commas, each with its own column. */
    private static List<Value.Text> parts(Value.Text text) {
        List<Value.Text> parts = new ArrayList<>();
        int at = text.column();
        for (String part : SEPARATORS.split(text.text(), -1)) {
            int blank = part.length() - part.stripLeading().length();
            parts.add(new Value.Text(part.strip(), text.line(), at + blank));
            at += part.length() + 1;
        }
        return parts;
    }

    List<String> list(CommonField field) {
        return texts(field).stream().map(Value.Text::text).distinct().toList();
    }

    List<String> categories(String column) {
        List<String> named = list(CommonField.CATEGORY);
        return named.isEmpty() ? List.of(column) : named;
    }

    List<Integer> years(int published) {
        List<Integer> years = new ArrayList<>();
        for (Value.Text text : texts(CommonField.YEAR)) {
            String digits = text.text().replaceFirst("年度?$", "");
            if (digits.matches("(19|20|21)\\d{2}")) {
                years.add(Integer.valueOf(digits));
            } else {
                error(text, "E107", "年度“" + text.text() + "”不是年份", "请写四位数字，如 2024，或 [2024, 2025]");
            }
        }
        return years.isEmpty() ? List.of(published) : years.stream().distinct().toList();
    }

    Optional<LocalDateTime> dateTime(CommonField field) {
        Optional<String> text = text(field);
        Optional<LocalDateTime> date = text.flatMap(DateText::parse);
        if (text.isPresent() && date.isEmpty()) {
            error(values.get(field), "E123", field.label() + "“" + text.get() + "”不是有效日期", DATE_HINT);
        }
        return date;
    }

    Optional<LocalDate> date(CommonField field) {
        return dateTime(field).map(LocalDateTime::toLocalDate);
    }

    Entry.Status status() {
        String word = values.get(CommonField.STATUS) instanceof Value.Text text
                ? text.text().strip()
                : "";
        if (DRAFT.contains(word)) {
            return Entry.Status.DRAFT;
        }
        return WITHDRAWN.contains(word) ? Entry.Status.WITHDRAWN : Entry.Status.PUBLISHED;
    }

    Entry.Publication publication() {
        text(CommonField.STATUS).ifPresent(word -> {
            if (!DRAFT.contains(word) && !PUBLISHED.contains(word) && !WITHDRAWN.contains(word)) {
                error(
                        values.get(CommonField.STATUS),
                        "E108",
                        "没有“" + word + "”这个状态",
                        Nearest.hint(word, List.of("草稿", "已发布", "已撤回", "draft", "published", "withdrawn")));
            }
        });
        String scope = text(CommonField.SCOPE).orElse("本单位");
        if (!SCOPES.contains(scope)) {
            error(values.get(CommonField.SCOPE), "E109", "没有“" + scope + "”这个公开范围", Nearest.hint(scope, SCOPES));
        }
        return new Entry.Publication(
                status(),
                scope,
                text(CommonField.NUMBER).orElse(""),
                text(CommonField.PUBLISHER).orElse(""),
                text(CommonField.VALIDITY).orElse(""),
                aliases());
    }

    private List<String> aliases() {
        List<String> aliases = new ArrayList<>();
        for (Value.Text text : texts(CommonField.ALIASES)) {
            String alias = text.text().replaceFirst("^\\.?/+", "");
            if (alias.matches("[A-Za-z0-9._~%/-]+") && !alias.matches("(.*/)?\\.\\.?(/.*)?") && !alias.contains("//")) {
                aliases.add(
                        alias.endsWith("/")
                                ? alias + "index.html"
                                : alias.matches(".*\\.html?") ? alias : alias + "/index.html");
            } else {
                error(text, "E118", "旧址“" + text.text() + "”不是本站的地址", "请写从首页算起的地址，如 old/2019/plan.html");
            }
        }
        return List.copyOf(aliases);
    }

    Optional<Entry.Notice> notice() {
        if (!(values.get(CommonField.NOTICE) instanceof Value.Fields group)) {
            Value typed = values.get(CommonField.NOTICE);
            if (typed != null && !(typed instanceof Value.Text text && text.isBlank())) {
                error(typed, "E119", "公示应写明起止日期", "例如 公示: {起: 2020-04-27, 止: 2020-05-06, 工作日: 5}");
            }
            return Optional.empty();
        }
        knownMembers(group, "公示", NOTICE_FIELDS);
        FieldReader reader = new FieldReader(group);
        Optional<LocalDate> from = member(reader, group, "公示开始日期", "起", "from");
        Optional<LocalDate> to = member(reader, group, "公示截止日期", "止", "to");
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().isBefore(from.get())) {
            error(
                    reader.value("止", "to").orElseThrow(),
                    "E120",
                    "公示截止日期" + to.get() + "早于开始日期" + from.get(),
                    "请核对起止日期");
            return Optional.empty();
        }
        Optional<Integer> days = Optional.empty();
        Optional<String> typed = reader.text("工作日", "working-days");
        if (typed.isPresent()) {
            if (typed.get().matches("[1-9]\\d{0,2}")) {
                days = Optional.of(Integer.valueOf(typed.get()));
            } else {
                error(
                        reader.value("工作日", "working-days").orElseThrow(),
                        "E106",
                        "工作日“" + typed.get() + "”不是天数",
                        "请写数字，如 5");
            }
        }
        Value.Text result = reader.value("结果", "result").orElse(null) instanceof Value.Text text
                ? text
                : new Value.Text("", group.line(), group.column());
        return Optional.of(new Entry.Notice(from.get(), to.get(), days, result));
    }

    private Optional<LocalDate> member(FieldReader reader, Value.Fields group, String label, String... names) {
        Value value = reader.value(names).orElse(null);
        if (!(value instanceof Value.Text text) || text.isBlank()) {
            error(value == null ? group : value, "E119", "缺少" + label, "例如 公示: {起: 2020-04-27, 止: 2020-05-06, 工作日: 5}");
            return Optional.empty();
        }
        Optional<LocalDate> date = DateText.parse(text.text()).map(LocalDateTime::toLocalDate);
        if (date.isEmpty()) {
            error(text, "E123", label + "“" + text.text() + "”不是有效日期", DATE_HINT);
        }
        return date;
    }

    List<Entry.Attachment> attachments() {
        if (values.get(CommonField.MEETING) instanceof Value.Fields meeting) {
            knownMembers(meeting, "会议", MEETING_FIELDS);
        }
        Value value = values.get(CommonField.ATTACHMENTS);
        List<Value> items =
                value instanceof Value.Items list ? list.items() : value == null ? List.of() : List.of(value);
        List<Entry.Attachment> attachments = new ArrayList<>();
        for (Value item : items) {
            if (item instanceof Value.Text text) {
                List<Value.Text> paths = value instanceof Value.Items
                        ? List.of(new Value.Text(text.text().strip(), text.line(), text.column()))
                        : parts(text);
                paths.stream()
                        .filter(path -> !path.isBlank())
                        .forEach(path -> attachments.add(new Entry.Attachment(path, "")));
            } else if (item instanceof Value.Fields group
                    && new FieldReader(group).value("文件", "file").orElse(null) instanceof Value.Text file
                    && !file.isBlank()) {
                knownMembers(group, "附件", List.of("文件", "file", "名称", "name"));
                attachments.add(new Entry.Attachment(
                        file, new FieldReader(group).text("名称", "name").orElse("")));
            } else {
                error(item, "E121", "附件的每一项应是一个文件", "例如 - 附件/安排表.xlsx，或 - {文件: 附件/安排表.xlsx, 名称: 安排表}");
            }
        }
        return List.copyOf(attachments);
    }

    private void knownMembers(Value.Fields group, String label, List<String> names) {
        for (Value.Field field : group.fields()) {
            if (!names.contains(field.key().text().toLowerCase(java.util.Locale.ROOT))) {
                error(
                        field.key(),
                        "E103",
                        "“" + label + "”里不认识的字段“" + field.key().text() + "”",
                        Nearest.hint(field.key().text(), names));
            }
        }
    }
}
