package org.gongkai.publish.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.pipeline.Build.Progress;
import org.gongkai.problem.Nearest;
import org.gongkai.publish.InvalidRequest;
import org.gongkai.publish.print.ChromiumFinder.BrowserFailure;
import org.gongkai.publish.print.SitePrinter.PrintRequest;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.Site.Column;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

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

    private static final String VOLUME = "volume.html";

    /** The space above the imprint of a paper whose last sheet is full, less what is below its last line, in mm. */
    private static final int LINE = 6;

    /**
     * Pages that are ready to be laid out, in their order.
     *
     * @param byFile the pages by the files that they replace, where their relative links lead to style sheets and pictures
     * @param addresses the addresses of what is printed
     */
    record Pages(Map<Path, Document> byFile, List<String> addresses) {}

    /** Makes what a request wants; less if there are errors. */
    Pages pages(PrintRequest request) throws IOException {
        return request instanceof PrintRequest.Volume volume ? volume(volume) : pages((PrintRequest.Pages) request);
    }

    private Pages pages(PrintRequest.Pages request) throws IOException {
        Map<String, Item> entries = request.asPages() ? Map.of() : site.entries();
        Map<Path, Document> pages = new LinkedHashMap<>();
        List<String> addresses = site.wanted().find(request.typed());
        for (String address : addresses) {
            Item entry = entries.get(address);
            Optional<Path> made = entry == null ? site.page(address) : site.paper(entry);
            if (made.isPresent()) {
                byte[] page = Files.readAllBytes(made.get());
                pages.put(made.get(), entry == null ? PrintablePage.parse(page) : OfficialPaper.arranged(page));
            }
        }
        return new Pages(pages, addresses);
    }

    private Pages volume(PrintRequest.Volume request) throws IOException {
        List<Column> columns = columns(site.site(), request);
        Volume volume = new Volume(
                request.column().orElse(site.site().config().name()) + request.year() + "年汇编", columns.size() > 1);
        List<String> addresses = new ArrayList<>();
        for (Column column : columns) {
            for (Item item : ofYear(column, request.year())) {
                Optional<Path> made = site.paper(item);
                if (made.isPresent()) {
                    volume.add(column.name(), item.address(), OfficialPaper.arranged(Files.readAllBytes(made.get())));
                    addresses.add(item.address());
                }
            }
        }
        return new Pages(addresses.isEmpty() ? Map.of() : Map.of(folder.resolve(VOLUME), volume.document()), addresses);
    }

    private static List<Column> columns(Site site, PrintRequest.Volume request) {
        List<String> names = site.columns().stream().map(Column::name).toList();
        request.column().filter(name -> !names.contains(name)).ifPresent(name -> {
            throw new InvalidRequest("站点里没有这个栏目：" + name
                    + Nearest.of(name, names)
                            .map(near -> "；您是不是要写“" + near + "”")
                            .orElse("；有" + String.join("、", names)));
        });
        List<Column> columns = site.columns().stream()
                .filter(column ->
                        request.column().isEmpty() || request.column().get().equals(column.name()))
                .filter(column -> !ofYear(column, request.year()).isEmpty())
                .toList();
        if (columns.isEmpty()) {
            throw new InvalidRequest("没有" + request.year() + "年的文章"
                    + request.column().map(name -> "：" + name).orElse(""));
        }
        return columns;
    }

    /** The entries of a column and year, oldest first, as a volume is read. */
    private static List<Item> ofYear(Column column, int year) {
        List<Item> items = new ArrayList<>(column.items().stream()
                .filter(item -> item.entry().years().contains(year))
                .toList());
        Collections.reverse(items);
        return items;
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
        if (imprint != null && Volume.lines(page).isEmpty()) {
            imprint.attr("style", "margin-top: " + (LINE + PrintedSheets.spaceBelow(pdf)) + "mm");
            return layOut(file, page, day);
        }
        if (!Volume.lines(page).isEmpty()) {
            Volume.number(page, PrintedSheets.destinations(pdf));
            return layOut(file, page, day);
        }
        return pdf;
    }

    private Path layOut(Path file, Document page, LocalDate day) throws IOException, BrowserFailure {
        Files.write(file, PrintablePage.of(page, day));
        Path pdf = Files.createTempFile(work, "", ".pdf");
        Files.delete(pdf);
        chromium.print(file, pdf);
        return pdf;
    }
}
