package org.gongkai.build;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.check.setting.Exemption;
import org.gongkai.problem.Problem;

/**
 * The result of a build.
 *
 * @param problems the problems to report, sorted
 * @param exemptions the exemptions that suppressed a problem, sorted by path
 * @param entries number of published entries
 * @param pages number of pages
 * @param written number of files that were added or replaced
 * @param unchanged number of files that were already in place
 * @param nextChange the next day on which the site changes by itself, if any
 * @param columns number of entries by the name of the column, in the order of the menu
 * @param outputs the folders that were written
 * @param notes remarks that are not problems: Chinese sentences without their full stop
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

    /** Whether the output was put in place; if not, nothing was changed. */
    public boolean succeeded() {
        return problems.stream().noneMatch(Problem::isError);
    }
}
