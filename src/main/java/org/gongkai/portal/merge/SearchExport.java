package org.gongkai.portal.merge;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.io.Json;
import org.gongkai.portal.collect.CollectedEntry;
import org.gongkai.portal.collect.RecordFile;
import org.gongkai.portal.unit.Branch;
import org.gongkai.portal.unit.Unit;
import org.gongkai.site.text.SearchDocument;

/**
 * Writes the entries of all sites for a search server, in the bulk format of OpenSearch and Elasticsearch: for each
 * entry a line that says where it goes and a line with its fields. One entry is in memory at a time.
 *
 * @param index the name of the index
 */
public record SearchExport(String index) {

    /**
     * Writes the entries of a tree, site by site, oldest first.
     *
     * @return how many entries there are
     */
    public int write(Unit root, BufferedWriter out) throws IOException {
        int written = 0;
        for (Branch branch : root.branches()) {
            if (branch.records().isPresent()) {
                written += write(branch, branch.records().get(), out);
            }
        }
        return written;
    }

    private int write(Branch branch, Path records, BufferedWriter out) throws IOException {
        int entries = branch.entries();
        try (RecordFile.Reading in = new RecordFile.Reading(records);
                PortalSearch.RecordTexts texts = new PortalSearch.RecordTexts(records)) {
            in.site();
            for (int i = 0; i < entries; i++) {
                CollectedEntry entry = in.entry().orElseThrow();
                SearchDocument text = texts.document(i, branch.base() + entry.address());
                line(out, Map.of("index", target(entry)));
                line(out, fields(branch, entry, text));
            }
        }
        return entries;
    }

    private Map<String, Object> target(CollectedEntry entry) {
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("_index", index);
        target.put("_id", entry.site() + "/" + entry.address());
        return target;
    }

    private static Map<String, Object> fields(Branch branch, CollectedEntry entry, SearchDocument text) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("url", text.address());
        fields.put("title", text.title());
        fields.put("date", entry.day());
        fields.put("site", entry.site());
        fields.put("unit", branch.listed().name());
        fields.put("columns", entry.columns());
        fields.put("years", entry.years());
        fields.put("kinds", entry.kinds());
        fields.put("tags", text.tags());
        fields.put(
                "text", text.blocks().stream().map(SearchDocument.Block::text).collect(Collectors.joining("\n")));
        return fields;
    }

    private static void line(BufferedWriter out, Map<String, Object> fields) throws IOException {
        out.write(Json.of(fields));
        out.write('\n');
    }
}
