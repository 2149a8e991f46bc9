package org.gongkai.input.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gongkai.problem.Nearest;
import org.gongkai.text.DateText;

/**
 * Reads a group of fields of a data file. The names of a field are written in one text, with blanks between them. What is
 * wrong in a field is reported and left out; a group without a field that it must have is refused. Fields that nobody
 * asked for are reported as unknown.
 */
public final class GroupReader extends FieldReader {

    private static final Map<String, Boolean> FLAGS =
            Map.of("是", true, "yes", true, "true", true, "否", false, "no", false, "false", false);

    private static final String SLUG = "只用小写字母、数字和连字符，最多 80 个，不能是 Windows 的设备名（con、aux 等）";

    private final DataFile file;
    private final String example;
    private final Value.Fields group;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> texts = new LinkedHashSet<>();
    private String code;
    private boolean isRefused;

    private GroupReader(DataFile file, String code, String example, Value.Fields group) {
        super(group);
        this.file = file;
        this.code = code;
        this.example = example;
        this.group = group;
    }

    /** Returns what a function reads from a group; empty if it refuses the group or returns null. */
    static <T> Optional<T> read(
            DataFile file, String code, String example, Value.Fields group, Function<GroupReader, T> reader) {
        GroupReader fields = new GroupReader(file, code, example, group);
        T read = reader.apply(fields);
        file.known(group, List.copyOf(fields.asked));
        fields.texts.forEach(names -> fields.value(names)
                .filter(value -> !(value instanceof Value.Text))
                .ifPresent(value -> fields.error(names, label(names) + "应是一段文字", "不要写成列表或分组")));
        return fields.isRefused ? Optional.empty() : Optional.ofNullable(read);
    }

    /** Reports what is wrong from here on under another code. */
    public GroupReader with(String other) {
        code = other;
        return this;
    }

    @Override
    public Optional<Value> value(String... names) {
        String[] each = String.join(" ", names).split(" ");
        asked.addAll(List.of(each));
        return super.value(each);
    }

    /** Returns the value of a field; the group if it is absent. */
    public Value at(String names) {
        return value(names).orElse(group);
    }

    /** Reports what is wrong with a field. */
    public void error(String names, String message, String hint) {
        file.error(at(names), code, message, hint);
    }

    /** Reports what is wrong with a field, and refuses the group. */
    public void refuse(String names, String message, String hint) {
        isRefused = true;
        error(names, message, hint);
    }

    public void warning(String names, String of, String message, String hint) {
        file.warning(at(names), of, message, hint);
    }

    /** Returns the text of a field; a list or a group will be reported. */
    @Override
    public Optional<String> text(String... names) {
        texts.add(String.join(" ", names));
        return super.text(names);
    }

    /** Returns the text of a field; empty if it is absent. */
    public String string(String names) {
        return text(names).orElse("");
    }

    /** Refuses a group without a field. */
    public void need(String names) {
        if (items(names).stream().allMatch(value -> value instanceof Value.Text text && text.isBlank())) {
            refuse(names, "没有写" + label(names), example);
        }
    }

    /** Returns the text of a field that the group must have. */
    public String required(String names) {
        need(names);
        return string(names);
    }

    /** Returns such a text, which no other group may have; {@code lines} are those of the others. */
    public String unique(String names, Map<String, Integer> lines) {
        return distinct(names, required(names), lines);
    }

    /** Refuses a group if what it says, in any case, is said by another one. */
    public String distinct(String names, String said, Map<String, Integer> lines) {
        Integer line = said.isEmpty() ? null : lines.putIfAbsent(said.toLowerCase(Locale.ROOT), group.line());
        if (line != null) {
            refuse(names, label(names) + "“" + said + "”写了两次", "第" + line + "行已有，请各写一个不同的（不分大小写）");
        }
        return said;
    }

    /** Returns the name of a folder in addresses; refuses a group with anything else. */
    public String slug(String names, Collection<String> reserved) {
        String slug = string(names);
        if (!slug.isEmpty()
                && (reserved.contains(slug) || !DataFile.SLUG.matcher(slug).matches())) {
            String others = reserved.isEmpty() ? "" : "，也不能是 " + String.join("、", reserved);
            refuse(names, label(names) + "不能写“" + slug + "”", SLUG + others);
        }
        return slug;
    }

    /** Returns a field as a function understands it; what it rejects by null or by an exception is reported. */
    public <T> Optional<T> parsed(String names, String hint, Function<String, T> parser) {
        return text(names).flatMap(text -> parsed(names, (Value.Text) at(names), typed -> hint, parser));
    }

    /** Returns a field as a function understands the words of a list. */
    public <T> Optional<T> parsed(String names, Collection<String> allowed, Function<String, T> parser) {
        return parsed(names, Nearest.hint(super.text(names).orElse(""), allowed), parser);
    }

    /** Returns the texts of a list as a function understands them. */
    public <T> List<T> each(String names, Function<String, String> hint, Function<String, T> parser) {
        return texts(names).stream()
                .flatMap(text -> parsed(names, text, hint, parser).stream())
                .toList();
    }

    private <T> Optional<T> parsed(
            String names, Value.Text text, Function<String, String> hint, Function<String, T> parser) {
        String typed = text.text().strip();
        T parsed = null;
        try {
            parsed = parser.apply(typed);
        } catch (DateTimeException | IllegalArgumentException e) {
            // Reported below.
        }
        if (parsed == null) {
            file.error(text, code, label(names) + "不能写“" + typed + "”", hint.apply(typed));
        }
        return Optional.ofNullable(parsed);
    }

    /** Returns one of the allowed words; empty if the field is absent or has another one. */
    public String word(String names, Collection<String> allowed) {
        return parsed(names, allowed, word -> allowed.contains(word) ? word : null)
                .orElse("");
    }

    /** Returns those words of a list that are allowed, and reports the others. */
    public List<String> words(String names, Collection<String> allowed) {
        return each(names, word -> Nearest.hint(word, allowed), word -> allowed.contains(word) ? word : null);
    }

    /** Returns whether a field says yes. */
    public boolean flag(String names, boolean otherwise) {
        return parsed(names, "请写“是”或“否”", FLAGS::get).orElse(otherwise);
    }

    /** Returns a whole number from 0. */
    public Optional<Integer> count(String names, int most) {
        return parsed(
                names,
                "请写 0 到 " + most + " 的数字",
                typed -> typed.matches("\\d{1,9}") && Integer.parseInt(typed) <= most ? Integer.valueOf(typed) : null);
    }

    public Optional<LocalDate> day(String names) {
        return parsed(names, "请写成 2024-09-01 这样的形式，并且有这一天", typed -> DateText.day(typed)
                .orElse(null));
    }

    /** Returns what a function reads from the group in a field. */
    public <T> Optional<T> group(String names, String like, Function<GroupReader, T> reader) {
        return file.group(label(names), value(names), code, like, reader);
    }

    /**
     * Returns what a function reads from the groups in a field.
     *
     * @param shorthand the only field of an item that is written as a text
     */
    public <T> List<T> groups(String names, String like, String shorthand, Function<GroupReader, T> reader) {
        return file.groups(label(names), items(names), code, like, shorthand, reader);
    }

    private static String label(String names) {
        return "“" + names.split(" ")[0] + "”";
    }
}
