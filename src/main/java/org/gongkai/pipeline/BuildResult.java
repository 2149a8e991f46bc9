package org.gongkai.pipeline;

import java.util.List;
import org.gongkai.check.setting.Exemption;
import org.gongkai.problem.Problem;

/**
 * The result of a build.
 *
 * @param summary what the build tells its user
 * @param exemptions the exemptions that suppressed a problem, sorted by path
 * @param sites the site of each audience; none if the build failed
 */
public record BuildResult(BuildSummary summary, List<Exemption> exemptions, List<BuiltSite> sites) {

    /** The problems to report, sorted. */
    public List<Problem> problems() {
        return summary.problems();
    }

    /** Whether the output was put in place; if not, nothing was changed. */
    public boolean succeeded() {
        return summary.succeeded();
    }
}
