package org.gongkai.publish.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.FileTrees;
import org.gongkai.io.TemporaryFolder;
import org.gongkai.pipeline.Build.Progress;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.cache.SharedParts;
import org.gongkai.pipeline.live.PartialSite;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;
import org.gongkai.publish.InvalidRequest;
import org.gongkai.publish.print.ChromiumFinder.BrowserFailure;
import org.jsoup.nodes.Document;

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
     * @param wanted what is to be printed
     * @param target the file to write; an existing one is replaced
     * @throws InvalidRequest if something that is wanted is not in the site, or it is a JBake project
     * @throws BrowserFailure if the browser does not print
     * @throws IOException if a file cannot be read or written
     */
    public Result print(BuildRequest request, SiteSource from, PrintRequest wanted, Path target)
            throws IOException, BrowserFailure {
        if (from.isJBake()) {
            throw new InvalidRequest("JBake 项目的网页不能打印成 PDF，请用浏览器打开生成的网页打印");
        }
        TemporaryFolder temporary = TemporaryFolder.create();
        try {
            Path folder = Files.createDirectory(temporary.path().resolve("site"));
            try (PartialSite site = PartialSite.open(request, version, clock, shared, folder)) {
                return print(new PrintableSite(request.source(), site), folder, wanted, temporary, target);
            }
        } finally {
            delete(temporary);
        }
    }

    private Result print(PrintableSite site, Path folder, PrintRequest wanted, TemporaryFolder temporary, Path target)
            throws IOException, BrowserFailure {
        if (site.hasErrors()) {
            return new Result(List.of(), 0, site.problems());
        }
        Chromium chromium = new Chromium(
                browser,
                Files.createDirectory(temporary.path().resolve("profile")),
                System.getProperty("user.name").equals("root"));
        PrintJob job = new PrintJob(
                site, folder, chromium, Files.createDirectory(temporary.path().resolve("printed")), progress);
        PrintJob.Pages pages = job.pages(wanted);
        if (site.hasErrors()) {
            return new Result(List.of(), 0, site.problems());
        }
        String title = pages.byFile().values().stream()
                .findFirst()
                .map(Document::title)
                .orElse("");
        int sheets = join(job.print(pages), title, target);
        return new Result(pages.addresses(), sheets, site.problems());
    }

    /** In a folder of its own beside the target, on the same disk, so that the file gets the usual permissions. */
    private static int join(List<Path> printed, String title, Path target) throws IOException {
        Path folder = Files.createTempDirectory(target.getParent(), ".gongkai-");
        try {
            return AtomicFile.put(
                    target, folder.resolve("print.pdf"), file -> PrintedSheets.join(printed, title, file));
        } finally {
            FileTrees.delete(folder);
        }
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

    /** What is to be printed. */
    public sealed interface PrintRequest {

        /**
         * Some pages, one after the other, each with its own sheet numbers.
         *
         * @param typed addresses of pages, and sources of entries
         * @param asPages whether entries are printed as a reader's browser prints their pages, with their address and its QR
         *     code; otherwise as papers to be signed
         */
        record Pages(List<String> typed, boolean asPages) implements PrintRequest {
            public Pages {
                typed = List.copyOf(typed);
            }
        }

        /**
         * All entries of a year as one volume with a table of contents.
         *
         * @param column the name of the column; empty for all
         */
        record Volume(int year, Optional<String> column) implements PrintRequest {}
    }
}
