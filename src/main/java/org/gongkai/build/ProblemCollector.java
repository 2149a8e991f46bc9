package org.gongkai.build;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongkai.check.setting.Exemption;
import org.gongkai.check.setting.RuleSettings;
import org.gongkai.problem.Problem;

/**
 * Every problem that a build comes across, told once, sorted; as the site takes it, and but for those from which an entry
 * is excused. Safe for many threads.
 */
public final class ProblemCollector implements Consumer<Problem> {

    private final ConcurrentSkipListSet<Problem> all = new ConcurrentSkipListSet<>();
    private final Map<Place, Exemption> exemptions = new ConcurrentHashMap<>();
    private volatile RuleSettings settings = RuleSettings.NONE;

    private record Place(String path, String code) {}

    @Override
    public void accept(Problem problem) {
        all.add(problem);
    }

    /** Says how the site wants its rules taken, whatever was found before and will be found. */
    public void setRuleSettings(RuleSettings rules) {
        settings = rules;
    }

    /** Excuses an entry from a rule. */
    public void exempt(Exemption exemption) {
        exemptions.putIfAbsent(new Place(exemption.path(), exemption.code()), exemption);
    }

    /** What is to be told to people. */
    public List<Problem> reported() {
        if (failed()) {
            return counted().sorted().toList();
        }
        return Stream.concat(counted(), idle()).sorted().toList();
    }

    /** Whether there is an error, so that nothing may be put in place. */
    public boolean failed() {
        return counted().anyMatch(Problem::isError);
    }

    /** The exemptions without which more would have been told, sorted by path and code. */
    List<Exemption> usedExemptions() {
        Map<String, Exemption> used = new TreeMap<>();
        for (Problem problem : all) {
            exemption(problem).ifPresent(exemption -> used.put(exemption.path() + "\n" + exemption.code(), exemption));
        }
        return List.copyOf(used.values());
    }

    private Stream<Problem> counted() {
        return all.stream()
                .filter(problem -> exemption(problem).isEmpty())
                .flatMap(problem -> settings.apply(problem).stream());
    }

    /** Tells of exemptions that match nothing; only if all was looked at. */
    private Stream<Problem> idle() {
        List<Exemption> used = usedExemptions();
        return exemptions.values().stream()
                .filter(exemption -> exemption.isAskedAboutAll() && !used.contains(exemption))
                .filter(exemption -> !settings.isOff(exemption.code()))
                .map(exemption -> Problem.warning(
                        "W194",
                        exemption.path(),
                        exemption.line(),
                        exemption.column(),
                        "例外 " + exemption.code() + " 没有用上：本条没有这个问题",
                        "请删去这个例外"))
                .flatMap(problem -> settings.apply(problem).stream());
    }

    private Optional<Exemption> exemption(Problem problem) {
        return exemptions.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(exemptions.get(new Place(problem.path(), problem.code())));
    }
}
