package org.gongkai.build;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.build.read.SiteContent;
import org.gongkai.check.AnchorCheck;
import org.gongkai.check.count.BelatedRecordsCheck;
import org.gongkai.check.count.OverlappingPeriodsCheck;
import org.gongkai.check.count.RepeatedNumbersCheck;
import org.gongkai.check.rule.SiteRule;
import org.gongkai.check.rule.WholeSite;
import org.gongkai.input.config.Organisation;
import org.gongkai.register.count.SiteCounts;
import org.gongkai.render.page.EntryPages;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.link.BodyFacts;

/** Checks the bodies of entries and the site as a whole. */
final class SiteCheck {

    private final BuildContext context;
    private final EntryPages pages;
    private final Site site;
    private final SiteCounts counts;

    /**
     * @param site the entries of an audience in their places
     * @param counts answers the counts in them
     */
    SiteCheck(BuildContext context, EntryPages pages, Site site, SiteCounts counts) {
        this.context = context;
        this.pages = pages;
        this.site = site;
        this.counts = counts;
    }

    /**
     * Converts bodies only to find their problems.
     *
     * @return the facts about each body, by the path of its entry
     */
    Map<String, BodyFacts> checkBodies(Collection<Item> items) {
        Map<String, BodyFacts> bodies = new ConcurrentHashMap<>();
        context.forEachEntry(items, item -> {
            BodyFacts facts = pages.check(item);
            bodies.put(facts.path(), facts);
        });
        return bodies;
    }

    /** Checks everything that depends on more than one entry. */
    void checkWhole(SiteContent content, Map<String, BodyFacts> bodies) {
        new AnchorCheck().check(bodies.values()).forEach(context.problems());
        new BelatedRecordsCheck(counts).check(bodies.values(), site.byPath()).forEach(context.problems());
        new OverlappingPeriodsCheck(site.config().organisation().groups().stream()
                        .map(Organisation.Group::name)
                        .toList())
                .check(counts.registers())
                .forEach(context.problems());
        new RepeatedNumbersCheck().check(counts.registers()).forEach(context.problems());
        Set<String> named = new HashSet<>();
        bodies.values().forEach(body -> named.addAll(body.named()));
        WholeSite whole =
                new WholeSite(content.entries(), context.source(), named, bodies.keySet(), content.previousNumbers());
        context.pool()
                .forEach(
                        content.settings().rules().siteRules(),
                        (SiteRule rule) -> rule.check(whole, context.problems()));
    }
}
