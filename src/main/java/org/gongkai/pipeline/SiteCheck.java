package org.gongkai.pipeline;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.cache.RecordCodec;
import org.gongkai.check.AnchorCheck;
import org.gongkai.check.rule.RuleSet.SiteRule;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.input.entry.Entry;
import org.gongkai.io.Digests;
import org.gongkai.pipeline.read.SiteContent;
import org.gongkai.problem.Problem;
import org.gongkai.render.page.EntryPages;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.link.BodyFacts;

/** Checks the bodies of entries and the site as a whole. */
final class SiteCheck {

    /** What the checks of the site as a whole found. */
    private record Found(List<Problem> problems) {}

    private final BuildContext context;
    private final EntryPages pages;
    private final PlacedSite placed;
    private final CachedRecords<Found> cache;

    /**
     * @param placed the entries of an audience in their places
     * @param cache what an earlier build found
     */
    SiteCheck(BuildContext context, EntryPages pages, PlacedSite placed, CacheStore cache) {
        this.context = context;
        this.pages = pages;
        this.placed = placed;
        this.cache = cache.records("", Found.class);
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

    /** Checks everything that depends on more than one entry, or reports what an earlier build found in the same. */
    void checkWhole(Map<String, BodyFacts> bodies) {
        cache.of("whole", inputs(bodies), () -> new Found(found(bodies)))
                .problems()
                .forEach(context.problems());
    }

    /** Identifies what the checks read; empty if that is not known. */
    private String inputs(Map<String, BodyFacts> bodies) {
        if (placed.inputs().isEmpty()) {
            return "";
        }
        SiteContent content = placed.content();
        RecordCodec<BodyFacts> codec = new RecordCodec<>(BodyFacts.class);
        MessageDigest digest = Digests.sha256();
        Digests.addLine(digest, placed.inputs());
        new TreeMap<>(bodies).forEach((path, facts) -> digest.update(codec.encode(facts)));
        new TreeMap<>(content.histories().numbers())
                .forEach((number, path) -> Digests.addLine(digest, number + " " + path));
        List<SiteRule> rules = content.settings().rules().siteRules();
        for (Entry entry : content.entries()) {
            if (rules.stream().anyMatch(rule -> rule.readsText(entry))) {
                String version = context.source().version(entry.file());
                if (version.isEmpty()) {
                    return "";
                }
                Digests.addLine(digest, version);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<Problem> found(Map<String, BodyFacts> bodies) {
        Site site = placed.site();
        SiteContent content = placed.content();
        List<Problem> found = Collections.synchronizedList(new ArrayList<>());
        if (bodies.values().stream().anyMatch(body -> !body.links().isEmpty())) {
            new AnchorCheck().check(bodies.values()).forEach(found::add);
        }
        placed.features().forEach(feature -> feature.check(site, bodies, found::add));
        Set<String> named = new HashSet<>();
        bodies.values().forEach(body -> named.addAll(body.named()));
        CacheStore texts = context.cache().open("texts", content.appearanceDigest());
        WholeSite whole = new WholeSite(
                content.entries(),
                context.source(),
                named,
                bodies.keySet(),
                content.histories().numbers(),
                texts);
        context.pool()
                .forEach(content.settings().rules().siteRules(), (SiteRule rule) -> rule.check(whole, found::add));
        texts.save();
        return List.copyOf(found);
    }
}
