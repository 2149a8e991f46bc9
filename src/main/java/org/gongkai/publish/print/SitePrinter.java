package org.gongkai.publish.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.TemporaryFolder;
import org.gongkai.pipeline.Build.Progress;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.live.PartialSite;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;
import org.gongkai.publish.InvalidRequest;
import org.gongkai.publish.print.ChromiumFinder.BrowserFailure;
import org.gongkai.publish.print.ChromiumFinder.Chromium;
import org.gongkai.publish.print.SitePrinter.PrintRequest;
import org.gongkai.publish.print.ofd.OfdDocument;
import org.gongkai.site.Item;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Prints pages of a site into one PDF, or one OFD document.
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
    public record Result(List<String> pages, int sheets, List<Problem> problems) {}

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
        try (TemporaryFolder temporary = TemporaryFolder.create()) {
            Path folder = Files.createDirectory(temporary.path().resolve("site"));
            try (PartialSite site = PartialSite.open(request, version, clock, shared, folder)) {
                return print(new PrintableSite(request.source(), site), folder, wanted, temporary, target);
            }
        }
    }

    private Result print(PrintableSite site, Path folder, PrintRequest wanted, TemporaryFolder temporary, Path target)
            throws IOException, BrowserFailure {
        if (site.hasErrors()) {
            return new Result(List.of(), 0, site.problems());
        }
        Chromium chromium = chromium(browser, temporary);
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
        List<Path> printed = job.print(pages);
        int sheets = AtomicFile.put(target, AtomicFile.readableTemporary(target), file -> {
            Path pdf = wanted.ofd() ? temporary.path().resolve("joined.pdf") : file;
            int joined = PrintedSheets.join(printed, title, pdf);
            if (wanted.ofd()) {
                OfdDocument.write(pdf, title, site.day(), file);
            }
            return joined;
        });
        return new Result(pages.addresses(), sheets, site.problems());
    }

    private static Chromium chromium(Path browser, TemporaryFolder temporary) throws IOException {
        return new Chromium(
                browser,
                Files.createDirectory(temporary.path().resolve("profile")),
                System.getProperty("user.name").equals("root"));
    }

    /**
     * Returns the PDF of a page that needs no other file. Its links should lead out of this machine or be absent: the
     * browser writes where relative ones lead from its temporary file.
     *
     * @param day the day of printing
     * @throws BrowserFailure if the browser does not print
     */
    public static byte[] print(Path browser, Document page, LocalDate day) throws IOException, BrowserFailure {
        try (TemporaryFolder temporary = TemporaryFolder.create()) {
            Path file = Files.write(temporary.path().resolve("page.html"), PrintableSite.printable(page, day));
            Path printed = temporary.path().resolve("printed.pdf");
            chromium(browser, temporary).print(file, printed);
            Path joined = temporary.path().resolve("joined.pdf");
            PrintedSheets.join(List.of(printed), page.title(), joined);
            return Files.readAllBytes(joined);
        }
    }

    /**
     * What is to be printed: some pages, one after the other, each with its own sheet numbers.
     *
     * @param typed addresses of pages, and sources of entries
     * @param asPages whether entries are printed as a reader's browser prints their pages, with their address and its
     *     QR code; otherwise as papers to be signed
     * @param ofd whether the file is OFD and not a PDF
     */
    public record PrintRequest(List<String> typed, boolean asPages, boolean ofd) {}

    /**
     * Makes the pages of one request and lets the browser lay them out.
     *
     * @param site the site
     * @param folder the folder of its pages
     * @param chromium the browser
     * @param work a folder for what it prints
     * @param progress receives the progress of printing
     */
    record PrintJob(PrintableSite site, Path folder, Chromium chromium, Path work, Progress progress) {

        /** The space above the imprint of a paper whose last sheet is full, less what is below its last line, in mm. */
        private static final int LINE = 6;

        /**
         * Pages that are ready to be laid out, in their order.
         *
         * @param byFile the pages by the files that they replace, where their relative links lead to style sheets and
         *     pictures
         * @param addresses the addresses of what is printed
         */
        record Pages(Map<Path, Document> byFile, List<String> addresses) {}

        /** Makes what a request wants; less if there are errors. */
        Pages pages(PrintRequest request) throws IOException {
            Map<String, Item> entries = request.asPages() ? Map.of() : site.entries();
            Map<Path, Document> pages = new LinkedHashMap<>();
            List<String> addresses = site.find(request.typed());
            for (String address : addresses) {
                Item entry = entries.get(address);
                Optional<Path> made = entry == null ? site.page(address) : site.paper(entry);
                if (made.isPresent()) {
                    byte[] page = Files.readAllBytes(made.get());
                    pages.put(
                            made.get(),
                            entry == null ? PrintableSite.parse(page) : OfficialPaperArranger.arranged(page));
                }
            }
            return new Pages(pages, addresses);
        }

        /** Lets the browser print pages, and returns the files that it wrote. */
        List<Path> print(Pages pages) throws IOException, BrowserFailure {
            List<Path> printed = new ArrayList<>();
            for (Map.Entry<Path, Document> page : pages.byFile().entrySet()) {
                printed.add(print(page.getKey(), page.getValue(), site.day()));
                progress.advanced("打印", pages.byFile().size());
            }
            return printed;
        }

        /** What only the finished sheets tell is filled in, and they are printed again. */
        private Path print(Path file, Document page, LocalDate day) throws IOException, BrowserFailure {
            Path pdf = layOut(file, page, day);
            Element imprint = page.selectFirst("article > .imprint");
            if (imprint != null) {
                imprint.attr("style", "margin-top: " + (LINE + PrintedSheets.spaceBelow(pdf)) + "mm");
                return layOut(file, page, day);
            }
            return pdf;
        }

        private Path layOut(Path file, Document page, LocalDate day) throws IOException, BrowserFailure {
            Files.write(file, PrintableSite.printable(page, day));
            Path pdf = Files.createTempFile(work, "", ".pdf");
            Files.delete(pdf);
            chromium.print(file, pdf);
            return pdf;
        }
    }
}
