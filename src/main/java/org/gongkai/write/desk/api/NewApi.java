package org.gongkai.write.desk.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.build.read.SiteHeaders;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.io.JsonObject;
import org.gongkai.preview.http.HttpFailure;
import org.gongkai.preview.http.Route;
import org.gongkai.write.IndexNumbers;
import org.gongkai.write.NewEntry;
import org.gongkai.write.TitleFileName;
import org.gongkai.write.desk.file.SourceFolder;
import org.gongkai.write.desk.site.DeskSite;
import org.gongkai.write.form.EntryDefaults;

/** Begins entries. */
final class NewApi {

    private final SourceFolder source;
    private final DeskSite site;

    NewApi(SourceFolder source, DeskSite site) {
        this.source = source;
        this.site = site;
    }

    List<Route> routes() {
        return List.of(JsonRoute.get("kinds", request -> kinds()), JsonRoute.post("new", this::create));
    }

    /** The kinds by the column that their entries go into. */
    private Map<String, Object> kinds() throws IOException {
        EntryDefaults defaults = site.defaults();
        Map<String, List<Object>> columns = new LinkedHashMap<>();
        defaults.columns().forEach(column -> columns.put(column, new ArrayList<>()));
        for (Kind kind : site.headers().kinds().all()) {
            columns.computeIfAbsent(defaults.column(kind), column -> new ArrayList<>())
                    .add(Map.of(
                            "name",
                            kind.name(),
                            "example",
                            kind.title().map(title -> title.example()).orElse("")));
        }
        List<Object> all = new ArrayList<>();
        columns.forEach((name, kinds) -> {
            if (!kinds.isEmpty()) {
                all.add(Map.of("name", name, "kinds", kinds));
            }
        });
        return Map.of("columns", all);
    }

    private Map<String, Object> create(JsonObject body) throws IOException {
        String name = body.text("kind");
        site.changed();
        SiteHeaders headers = site.headers();
        EntryDefaults defaults = site.defaults();
        Kind kind = headers.kinds().named(name).orElseThrow(() -> new HttpFailure(400, "没有“" + name + "”这个文种。"));
        Optional<String> title = Optional.of(
                        body.text("title").replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
                .filter(typed -> !typed.isEmpty());
        String column = defaults.column(kind);
        Optional<String> number = NewEntry.isNumbered(kind)
                        && !headers.config().code().isEmpty()
                ? Optional.of(new IndexNumbers(
                                headers.config().code(),
                                headers.entries(),
                                headers.unread(),
                                headers.previousNumbers())
                        .next(headers.today().getYear()))
                : Optional.empty();
        String text = new NewEntry(
                        kind,
                        name,
                        title,
                        number,
                        column,
                        defaults.publisher(kind, column),
                        headers.today(),
                        headers.calendar())
                .text();
        String folder = fileName(column, "条目");
        String file = fileName(title.orElse(kind.name()), kind.name());
        Path place = source.place("content/" + folder + "/" + headers.today().getYear());
        Path written = TitleFileName.writeNew(place, file, text);
        site.changed();
        return Map.of(
                "path",
                source.root().relativize(written).toString().replace('\\', '/'));
    }

    private static String fileName(String words, String otherwise) {
        String name = TitleFileName.of(words);
        return name.isEmpty() ? otherwise : name;
    }
}
