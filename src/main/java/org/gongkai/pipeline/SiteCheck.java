package org.gongkai.pipeline;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
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
final class SiteCheck {

    /**
     * What a check of the site as a whole found.
     *
     * @param texts the versions of the files that it has read, by their paths
     */
    private record Found(List<Problem> problems, Map<String, String> texts) {}

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
        this.cache = cache.records("whole ", Found.class);
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
        if (bodies.values().stream().anyMatch(body -> !body.links().isEmpty())) {
            new AnchorCheck().check(bodies.values()).forEach(context.problems());
        }
        Set<String> named =
                bodies.values().stream().flatMap(body -> body.named().stream()).collect(Collectors.toUnmodifiableSet());
        Set<String> rendered = Set.copyOf(bodies.keySet());
        String inputs = inputs(rendered, named);
        report("features", inputs, reads -> {
            List<Problem> found = new ArrayList<>();
            placed.features().forEach(feature -> feature.check(placed.site(), found::add));
            return found;
        });
        SiteContent content = placed.content();
        Map<String, String> numbers = Map.copyOf(content.histories().numbers());
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
        List<SiteRule> rules = content.settings().rules().siteRules();
        context.pool().forEach(IntStream.range(0, rules.size()).boxed().toList(), (Integer place) -> {
            SiteRule rule = rules.get(place);
            String own = inputs.isEmpty() ? "" : inputs + rule.inputs(site.apply((path, version) -> {}));
            report("rule " + place, own, reads -> {
                List<Problem> found = Collections.synchronizedList(new ArrayList<>());
                rule.check(site.apply(reads), found::add);
                return found;
            });
        });
        texts.values().forEach(CacheStore::save);
    }

    /** Reports what a check finds, or what an earlier build found that had the same inputs and the same texts. */
    private void report(String name, String inputs, Function<BiConsumer<String, String>, List<Problem>> check) {
        Optional<Found> known = inputs.isEmpty()
                ? Optional.empty()
                : cache.find(name, inputs).filter(found -> found.texts().entrySet().stream()
                        .allMatch(text -> version(text.getKey()).equals(text.getValue())));
        known.or(() -> {
                    Map<String, String> texts = new ConcurrentHashMap<>();
                    Found found = new Found(List.copyOf(check.apply(texts::put)), texts);
                    if (!inputs.isEmpty() && !texts.containsValue("")) {
                        cache.put(name, inputs, found);
                    }
                    return Optional.of(found);
                })
                .orElseThrow()
                .problems()
                .forEach(context.problems());
    }

    private String version(String path) {
        return context.source().file(path).map(context.source()::version).orElse("");
    }

    /** Identifies what all checks read but for texts of entries; empty if that is not known. */
    private String inputs(Set<String> rendered, Set<String> named) {
        if (placed.inputs().isEmpty()) {
            return "";
        }
        MessageDigest digest = Digests.sha256();
        Digests.addLine(digest, placed.inputs());
        new TreeSet<>(named).forEach(path -> Digests.addLine(digest, path));
        new TreeSet<>(rendered).forEach(path -> Digests.addLine(digest, "\n" + path));
        new TreeMap<>(placed.content().histories().numbers())
                .forEach((number, path) -> Digests.addLine(digest, number + " " + path));
        return HexFormat.of().formatHex(digest.digest());
    }
}
