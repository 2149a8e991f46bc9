package org.gongkai.feature.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongkai.history.diff.write.ReplacementDiff;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.markup.LinkResolver;
import org.gongkai.render.FeaturePages.FeatureContext;
import org.gongkai.render.model.Model;
import org.gongkai.render.page.BodyConverter;
import org.gongkai.render.page.BodyConverter.ConvertedBody;
import org.gongkai.render.page.CountLinks;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.site.Item;
import org.gongkai.site.SiteFile;
import org.gongkai.site.link.BodyFacts.Resource;
import org.gongkai.site.link.HistoryLinks;

/** Renders the differences between an entry and those that it replaces. Safe for many threads. */
record ReplacementPages(
        FeatureContext context,
        BodyConverter bodies,
        Comparisons comparisons,
        HistoryModel model,
        PageRenderer renderer) {

    private static final String TEMPLATE = "compare.ftl";

    ReplacementPages(FeatureContext context, Comparisons comparisons, HistoryModel model) {
        this(context, new BodyConverter(context.rendering()), comparisons, model, context.renderer());
    }

    /** @param resources the files that the page of the entry names */
    List<SiteFile> pages(Item item, List<Resource> resources) {
        return context.relations().replaced(item).stream()
                .map(other -> page(item, other, resources))
                .toList();
    }

    /** Retains the cached results, and returns the addresses of the pages. */
    List<String> retain(Item item) {
        List<String> addresses = new ArrayList<>();
        for (Item other : context.relations().replaced(item)) {
            String address = HistoryAddresses.replaced(item, other);
            bodies.retain(name(address, item));
            bodies.retain(name(address, other));
            comparisons.retain(address);
            addresses.add(address);
        }
        return addresses;
    }

    /** Why the rule was changed, as it says itself; null if it does not. */
    private static String why(Item item) {
        return item.entry()
                .own("修订说明")
                .filter(field -> field.value() instanceof Value.Text text && !text.isBlank())
                .map(field -> ((Value.Text) field.value()).text())
                .orElse(null);
    }

    private SiteFile page(Item item, Item other, List<Resource> resources) {
        String address = HistoryAddresses.replaced(item, other);
        Comparisons.Text before = text(other, address, resources);
        Comparisons.Text now = text(item, address, resources);
        Comparisons.Compared compared = comparisons.columns(address, before, now);
        Function<Optional<Comparisons.Marked>, Map<String, Object>> variables = marked -> {
            String table = marked.map(Comparisons.Marked::html).orElse("");
            Map<String, Object> all = model.variables(item, address, "新旧对照", null);
            all.put(
                    "comparison",
                    new VersionModel.Comparison(
                            new Model.Link(item.entry().title(), item.address()),
                            new Model.Link(other.entry().title(), other.address()),
                            ReplacementDiff.count(table, compared.change().places()),
                            why(item),
                            table));
            return all;
        };
        Supplier<String> fingerprint =
                () -> compared.fingerprint() + renderer.fingerprint(variables.apply(Optional.empty()));
        return SiteFile.of(
                address,
                TEMPLATE,
                fingerprint,
                () -> renderer.render(
                        TEMPLATE, variables.apply(Optional.of(compared.marked().get()))));
    }

    /**
     * Returns the tables and the body of a current entry.
     *
     * @param page address of the page that shows them
     * @param resources the files that the page may show
     */
    private Comparisons.Text text(Item item, String page, List<Resource> resources) {
        Entry entry = item.entry();
        LinkResolver links = new CountLinks(
                new HistoryLinks(context.index(), entry.path(), item, page, resources),
                context.counts(),
                entry,
                page,
                problem -> {});
        ConvertedBody body = bodies.convert(name(page, item), entry, links, () -> links);
        return Comparisons.Text.of(entry, body, Map.of(), List.of());
    }

    private static String name(String page, Item item) {
        return page + " " + item.entry().path();
    }
}
