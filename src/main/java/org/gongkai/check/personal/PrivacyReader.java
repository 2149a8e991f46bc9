package org.gongkai.check.personal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gongkai.check.personal.Privacy.Kept;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.GroupReader;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;

/** Reads the settings about personal data. */
public final class PrivacyReader {

    /** The path of the file. */
    public static final String PATH = "content/_data/privacy.yml";

    private static final Map<String, PersonalKind> KINDS = new TreeMap<>(Map.of(
            "身份证号", PersonalKind.ID_NUMBER,
            "手机号", PersonalKind.MOBILE,
            "银行卡号", PersonalKind.BANK_CARD,
            "出生日期", PersonalKind.BIRTH_DATE,
            "住址", PersonalKind.HOME_ADDRESS));

    /** Maximum number of visible characters at the start; more would reveal the rest. */
    private static final int MOST_FIRST = 6;

    private static final int MOST_LAST = 4;

    private final YamlReader yaml;
    private final DataFile file;

    public PrivacyReader(YamlReader yaml, Consumer<Problem> problems) {
        this.yaml = yaml;
        this.file = new DataFile(PATH, problems);
    }

    /**
     * Reads the file.
     *
     * @param text the content of the file, if the site has it
     */
    public Privacy read(Optional<String> text) {
        return file.group("这个文件", file.content(yaml, text), "E276", "例如：允许: [12380]", PrivacyReader::privacy)
                .orElse(Privacy.DEFAULT);
    }

    private static Privacy privacy(GroupReader fields) {
        Map<PersonalKind, Kept> kept = new EnumMap<>(Privacy.DEFAULT.kept());
        Optional<Kept> names = fields.group("保留", "例如 保留: {手机号: {前: 3, 后: 4}}", it -> {
            KINDS.forEach((name, kind) -> kept(it, name).ifPresent(k -> kept.put(kind, k)));
            return kept(it, "姓名").orElse(null);
        });
        Set<String> allowed = Set.copyOf(fields.groups("允许", "例如 允许: [{内容: 12380, 说明: 举报电话}]", "内容", it -> {
            it.string("说明");
            return Privacy.plain(it.required("内容"));
        }));
        return new Privacy(kept, names.orElse(Privacy.DEFAULT.keptOfNames()), allowed);
    }

    private static Optional<Kept> kept(GroupReader fields, String name) {
        return fields.group(name, "写成 {前: 3, 后: 4}", ends -> {
            int first = ends.count("前", MOST_FIRST).orElse(0);
            return new Kept(first, ends.count("后", MOST_LAST).orElse(0));
        });
    }
}
