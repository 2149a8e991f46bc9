package org.gongkai.build.read;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.gongkai.check.Disclosure;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.commit.CommitHistory;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.history.git.commit.Revision;
import org.gongkai.history.versions.DisclosedVersions;
import org.gongkai.history.versions.EntryHistories;
import org.gongkai.history.versions.IndexNumberScanner;
import org.gongkai.history.versions.NamedFiles;
import org.gongkai.history.versions.PreviousHeaders;
import org.gongkai.history.versions.PreviousNumbers;
import org.gongkai.history.versions.Successors;
import org.gongkai.history.versions.VersionReader;
import org.gongkai.history.versions.Versions;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryCache;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Timings;
import org.gongkai.io.WorkPool;

/** What git knows of a site. */
public final class SiteHistory {

    private final Optional<GitRepository> repository;
    private final Optional<Found> found;
    private final Timings timings;

    private record Found(CommitHistory history, Set<String> changed) {}

    private SiteHistory(Optional<GitRepository> repository, Optional<Found> found, Timings timings) {
        this.repository = repository;
        this.found = found;
        this.timings = timings;
    }

    /**
     * Reads what commits did.
     *
     * @param cached whether what earlier runs have read may be used
     */
    static SiteHistory read(SiteSource from, SourceTree source, boolean cached, Timings timings) throws IOException {
        Optional<CommitId> tip = from.tip();
        if (tip.isEmpty()) {
            return new SiteHistory(Optional.empty(), Optional.empty(), timings);
        }
        GitRepository repository = from.repository().orElseThrow();
        CommitHistory history = timings.time(
                "读修改记录",
                () -> repository.history(tip.get(), EntryFormat::isEntry, new IndexNumberScanner()::of, cached));
        Set<String> changed = timings.time("比对文件夹", () -> from.changedSince(tip.get(), source));
        return new SiteHistory(from.repository(), Optional.of(new Found(history, changed)), timings);
    }

    /** The commit of which the source is a copy to the last file, if it is one. */
    public Optional<String> commit() {
        return found.filter(known -> known.changed().isEmpty())
                .map(known -> known.history().tip().name());
    }

    /**
     * The versions of every entry.
     *
     * @param cache what earlier runs read of former versions
     * @param notes told if there is no history, or not all of it: no mistake of a writer, and the site can do without
     */
    EntryHistories histories(
            List<Entry> entries,
            EntryReader reader,
            EntryCache cache,
            ZoneId zone,
            LocalDate asOf,
            WorkPool pool,
            Consumer<String> notes)
            throws IOException {
        if (found.isEmpty()) {
            notes.accept("站点不在 git 仓库里，或者还没有提交过，没有修改记录可以显示");
            return EntryHistories.NONE;
        }
        CommitHistory history = found.get().history();
        history.commits().stream()
                .filter(commit -> !commit.isDated())
                .forEach(commit ->
                        notes.accept("提交 " + commit.id().name().substring(0, 10) + " 的时间读不出来，按 1970 年 1 月 1 日算"));
        VersionReader revisions = reader(found.get(), reader, cache, zone, asOf);
        Map<String, Versions> byPath = new ConcurrentHashMap<>();
        timings.time("读旧版本", () -> pool.forEach(entries, entry -> byPath.put(entry.path(), revisions.of(entry))));
        Map<CommitId, Set<String>> touched = new HashMap<>();
        history.byPath()
                .forEach((path, all) -> all.forEach(
                        revision -> touched.computeIfAbsent(revision.commit().id(), id -> new HashSet<>())
                                .add(path)));
        return new EntryHistories(
                byPath, touched, formerPaths(history, entries), Optional.of(history), cutOff(history, zone, notes));
    }

    private static Map<String, Set<String>> formerPaths(CommitHistory history, List<Entry> entries) {
        Map<String, Set<String>> former = new HashMap<>();
        for (Entry entry : entries) {
            for (Revision revision : history.of(entry.path())) {
                if (!history.byPath().containsKey(revision.path())) {
                    former.computeIfAbsent(revision.path(), path -> new TreeSet<>())
                            .add(entry.path());
                }
            }
        }
        return former;
    }

    private static Optional<LocalDate> cutOff(CommitHistory history, ZoneId zone, Consumer<String> notes) {
        if (history.complete()) {
            return Optional.empty();
        }
        LocalDate begins = history.commits().stream()
                .map(commit -> commit.authored().atZone(zone).toLocalDate())
                .min(LocalDate::compareTo)
                .orElseThrow();
        notes.accept("git 仓库是浅克隆，修改记录从 " + begins + " 开始；要全部记录，请用 git fetch --unshallow");
        return Optional.of(begins);
    }

    /** The index numbers that entries bore in former commits, and whose they are. */
    Map<String, String> previousNumbers(
            List<Entry> entries,
            EntryHistories lives,
            EntryReader reader,
            EntryCache cache,
            ZoneId zone,
            LocalDate asOf) {
        if (found.isEmpty()) {
            return Map.of();
        }
        return new PreviousNumbers(found.get().history(), reader(found.get(), reader, cache, zone, asOf))
                .bearers(entries, lives);
    }

    private VersionReader reader(Found known, EntryReader reader, EntryCache cache, ZoneId zone, LocalDate asOf) {
        return new VersionReader(known.history(), known.changed(), former(reader, cache), zone, asOf);
    }

    private PreviousHeaders former(EntryReader reader, EntryCache cache) {
        return new PreviousHeaders(repository.orElseThrow(), reader, cache);
    }

    /** Finds out what became of the entries of earlier commits; empty if there is no history. */
    public Optional<Successors> successors(EntryReader reader, EntryCache cache) {
        return found.map(known -> new Successors(known.history(), former(reader, cache)));
    }

    /** What commits did to an entry, oldest first; nothing if there is no history. */
    public List<Revision> revisions(String path) {
        return found.map(known -> known.history().of(path)).orElse(List.of());
    }

    /**
     * Opens versions for an audience; empty if there is no history.
     *
     * @param names what is known of the names of files in texts
     */
    public Optional<DisclosedVersions> disclosedVersions(
            Disclosure disclosure, List<String> scopes, NamedFiles.Memory names) {
        return repository.map(git -> new DisclosedVersions(git, disclosure, scopes, new NamedFiles(git, names)));
    }
}
