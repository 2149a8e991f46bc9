package org.gongkai.build.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.build.Build;
import org.gongkai.build.BuildRequest;
import org.gongkai.build.BuildResult;
import org.gongkai.build.BuiltSite;
import org.gongkai.build.CacheFolder;
import org.gongkai.build.Progress;
import org.gongkai.build.read.SiteSource;
import org.gongkai.history.git.GitTag;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.problem.Problem;
import org.gongkai.site.Edition;
import org.gongkai.site.Editions;
import org.gongkai.site.identity.PublishedEntry;

/**
 * Makes the editions that tags name and that were not made before. Each is built from its commit, for the day of that
 * commit or, if that is still to come, for today; what was made once is never made again, so that many editions cost no more
 * than the newest. An edition that failed is told again, and not tried again before something has changed that may matter.
 */
public final class EditionBuilder {

    private static final String LEAK = "E305";

    private final String version;
    private final Clock clock;
    private final Progress progress;
    private final Function<String, TakenDownNotices> takenDown;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, List<BuiltSite>> built = new LinkedHashMap<>();
    private final Map<String, Map<String, Edition>> known = new HashMap<>();
    private final Map<String, String> commits = new HashMap<>();

    /**
     * @param version version of the program
     * @param clock tells today
     * @param takenDown what was taken down, by the folder of the audience
     */
    public EditionBuilder(
            String version, Clock clock, Progress progress, Function<String, TakenDownNotices> takenDown) {
        this.version = version;
        this.clock = clock;
        this.progress = progress;
        this.takenDown = takenDown;
    }

    /** Says which editions an audience has already. */
    public void add(String audienceFolder, Map<String, Manifest> editions) {
        Map<String, Edition> here = known(audienceFolder);
        editions.forEach((name, manifest) -> {
            List<String> files = manifest.files().stream().map(OutputFile::path).toList();
            here.put(name, new Edition(name, manifest.asOf(), pages(files)));
            manifest.commit().ifPresent(commit -> commits.put(name, commit));
        });
    }

    /**
     * Builds what is missing, for the readers of today: nothing is in it that is cache from them today.
     *
     * @param published what is asked of the build of the site of today
     * @param site the site of today
     * @param work a folder to build in
     * @throws IOException if the machine fails
     */
    public void build(BuildRequest published, SiteSource site, Path work) throws IOException {
        List<GitTag> wanted = new ArrayList<>();
        for (GitTag tag : site.editions()) {
            if (isWanted(tag, site)) {
                wanted.add(tag);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        Optional<CurrentSite> today = today(published, site);
        if (today.filter(CurrentSite::failed).isPresent()) {
            return; // Nothing is published, and its own build tells why.
        }
        FailedEditions failed =
                new FailedEditions(CacheFolder.of(site.repository(), published).openShared("editions", ""));
        String limits = today.map(CurrentSite::digest).orElse("");
        Optional<String> commit = today.flatMap(CurrentSite::commit);
        for (GitTag tag : wanted) {
            Optional<String> known = failed.reason(tag, limits, commit);
            if (known.isPresent()) {
                notes.add(known.get());
                continue;
            }
            Path folder = work.resolve(tag.name());
            Files.createDirectories(folder);
            Attempt attempt = attempt(published, site, today, tag, Optional.of(folder.resolve("site")));
            if (attempt.errors().isEmpty()) {
                keep(tag, attempt);
                continue;
            }
            String reason = named(tag) + " 有 " + attempt.errors().size() + " 个错误，没有做成往年版本；第一个是 "
                    + attempt.errors().get(0).text();
            notes.add(reason);
            boolean leaks =
                    attempt.errors().stream().anyMatch(error -> error.code().equals(LEAK));
            if (!leaks || commit.isPresent()) {
                failed.record(tag, limits, commit.filter(it -> leaks), reason);
            }
        }
        failed.save();
    }

    /** Whether an edition is to be made; if one is wanted and must not be, it is told. */
    private boolean isWanted(GitTag tag, SiteSource site) throws IOException {
        if (!org.gongkai.build.edition.RequestedEditions.isName(tag.name())) {
            notes.add(named(tag) + " 的名字不能作网址（只用字母、数字、点、横线和下划线），没有做成往年版本");
            return false;
        }
        if (!known.isEmpty() && known.values().stream().allMatch(editions -> editions.containsKey(tag.name()))) {
            if (!tag.commit()
                    .name()
                    .equals(commits.getOrDefault(tag.name(), tag.commit().name()))) {
                notes.add(named(tag) + " 换了提交，已经发布的往年版本不改");
            }
            return false;
        }
        if (!site.contains(tag.commit())) {
            notes.add(named(tag) + " 的提交不在发布的分支上，没有做成往年版本");
            return false;
        }
        return true;
    }

    /**
     * The errors for which an edition could not be made; nothing is written and nothing cache.
     *
     * @param published what is asked of the build of the site that is to be published
     * @param site that site
     * @param tag the edition, whose commit is in the history of the site
     * @throws IOException if the machine fails
     */
    public List<Problem> check(BuildRequest published, SiteSource site, GitTag tag) throws IOException {
        return attempt(published, site, today(published, site), tag, Optional.empty())
                .errors();
    }

    private Optional<CurrentSite> today(BuildRequest published, SiteSource site) throws IOException {
        return site.isJBake() ? Optional.empty() : Optional.of(CurrentSite.read(site, published, clock, takenDown));
    }

    /**
     * What came of building an edition.
     *
     * @param day the day for which it stands
     */
    private record Attempt(List<Problem> errors, List<BuiltSite> sites, LocalDate day) {}

    private Attempt attempt(
            BuildRequest published, SiteSource site, Optional<CurrentSite> today, GitTag tag, Optional<Path> output)
            throws IOException {
        Instant made = tag.made().isBefore(clock.instant()) ? tag.made() : clock.instant();
        LocalDate day = today.map(it -> it.day(made)).orElse(LocalDate.ofInstant(made, ZoneOffset.UTC));
        BuildRequest request = new BuildRequest(
                published.source(),
                Optional.of(tag.commit().name()),
                output,
                today.map(it -> day),
                Optional.empty(),
                false,
                BuildRequest.Reuse.HISTORY,
                audience -> new Editions(Optional.of(tag.name()), of(audience)),
                published.jobs());
        // A JBake project has no zone before it is read, so that its day is told by the clock.
        Build build = new Build(version, Clock.fixed(made, ZoneOffset.UTC), progress);
        try (SiteSource then = site.at(tag.commit())) {
            if (then.isJBake() != today.isEmpty()) {
                return new Attempt(List.of(notMade("当时的内容和现在的不是同一种站点，一种是 JBake 项目，一种不是")), List.of(), day);
            }
            BuildResult result = today.isPresent() ? build.run(request, then, today.get()) : build.run(request, then);
            List<Problem> errors = new ArrayList<>(
                    result.problems().stream().filter(Problem::isError).toList());
            if (today.isEmpty()) {
                result.sites().forEach(built -> built.entryAddresses().stream()
                        .sorted()
                        .filter(address -> takenDown
                                .apply(built.folder())
                                .of(List.of(address))
                                .isPresent())
                        .forEach(address -> errors.add(notMade("当时的内容里有已经撤下的网页 " + address))));
            }
            return new Attempt(errors, result.sites(), day);
        }
    }

    private static Problem notMade(String why) {
        return Problem.error("E308", "content", 1, 1, why, "这个提交不能做成往年版本，请换一个提交打标签");
    }

    private void keep(GitTag tag, Attempt attempt) throws IOException {
        built.put(tag.name(), attempt.sites());
        for (BuiltSite site : attempt.sites()) {
            known(site.folder())
                    .put(
                            tag.name(),
                            new Edition(
                                    tag.name(),
                                    attempt.day().toString(),
                                    pages(files(site.output().orElseThrow()))));
        }
    }

    private static String named(GitTag tag) {
        return "标签 " + SiteSource.EDITION_TAGS + tag.name();
    }

    private static List<String> files(Path site) throws IOException {
        try (var files = Files.walk(site)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> site.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private static Set<String> pages(List<String> files) {
        return files.stream().filter(path -> path.endsWith(".html")).collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, Edition> known(String audienceFolder) {
        return known.computeIfAbsent(audienceFolder, folder -> new HashMap<>());
    }

    /** The editions of an audience, oldest first. */
    public List<Edition> of(String audienceFolder) {
        return known.getOrDefault(audienceFolder, Map.of()).values().stream()
                .sorted(Comparator.comparing(Edition::day).thenComparing(Edition::name))
                .toList();
    }

    /**
     * The names of those that were made now and that all audiences have, oldest first.
     *
     * @param audiences their names
     */
    public List<String> made(List<String> audiences) {
        return built.keySet().stream()
                .filter(name -> audiences.stream()
                        .allMatch(audience -> output(name, audience).isPresent()))
                .toList();
    }

    /** Moves the site of an audience in an edition that was made now to where it shall stand. */
    public void move(String name, String audience, Path folder) throws IOException {
        Files.move(output(name, audience).orElseThrow(), folder);
    }

    /** The entries of an audience in an edition that was made now. */
    public List<PublishedEntry> entries(String name, String audience) {
        return site(name, audience).map(BuiltSite::identities).orElse(List.of());
    }

    private Optional<Path> output(String name, String audience) {
        return site(name, audience).flatMap(BuiltSite::output);
    }

    private Optional<BuiltSite> site(String name, String audience) {
        return built.getOrDefault(name, List.of()).stream()
                .filter(site -> site.audience().equals(audience))
                .findFirst();
    }

    /** Why an edition could not be made, in Chinese. */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
