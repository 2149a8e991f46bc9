package org.gongkai.write.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.history.git.work.CommitMessageProposal;
import org.gongkai.history.git.work.CommitResult;
import org.gongkai.history.git.work.FileChange;
import org.gongkai.history.git.work.TransferResult;
import org.gongkai.history.git.work.WorkingCopy;
import org.gongkai.history.git.work.WorkingCopyState;
import org.gongkai.history.git.work.WorkingCopyState.Person;
import org.gongkai.history.versions.NamedFiles;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.LeftoverFiles;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.preview.LiveState;
import org.gongkai.preview.http.HttpFailure;
import org.gongkai.preview.http.Request;
import org.gongkai.preview.http.Route;
import org.gongkai.problem.Problem;
import org.gongkai.write.desk.Desk.DeskPresence;
import org.gongkai.write.desk.SourceFolder.EntryFile;
import org.gongkai.write.form.ApprovalStepText;
import org.gongkai.write.form.FormValue;

/** Shows what has changed, commits and pushes it. */
record ChangesApi(
        SourceFolder source,
        DeskSite site,
        Drafts drafts,
        DeskRepository repository,
        DeskPresence presence,
        ApprovedChange approval) {

    List<Route> routes() {
        return List.of(
                JsonRoute.get("state", request -> state()),
                JsonRoute.get("changes", request -> changes()),
                JsonRoute.get("difference", this::difference),
                JsonRoute.get(
                        "mentions", request -> Map.of("by", namedBy(List.of(JsonRoute.parameter(request, "name"))))),
                JsonRoute.post("drop", this::drop),
                JsonRoute.post("message", this::message),
                JsonRoute.post("commit", this::commit),
                JsonRoute.post("push", body -> push()),
                JsonRoute.post("undo-commit", body -> undoCommit()));
    }

    private Map<String, Object> state() throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", site.headers().config().name());
        fields.put("base", site.headers().config().baseUrl());
        fields.put("shared", !presence.isFirst());
        Optional<WorkingCopy> copy = repository.copy();
        fields.put("git", copy.isPresent());
        if (copy.isPresent()) {
            WorkingCopyState state = copy.get().state();
            fields.put("branch", state.branch().orElse(""));
            fields.put("unsent", state.unsent().size());
            fields.put("sending", repository.isSending());
            fields.put("behind", state.behind());
            fields.put(
                    "changed",
                    copy.get().changes().stream()
                            .filter(change -> EntryFormat.isEntry(change.path()))
                            .toList());
        }
        return fields;
    }

    private Map<String, Object> changes() throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        Optional<WorkingCopy> copy = repository.copy();
        fields.put("git", copy.isPresent());
        fields.put(
                "drafts",
                drafts.all().stream().map(draft -> draft.path()).distinct().count());
        List<FileChange> changes = copy.isPresent()
                ? copy.get().changes().stream().filter(ChangesApi::isOfSite).toList()
                : List.of();
        List<String> unsent = copy.isPresent() ? copy.get().unsentFiles() : List.of();
        Map<String, Entry> entries = entries(Stream.concat(changes.stream().map(FileChange::path), unsent.stream()));
        LiveState live = site.state();
        Map<String, Long> errors = live.problems().stream()
                .filter(Problem::isError)
                .collect(Collectors.groupingBy(Problem::path, Collectors.counting()));
        Map<String, List<String>> namedBy = namedBy(changes.stream()
                .map(FileChange::path)
                .filter(path -> part(path).equals("file"))
                .toList());
        List<Object> shown = new ArrayList<>();
        for (FileChange change : changes) {
            Optional<Entry> entry = Optional.ofNullable(entries.get(change.path()));
            Map<String, Object> json = paper(change.path(), entry, errors.getOrDefault(change.path(), 0L), live);
            json.put("kind", change.kind().name());
            json.put("former", change.former());
            json.put("review", step(entry, CommonField.SECRECY_REVIEW));
            json.put("approval", step(entry, CommonField.APPROVAL));
            Optional<String> stored = entry.isEmpty()
                    ? Optional.empty()
                    : source.read(change.path()).map(EntryFile::text);
            json.put(
                    "stale",
                    stored.isPresent()
                            && !approval.approved(change.path(), stored.get()).equals(stored.get()));
            json.put("part", part(change.path()));
            json.put("namedBy", namedBy.getOrDefault(change.path(), List.of()));
            shown.add(json);
        }
        fields.put("changes", shown);
        if (copy.isPresent()) {
            WorkingCopyState state = copy.get().state();
            fields.put("first", state.head().isEmpty());
            fields.put("ahead", state.unsent().size());
            fields.put("sending", repository.isSending());
            Stream<String> papers = unsent.stream().filter(entries::containsKey);
            fields.put(
                    "unsent",
                    papers.map(path -> paper(path, Optional.of(entries.get(path)), errors.getOrDefault(path, 0L), live))
                            .toList());
            fields.put("unfinished", state.unfinished());
        }
        return fields;
    }

    /** Pages that were built into the source and files of other programs must not be committed unawares. */
    private static boolean isOfSite(FileChange change) {
        return Stream.concat(Stream.of(change.path()), change.former().stream())
                .anyMatch(path -> !LeftoverFiles.contain(path)
                        && (List.of("jbake.properties", ".mailmap").contains(path)
                                || SourceTree.FOLDERS.contains(path.replaceFirst("/.*", ""))));
    }

    private static Map<String, Object> paper(String path, Optional<Entry> entry, long errors, LiveState live) {
        return Json.fields(
                "path", path,
                "title", entry.map(Entry::title),
                "scope", entry.map(each -> each.publication().scope()),
                "status", entry.map(each -> each.publication().status()),
                "day", entry.map(each -> each.dates().day().toString()),
                "errors", errors,
                "address", Optional.ofNullable(live.lastAddresses().get(path)));
    }

    private static Optional<ApprovalStepText> step(Optional<Entry> entry, CommonField field) {
        return entry.map(each -> each.values().get(field)).map(value -> ApprovalStepText.of(FormValue.of(value)));
    }

    /** What a file of the site is: an entry, a file beside one, or a setting of the site, its theme among them. */
    private static String part(String path) {
        boolean isBeside = path.startsWith(SourceTree.CONTENT) && !path.startsWith(SourceTree.DATA);
        return EntryFormat.isEntry(path) ? "entry" : isBeside ? "file" : "setting";
    }

    /** The entries whose text has each of some names, or those of some files; 11.png does not name 1.png. */
    private Map<String, List<String>> namedBy(List<String> files) throws IOException {
        Map<String, List<String>> all = new HashMap<>();
        for (Entry entry : files.isEmpty() ? List.<Entry>of() : site.headers().entries()) {
            String text = NamedFiles.decoded(
                    source.read(entry.path()).map(EntryFile::text).orElse(""));
            files.stream()
                    .filter(file -> text.matches("(?s).*(?<![\\p{L}\\p{N}_-])"
                            + Pattern.quote(file.substring(file.lastIndexOf('/') + 1)) + "(?![\\p{L}\\p{N}]).*"))
                    .forEach(file ->
                            all.computeIfAbsent(file, none -> new ArrayList<>()).add(entry.path()));
        }
        return all;
    }

    /** Removes a file that was never committed and that nobody uses, not even in a text that is not saved. */
    private Map<String, Object> drop(JsonObject body) throws IOException {
        String path = body.text("path");
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean isUsed = !namedBy(List.of(path)).isEmpty()
                || drafts.all().stream().anyMatch(it -> it.text().contains(name));
        if (isUsed || !part(path).equals("file") || repository.committed(path).isPresent()) {
            throw new HttpFailure(409, "“" + name + "”有文稿用到，或者发布过，没有删。");
        }
        Files.deleteIfExists(source.place(path));
        site.changed();
        return Map.of();
    }

    /** All entries by their paths, also changed ones that the site has not noticed yet. */
    private Map<String, Entry> entries(Stream<String> paths) throws IOException {
        Map<String, Entry> entries = entries();
        String[] unknown = paths.filter(path -> EntryFormat.isEntry(path) && !entries.containsKey(path))
                .toArray(String[]::new);
        if (unknown.length > 0) {
            site.changed(unknown);
        }
        return entries();
    }

    private Map<String, Entry> entries() throws IOException {
        return site.headers().entries().stream()
                .collect(Collectors.toMap(Entry::path, Function.identity(), (one, other) -> one));
    }

    private static Map<String, CommitMessageProposal.Title> titles(Map<String, Entry> entries) {
        return entries.values().stream()
                .collect(Collectors.toMap(
                        Entry::path,
                        entry -> new CommitMessageProposal.Title(
                                entry.kinds().get(0).name(), entry.title())));
    }

    /** The difference of a file to its last commit; none if it is no text. */
    private Map<String, Object> difference(Request request) throws IOException {
        String path = JsonRoute.parameter(request, "path");
        Path file = source.place(path);
        Optional<String> head = repository.required().state().head();
        String former = request.parameter("former").orElse(path);
        source.place(former);
        Optional<String> old = head.isEmpty() ? Optional.of("") : repository.textAt(former, head.get());
        boolean isReadable = Files.isRegularFile(file) && Files.size(file) <= TextDecoder.maxBytes();
        Optional<String> fresh = isReadable ? DeskRepository.text(path, Files.readAllBytes(file)) : Optional.of("");
        return Map.of("lines", old.flatMap(before -> fresh.map(now -> LineDifference.of(before, now))));
    }

    private Map<String, Object> message(JsonObject body) throws IOException {
        List<String> paths = body.texts("paths");
        List<FileChange> chosen = repository.required().changes().stream()
                .filter(change -> paths.contains(change.path()))
                .toList();
        Stream<String> named = chosen.stream().map(FileChange::path);
        return Map.of("message", chosen.isEmpty() ? "" : CommitMessageProposal.of(chosen, titles(entries(named))));
    }

    private Map<String, Object> commit(JsonObject body) throws IOException {
        WorkingCopy copy = repository.required();
        List<String> asked = body.texts("paths");
        List<String> paths = new ArrayList<>();
        for (FileChange change : copy.changes()) {
            if (asked.contains(change.path())) {
                paths.add(change.path());
                change.former().ifPresent(paths::add);
            }
        }
        String message = body.text("message").strip();
        if (message.isEmpty()) {
            throw new HttpFailure(400, "请写一句说明，这次改了什么。");
        }
        if (paths.isEmpty()) {
            throw new HttpFailure(409, "选中的文件已经没有修改了，请重新打开这一页。");
        }
        CommitResult result = copy.commit(paths, message, person(body));
        return result instanceof CommitResult.NeedsIdentity
                ? Map.of("result", "identity")
                : result instanceof CommitResult.Refused refused
                        ? Map.of("result", "refused", "lines", refused.lines())
                        : result instanceof CommitResult.NotPossible not
                                ? Map.of("result", "refused", "lines", List.of(not.reason() + "。"))
                                : Map.of("result", "done");
    }

    private Optional<Person> person(JsonObject body) throws IOException {
        Optional<String> name = body.optionalText("name").map(String::strip);
        Optional<String> mail = body.optionalText("mail").map(String::strip);
        if (name.isPresent() && mail.isPresent()) {
            if (name.get().isEmpty()
                    || !mail.get().matches("[^\\s<>@]+@[^\\s<>@]+")
                    || name.get().matches(".*[<>\\n].*")) {
                throw new HttpFailure(400, "请写上姓名或职务；邮箱要写全，@ 前后都有字。");
            }
            repository.remember(new Person(name.get(), mail.get()));
        }
        return repository.person();
    }

    private Map<String, Object> push() throws IOException {
        TransferResult result = repository.push();
        return Map.of("status", result.status().name(), "lines", result.lines());
    }

    private Map<String, Object> undoCommit() throws IOException {
        repository.required().undoCommit().ifPresent(reason -> {
            throw new HttpFailure(409, reason + "。");
        });
        return Map.of();
    }
}
