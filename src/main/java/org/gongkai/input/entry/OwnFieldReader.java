package org.gongkai.input.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.input.entry.kind.FieldTypeCheck;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.io.TextResource;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;
import org.gongkai.text.DateText;
import org.gongkai.text.MomentText;

/**
 * Reads the fields that the kinds of an entry define.
 *
 * @param year the year of days that name none
 * @param published when the entry was published
 */
record OwnFieldReader(
        String path, Kinds kinds, List<Kind> entryKinds, int year, LocalDate published, Consumer<Problem> problems) {

    /** Names of common fields in other systems. */
    private static final Map<String, String> FOREIGN_NAMES =
            TextResource.map(OwnFieldReader.class, "foreign-names.txt");

    /**
     * Reads the fields that are not common.
     *
     * @param fields the fields as written
     * @param extras collects unknown fields; null if they are problems
     */
    List<Entry.OwnField> read(List<Value.Field> fields, Map<String, String> extras) {
        List<Entry.OwnField> own = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (Value.Field field : fields) {
            String typed = field.key().text();
            Optional<FieldSpec> spec = entryKinds.stream()
                    .flatMap(kind -> kind.field(typed).stream())
                    .findFirst();
            if (spec.isPresent()) {
                String before = seen.putIfAbsent(spec.get().name(), typed);
                if (before != null) {
                    error(field.key(), "E102", "字段“" + typed + "”与前面的“" + before + "”是同一个字段", "同一个字段只写一次，请删去多余的一处");
                    continue;
                }
                Value value =
                        spec.get().type() == FieldType.DATE ? completed(spec.get(), field.value()) : field.value();
                new FieldTypeCheck(path, year, problems).check(spec.get(), value);
                own.add(new Entry.OwnField(spec.get(), value, false));
            } else if (extras != null) {
                extras.put(typed, field.value() instanceof Value.Text text ? text.text() : "");
            } else {
                error(field.key(), "E103", "不认识的字段“" + typed + "”", advice(typed));
            }
        }
        return List.copyOf(own);
    }

    /** A day without a year is one of the year of the entry, unless that of its publication is as likely. */
    private Value completed(FieldSpec spec, Value value) {
        if (!(value instanceof Value.Text text) || text.isBlank()) {
            return value;
        }
        String completed = MomentText.completed(text.text(), year);
        Optional<LocalDate> later = DateText.day(MomentText.completed(text.text(), published.getYear()))
                .filter(day -> !day.isAfter(published));
        if (later.isPresent() && later.get().getYear() > year && !later.equals(DateText.day(completed))) {
            error(
                    value,
                    "E106",
                    "字段“" + spec.name() + "”的值“" + text.text().strip() + "”不合要求",
                    "看不出是" + year + "年还是" + published.getYear() + "年，请写上年份");
        }
        return new Value.Text(completed, text.line(), text.column());
    }

    private String advice(String typed) {
        List<String> allowed = new ArrayList<>(CommonField.allNames());
        entryKinds.forEach(kind -> kind.fields().forEach(f -> allowed.addAll(f.names())));
        Optional<String> meant = Optional.ofNullable(FOREIGN_NAMES.get(typed));
        return meant.or(() -> Nearest.of(typed, allowed))
                .map(word -> "您是不是要写“" + word + "”")
                .orElseGet(() -> kinds.all().stream()
                        .filter(kind -> kind.field(typed).isPresent())
                        .findFirst()
                        .map(kind -> "它是文种“" + kind.name() + "”的字段，本条的文种是“"
                                + entryKinds.get(0).name() + "”")
                        .orElse("可用的字段见使用手册“文件头写法”；不需要时请删去这一行"));
    }

    private void error(Value at, String code, String message, String hint) {
        problems.accept(Problem.error(code, path, at, message, hint));
    }
}
