package org.gongkai.pipeline.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.gongkai.cache.CacheStore;
import org.gongkai.check.Disclosure;
import org.gongkai.history.git.CommitHistory;
import org.gongkai.history.git.CommitHistory.Revision;
import org.gongkai.history.git.CommitId;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.versions.ApprovalHistory;
import org.gongkai.history.versions.CommittedStates;
import org.gongkai.history.versions.DisclosedVersions;
import org.gongkai.history.versions.EntryHistories;
import org.gongkai.history.versions.EntryHistories.Mailmap;
import org.gongkai.history.versions.NamedFiles;
import org.gongkai.history.versions.PreviousNumbers;
import org.gongkai.history.versions.Successors;
import org.gongkai.history.versions.VersionReader;
import org.gongkai.history.versions.VersionReader.PreviousHeaders;
import org.gongkai.history.versions.Versions;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.EntryReading;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.io.Timings;
import org.gongkai.io.WorkPool;
import org.gongkai.pipeline.BuildContext;

/** The history of a site in git; empty if it is outside git or has no commit. */
public record SiteHistory(
        Optional<GitRepository> repository, Optional<Commits> commits, CacheStore cache, Timings timings) {

    /** For so many months changes of approved texts are warned of. */
    private static final int REMEMBERED = 3;

    private static final String MAILMAP = ".mailmap";
    private static final int LARGEST_MAILMAP = 1 << 20;

    record Commits(CommitHistory history, Set<String> changed) {}

    /**
     * Reads the history.
     *
     * @param published the commits that were published, oldest publication first
     * @param cached whether the commits that earlier runs read are used
     * @param cache what earlier runs found in committed files, under the same settings
     * @throws IOException if the repository cannot be read
     */
    static SiteHistory read(
            SiteSource from,
            SourceTree source,
            List<CommitId> published,
            boolean cached,
            CacheStore cache,
            Timings timings)
            throws IOException {
        Optional<CommitId> tip = from.tip();
        if (tip.isEmpty()) {
            return new SiteHistory(Optional.empty(), Optional.empty(), cache, timings);
        }
        GitRepository repository = from.repository().orElseThrow();
        CommitHistory history = timings.time(
                "读修改记录",
                () -> repository.history(tip.get(), EntryFormat::isEntry, PreviousNumbers::scan, published, cached));
        Set<String> changed = timings.time("比对文件夹", () -> from.changedSince(tip.get(), source));
        return new SiteHistory(from.repository(), Optional.of(new Commits(history, changed)), cache, timings);
    }

    /** The commit that the source is identical to, if there is one. */
    public Optional<String> commit() {
        return commits.filter(known -> known.changed().isEmpty())
                .map(known -> known.history().tip().name());
    }

    /**
     * The versions of every entry.
     *
     * @param notes receives a remark if the history is missing or incomplete, which is not a problem of the content
     */
    EntryHistories histories(
            List<Entry> entries, EntryReader reader, SiteSettings settings, WorkPool pool, Consumer<String> notes)
            throws IOException {
        if (commits.isEmpty()) {
            notes.accept("站点不在 git 仓库里，或者还没有提交过，没有修改记录可以显示，也看不出审批以后改没改过");
            return EntryHistories.NONE;
        }
        CommitHistory history = commits.get().history();
        history.commits().stream()
                .filter(commit -> !commit.isDated())
                .forEach(commit ->
                        notes.accept("提交 " + commit.id().name().substring(0, 10) + " 的时间读不出来，按 1970 年 1 月 1 日算"));
        ZoneId zone = settings.config().zone();
        VersionReader versions = new VersionReader(
                history, commits.get().changed(), previousHeaders(reader, settings.kinds()), zone, settings.asOf());
        Map<String, Versions> byPath = new ConcurrentHashMap<>();
        timings.time("读以前各版", () -> pool.forEach(entries, entry -> byPath.put(entry.path(), versions.of(entry))));
        return new EntryHistories(
                byPath,
                PreviousNumbers.holders(history, versions, byPath),
                previousPaths(history, entries),
                Optional.of(history),
                mailmap(history),
                cutOff(history, zone, notes));
    }

    private Mailmap mailmap(CommitHistory history) throws IOException {
        return repository
                .orElseThrow()
                .bytes(history.tip(), MAILMAP, LARGEST_MAILMAP)
                .map(bytes -> Mailmap.of(new String(bytes, StandardCharsets.UTF_8)))
                .orElse(Mailmap.NONE);
    }

    private static Map<String, Set<String>> previousPaths(CommitHistory history, List<Entry> entries) {
        Map<String, Set<String>> previous = new HashMap<>();
        for (Entry entry : entries) {
            for (Revision revision : history.of(entry.path())) {
                if (!history.byPath().containsKey(revision.path())) {
                    previous.computeIfAbsent(revision.path(), path -> new TreeSet<>())
                            .add(entry.path());
                }
            }
        }
        return previous;
    }

    private static Optional<LocalDate> cutOff(CommitHistory history, ZoneId zone, Consumer<String> notes) {
        if (history.complete()) {
            return Optional.empty();
        }
        LocalDate begins = history.commits().stream()
                .map(commit -> commit.author().time().atZone(zone).toLocalDate())
                .min(LocalDate::compareTo)
                .orElseThrow();
        notes.accept("git 仓库是浅克隆，修改记录从 " + begins + " 开始，以前审批的看不全；要全部记录，请用 git fetch --unshallow");
        return Optional.of(begins);
    }

    /**
     * Checks that entries are published with the texts that were approved.
     *
     * @param reader parses headers
     */
    void checkApprovals(
            SiteSource from, List<Entry> entries, EntryReader reader, BuildContext context, SiteSettings settings)
            throws IOException {
        if (commits.isEmpty()) {
            return;
        }
        ApprovalHistory approvals = new ApprovalHistory(
                new CommittedStates(
                        repository.orElseThrow(),
                        commits.get().history(),
                        commits.get().changed(),
                        previousHeaders(reader, settings.kinds()),
                        settings.config().zone()),
                cache.records("approval ", ApprovalHistory.Found.class),
                from.base(),
                settings.asOf().minusMonths(REMEMBERED));
        timings.time("读以前各版", () -> context.pool()
                .forEach(
                        entries,
                        entry -> approvals.check(
                                entry,
                                changed -> new TextDecoder()
                                        .decode(
                                                context.source(),
                                                changed.source().file(),
                                                problem -> {}),
                                context.problems())));
    }

    private PreviousHeaders previousHeaders(EntryReader reader, Kinds kinds) {
        return new PreviousHeaders(repository.orElseThrow(), reader, EntryReading.cached(cache, kinds));
    }

    /** The successors of the entries of earlier commits; empty if there is no history. */
    public Optional<Successors> successors(EntryReader reader, Kinds kinds) {
        return commits.map(known -> new Successors(known.history(), previousHeaders(reader, kinds)));
    }

    /** The revisions of an entry, oldest first; empty if there is no history. */
    public List<Revision> revisions(String path) {
        return commits.map(known -> known.history().of(path)).orElse(List.of());
    }

    /** Opens the versions that an audience may see; empty if there is no history. */
    public Optional<DisclosedVersions> disclosedVersions(Disclosure disclosure, List<String> scopes) {
        if (repository.isEmpty()) {
            return Optional.empty();
        }
        GitRepository git = repository.get();
        return Optional.of(new DisclosedVersions(git, disclosure, scopes, new NamedFiles(git, cache)));
    }

    /** Saves what was found in committed files for later runs. */
    public void save() {
        cache.save();
    }
}
