package org.gongkai.build;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.check.setting.Exemption;
import org.gongkai.problem.Problem;

/**
 * What came of a build.
 *
 * @param problems everything that is to be told, sorted
 * @param exemptions exemptions without which more would have been told, sorted by path
 * @param entries entries that are out
 * @param pages pages made
 * @param written files that were added or replaced
 * @param unchanged files that stood there already
 * @param nextChange the next day on which the site changes by itself, if any
 * @param columns entries by the name of their column, in the order of the menu
 * @param outputs folders written
 * @param notes what is worth knowing and no mistake, in Chinese sentences without their full stop
 * @param sites the site of each audience; none if the build failed
 * @param timings milliseconds by the name of the step, in order
 */
public record BuildResult(
        List<Problem> problems,
        List<Exemption> exemptions,
        int entries,
        int pages,
        int written,
        int unchanged,
        Optional<LocalDate> nextChange,
        Map<String, Integer> columns,
        List<Path> outputs,
        List<String> notes,
        List<BuiltSite> sites,
        Map<String, Long> timings) {

    /** Whether the site stands; if not, nothing was changed. */
    public boolean succeeded() {
        return problems.stream().noneMatch(Problem::isError);
    }
}
