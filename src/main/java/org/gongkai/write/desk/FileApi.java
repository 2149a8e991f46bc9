package org.gongkai.write.desk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.history.git.Commit;
import org.gongkai.history.git.CommitHistory;
import org.gongkai.history.git.CommitHistory.Revision;
import org.gongkai.history.git.CommitId;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.work.FileChange;
import org.gongkai.history.git.work.WorkingCopy;
import org.gongkai.history.versions.PreviousNumbers;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.preview.http.HttpFailure;
import org.gongkai.preview.http.Request;
import org.gongkai.preview.http.Route;
import org.gongkai.write.desk.SourceFolder.EntryFile;
import org.gongkai.write.form.ApprovalSteps;

/**
 * Removes the files of entries, shows their earlier versions and takes these back. An entry that was public is not
 * removed, because the server accepts no site that lacks an address of the one before: it has to be withdrawn.
 */
record FileApi(SourceFolder source, DeskSite site, Drafts drafts, DeskRepository repository, ApprovalSteps steps) {

    List<Route> routes() {
        return List.of(
                JsonRoute.get("removal", request -> Map.of("public", wasPublic(JsonRoute.parameter(request, "path")))),
                JsonRoute.post("remove", this::remove),
                JsonRoute.get("history", this::history),
                JsonRoute.get("version", this::version),
                JsonRoute.post("take-back", this::takeBack),
                JsonRoute.post("undo", this::undo));
    }

    /** Removes an entry that was never public. Its text remains as a draft. */
    private Map<String, Object> remove(JsonObject body) throws IOException {
        String path = JsonRoute.path(source, body.text("path"));
        if (wasPublic(path)) {
            throw new HttpFailure(409, "这一条公开过，不能删去；要撤下请把状态改成“已撤回”，写上日期和原因。");
        }
        String window = Drafts.window(body);
        try (Closeable held = source.hold()) {
            Optional<EntryFile> stored = source.read(path);
            if (stored.isPresent()) {
                drafts.put(path, window, EntryFile.ABSENT, stored.get().text());
                Files.deleteIfExists(source.entry(path));
            }
        }
        site.changed();
        return Map.of();
    }

    /** Whether any committed version of an entry is no draft; outside of git, whether its file is none. */
    private boolean wasPublic(String path) throws IOException {
        source.entry(path);
        String ending = SourceFile.ending(path);
        if (repository.copy().isEmpty()) {
            return source.read(path)
                    .filter(file -> !steps.isDraft(ending, file.text()))
                    .isPresent();
        }
        WorkingCopy copy = repository.required();
        Optional<String> former = copy.changes().stream()
                .filter(change -> change.path().equals(path))
                .findFirst()
                .flatMap(FileChange::former);
        for (Revision revision : history(former.orElse(path), Optional.empty())) {
            Optional<String> text =
                    repository.textAt(revision.path(), revision.commit().id().name());
            if (text.filter(old -> !steps.isDraft(ending, old)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Map<String, Object> history(Request request) throws IOException {
        String path = JsonRoute.path(source, JsonRoute.parameter(request, "path"));
        Set<String> unsent = Set.copyOf(repository.required().state().unsent());
        List<Revision> revisions = history(path, request.parameter("from"));
        return Json.fields(
                "revisions", revisions.stream().map(it -> told(it, unsent)).toList(),
                "title",
                        site.headers().entries().stream()
                                .filter(entry -> entry.path().equals(path))
                                .map(Entry::title)
                                .findFirst());
    }

    private static Map<String, Object> told(Revision revision, Set<String> unsent) {
        Commit commit = revision.commit();
        return Map.of(
                "id", commit.id().name(),
                "path", revision.path(),
                "parents", commit.parents().stream().map(CommitId::name).toList(),
                "time", commit.author().time().atZone(SiteConfig.ZONE).toOffsetDateTime(),
                "author", commit.author().name(),
                "subject", commit.message(),
                "unsent", unsent.contains(commit.id().name()));
    }

    /** The commits up to one, or the last, that changed an entry, newest first; what a merge left out lies below it. */
    private List<Revision> history(String path, Optional<String> from) throws IOException {
        List<Revision> revisions = new ArrayList<>();
        try (GitRepository git = GitRepository.containing(source.root()).orElseThrow()) {
            Optional<CommitId> tip = from.isPresent() ? from.map(CommitId::new) : git.head();
            if (tip.isPresent()) {
                CommitHistory all =
                        git.history(tip.get(), EntryFormat::isEntry, PreviousNumbers::scan, List.of(), true);
                List<Revision> line = all.of(path);
                Set<Optional<String>> texts = new HashSet<>();
                for (Commit commit : all.commits()) {
                    for (Commit.Change change : commit.changes()) {
                        Revision fresh = new Revision(commit, change.path(), change.blob());
                        boolean isHere = line.stream().map(Revision::path).anyMatch(change.path()::equals);
                        boolean isLeftOut = commit.parents().size() == 1 && texts.contains(change.before());
                        if (line.contains(fresh) || isHere && isLeftOut) {
                            texts.add(fresh.blob());
                            revisions.add(line.contains(fresh) ? 0 : Math.min(1, revisions.size()), fresh);
                        }
                    }
                }
            }
        }
        return revisions;
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
        String path = JsonRoute.path(source, body.text("path"));
        String text = text(body.text("from"), body.text("commit"));
        String base = source.read(path).map(EntryFile::version).orElse(EntryFile.ABSENT);
        drafts.put(path, Drafts.window(body), base, text);
        return Map.of("path", path);
    }

    /** Restores an entry as it was committed last if its file still is the one that was opened. */
    private Map<String, Object> undo(JsonObject body) throws IOException {
        String path = JsonRoute.path(source, body.text("path"));
        WorkingCopy copy = repository.required();
        if (repository.committed(path).isEmpty()) {
            throw new HttpFailure(409, "这一条还没有发布过，没有上次的样子可以退回。");
        }
        String base = body.text("base");
        if (!copy.discard(
                path,
                now -> now.map(EntryFile::version).orElse(EntryFile.ABSENT).equals(base))) {
            return EntryApi.conflict(source, body);
        }
        site.changed();
        String version = source.read(path).map(EntryFile::version).orElse(EntryFile.ABSENT);
        return Map.of("conflict", false, "version", version);
    }
}
