package org.gongkai.write.desk;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.history.git.work.WorkingCopy;
import org.gongkai.input.entry.Entry;
import org.gongkai.io.JsonObject;
import org.gongkai.preview.http.HttpFailure;
import org.gongkai.preview.http.Request;
import org.gongkai.preview.http.Route;
import org.gongkai.write.desk.SourceFolder.EntryFile;

/** Shows earlier versions of entries and takes them back. */
record HistoryApi(SourceFolder source, DeskSite site, Drafts drafts, DeskRepository repository) {

    List<Route> routes() {
        return List.of(
                JsonRoute.get("history", this::history),
                JsonRoute.get("version", this::version),
                JsonRoute.post("take-back", this::takeBack),
                JsonRoute.post("undo", this::undo));
    }

    private Map<String, Object> history(Request request) throws IOException {
        String path = JsonRoute.path(source, request);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("revisions", repository.required().history(path));
        fields.put(
                "title",
                site.headers().entries().stream()
                        .filter(entry -> entry.path().equals(path))
                        .map(Entry::title)
                        .findFirst());
        return fields;
    }

    /** What a commit changed in an entry. */
    private Map<String, Object> version(Request request) throws IOException {
        String path = JsonRoute.parameter(request, "path");
        String now = text(path, JsonRoute.parameter(request, "commit"));
        Optional<String> before = request.parameter("before");
        String old = before.isPresent() ? text(request.parameter("formerly").orElse(path), before.get()) : "";
        return Map.of("lines", LineDifference.of(old, now));
    }

    private String text(String path, String commit) throws IOException {
        source.entry(path);
        return repository.textAt(path, commit).orElseThrow(() -> new HttpFailure(415, "这一版不是文字，不能显示。"));
    }

    /** Records an earlier text as a draft, which the editor then looks at and saves. */
    private Map<String, Object> takeBack(JsonObject body) throws IOException {
        String path = JsonRoute.path(source, body);
        String text = text(body.text("from"), body.text("commit"));
        String base = source.read(path).map(EntryFile::version).orElse(EntryFile.ABSENT);
        drafts.put(path, Drafts.window(body), base, text);
        return Map.of("path", path);
    }

    /** Restores an entry as it was committed last if its file still is the one that was opened. */
    private Map<String, Object> undo(JsonObject body) throws IOException {
        String path = JsonRoute.path(source, body);
        WorkingCopy copy = repository.required();
        if (!repository.isCommitted(path)) {
            throw new HttpFailure(409, "这一条还没有提交过，没有上次提交的样子可以退回。");
        }
        String base = body.text("base");
        if (!copy.discard(
                path,
                now -> now.map(EntryFile::version).orElse(EntryFile.ABSENT).equals(base))) {
            return EntryApi.conflict(source, body);
        }
        site.changed();
        return Map.of(
                "conflict",
                false,
                "version",
                source.read(path).map(EntryFile::version).orElse(EntryFile.ABSENT));
    }
}
