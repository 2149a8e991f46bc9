package org.gongkai.check.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.YamlReader;
import org.gongkai.io.TextResource;
import org.gongkai.problem.Problem;

/**
 * The explanations of all codes, from the built-in files {@code rules/*.yml} and those that features have in their own
 * folders.
 */
public final class Explanations {

    /** A resource created by the build of the program: the paths of the files. */
    private static final String LIST = "files.txt";

    private final Map<String, Explanation> byCode = new TreeMap<>();

    public Explanations(YamlReader yaml) {
        TextResource.of(Explanations.class, LIST).lines().forEach(file -> Binder.ofResources()
                .groups(Explanation.class, Optional.of(yaml.resource(Explanations.class, file)))
                .forEach(rule -> byCode.put(rule.code(), rule)));
    }

    /** Returns the explanation of a code, ignoring case. */
    public Optional<Explanation> of(String code) {
        return Optional.ofNullable(byCode.get(code.strip().toUpperCase(Locale.ROOT)));
    }

    /** Returns those problems that tell of facts that contradict each other, errors first, otherwise in their order. */
    public List<Problem> contradictions(List<Problem> problems) {
        return problems.stream()
                .filter(problem ->
                        of(problem.code()).map(Explanation::contradiction).orElse(false))
                .sorted(Comparator.comparing(Problem::severity))
                .toList();
    }

    /** Returns all explanations, sorted by code. */
    public List<Explanation> all() {
        return List.copyOf(byCode.values());
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
     * @param contradiction whether it tells of facts that contradict each other
     * @param fixed whether sites cannot switch it off: secrecy and personal data
     */
    @Key.Group("")
    public record Explanation(
            @Key(value = "代码", required = true) String code,
            @Key(value = "名称", required = true) String name,
            @Key(value = "说明", required = true) String sentence,
            @Key(value = "改法", required = true) String mend,
            @Key("错") String wrong,
            @Key("对") String right,
            @Key("矛盾") boolean contradiction,
            @Key("不可关") boolean fixed) {

        /** Returns true if it is an error by default. */
        public boolean isError() {
            return code.startsWith("E");
        }
    }
}
