package org.gongkai.check.explain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.io.TextResource;

/**
 * The explanations of all codes, from the built-in files {@code rules/*.yml} and those that features have in their own
 * folders.
 */
public final class Explanations {

    /** A resource created by the build of the program: the paths of the files. */
    private static final String LIST = "files.txt";

    private final Map<String, Explanation> byCode = new TreeMap<>();

    public Explanations(YamlReader yaml) {
        TextResource.of(Explanations.class, LIST).lines().forEach(file -> read(yaml, file));
    }

    /** Returns the explanation of a code, ignoring case. */
    public Optional<Explanation> of(String code) {
        return Optional.ofNullable(byCode.get(code.strip().toUpperCase(Locale.ROOT)));
    }

    /** Returns all explanations, sorted by code. */
    public List<Explanation> all() {
        return List.copyOf(byCode.values());
    }

    private void read(YamlReader yaml, String name) {
        for (Value item : ((Value.Items) yaml.resource(Explanations.class, name)).items()) {
            FieldReader reader = new FieldReader((Value.Fields) item);
            String code = reader.text("代码").orElseThrow();
            byCode.put(
                    code,
                    new Explanation(
                            code,
                            reader.text("名称").orElseThrow(),
                            reader.text("说明").orElseThrow(),
                            reader.text("改法").orElseThrow(),
                            reader.text("错").orElse(""),
                            reader.text("对").orElse(""),
                            reader.text("不可关").isPresent()));
        }
    }

    /**
     * The explanation of a problem code, for {@code explain} and the manual.
     *
     * @param code the code, such as {@code E123}
     * @param name its name, a few words
     * @param sentence what is wrong and why it matters, one sentence
     * @param mend how to fix it
     * @param wrong an example of the problem; may be empty
     * @param right the corrected example; may be empty
     * @param fixed whether sites cannot switch it off: secrecy and personal data
     */
    public record Explanation(
            String code, String name, String sentence, String mend, String wrong, String right, boolean fixed) {

        /** Returns true if it is an error by default. */
        public boolean isError() {
            return code.startsWith("E");
        }
    }
}
