package org.gongkai.pipeline.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.history.git.CommitId;
import org.gongkai.history.git.GitRepository.GitTag;
import org.gongkai.pipeline.Build;
import org.gongkai.pipeline.Build.Progress;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.BuildRequest.PreviousPublication;
import org.gongkai.pipeline.BuildResult;
import org.gongkai.pipeline.BuiltSite;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.cache.CacheFolder;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;
import org.gongkai.site.Editions;

/**
 * Builds the editions that tags name and that do not exist yet. Each is built from its commit, for the day of that
 * commit or, if that is in the future, for today. Existing editions are never rebuilt. A failure is reported again in
 * later runs; the build is repeated only after a change that may affect it.
 *
 * @param version version of the program
 * @param clock determines today
 * @param shared what all builds of this process share
 * @param catalog the existing editions; those that are built are added
 */
public record EditionBuilder(
        String version, Clock clock, Progress progress, SharedParts shared, EditionCatalog catalog) {

    private static final String LEAK = "E305";

    /**
     * Builds the missing editions, without anything that is withheld from their readers today.
     *
     * @param published the request for the build of today's site
     * @param site today's site
     * @param work a folder to build in
     * @return the reasons for which editions were not built, in Chinese without their full stop
     * @throws IOException if a file cannot be read or written
     */
    public List<String> build(BuildRequest published, SiteSource site, Path work) throws IOException {
        List<String> notes = new ArrayList<>();
        List<GitTag> selected = new ArrayList<>();
        for (GitTag tag : site.editions()) {
            Optional<String> refusal = isPublished(tag) ? moved(tag) : refusal(tag, site);
            refusal.ifPresent(why -> notes.add(describe(tag) + why));
            if (refusal.isEmpty() && !isPublished(tag)) {
                selected.add(tag);
            }
        }
        if (selected.isEmpty()) {
            return notes;
        }
        Optional<CurrentSite> today = today(published, site);
        if (today.filter(CurrentSite::failed).isPresent()) {
            return notes; // Nothing is published; the build of today's site reports why.
        }
        CacheStore store = CacheFolder.of(site.repository(), published, shared)
                .openShared(
                        "editions", SiteSource.sharedDigest(published.place().shared()));
        CachedRecords<Failure> failures = store.records("", Failure.class);
        String restrictions = today.map(CurrentSite::digest).orElse("");
        Optional<String> commit = today.flatMap(CurrentSite::commit);
        for (GitTag tag : selected) {
            String name = tag.name() + " " + tag.commit().name();
            Optional<String> reason = failures.find(name)
                    .filter(known -> known.restrictions().equals(restrictions))
                    .filter(known -> known.only().isEmpty() || known.only().equals(commit))
                    .map(Failure::reason);
            if (reason.isPresent()) {
                notes.add(reason.get());
                continue;
            }
            Path folder = work.resolve(tag.name());
            Files.createDirectories(folder);
            EditionResult result = buildOne(published, site, today, tag, Optional.of(folder.resolve("site")));
            if (result.errors().isEmpty()) {
                catalog.addBuilt(tag, result);
                continue;
            }
            String failure = describe(tag) + " 有 "
                    + result.errors().size() + " 个错误，没有做成年度存档；第一个是 "
                    + result.errors().get(0).text();
            notes.add(failure);
            boolean leaks =
                    result.errors().stream().anyMatch(error -> error.code().equals(LEAK));
            if (!leaks || commit.isPresent()) {
                failures.put(name, new Failure(restrictions, commit.filter(it -> leaks), failure));
            }
        }
        store.save();
        return notes;
    }

    /**
     * Builds an edition without writing or caching anything.
     *
     * @param published the request for the build of the site that is to be published
     * @param site that site
     * @param tag the edition, whose commit is in the history of the site
     * @return the errors for which the edition cannot be published
     * @throws IOException if a file cannot be read
     */
    public List<Problem> check(BuildRequest published, SiteSource site, GitTag tag) throws IOException {
        return buildOne(published, site, today(published, site), tag, Optional.empty())
                .errors();
    }

    private boolean isPublished(GitTag tag) {
        return RequestedEditions.isName(tag.name()) && catalog.isComplete(tag.name());
    }

    private Optional<String> moved(GitTag tag) {
        return catalog.commit(tag.name())
                .filter(commit -> !commit.equals(tag.commit().name()))
                .map(commit -> " 换了提交，已经发布的年度存档不改");
    }

    /** The reason for which an edition that is requested must not be built; empty if it may. */
    private static Optional<String> refusal(GitTag tag, SiteSource site) throws IOException {
        if (!RequestedEditions.isName(tag.name())) {
            return Optional.of(" 的名字不能作网址（只用字母、数字、点、横线和下划线），没有做成年度存档");
        }
        return site.contains(tag.commit()) ? Optional.empty() : Optional.of(" 的提交不在发布的分支上，没有做成年度存档");
    }

    /** How messages refer to a tag. */
    private static String describe(GitTag tag) {
        return "标签 " + SiteSource.EDITION_TAGS + tag.name();
    }

    private Optional<CurrentSite> today(BuildRequest published, SiteSource site) throws IOException {
        return site.isJBake() ? Optional.empty() : Optional.of(CurrentSite.read(site, published, clock, shared));
    }

    private EditionResult buildOne(
            BuildRequest published, SiteSource site, Optional<CurrentSite> today, GitTag tag, Optional<Path> output)
            throws IOException {
        Instant made = tag.made().isBefore(clock.instant()) ? tag.made() : clock.instant();
        LocalDate day = today.map(it -> it.day(made)).orElse(LocalDate.ofInstant(made, ZoneOffset.UTC));
        BuildRequest checked = BuildRequest.of(published.source())
                .revision(Optional.of(tag.commit().name()))
                .asOf(today.map(it -> day))
                .reuse(BuildRequest.Reuse.HISTORY)
                .previous(new OtherEditions(
                        catalog, today, tag.name(), published.previous().published()))
                .jobs(published.jobs());
        BuildRequest request = output.map(checked::into).orElse(checked);
        // The time zone of a JBake project is unknown until it is read; the clock determines its day.
        Build build = new Build(version, Clock.fixed(made, ZoneOffset.UTC), progress, shared);
        try (SiteSource then = site.at(tag.commit())) {
            if (then.isJBake() != today.isEmpty()) {
                return new EditionResult(List.of(notMade("当时的内容和现在的不是同一种站点，一种是 JBake 项目，一种不是")), List.of(), day);
            }
            BuildResult result = build.run(request, then);
            List<Problem> errors = new ArrayList<>(
                    result.problems().stream().filter(Problem::isError).toList());
            if (today.isEmpty()) {
                for (BuiltSite built : result.sites()) {
                    TakenDownNotices takenDown = published.previous().takenDown(built.folder());
                    built.addresses().byPath().values().stream()
                            .sorted()
                            .filter(address -> takenDown.of(List.of(address)).isPresent())
                            .forEach(address -> errors.add(notMade("当时的内容里有已经撤下的网页 " + address)));
                }
            }
            return new EditionResult(errors, result.sites(), day);
        }
    }

    private static Problem notMade(String why) {
        return Problem.error("E308", "content", 1, 1, why, "这个提交不能做成年度存档，请换一个提交打标签");
    }

    /** What an edition links to, and what is withheld from its readers. */
    private record OtherEditions(
            EditionCatalog catalog, Optional<CurrentSite> today, String name, List<CommitId> published)
            implements PreviousPublication {

        @Override
        public Editions editions(String folder) {
            return new Editions(Optional.of(name), catalog.of(folder), List.of());
        }

        @Override
        public List<CommitId> published() {
            return published;
        }

        @Override
        public Optional<CurrentSite> today() {
            return today;
        }
    }

    /**
     * Why an edition could not be built, cached between runs of the same program so that none is built only to fail
     * again. Its build is repeated when its tag names another commit or when today's restrictions have changed.
     *
     * @param restrictions a digest of everything that was withheld
     * @param only the commit that the failure is limited to, if it depends on one: text is not leaked if a visible
     *     entry contains it
     */
    private record Failure(String restrictions, Optional<String> only, String reason) {}

    /**
     * The result of building one edition.
     *
     * @param errors the errors for which it cannot be published; empty if it can
     * @param sites the site of each audience; empty if the build failed
     * @param day the day for which it was built
     */
    record EditionResult(List<Problem> errors, List<BuiltSite> sites, LocalDate day) {}
}
