package org.gongkai.check.personal;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/** Reads the settings about personal data. */
public final class PrivacyReader {

    /** The path of the file. */
    public static final String PATH = "content/_data/privacy.yml";

    private static final Map<String, PersonalKind> KINDS = Map.of(
            "身份证号", PersonalKind.ID_NUMBER,
            "手机号", PersonalKind.MOBILE,
            "银行卡号", PersonalKind.BANK_CARD,
            "出生日期", PersonalKind.BIRTH_DATE,
            "住址", PersonalKind.HOME_ADDRESS);
    private static final String NAME = "姓名";

    /** Maximum number of visible characters at the start; more would reveal the rest. */
    private static final int MOST_FIRST = 6;

    private static final int MOST_LAST = 4;

    private final YamlReader yaml;
    private final Consumer<Problem> problems;

    public PrivacyReader(YamlReader yaml, Consumer<Problem> problems) {
        this.yaml = yaml;
        this.problems = problems;
    }

    /**
     * Reads the file.
     *
     * @param text the content of the file, if the site has it
     */
    public Privacy read(Optional<String> text) {
        Value value = text.flatMap(t -> yaml.read(PATH, t, 1, problems)).orElse(null);
        if (!(value instanceof Value.Fields fields)) {
            if (value != null) {
                error(value, "这个文件应由“名称: 值”组成", "例如：允许: [12380]");
            }
            return Privacy.DEFAULT;
        }
        known(fields, List.of("保留", "允许"));
        FieldReader reader = new FieldReader(fields);
        Map<PersonalKind, Privacy.Kept> kept = new EnumMap<>(Privacy.DEFAULT.kept());
        Privacy.Kept names = Privacy.DEFAULT.keptOfNames();
        if (reader.value("保留").orElse(null) instanceof Value.Fields group) {
            known(group, List.of("身份证号", "手机号", "银行卡号", "出生日期", "住址", NAME));
            for (Map.Entry<String, PersonalKind> kind : KINDS.entrySet()) {
                kept(group, kind.getKey()).ifPresent(k -> kept.put(kind.getValue(), k));
            }
            names = kept(group, NAME).orElse(names);
        }
        return new Privacy(kept, names, allowed(reader));
    }

    private Optional<Privacy.Kept> kept(Value.Fields group, String name) {
        Value value = new FieldReader(group).value(name).orElse(null);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Value.Fields ends) {
            known(ends, List.of("前", "后"));
            FieldReader reader = new FieldReader(ends);
            String first = reader.text("前").orElse("0");
            String last = reader.text("后").orElse("0");
            if (first.matches("[0-" + MOST_FIRST + "]") && last.matches("[0-" + MOST_LAST + "]")) {
                return Optional.of(new Privacy.Kept(Integer.parseInt(first), Integer.parseInt(last)));
            }
        }
        error(value, "“" + name + "”保留几位没有写对", "写成 {前: 3, 后: 4}，前面最多 " + MOST_FIRST + " 位，后面最多 " + MOST_LAST + " 位");
        return Optional.empty();
    }

    /** Each item is a value, or a group of 内容 and a reason (说明). */
    private Set<String> allowed(FieldReader reader) {
        Set<String> allowed = new HashSet<>();
        reader.texts("允许").forEach(text -> allowed.add(Privacy.plain(text.text())));
        if (reader.value("允许").orElse(null) instanceof Value.Items items) {
            for (Value item : items.items()) {
                if (item instanceof Value.Fields group) {
                    known(group, List.of("内容", "说明"));
                    new FieldReader(group).text("内容").ifPresent(text -> allowed.add(Privacy.plain(text)));
                }
            }
        }
        return allowed;
    }

    private void known(Value.Fields group, List<String> names) {
        for (Value.Field field : group.fields()) {
            String typed = field.key().text();
            if (!names.contains(typed)) {
                problems.accept(
                        Problem.error("E103", PATH, field.key(), "不认识的字段“" + typed + "”", Nearest.hint(typed, names)));
            }
        }
    }

    private void error(Value at, String message, String hint) {
        problems.accept(Problem.error("E276", PATH, at, message, hint));
    }
}
