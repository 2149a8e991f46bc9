package org.gongkai.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
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
import org.gongkai.check.rule.RuleSet.SiteRule;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.io.Digests;
import org.gongkai.pipeline.read.SiteContent;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;
import org.gongkai.render.page.EntryPages;
import org.gongkai.site.Item;
import org.gongkai.site.link.BodyFacts;
import org.gongkai.site.link.EntryLinks.AnchorLink;

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
        brokenAnchors(bodies.values()).forEach(context.problems());
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

    /** Returns links to anchors that do not exist in other entries. */
    private static List<Problem> brokenAnchors(Collection<BodyFacts> bodies) {
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
