package org.gongkai.write.desk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.JsonObject;
import org.gongkai.pipeline.read.SiteHeaders;
import org.gongkai.preview.http.HttpFailure;
import org.gongkai.preview.http.Route;
import org.gongkai.write.NewEntry.NewDraft;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.form.EntryPresets;

/** Begins entries. */
record NewApi(SourceFolder source, DeskSite site) {

    List<Route> routes() {
        return List.of(JsonRoute.get("kinds", request -> kinds()), JsonRoute.post("new", this::create));
    }

    /** The kinds by the column that their entries go into. */
    private Map<String, Object> kinds() throws IOException {
        EntryPresets defaults = site.defaults();
        Map<String, List<Object>> columns = new LinkedHashMap<>();
        defaults.columns().forEach(column -> columns.put(column, new ArrayList<>()));
        for (Kind kind : site.headers().kinds().all()) {
            String example =
                    kind.demands().title().map(title -> title.example()).orElse("");
            columns.computeIfAbsent(defaults.column(kind), column -> new ArrayList<>())
                    .add(Map.of("name", kind.name(), "purpose", kind.drafting().purpose(), "example", example));
        }
        List<Map<String, Object>> all = columns.entrySet().stream()
                .map(column -> Map.<String, Object>of("name", column.getKey(), "kinds", column.getValue()))
                .toList();
        List<String> optional = Arrays.stream(OptionalContent.values())
                .map(OptionalContent::label)
                .toList();
        return Map.of("columns", all, "optional", optional);
    }

    private Map<String, Object> create(JsonObject body) throws IOException {
        // The number is free until the entry is there; another program may have given some since the site was read.
        try (Closeable held = source.hold()) {
            site.changed();
            String name = body.text("kind");
            SiteHeaders headers = site.headers();
            Kind kind = headers.kinds().named(name).orElseThrow(() -> new HttpFailure(400, "没有“" + name + "”这个文种。"));
            NewDraft draft = NewDraft.of(headers, kind, name, Optional.of(body.text("title")), headers.today());
            String folder = draft.folder().toString().replace('\\', '/');
            source.place(SourceTree.CONTENT + folder);
            Path written = draft.write(source.root());
            String path = source.root().relativize(written).toString().replace('\\', '/');
            site.changed(path);
            return Map.of("path", path);
        }
    }
}
