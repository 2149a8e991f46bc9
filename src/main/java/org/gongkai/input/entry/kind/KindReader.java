package org.gongkai.input.entry.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Nearest;

/** Reads the definition of one kind, with Chinese names of fields. */
final class KindReader {

    private static final String OPEN = "公开";
    private static final String CHANNELS = "例如 公示期: {最少: 5, 单位: 工作日, 起止: 必填, 渠道: 必填}";

    private final DataFile file;

    KindReader(DataFile file) {
        this.file = file;
    }

    Optional<Kind> read(Value.Fields group) {
        FieldReader reader = new FieldReader(group);
        String name = reader.text("名称").orElseThrow();
        String slug = reader.text("标识").orElse("");
        if (!DataFile.SLUG.matcher(slug).matches()) {
            Value at = reader.value("标识").orElse(group);
            String what = slug.isEmpty() ? "文种“" + name + "”没有写标识" : "文种“" + name + "”的标识“" + slug + "”不合要求";
            file.error(at, "E126", what, "标识是网址里的文件夹名，只用小写字母、数字和连字符，如 visits");
            return Optional.empty();
        }
        List<FieldSpec> fields =
                new FieldSpecReader(file).fields(name, reader.value("字段").orElse(null));
        List<String> required = fieldNames(reader, "必填", fields);
        return Optional.of(new Kind(
                name,
                reader.strings("别名"),
                slug,
                reader.text("栏目").orElse(name),
                title(reader),
                required.contains(OPEN),
                required.stream().filter(f -> !f.equals(OPEN)).toList(),
                fieldNames(reader, "应填", fields),
                fields,
                notice(reader),
                new Kind.Drafting(fieldNames(reader, "沿用", fields), sections(reader)),
                new Kind.Filing(reader.text("保管期限").orElse(""), history(reader), reader.strings("台账")),
                exclusions(reader).entrySet().stream()
                        .map(e -> new Kind.Exclusion(e.getKey().text(), e.getValue()))
                        .toList(),
                traits(reader)));
    }

    /** Returns the excluded kinds as written, with the reasons. */
    static Map<Value.Text, String> exclusions(FieldReader reader) {
        Map<Value.Text, String> found = new LinkedHashMap<>();
        if (reader.value("互斥").orElse(null) instanceof Value.Items items) {
            for (Value item : items.items()) {
                if (item instanceof Value.Text kind) {
                    found.put(kind, "");
                } else if (item instanceof Value.Fields group
                        && new FieldReader(group).value("文种", "kind").orElse(null) instanceof Value.Text kind) {
                    found.put(kind, new FieldReader(group).text("因为", "reason").orElse(""));
                }
            }
        }
        return found;
    }

    private List<String> fieldNames(FieldReader reader, String list, List<FieldSpec> fields) {
        List<String> names = new ArrayList<>();
        for (Value.Text typed : reader.texts(list)) {
            String name = typed.text().strip();
            Optional<String> known = fields.stream()
                    .filter(f -> f.hasName(name))
                    .map(FieldSpec::name)
                    .findFirst()
                    .or(() -> CommonField.named(name).map(CommonField::label));
            if (known.isPresent() || name.equals(OPEN) && list.equals("必填")) {
                names.add(known.orElse(OPEN));
                continue;
            }
            List<String> allowed = new ArrayList<>(List.of(OPEN));
            fields.forEach(f -> allowed.add(f.name()));
            allowed.addAll(CommonField.allNames());
            file.error(
                    typed,
                    "E129",
                    list + "里的“" + name + "”不是这个文种的字段",
                    Nearest.of(name, allowed)
                            .map(word -> "您是不是要写“" + word + "”")
                            .orElse("写“公开”、通用字段或本文种自己的字段"));
        }
        return List.copyOf(names);
    }

    private boolean yes(FieldReader reader, boolean otherwise, String... names) {
        String typed = reader.text(names).orElse(otherwise ? "是" : "否");
        if (!List.of("是", "否", "true", "false").contains(typed)) {
            file.error(reader.value(names).orElseThrow(), "E129", names[0] + "“" + typed + "”不合要求", "可以写：是、否");
        }
        return typed.equals("是") || typed.equals("true");
    }

    private Map<Trait, List<String>> traits(FieldReader reader) {
        Map<Trait, List<String>> traits = new EnumMap<>(Trait.class);
        Value value = reader.value("特征").orElse(null);
        if (!(value instanceof Value.Fields group)) {
            if (value != null && !(value instanceof Value.Text text && text.isBlank())) {
                file.error(value, "E129", "特征应是一组值", "例如 特征: {日历: 会议, 到会: 半数}");
            }
            return traits;
        }
        file.known(
                group,
                Arrays.stream(Trait.values()).flatMap(t -> t.names().stream()).toList());
        for (Trait trait : Trait.values()) {
            String[] names = trait.names().toArray(String[]::new);
            List<Value.Text> typed = new FieldReader(group).texts(names);
            typed.stream()
                    .filter(word -> !trait.allowed().isEmpty()
                            && !trait.allowed().contains(word.text().strip()))
                    .forEach(word -> file.error(
                            word,
                            "E129",
                            "特征里的" + names[0] + "“" + word.text().strip() + "”不合要求",
                            "可以写：" + String.join("、", trait.allowed())));
            if (!typed.isEmpty()) {
                traits.put(
                        trait, typed.stream().map(word -> word.text().strip()).toList());
            }
        }
        return traits;
    }

    private Optional<TitlePattern> title(FieldReader reader) {
        Optional<String> typed = reader.text("标题");
        String example = reader.text("标题示例").orElse("");
        try {
            Optional<TitlePattern> pattern = typed.map(t -> TitlePattern.of(t, example));
            if (pattern.isPresent() && pattern.get().isEndless()) {
                file.error(
                        reader.value("标题").orElseThrow(),
                        "E129",
                        "标题的样式“" + typed.get() + "”会使检查停不下来",
                        "不要连着写几个 .* 或在带 + 的括号外面再写 +；可以不用正则表达式：… 代表任意文字");
                return Optional.empty();
            }
            if (pattern.isPresent() && !example.isEmpty() && !pattern.get().matches(example)) {
                file.error(
                        reader.value("标题示例").orElseThrow(),
                        "E129",
                        "标题示例“" + example + "”不合标题的样式“" + typed.get() + "”",
                        "请改示例或样式，使两者一致");
            }
            return yes(reader, false, "标题不定") ? pattern.map(TitlePattern::varying) : pattern;
        } catch (PatternSyntaxException e) {
            file.error(
                    reader.value("标题").orElseThrow(),
                    "E129",
                    "标题的样式“" + typed.orElse("") + "”不是正则表达式",
                    "可以不用正则表达式：… 代表任意文字，YYYY 代表年份，[计划|要点] 代表其中之一");
            return Optional.empty();
        }
    }

    private List<Kind.Section> sections(FieldReader reader) {
        List<Kind.Section> sections = new ArrayList<>();
        for (Value item : reader.items("正文")) {
            if (item instanceof Value.Text heading) {
                if (!heading.isBlank()) {
                    sections.add(new Kind.Section(heading.text().strip(), ""));
                }
            } else if (item instanceof Value.Fields group) {
                file.known(group, List.of("节", "heading", "写", "hint"));
                FieldReader section = new FieldReader(group);
                sections.add(new Kind.Section(
                        section.text("节", "heading").orElse(""),
                        section.text("写", "hint").orElse("")));
            } else {
                file.error(item, "E129", "正文的每一节应是一个标题，或者一组值", "例如 正文: [{节: 履职情况, 写: 做了哪些工作}, 下一步打算]");
            }
        }
        return sections;
    }

    private Optional<NoticePeriod> notice(FieldReader reader) {
        Value value = reader.value("公示期").orElse(null);
        if (!(value instanceof Value.Fields group)) {
            if (value != null && !(value instanceof Value.Text text && text.isBlank())) {
                file.error(value, "E129", "公示期应是一组值", CHANNELS);
            }
            return Optional.empty();
        }
        file.known(group, List.of("最少", "minimum", "单位", "unit", "起止", "dates", "渠道", "channel", "须满", "binding"));
        FieldReader notice = new FieldReader(group);
        String least = notice.text("最少", "minimum").orElse("0");
        if (!least.matches("\\d{1,3}")) {
            file.error(notice.value("最少", "minimum").orElseThrow(), "E129", "公示期最少“" + least + "”不是天数", CHANNELS);
            least = "0";
        }
        String unit = notice.text("单位", "unit").orElse("工作日");
        if (!List.of("工作日", "自然日").contains(unit)) {
            file.error(notice.value("单位", "unit").orElseThrow(), "E129", "没有“" + unit + "”这个单位", "可以写：工作日、自然日");
        }
        return Optional.of(new NoticePeriod(
                Integer.parseInt(least),
                unit.equals("自然日") ? NoticePeriod.Unit.CALENDAR_DAYS : NoticePeriod.Unit.WORKING_DAYS,
                mustBeGiven(notice, "起止", "dates"),
                mustBeGiven(notice, "渠道", "channel"),
                yes(notice, true, "须满", "binding")));
    }

    private boolean mustBeGiven(FieldReader notice, String... names) {
        String typed = notice.text(names).orElse("选填");
        if (!List.of("必填", "选填", "required", "optional").contains(typed)) {
            file.error(notice.value(names).orElseThrow(), "E129", names[0] + "“" + typed + "”不合要求", "可以写：必填、选填");
        }
        return typed.equals("必填") || typed.equals("required");
    }

    private Kind.History history(FieldReader reader) {
        String typed = reader.text("历史").orElse("full").toLowerCase(Locale.ROOT);
        Optional<Kind.History> known = Kind.History.named(typed);
        if (known.isEmpty()) {
            file.error(
                    reader.value("历史").orElseThrow(),
                    "E129",
                    "历史“" + typed + "”不合要求",
                    "可以写：full（全部公开）、list（只列出）、none（不公开）");
        }
        return known.orElse(Kind.History.FULL);
    }
}
