package org.gongkai.render.page;

import java.util.List;
import java.util.Set;
import org.gongkai.problem.Problem;

/**
 * The cached results of the conversion of a body.
 *
 * @param inputs what the conversion depended on
 * @param summary its first sentences as plain text
 * @param anchors the ids in it
 * @param problems problems found in it
 */
record CachedBody(BodyInputs inputs, String summary, Set<String> anchors, List<Problem> problems) {}
