package org.gongkai.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gongkai.check.setting.Exemption;
import org.gongkai.check.setting.RuleSettings;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.FirstProblems;
import org.gongkai.problem.Problem;

/**
 * Collects every problem of a build once. The settings of the site change the severity of problems or suppress them;
 * exemptions suppress problems of single entries. Safe for use by multiple threads.
 */
public final class ProblemCollector implements Consumer<Problem> {

    private final FirstProblems all = new FirstProblems();
    private final Map<Place, Exemption> exemptions = new ConcurrentHashMap<>();
    private volatile RuleSettings settings = RuleSettings.NONE;
    private volatile UnaryOperator<Problem> located = UnaryOperator.identity();

    private record Place(String path, String code) {}

    @Override
    public void accept(Problem problem) {
        all.accept(problem);
    }

    /** A collector without problems and exemptions, with the same rule settings. */
    public ProblemCollector fresh() {
        ProblemCollector other = new ProblemCollector();
        other.setRuleSettings(settings);
        other.located = located;
        return other;
    }

    /** Takes over the problems of the files themselves, and has all problems reported where these files are found. */
    public void addAll(SourceTree files) {
        files.problems().forEach(this);
        located = files::located;
    }

    /** Sets the rule settings of the site, which apply to all problems, earlier ones included. */
    public void setRuleSettings(RuleSettings rules) {
        settings = rules;
    }

    /** Exempts an entry from a rule. */
    public void exempt(Exemption exemption) {
        exemptions.putIfAbsent(new Place(exemption.path(), exemption.code()), exemption);
    }

    /** The problems to report to users, sorted. */
    public List<Problem> reported() {
        Stream<Problem> all =
                exemptions.isEmpty() || failed() ? effective() : Stream.concat(effective(), unusedExemptions());
        return all.map(located).sorted().toList();
    }

    /** Whether there is an error, so that nothing must be put in place. */
    public boolean failed() {
        return effective().anyMatch(Problem::isError);
    }

    /** The exemptions that suppressed a problem, sorted by path and code. */
    List<Exemption> usedExemptions() {
        Map<String, Exemption> used = new TreeMap<>();
        for (Problem problem : all.kept()) {
            exemption(problem).ifPresent(exemption -> used.put(exemption.path() + "\n" + exemption.code(), exemption));
        }
        return List.copyOf(used.values());
    }

    private Stream<Problem> effective() {
        return all.listed().stream()
                .filter(problem -> exemption(problem).isEmpty())
                .flatMap(problem -> settings.apply(problem).stream());
    }

    /** Warnings about exemptions that match no problem; meaningful only if everything was checked. */
    private Stream<Problem> unusedExemptions() {
        List<Exemption> used = usedExemptions();
        return exemptions.values().stream()
                .filter(exemption -> exemption.isAskedAboutAll() && !used.contains(exemption))
                .filter(exemption -> !settings.isOff(exemption.code()))
                .map(exemption -> Problem.warning(
                        "W194", exemption.path(), exemption, "例外 " + exemption.code() + " 没有用上：本条没有这个问题", "请删去这个例外"))
                .flatMap(problem -> settings.apply(problem).stream());
    }

    private Optional<Exemption> exemption(Problem problem) {
        return exemptions.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(exemptions.get(new Place(problem.path(), problem.code())));
    }
}
