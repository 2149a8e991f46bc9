package org.gongkai.feature.jbake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.pipeline.Build;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.BuildResult;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;
import org.gongkai.testing.SiteFolder;

/** A project written by a test, and what became of it. */
final class Project {

    static final LocalDate DAY = LocalDate.of(2025, 1, 1);

    private final Path root;
    private final Path output;
    private boolean isBuilt;

    /** A project at a folder that is there already. */
    Project(Path root, Path output) {
        this.root = root;
        this.output = output;
    }

    /** A project with a post, and templates for everything that is switched on. */
    static Project small(Path folder) {
        return new Project(folder.resolve("project"), folder.resolve("out"))
                .with("jbake.properties", "render.feed=false\nrender.tags=false\n")
                .with("templates/post.ftl", "<h1>${content.title}</h1>${content.body}")
                .with("templates/page.ftl", "${content.body}")
                .with("templates/index.ftl", "<#list published_posts as post>${post.uri};</#list>")
                .with("templates/archive.ftl", "archive")
                .with("content/a.md", post("A"));
    }

    static String post(String title) {
        return "title=" + title + "\ndate=2024-01-01\ntype=post\nstatus=published\n~~~~~~\nText of " + title + ".\n";
    }

    Project with(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            isBuilt = false;
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Project without(String path) throws IOException {
        Files.delete(root.resolve(path));
        isBuilt = false;
        return this;
    }

    /** Adds a symbolic link. */
    Project link(String path, String target) throws IOException {
        Files.createSymbolicLink(root.resolve(path), Path.of(target));
        return this;
    }

    /** Adds lines to the settings. */
    Project setting(String lines) throws IOException {
        return with("jbake.properties", Files.readString(root.resolve("jbake.properties")) + lines + "\n");
    }

    BuildResult build(LocalDate day) throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);
        isBuilt = true;
        BuildRequest request = BuildRequest.of(root)
                .into(output)
                .asOf(Optional.of(day))
                .reuse(BuildRequest.Reuse.NONE)
                .jobs(2);
        try (SiteSource site = SiteSource.open(request)) {
            return new Build("test", clock, (step, total) -> {}, SiteFolder.SHARED).run(request, site);
        }
    }

    /** The problems of a build, as a terminal shows them. */
    List<String> problems() throws IOException {
        return build(DAY).problems().stream().map(Problem::text).toList();
    }

    /** Builds what has changed since the last build, in which there must be no problem. */
    private Path built() throws IOException {
        if (!isBuilt) {
            assertThat(problems()).isEmpty();
        }
        return output;
    }

    /** Addresses of all files of the output, sorted; see {@link #page}. */
    List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(built())) {
            return all.filter(Files::isRegularFile)
                    .map(file -> output.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** A page of the output, of a build without problems unless the test has asked for these. */
    String page(String address) throws IOException {
        return Files.readString(built().resolve(address), StandardCharsets.UTF_8);
    }

    /** What a reader sees of a page, blanks made one. */
    String text(String address) throws IOException {
        return page(address)
                .replaceAll("(?s)<title>.*?</title>", "")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    Path output() {
        return output;
    }
}
