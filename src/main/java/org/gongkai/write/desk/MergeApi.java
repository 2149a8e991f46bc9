package org.gongkai.write.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.history.git.work.PullResult;
import org.gongkai.history.git.work.PullResult.FileConflict;
import org.gongkai.history.git.work.PullResult.PendingMerge;
import org.gongkai.history.git.work.merge.ConflictParagraphs.Passage;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.preview.http.HttpFailure;
import org.gongkai.preview.http.Route;

/** Pulls, and lets the editor decide where two have changed the same entry. */
record MergeApi(DeskSite site, DeskRepository repository) {

    List<Route> routes() {
        return List.of(
                JsonRoute.post("pull", body -> told(repository.required().pull(repository.person()))),
                JsonRoute.get("conflicts", request -> conflicts()),
                JsonRoute.post("resolve", this::resolve),
                JsonRoute.post("abandon", body -> abandon()));
    }

    private Map<String, Object> told(PullResult result) throws IOException {
        site.changed();
        repository.merge(Optional.empty());
        if (result instanceof PullResult.Conflicts conflicts) {
            repository.merge(Optional.of(conflicts.merge()));
            return Map.of("result", "conflicts");
        }
        if (result instanceof PullResult.UpToDate) {
            return told(true, "没有别人的新修改", List.of());
        }
        if (result instanceof PullResult.Updated updated) {
            return told(true, "已取回别人的修改", updated.paths());
        }
        if (result instanceof PullResult.NotFetched failed) {
            Map<String, Object> fields = told(false, "没有取回", failed.transfer().lines());
            fields.put("status", failed.transfer().status().name());
            return fields;
        }
        return told(false, "没有取回", List.of(((PullResult.NotPossible) result).reason() + "。"));
    }

    private static Map<String, Object> told(boolean good, String head, List<String> lines) {
        return Json.fields("result", "done", "good", good, "head", head, "lines", lines);
    }

    private Map<String, Object> conflicts() throws IOException {
        List<Object> files = new ArrayList<>();
        for (FileConflict conflict :
                repository.merge().map(PendingMerge::conflicts).orElse(List.of())) {
            files.add(Json.fields(
                    "path", conflict.path(),
                    "ours", conflict.ours().isPresent(),
                    "theirs", conflict.theirs().isPresent(),
                    "paragraphs", sides(conflict)));
        }
        return Map.of("merge", repository.merge().map(MergeApi::id).orElse(""), "files", files);
    }

    /** Another pull makes another merge, of texts that the page has not shown. */
    private static String id(PendingMerge merge) {
        return merge.ours() + merge.theirs();
    }

    /** Both texts; empty if one side has deleted the file or a version is no text in UTF-8. */
    private static Optional<List<Passage>> sides(FileConflict conflict) {
        Optional<String> ours = conflict.ours().flatMap(MergeApi::exactText);
        Optional<String> theirs = conflict.theirs().flatMap(MergeApi::exactText);
        String base = conflict.base().flatMap(MergeApi::exactText).orElse("");
        return ours.isPresent() && theirs.isPresent()
                ? Optional.of(MergeView.of(conflict.path(), base, ours.get(), theirs.get()))
                : Optional.empty();
    }

    /** A text that gives the same bytes again. */
    static Optional<String> exactText(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes) && text.indexOf('\0') < 0
                ? Optional.of(text)
                : Optional.empty();
    }

    private Map<String, Object> resolve(JsonObject body) throws IOException {
        PendingMerge merge = repository.merge().orElseThrow(() -> new HttpFailure(409, "没有要合并的修改，请重新取回。"));
        if (!body.text("merge").equals(id(merge))) {
            throw new HttpFailure(409, "条目又有变化，请重新取回。");
        }
        Map<String, JsonObject> decisions = new HashMap<>();
        body.objects("files").forEach(file -> decisions.put(file.text("path"), file));
        Map<String, Optional<byte[]>> chosen = new HashMap<>();
        for (FileConflict conflict : merge.conflicts()) {
            JsonObject decision = decisions.get(conflict.path());
            if (decision == null) {
                throw new HttpFailure(400, "还有条目没有选：" + conflict.path());
            }
            chosen.put(conflict.path(), content(conflict, decision));
        }
        return told(repository.required().resolve(merge, chosen, repository.person()));
    }

    private static Optional<byte[]> content(FileConflict conflict, JsonObject decision) {
        Optional<String> text = decision.optionalText("text");
        return text.isPresent()
                ? text.map(chosen -> chosen.getBytes(StandardCharsets.UTF_8))
                : decision.text("side").equals("theirs") ? conflict.theirs() : conflict.ours();
    }

    private Map<String, Object> abandon() {
        repository.merge(Optional.empty());
        return Map.of();
    }
}
