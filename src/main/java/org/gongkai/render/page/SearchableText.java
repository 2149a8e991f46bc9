package org.gongkai.render.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.input.entry.Entry;
import org.gongkai.io.Memoized;
import org.gongkai.render.metadata.FactsTable;
import org.gongkai.render.model.Fingerprint;
import org.gongkai.render.model.Model;
import org.gongkai.render.page.EntryConverter.ConvertedEntry;
import org.gongkai.site.Item;
import org.gongkai.site.SearchDocument;
import org.gongkai.site.SearchDocument.Block;
import org.gongkai.site.SearchDocument.SearchableEntry;
import org.gongkai.site.address.Slugs;
import org.gongkai.text.DateText;

/** Collects what can be found of an entry: its title, tags and body, and the values that its page shows. */
record SearchableText(Slugs slugs) {

    SearchableEntry of(Item item, ConvertedEntry converted) {
        Entry entry = item.entry();
        Memoized<SearchDocument> header = new Memoized<>(() -> new SearchDocument(
                item.address(),
                entry.title(),
                entry.dates().day() + (entry.publication().isRepealed() ? "　已废止" : ""),
                entry.listing().tags(),
                slugs.initials(entry.title()),
                fields(entry, converted)));
        return new SearchableEntry(new Memoized<>(() -> fingerprint(header.get(), converted)), () -> header.get()
                .after(BodyText.blocks(converted.body().html().get().html())));
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
            fields.add(new Block(
                    table.caption() + BodyText.CELL + String.join(BodyText.CELL, table.columns()),
                    SearchDocument.FIELD));
            table.rows()
                    .forEach(row -> fields.add(new Block(
                            row.stream()
                                    .skip(table.columns().get(0).equals(BodyText.NUMBER) ? 1 : 0)
                                    .filter(cell -> cell != null && !cell.isEmpty())
                                    .collect(Collectors.joining(BodyText.CELL)),
                            SearchDocument.ROW)));
        }
        converted.facts().common().forEach(fact -> fields.add(new Block(fact.value(), SearchDocument.FIELD)));
        converted
                .facts()
                .own()
                .forEach(fact -> fields.add(new Block(fact.label() + "：" + fact.value(), SearchDocument.NAMED)));
        entry.notice().ifPresent(notice -> fields.add(new Block(period(notice), SearchDocument.NAMED)));
        converted.attachments().forEach(file -> fields.add(new Block(file.name(), SearchDocument.NAMED)));
        return fields;
    }

    /** 2025年12月25日至2025年12月31日，共5个工作日: a deadline has its year. */
    private static String period(Entry.Notice notice) {
        return DateText.chinese(notice.from()) + "至" + DateText.chinese(notice.to())
                + notice.workingDays().map(days -> "，共" + days + "个工作日").orElse("");
    }
}
