package org.gongkai.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;
import org.gongkai.site.link.BodyFacts;
import org.gongkai.site.link.EntryLinks.AnchorLink;

/** Reports links to anchors that do not exist in other entries, after all bodies have been converted. */
public final class AnchorCheck {

    /** Returns the problems of all bodies. */
    public List<Problem> check(Collection<BodyFacts> bodies) {
        Map<String, Set<String>> anchors = new HashMap<>();
        bodies.forEach(body -> anchors.put(body.path(), body.anchors()));
        List<Problem> problems = new ArrayList<>();
        // The same wrong anchor often occurs many times.
        Map<String, List<String>> sorted = new HashMap<>();
        Map<String, String> hints = new HashMap<>();
        for (BodyFacts body : bodies) {
            for (AnchorLink link : body.links()) {
                Set<String> known = anchors.get(link.path());
                if (known != null && !known.contains(link.anchor())) {
                    String place = "“" + link.path() + "”里没有“#" + link.anchor() + "”这个位置";
                    String hint = hints.computeIfAbsent(
                            place,
                            p -> hint(link.anchor(), sorted.computeIfAbsent(link.path(), path -> known.stream()
                                    .sorted()
                                    .toList())));
                    problems.add(Problem.error("E206", body.path(), link, place, hint));
                }
            }
        }
        return problems;
    }

    private static String hint(String anchor, List<String> known) {
        return Nearest.of(anchor, known).map(word -> "您是不是要写“#" + word + "”").orElse("请核对那一条的标题；只想链接整篇时去掉 # 及其后的文字");
    }
}
