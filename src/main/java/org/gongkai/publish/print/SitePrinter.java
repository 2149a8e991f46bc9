package org.gongkai.publish.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.build.Build;
import org.gongkai.build.BuildRequest;
import org.gongkai.build.BuildResult;
import org.gongkai.build.BuiltSite;
import org.gongkai.build.Progress;
import org.gongkai.build.read.SiteSource;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.FileTrees;
import org.gongkai.io.TemporaryFolder;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.output.ManifestReader;
import org.gongkai.problem.Problem;
import org.gongkai.publish.InvalidRequest;

/** Prints pages of a site into one PDF. */
public final class SitePrinter {

    private final String version;
    private final Clock clock;
    private final Progress progress;
    private final Path browser;

    /**
     * @param version version of the program
     * @param clock determines the day of a request that names none
     * @param progress receives the progress of the build and of printing
     * @param browser the program of the browser
     */
    public SitePrinter(String version, Clock clock, Progress progress, Path browser) {
        this.version = version;
        this.clock = clock;
        this.progress = progress;
        this.browser = browser;
    }

    /**
     * The result.
     *
     * @param pages the addresses of the printed pages, in their order; empty if there are errors
     * @param sheets the number of sheets
     * @param problems the problems of the site; if one of them is an error, nothing was written
     */
    public record Result(List<String> pages, int sheets, List<Problem> problems) {
        public Result {
            pages = List.copyOf(pages);
            problems = List.copyOf(problems);
        }

        public boolean succeeded() {
            return problems.stream().noneMatch(Problem::isError);
        }
    }

    /**
     * Prints pages; the file is complete, or it is not there.
     *
     * @param request names the source, the audience (the first one if it names none) and the day; without an output
     * @param from the source; the caller closes it
     * @param typed addresses of pages, and sources of entries
     * @param target the file to write; an existing one is replaced
     * @throws InvalidRequest if something that is typed is no page of the site
     * @throws BrowserFailure if the browser does not print
     * @throws IOException if a file cannot be read or written
     */
    public Result print(BuildRequest request, SiteSource from, List<String> typed, Path target)
            throws IOException, BrowserFailure {
        TemporaryFolder temporary = TemporaryFolder.create();
        try {
            Path work = temporary.path();
            BuildResult built = new Build(version, clock, progress).run(request.into(work.resolve("site")), from);
            if (!built.succeeded()) {
                return new Result(List.of(), 0, built.problems());
            }
            BuiltSite site = built.sites().get(0);
            Path folder = site.output().orElseThrow();
            Manifest manifest = manifest(folder);
            List<String> pages = new WantedPages(
                            request.source(), site.baseUrl(), pages(manifest), site.addressesByPath())
                    .find(typed);
            int sheets = print(folder, pages, LocalDate.parse(manifest.asOf()), work, target);
            return new Result(pages, sheets, built.problems());
        } finally {
            delete(temporary);
        }
    }

    private int print(Path folder, List<String> pages, LocalDate day, Path work, Path target)
            throws IOException, BrowserFailure {
        Chromium chromium = new Chromium(
                browser,
                Files.createDirectory(work.resolve("profile")),
                System.getProperty("user.name").equals("root"));
        List<Path> printed = new ArrayList<>();
        String title = "";
        for (String address : pages) {
            Path page = folder.resolve(address);
            PrintablePage printable = PrintablePage.of(Files.readAllBytes(page), day);
            // In its place, where its relative links lead to its style sheets and pictures.
            Files.write(page, printable.html());
            title = printed.isEmpty() ? printable.title() : title;
            Path pdf = work.resolve(printed.size() + ".pdf");
            chromium.print(page, pdf);
            printed.add(pdf);
            progress.advanced("打印", pages.size());
        }
        return join(printed, title, target);
    }

    /** In a folder of its own beside the target, on the same disk, so that the file gets the usual permissions. */
    private static int join(List<Path> printed, String title, Path target) throws IOException {
        Path folder = Files.createTempDirectory(target.getParent(), ".gongkai-");
        try {
            return AtomicFile.put(target, folder.resolve("print.pdf"), file -> PrintedPages.join(printed, title, file));
        } finally {
            FileTrees.delete(folder);
        }
    }

    private static Manifest manifest(Path folder) throws IOException {
        Path file = folder.resolve(Manifest.OTHER_NAME);
        return ManifestReader.read(Files.readString(Files.exists(file) ? file : folder.resolve(Manifest.NAME)))
                .orElseThrow(() -> new IllegalStateException("a build writes a valid manifest"));
    }

    private static Set<String> pages(Manifest manifest) {
        return manifest.files().stream()
                .map(OutputFile::path)
                .filter(path -> path.endsWith(".html"))
                .collect(Collectors.toSet());
    }

    /** Processes of the browser may write into its profile for a moment after it has ended. */
    private static void delete(TemporaryFolder work) {
        for (int attempt = 0; attempt < 5; attempt++) {
            try {
                work.close();
                return;
            } catch (IOException e) {
                try {
                    Thread.sleep(200);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }
}
