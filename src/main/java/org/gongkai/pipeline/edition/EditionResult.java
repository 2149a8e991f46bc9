package org.gongkai.pipeline.edition;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.pipeline.BuiltSite;
import org.gongkai.problem.Problem;

/**
 * The result of building one edition.
 *
 * @param errors the errors for which it cannot be published; empty if it can
 * @param sites the site of each audience; empty if the build failed
 * @param day the day for which it was built
 */
record EditionResult(List<Problem> errors, List<BuiltSite> sites, LocalDate day) {}
