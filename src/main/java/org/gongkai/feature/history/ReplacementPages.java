package org.gongkai.feature.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongkai.history.diff.write.SideBySide;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.markup.LinkResolver;
import org.gongkai.render.SitePart.PartContext;
import org.gongkai.render.metadata.FactsTable;
import org.gongkai.render.metadata.FactsTable.FieldTables;
import org.gongkai.render.model.Fingerprint;
import org.gongkai.render.model.HistoryAddresses;
import org.gongkai.render.model.Model;
import org.gongkai.render.page.BodyConverter;
import org.gongkai.render.page.BodyConverter.ConvertedBody;
import org.gongkai.render.page.CountLinks;
import org.gongkai.render.page.RenderContext;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.site.Item;
import org.gongkai.site.SiteFile;
import org.gongkai.site.link.BodyFacts.Resource;
import org.gongkai.site.link.Counts;
import org.gongkai.site.link.EntryRelations;
import org.gongkai.site.link.HistoryLinks;
import org.gongkai.site.link.LinkIndex;

/** Renders the differences between an entry and those that it replaces. Safe for many threads. */
final class ReplacementPages {

    private static final String TEMPLATE = "compare.ftl";

    private final EntryRelations relations;
    private final CurrentTexts texts;
    private final Comparisons comparisons;
    private final HistoryModel model;
    private final PageRenderer renderer;

    ReplacementPages(PartContext context, Comparisons comparisons, HistoryModel model) {
        this.relations = context.relations();
        this.texts = new CurrentTexts(context.rendering(), context.index(), context.counts());
        this.comparisons = comparisons;
        this.model = model;
        this.renderer = context.renderer();
    }

    /** @param resources the files that the page of the entry names */
    List<SiteFile> pages(Item item, List<Resource> resources) {
        return relations.replaced(item).stream()
                .map(other -> page(item, other, resources))
                .toList();
    }

    /** Retains the cached results, and returns the addresses of the pages. */
    List<String> retain(Item item) {
        List<String> addresses = new ArrayList<>();
        for (Item other : relations.replaced(item)) {
            String address = HistoryAddresses.replaced(item, other);
            texts.retain(address, item);
            texts.retain(address, other);
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
        Comparisons.Text before = texts.text(other, address, resources);
        Comparisons.Text now = texts.text(item, address, resources);
        Comparisons.Compared compared = comparisons.columns(address, before, now);
        Function<Optional<Comparisons.Marked>, Map<String, Object>> variables = marked -> {
            String table = marked.map(Comparisons.Marked::html).orElse("");
            Map<String, Object> all = model.variables(item, address, "新旧对照", null);
            all.put(
                    "comparison",
                    new VersionModel.Comparison(
                            new Model.Link(item.entry().title(), item.address()),
                            new Model.Link(other.entry().title(), other.address()),
                            SideBySide.count(table, compared.change().places()),
                            compared.change().amount(),
                            why(item),
                            compared.change().places(),
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

    /** Converts current entries for another page than their own. Safe for many threads. */
    private static final class CurrentTexts {

        private final LinkIndex index;
        private final Counts counts;
        private final BodyConverter bodies;

        /** @param counts answers the counts that bodies ask for */
        CurrentTexts(RenderContext context, LinkIndex index, Counts counts) {
            this.index = index;
            this.counts = counts;
            this.bodies = new BodyConverter(context);
        }

        /**
         * Returns the tables and the body of an entry.
         *
         * @param page address of the page that shows them
         * @param resources the files that the page may show
         */
        Comparisons.Text text(Item item, String page, List<Resource> resources) {
            Entry entry = item.entry();
            LinkResolver links = new CountLinks(
                    new HistoryLinks(index, entry.path(), item, page, resources), counts, entry, page, problem -> {});
            ConvertedBody body = bodies.convert(name(page, item), entry, links, () -> links);
            String tables = FieldTables.html(FactsTable.tables(entry));
            String fingerprint =
                    new Fingerprint().add(tables).add(body.fingerprint()).text();
            return new Comparisons.Text(
                    fingerprint,
                    Map.of(),
                    List.of(),
                    () -> tables + body.html().get().html());
        }

        /** Retains the cached results of an entry. */
        void retain(String page, Item item) {
            bodies.retain(name(page, item));
        }

        private static String name(String page, Item item) {
            return page + " " + item.entry().path();
        }
    }
}
