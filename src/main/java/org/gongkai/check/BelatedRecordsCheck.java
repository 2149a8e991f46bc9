package org.gongkai.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;
import org.gongkai.site.link.BodyFacts;
import org.gongkai.site.link.Counts;

/** Reports counts whose records were completed after the text was published. */
public final class BelatedRecordsCheck {

    private final Counts counts;

    /**
     * @param counts the counts of the audience that the bodies were converted for
     */
    public BelatedRecordsCheck(Counts counts) {
        this.counts = counts;
    }

    /**
     * Returns the problems of all bodies.
     *
     * @param entries the public entries, by path
     */
    public List<Problem> check(Collection<BodyFacts> bodies, Map<String, Item> entries) {
        List<Problem> problems = new ArrayList<>();
        for (BodyFacts body : bodies) {
            Item item = entries.get(body.path());
            if (item != null) {
                body.counts().forEach(asked -> counts.late(asked.typed(), item.entry())
                        .ifPresent(late -> problems.add(problem(item.entry(), asked, late))));
            }
        }
        return problems;
    }

    private static Problem problem(Entry entry, BodyFacts.AskedCount asked, Counts.Late late) {
        return Problem.warning(
                "W239",
                entry.path(),
                asked,
                "“" + asked.typed() + "”在本条发布时是" + late.before() + "，按现在的记录是" + late.now() + "：后来补登了" + late.added(),
                "要把补登的算进去，就加上“截至=”和补登以后的日期；不算进去，可以不改");
    }
}
