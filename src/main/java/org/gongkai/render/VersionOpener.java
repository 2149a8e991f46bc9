package org.gongkai.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.entry.Entry;
import org.gongkai.entry.HeaderParser;
import org.gongkai.markup.Converters;
import org.gongkai.markup.Markup;
import org.gongkai.revision.Chronicle;
import org.gongkai.revision.Reading;
import org.gongkai.revision.Readings;
import org.gongkai.revision.Version;
import org.gongkai.revision.Versions;
import org.gongkai.site.HistoryLinks;
import org.gongkai.site.Item;
import org.gongkai.site.Resource;
import org.gongkai.source.SourceTree;

/** Opens versions of entries as far as their readers may see them, and converts them. Safe for many threads. */
final class VersionOpener {

    private final SiteModel model;
    private final SourceTree source;
    private final Converters converters;
    private final Chronicle chronicle;

    VersionOpener(SiteModel model, SourceTree source, Converters converters, Chronicle chronicle) {
        this.model = model;
        this.source = source;
        this.converters = converters;
        this.chronicle = chronicle;
    }

    /**
     * Opens a version.
     *
     * @param resources the files that the entry of today names
     */
    OpenVersion open(Item item, Versions versions, Version version, List<Resource> resources) {
        Readings readings = chronicle.readings().orElseThrow();
        // What stands today has passed all rules, or nothing would be built.
        boolean passed = !versions.uncommitted() && version == versions.latest().orElseThrow();
        Reading reading = passed ? readings.today(version) : readings.open(version);
        if (reading instanceof Reading.Withheld withheld) {
            return OpenVersion.closed(version, withheld.reason());
        }
        Entry entry = version.entry();
        String page = HistoryPages.address(item, version.number());
        HistoryLinks links = new HistoryLinks(model.site(), source, entry.path(), page, resources);
        String ending = entry.file().ending();
        String markup = HeaderParser.markup(((Reading.Text) reading).text(), ending, entry.bodyLine());
        String body = converters
                .forEnding(ending)
                .orElseThrow()
                .convert(new Markup(entry.path(), markup, entry.bodyLine()), links)
                .html();
        Map<String, String> facts = new LinkedHashMap<>();
        new FactsTable(model.site().config().catalogue(), (label, path) -> links.reference(path.text()))
                .facts(entry)
                .forEach(fact -> facts.merge(fact.label(), fact.value(), (one, other) -> one + "；" + other));
        return new OpenVersion(version, entry.title(), TypedTables.html(FactsTable.tables(entry)) + body, facts, null);
    }
}
