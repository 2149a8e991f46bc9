package org.gongkai.publish.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gongkai.build.Build;
import org.gongkai.build.BuildRequest;
import org.gongkai.build.BuildResult;
import org.gongkai.build.Progress;
import org.gongkai.build.cache.SharedParts;
import org.gongkai.build.live.PartialSite;
import org.gongkai.build.read.SiteSource;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.FileTrees;
import org.gongkai.io.Lazy;
import org.gongkai.io.TemporaryFolder;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.output.ManifestReader;
import org.gongkai.problem.Problem;
import org.gongkai.publish.InvalidRequest;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/**
 * Prints pages of a site into one PDF.
 *
 * @param version version of the program
 * @param clock determines the day of a request that names none
 * @param shared what all builds of this process share
 * @param progress receives the progress of the build and of printing
 * @param browser the program of the browser
 */
public record SitePrinter(String version, Clock clock, SharedParts shared, Progress progress, Path browser) {

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
            Path folder = Files.createDirectory(temporary.path().resolve("site"));
            if (from.isJBake()) {
                return print(built(request, from, folder), typed, temporary.path(), target);
            }
            try (PartialSite site = PartialSite.open(request, version, clock, shared, folder)) {
                return print(partial(request, site), typed, temporary.path(), target);
            }
        } finally {
            delete(temporary);
        }
    }

    /**
     * A site whose pages can be printed.
     *
     * @param problems the problems found so far
     * @param wanted finds its pages; called if there are no errors
     * @param day the day of the site
     * @param pages makes a page and all that it shows
     */
    private record PrintableSite(
            Supplier<List<Problem>> problems, Lazy<WantedPages> wanted, Lazy<LocalDate> day, Pages pages) {}

    /** Makes pages. */
    private interface Pages {

        /** Returns where a page is; empty if there is none. */
        Optional<Path> make(String address) throws IOException;
    }

    /** A JBake project, whose pages cannot be made one by one. */
    private PrintableSite built(BuildRequest request, SiteSource from, Path folder) throws IOException {
        BuildResult built = new Build(version, clock, progress, shared).run(request.into(folder), from);
        Lazy<Manifest> manifest = new Lazy<>(() -> manifest(folder));
        return new PrintableSite(
                built::problems,
                new Lazy<>(() -> new WantedPages(request.source(), "", pages(manifest.get()), Map.of())),
                new Lazy<>(() -> LocalDate.parse(manifest.get().asOf())),
                address -> Optional.of(folder.resolve(address)));
    }

    private static PrintableSite partial(BuildRequest request, PartialSite from) {
        Site site = from.site();
        return new PrintableSite(
                from::problems,
                new Lazy<>(() -> new WantedPages(
                        request.source(),
                        site.config().baseUrl(),
                        from.addressesOfPages(),
                        site.items().stream()
                                .collect(Collectors.toMap(item -> item.entry().path(), Item::address)))),
                new Lazy<>(site::asOf),
                address -> {
                    Optional<Path> page = from.file(address);
                    if (page.isPresent()) {
                        from.withReferences(PrintablePage.references(address, Files.readAllBytes(page.get())));
                    }
                    return page;
                });
    }

    private Result print(PrintableSite site, List<String> typed, Path work, Path target)
            throws IOException, BrowserFailure {
        if (hasErrors(site)) {
            return new Result(List.of(), 0, site.problems().get());
        }
        Map<String, Path> pages = new LinkedHashMap<>();
        for (String address : site.wanted().get().find(typed)) {
            site.pages().make(address).ifPresent(page -> pages.put(address, page));
        }
        if (hasErrors(site)) {
            return new Result(List.of(), 0, site.problems().get());
        }
        int sheets = print(pages.values(), site.day().get(), work, target);
        return new Result(List.copyOf(pages.keySet()), sheets, site.problems().get());
    }

    private static boolean hasErrors(PrintableSite site) {
        return site.problems().get().stream().anyMatch(Problem::isError);
    }

    private int print(Collection<Path> pages, LocalDate day, Path work, Path target)
            throws IOException, BrowserFailure {
        Chromium chromium = new Chromium(
                browser,
                Files.createDirectory(work.resolve("profile")),
                System.getProperty("user.name").equals("root"));
        List<Path> printed = new ArrayList<>();
        String title = "";
        for (Path page : pages) {
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
                FileTrees.delete(work.path());
                break;
            } catch (IOException e) {
                try {
                    Thread.sleep(200);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
        }
        work.close();
    }
}
