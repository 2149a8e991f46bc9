package org.gongkai.pipeline.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.history.git.GitRepository.GitTag;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.pipeline.BuiltSite;
import org.gongkai.pipeline.edition.EditionBuilder.EditionResult;
import org.gongkai.site.Editions.Edition;
import org.gongkai.site.identity.PublishedEntry;

/**
 * The editions of each audience: those already published and those built in this run. Not safe for use by multiple
 * threads.
 */
public final class EditionCatalog {

    private final Map<String, Map<String, Edition>> byFolder = new HashMap<>();
    private final Map<String, List<BuiltSite>> built = new LinkedHashMap<>();

    /**
     * Adds the published editions of an audience.
     *
     * @param editions their manifests, by the name of the edition
     */
    public void addPublished(String audienceFolder, Map<String, Manifest> editions) {
        Map<String, Edition> here = inFolder(audienceFolder);
        editions.forEach((name, manifest) -> {
            List<String> files = manifest.files().stream().map(OutputFile::path).toList();
            here.put(name, new Edition(name, manifest.asOf(), manifest.commit(), pages(files)));
        });
    }

    /** Adds an edition that was built. */
    void addBuilt(GitTag tag, EditionResult result) throws IOException {
        built.put(tag.name(), result.sites());
        for (BuiltSite site : result.sites()) {
            Set<String> pages = pages(files(site.output().orElseThrow()));
            Optional<String> commit = Optional.of(tag.commit().name());
            inFolder(site.folder())
                    .put(tag.name(), new Edition(tag.name(), result.day().toString(), commit, pages));
        }
    }

    private Map<String, Edition> inFolder(String audienceFolder) {
        return byFolder.computeIfAbsent(audienceFolder, folder -> new HashMap<>());
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

    /** Whether every audience has an edition; false if there is no audience. */
    boolean isComplete(String name) {
        return !byFolder.isEmpty() && byFolder.values().stream().allMatch(editions -> editions.containsKey(name));
    }

    /** The commit that a published edition was built from, if its manifest names one. */
    Optional<String> commit(String name) {
        return byFolder.values().stream()
                .flatMap(editions -> Optional.ofNullable(editions.get(name)).flatMap(Edition::commit).stream())
                .findFirst();
    }

    /** The editions of an audience, oldest first. */
    public List<Edition> of(String audienceFolder) {
        return byFolder.getOrDefault(audienceFolder, Map.of()).values().stream()
                .sorted(Comparator.comparing(Edition::day).thenComparing(Edition::name))
                .toList();
    }

    /**
     * The names of the editions that were built in this run for all of the given audiences, oldest first.
     *
     * @param audiences names of audiences
     */
    public List<String> built(List<String> audiences) {
        return built.keySet().stream()
                .filter(name -> audiences.stream()
                        .allMatch(audience -> output(name, audience).isPresent()))
                .toList();
    }

    /**
     * Moves the site of an audience in an edition that was built in this run.
     *
     * @param folder where to; must not exist
     * @throws IOException if the site cannot be moved
     */
    public void move(String name, String audience, Path folder) throws IOException {
        Files.move(output(name, audience).orElseThrow(), folder);
    }

    /** The entries of an audience in an edition that was built in this run; empty if it was not. */
    public List<PublishedEntry> entries(String name, String audience) {
        return site(name, audience).map(site -> site.identities().get()).orElse(List.of());
    }

    private Optional<Path> output(String name, String audience) {
        return site(name, audience).flatMap(BuiltSite::output);
    }

    private Optional<BuiltSite> site(String name, String audience) {
        return built.getOrDefault(name, List.of()).stream()
                .filter(site -> site.audience().equals(audience))
                .findFirst();
    }
}
