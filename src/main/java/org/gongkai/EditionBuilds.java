package org.gongkai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.history.Tag;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.problem.Problem;
import org.gongkai.release.PublishedEntry;
import org.gongkai.site.Edition;
import org.gongkai.site.Editions;

/**
 * Makes the editions that tags name and that were not made before. Each is built from its commit, for the day of that
 * commit; what was made once is never made again, so that many editions cost no more than the newest.
 */
public final class EditionBuilds {

    private final String version;
    private final Progress progress;
    private final int jobs;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, List<BuiltSite>> built = new LinkedHashMap<>();
    private final Map<String, Map<String, Edition>> known = new HashMap<>();
    private final Map<String, String> commits = new HashMap<>();

    /**
     * @param version version of the program
     * @param jobs threads of one build
     */
    public EditionBuilds(String version, Progress progress, int jobs) {
        this.version = version;
        this.progress = progress;
        this.jobs = jobs;
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
     * Builds what is missing.
     *
     * @param root the site's root, or a bare repository
     * @param tags the tags that name editions, oldest first
     * @param work a folder to build in
     */
    public void build(Path root, List<Tag> tags, Path work) throws IOException {
        for (Tag tag : tags) {
            boolean there =
                    !known.isEmpty() && known.values().stream().allMatch(editions -> editions.containsKey(tag.name()));
            if (!org.gongkai.release.Editions.isName(tag.name())) {
                notes.add("标签 " + SiteSource.EDITIONS + tag.name() + " 的名字不能作网址（只用字母、数字、点、横线和下划线），没有做成往年版本");
            } else if (!there) {
                build(root, tag, work.resolve(tag.name()));
            } else if (!tag.commit()
                    .name()
                    .equals(commits.getOrDefault(tag.name(), tag.commit().name()))) {
                notes.add("标签 " + SiteSource.EDITIONS + tag.name() + " 换了提交，已经发布的往年版本不改");
            }
        }
    }

    private void build(Path root, Tag tag, Path folder) throws IOException {
        Files.createDirectories(folder);
        // The day of an edition is that of its commit, in whatever zone the site then was.
        Clock then = Clock.fixed(tag.made(), ZoneOffset.UTC);
        BuildResult result = new Build(version, then, progress)
                .run(new BuildRequest(
                        root,
                        Optional.of("refs/tags/" + SiteSource.EDITIONS + tag.name()),
                        Optional.of(folder.resolve("site")),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        BuildRequest.Reuse.HISTORY,
                        audience -> new Editions(Optional.of(tag.name()), of(audience)),
                        jobs));
        if (!result.succeeded()) {
            List<Problem> errors =
                    result.problems().stream().filter(Problem::isError).toList();
            notes.add("标签 " + SiteSource.EDITIONS + tag.name() + " 有 " + errors.size() + " 个错误，没有做成往年版本；第一个是 "
                    + errors.get(0).text());
            return;
        }
        built.put(tag.name(), result.sites());
        for (BuiltSite site : result.sites()) {
            String day = Clock.fixed(tag.made(), site.zone())
                    .instant()
                    .atZone(site.zone())
                    .toLocalDate()
                    .toString();
            known(site.folder())
                    .put(
                            tag.name(),
                            new Edition(
                                    tag.name(), day, pages(files(site.output().orElseThrow()))));
        }
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
        return site(name, audience).map(BuiltSite::known).orElse(List.of());
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
