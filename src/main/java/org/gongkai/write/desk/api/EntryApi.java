package org.gongkai.write.desk.api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.io.JsonObject;
import org.gongkai.preview.http.HttpFailure;
import org.gongkai.preview.http.Request;
import org.gongkai.preview.http.Route;
import org.gongkai.write.desk.file.EntryFile;
import org.gongkai.write.desk.file.SourceFolder;
import org.gongkai.write.desk.site.DeskSite;
import org.gongkai.write.desk.text.EntryParts;
import org.gongkai.write.desk.text.LineDifference;
import org.gongkai.write.desk.text.SidesOfText;

/** Opens, records, checks and saves single entries. */
record EntryApi(SourceFolder source, DeskSite site, Drafts drafts, DeskRepository repository, EntryAnswer answer) {

    List<Route> routes() {
        return List.of(
                JsonRoute.get("entry", this::open),
                JsonRoute.post("look", this::look),
                JsonRoute.post("draft", this::draft),
                JsonRoute.post("save", this::save),
                JsonRoute.post("discard", this::discard),
                JsonRoute.post("restore", this::restore),
                JsonRoute.post("split", this::split),
                JsonRoute.post("compare", this::compare));
    }

    /** The text of an entry and of its drafts. A new entry that was never saved has drafts only. */
    private Map<String, Object> open(Request request) throws IOException {
        String path = JsonRoute.parameter(request, "path");
        Optional<EntryFile> stored = source.read(path);
        String text = stored.map(EntryFile::text).orElse("");
        List<Object> others = drafts.of(path, text);
        if (stored.isEmpty() && others.isEmpty()) {
            throw new HttpFailure(404, "没有这个文件，可能已经改名或者删去了：" + path);
        }
        Map<String, Object> fields = parts(path, text);
        fields.put("path", path);
        fields.put("version", stored.map(EntryFile::version).orElse(EntryFile.ABSENT));
        fields.put("git", repository.copy().isPresent());
        fields.put("committed", repository.isCommitted(path));
        fields.put("drafts", others);
        fields.putAll(answer.form(path, text));
        return fields;
    }

    static Map<String, Object> parts(String path, String text) {
        EntryParts parts = EntryParts.of(path, text);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("header", parts.header());
        fields.put("body", parts.body());
        return fields;
    }

    /** Checks a text without recording it. */
    private Map<String, Object> look(JsonObject body) throws IOException {
        String path = JsonRoute.path(source, body);
        return answer.of(path, text(body));
    }

    /** Records a text, before anything that could fail is done with it, and then the changes of its fields. */
    private Map<String, Object> draft(JsonObject body) throws IOException {
        String path = JsonRoute.path(source, body);
        String typed = text(body);
        drafts.put(path, body, typed);
        EntryAnswer.Filled filled = answer.fill(path, typed, body.optionalObject("fields"));
        if (!filled.text().equals(typed)) {
            drafts.put(path, body, filled.text());
        }
        Map<String, Object> fields = parts(path, filled.text());
        fields.put("refusals", filled.refusals());
        fields.putAll(answer.of(path, filled.text()));
        return fields;
    }

    /** Writes the file if it still is the one that was opened; otherwise tells both versions by paragraphs. */
    private Map<String, Object> save(JsonObject body) throws IOException {
        String path = JsonRoute.path(source, body);
        String text = text(body);
        drafts.put(path, body, text);
        Optional<EntryFile> saved = source.write(path, text, body.text("base"));
        if (saved.isEmpty()) {
            return conflict(source, body);
        }
        drafts.remove(path, body);
        site.changed(path);
        return Map.of("conflict", false, "version", saved.get().version());
    }

    /** Tells the text of a page and that of its file, which is no longer the one that was opened, by paragraphs. */
    static Map<String, Object> conflict(SourceFolder source, JsonObject body) throws IOException {
        String path = body.text("path");
        Optional<EntryFile> stored = source.read(path);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("conflict", true);
        fields.put("version", stored.map(EntryFile::version).orElse(EntryFile.ABSENT));
        fields.put(
                "paragraphs",
                DifferenceJson.of(SidesOfText.of(
                        path,
                        body.optionalText("opened").orElse(""),
                        text(body),
                        stored.map(EntryFile::text).orElse(""))));
        return fields;
    }

    private Map<String, Object> discard(JsonObject body) throws IOException {
        drafts.remove(JsonRoute.path(source, body), body);
        return Map.of();
    }

    /** Records a draft again that was discarded. */
    private Map<String, Object> restore(JsonObject body) throws IOException {
        drafts.put(JsonRoute.path(source, body), body, text(body));
        return Map.of();
    }

    private Map<String, Object> split(JsonObject body) {
        return parts(JsonRoute.path(source, body), body.text("text"));
    }

    private Map<String, Object> compare(JsonObject body) {
        return Map.of("lines", DifferenceJson.of(LineDifference.of(body.text("before"), body.text("after"))));
    }

    static String text(JsonObject body) {
        return body.text("header") + body.text("body");
    }
}
