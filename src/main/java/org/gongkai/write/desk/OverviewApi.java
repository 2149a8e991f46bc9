package org.gongkai.write.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.check.explain.Explanations;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.preview.LiveState;
import org.gongkai.preview.http.HttpFailure;
import org.gongkai.preview.http.Request;
import org.gongkai.preview.http.Route;
import org.gongkai.problem.Problem;
import org.gongkai.write.EntryListing;
import org.gongkai.write.EntryListing.EntryState;
import org.gongkai.write.EntryListing.ListedEntry;
import org.gongkai.write.desk.Drafts.Draft;
import org.gongkai.write.form.EntryPresets;

/** Lists entries, what is due and what is wrong; explains problems. */
record OverviewApi(DeskSite site, Drafts drafts, Explanations explanations) {

    List<Route> routes() {
        return List.of(
                JsonRoute.get("entries", request -> entries()),
                JsonRoute.get("due", request -> due()),
                JsonRoute.get("problems", request -> problems()),
                JsonRoute.get("search", request -> Map.of("paths", site.search(JsonRoute.parameter(request, "q")))),
                JsonRoute.get("persons", request -> persons()),
                JsonRoute.get("explain", this::explain));
    }

    private Map<String, Object> entries() throws IOException {
        EntryListing result = site.entries();
        Map<String, List<Problem>> problems = result.problems().stream().collect(Collectors.groupingBy(Problem::path));
        Map<String, ListedEntry> byPath = result.entries().stream()
                .collect(Collectors.toMap(ListedEntry::path, Function.identity(), (one, other) -> one));
        Map<String, String> turns = new HashMap<>();
        EntryPresets defaults = site.defaults();
        for (Entry entry : site.headers().entries()) {
            defaults.turn(entry).ifPresent(turn -> turns.put(entry.path(), turn));
        }
        List<Object> entries = new ArrayList<>();
        for (ListedEntry entry : result.entries()) {
            Map<String, Object> fields = entry(entry, problems.getOrDefault(entry.path(), List.of()));
            fields.put("turn", Optional.ofNullable(turns.get(entry.path())));
            entries.add(fields);
        }
        return Json.fields(
                "entries", entries,
                "unread", unread(result, byPath),
                "drafts", unsaved(byPath));
    }

    private static Map<String, Object> entry(ListedEntry entry, List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        Map<String, Object> fields = JsonObject.fields(entry);
        fields.put(
                "states",
                Arrays.stream(EntryState.values())
                        .filter(entry::isIn)
                        .map(EntryState::label)
                        .toList());
        fields.put("errors", errors);
        fields.put("warnings", problems.size() - errors);
        return fields;
    }

    /** The entries whose header cannot be read, with the first reason. */
    private static List<Problem> unread(EntryListing result, Map<String, ListedEntry> byPath) {
        Map<String, Problem> first = new LinkedHashMap<>();
        result.problems().stream()
                .filter(Problem::isError)
                .filter(problem -> EntryFormat.isEntry(problem.path()))
                .filter(problem -> !byPath.containsKey(problem.path()))
                .forEach(problem -> first.putIfAbsent(problem.path(), problem));
        return List.copyOf(first.values());
    }

    /** The drafts that are in no file, the latest of each entry and window. */
    private List<Object> unsaved(Map<String, ListedEntry> byPath) throws IOException {
        List<Object> all = new ArrayList<>();
        for (Draft draft : drafts.all()) {
            Map<String, Object> fields = draft.json();
            fields.put("title", Optional.ofNullable(byPath.get(draft.path())).map(ListedEntry::title));
            all.add(fields);
        }
        return all;
    }

    private Map<String, Object> due() throws IOException {
        return Map.of(
                "items",
                site.due().stream()
                        .map(item ->
                                Map.of("what", item.what(), "due", item.due().toString(), "overdue", item.isOverdue()))
                        .toList());
    }

    private Map<String, Object> problems() throws IOException {
        LiveState state = site.state();
        return Map.of(
                "complete",
                state.isChecked(),
                "problems",
                state.problems(),
                "contradictions",
                explanations.contradictions(state.problems()));
    }

    private Map<String, Object> persons() throws IOException {
        return Map.of(
                "persons", site.defaults().persons(), "today", site.today().toString());
    }

    private Map<String, Object> explain(Request request) {
        return JsonObject.fields(explanations
                .of(JsonRoute.parameter(request, "code"))
                .orElseThrow(() -> new HttpFailure(404, "没有这个代码的说明。")));
    }
}
