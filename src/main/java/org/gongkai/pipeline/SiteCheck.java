package org.gongkai.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.check.AnchorCheck;
import org.gongkai.check.rule.RuleSet.SiteRule;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.io.Digests;
import org.gongkai.pipeline.read.SiteContent;
import org.gongkai.problem.Problem;
import org.gongkai.render.page.EntryPages;
import org.gongkai.site.Item;
import org.gongkai.site.link.BodyFacts;

/** Checks the bodies of entries and the site as a whole. */
record SiteCheck(BuildContext context, EntryPages pages, AudienceSite placed, CachedRecords<Found> cache) {

    /**
     * What a check of the site as a whole found.
     *
     * @param texts the versions of the files that it has read, by their paths
     */
    private record Found(List<Problem> problems, Map<String, String> texts) {}

    /**
     * @param placed the entries of an audience in their places
     * @param cache what an earlier build found
     */
    SiteCheck(BuildContext context, EntryPages pages, AudienceSite placed, CacheStore cache) {
        this(context, pages, placed, cache.records("whole ", Found.class));
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
        new AnchorCheck().check(bodies.values()).forEach(context.problems());
        Set<String> named =
                bodies.values().stream().flatMap(body -> body.named().stream()).collect(Collectors.toUnmodifiableSet());
        Set<String> rendered = Set.copyOf(bodies.keySet());
        SiteContent content = placed.content();
        Map<String, String> numbers = Map.copyOf(content.histories().numbers());
        String all =
                placed.earlier().inputs() + new TreeSet<>(named) + new TreeSet<>(rendered) + new TreeMap<>(numbers);
        String inputs = placed.earlier().inputs().isEmpty() ? "" : Digests.sha256(all);
        Map<String, CacheStore> texts = new ConcurrentHashMap<>();
        Function<BiConsumer<String, String>, WholeSite> site = reads -> new WholeSite(
                content.entries(),
                context.source(),
                named,
                rendered,
                numbers,
                name -> texts.computeIfAbsent(
                        name, it -> context.cache().open("texts-" + it, content.appearanceDigest())),
                reads);
        List<SiteRule> rules = new ArrayList<>(content.settings().rules().siteRules());
        rules.add((whole, problems) -> placed.features().forEach(it -> it.check(placed.site(), problems)));
        context.pool().forEach(IntStream.range(0, rules.size()).boxed().toList(), (Integer place) -> check(
                        rules.get(place), "rule " + place, inputs, site)
                .forEach(context.problems()));
        texts.values().forEach(CacheStore::save);
    }

    /** Returns what a rule finds, or what it found in an earlier build of the same inputs and the same texts. */
    private List<Problem> check(
            SiteRule rule, String name, String all, Function<BiConsumer<String, String>, WholeSite> site) {
        String inputs = all.isEmpty() ? "" : all + rule.inputs(site.apply((path, version) -> {}));
        Optional<Found> known = cache.find(name, inputs)
                .filter(found -> found.texts().entrySet().stream().allMatch(text -> context.source()
                        .file(text.getKey())
                        .map(context.source()::version)
                        .filter(text.getValue()::equals)
                        .isPresent()));
        if (known.isPresent()) {
            return known.get().problems();
        }
        Map<String, String> texts = new ConcurrentHashMap<>();
        List<Problem> found = Collections.synchronizedList(new ArrayList<>());
        rule.check(site.apply(texts::put), found::add);
        if (!inputs.isEmpty() && !texts.containsValue("")) {
            cache.put(name, inputs, new Found(found, texts));
        }
        return found;
    }
}
