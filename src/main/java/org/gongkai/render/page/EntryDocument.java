package org.gongkai.render.page;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.input.entry.Entry;
import org.gongkai.render.metadata.FactsTable;
import org.gongkai.render.metadata.NoticePeriodText;
import org.gongkai.render.model.Fingerprint;
import org.gongkai.render.model.Model;
import org.gongkai.site.Item;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.text.SearchDocument;
import org.gongkai.site.text.SearchDocument.Block;
import org.gongkai.site.text.SearchableEntry;

/** Collects what can be found of an entry: its title, tags and body, and the values that its page shows. */
final class EntryDocument {

    private final Slugs slugs;

    /** @param slugs the pinyin of titles */
    EntryDocument(Slugs slugs) {
        this.slugs = slugs;
    }

    SearchableEntry of(Item item, ConvertedEntry converted) {
        Entry entry = item.entry();
        List<Block> fields = fields(entry, converted);
        SearchDocument header = new SearchDocument(
                item.address(),
                entry.title(),
                entry.dates().published().toLocalDate() + (entry.publication().isRepealed() ? "　已废止" : ""),
                entry.tags(),
                slugs.initials(entry.title()),
                fields);
        return new SearchableEntry(
                () -> fingerprint(header, converted),
                () -> header.after(BodyText.blocks(converted.body().html().get().html())));
    }

    private String fingerprint(SearchDocument header, ConvertedEntry converted) {
        return new Fingerprint()
                .add(converted.body().fingerprint())
                .add(header.lines())
                .text();
    }

    private static List<Block> fields(Entry entry, ConvertedEntry converted) {
        List<Block> fields = new ArrayList<>();
        for (Model.Table table : FactsTable.tables(entry)) {
            fields.add(new Block(table.caption(), false));
            table.columns().forEach(name -> fields.add(new Block(name, false)));
            table.rows().forEach(row -> row.forEach(cell -> fields.add(new Block(cell == null ? "" : cell, false))));
        }
        converted.facts().all().forEach(fact -> fields.add(new Block(fact.value(), false)));
        entry.notice().ifPresent(notice -> fields.add(new Block(NoticePeriodText.of(notice), false)));
        converted.attachments().forEach(file -> fields.add(new Block(file.name(), false)));
        return fields;
    }
}
