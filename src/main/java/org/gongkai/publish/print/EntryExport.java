package org.gongkai.publish.print;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.io.function.IOBiFunction;
import org.apache.commons.io.function.Uncheck;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.FileTrees;
import org.gongkai.io.TemporaryFolder;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.live.PartialSite;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;
import org.gongkai.publish.InvalidRequest;
import org.gongkai.publish.print.word.WordFile;
import org.gongkai.site.Item;
import org.gongkai.site.address.AddressPaths;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Writes an entry for another program: as a Word file, or as a page to paste into the editor of another platform.
 *
 * @param version version of the program
 * @param clock determines the day of a request that names none
 * @param shared what all builds of this process share
 */
public record EntryExport(String version, Clock clock, SharedParts shared) {

    /**
     * The result.
     *
     * @param problems the problems of the site; if one of them is an error, nothing was written
     * @param missing how many pictures could not be taken over
     */
    public record Result(List<Problem> problems, int missing) {}

    /**
     * Writes an entry as a Word file; the file is complete, or it is not there.
     *
     * @param request names the source, the audience (the first one if it names none) and the day; without an output
     * @param from the source; the caller closes it
     * @param typed the source or the address of the entry
     * @param target the file to write; an existing one is replaced
     * @return what was written, or the problems because of which nothing was
     * @throws InvalidRequest if it is no entry of the site
     * @throws IOException if a file cannot be read or written
     */
    public Result word(BuildRequest request, SiteSource from, String typed, Path target) throws IOException {
        return write(
                request,
                from,
                typed,
                (paper, pictures) -> AtomicFile.put(target, AtomicFile.readableTemporary(target), file -> {
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                        return WordFile.write(paper, pictures, out);
                    }
                }));
    }

    /**
     * Writes an entry as a page with its styles at its elements, and its pictures beside it.
     *
     * @param folder the folder to make
     * @see #word
     */
    public Result web(BuildRequest request, SiteSource from, String typed, Path folder) throws IOException {
        return write(request, from, typed, (paper, pictures) -> StyledPage.write(paper, pictures, folder));
    }

    private Result write(
            BuildRequest request,
            SiteSource from,
            String typed,
            IOBiFunction<Document, Function<String, Optional<byte[]>>, Integer> writer)
            throws IOException {
        if (from.isJBake()) {
            throw new InvalidRequest("JBake 项目的网页不能这样导出");
        }
        try (TemporaryFolder temporary = TemporaryFolder.create();
                PartialSite site = PartialSite.open(request, version, clock, shared, temporary.path())) {
            PrintableSite printable = new PrintableSite(request.source(), site);
            if (printable.hasErrors()) {
                return new Result(printable.problems(), 0);
            }
            String address = printable.find(List.of(typed)).get(0);
            Item item = Optional.ofNullable(printable.entries().get(address))
                    .orElseThrow(() -> new InvalidRequest("只有条目能这样导出：" + typed));
            Optional<Path> paper = printable.paper(item);
            int missing = 0;
            if (paper.isPresent() && !printable.hasErrors()) {
                missing = writer.apply(
                        OfficialPaperArranger.arranged(Files.readAllBytes(paper.get())),
                        picture -> AddressPaths.target(item.address(), picture)
                                .flatMap(shown -> read(temporary.path().resolve(shown))));
            }
            return new Result(printable.problems(), missing);
        }
    }

    private static Optional<byte[]> read(Path file) {
        return Uncheck.get(() -> Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty());
    }

    /**
     * An entry as a page to paste into the editor of another platform, which drops style sheets and classes: each
     * element carries its own style. The title, which such editors ask for apart, is that of the page alone.
     */
    private static final class StyledPage {

        private static final String NAME = "index.html";

        /** What the paper has for its sheets only. */
        private static final String OF_SHEETS = ".letterhead, h1, .imprint, script, style, .footnote-backref";

        /** The styles of elements, the more special ones last. */
        private static final List<String[]> STYLES = List.<String[]>of(
                style("p, dl", "margin: 0 0 1em; line-height: 1.8; font-size: 16px; text-indent: 2em;"),
                style(
                        "h2, h3, h4, h5, h6",
                        "margin: 1.2em 0 .6em; line-height: 1.5; font-size: 17px; font-weight: bold;"),
                style("ul, ol", "margin: 0 0 1em; padding-left: 2em; line-height: 1.8; font-size: 16px;"),
                style("blockquote", "margin: 0 0 1em; padding-left: 1em; border-left: 3px solid #c8161d;"),
                style(
                        "table",
                        "margin: 0 0 1em; width: 100%; border-collapse: collapse; font-size: 14px; line-height: 1.6;"),
                style("th, td", "padding: 4px 6px; border: 1px solid #999; text-align: left;"),
                style("th", "background: #f4f4f4; font-weight: bold;"),
                style("dt, dd", "display: inline; margin: 0;"),
                style("td p, th p, li p, blockquote p", "margin: 0; text-indent: 0; font-size: inherit;"),
                style("img", "display: block; margin: 0 auto; max-width: 100%; height: auto;"),
                style("figcaption, caption", "text-align: center; text-indent: 0; font-size: 14px; color: #666;"),
                style(".num, .halign-right", "text-align: right;"),
                style(".seq, .halign-center", "text-align: center;"),
                style(".recipients, .annex-label", "text-indent: 0;"),
                style(".annex-title", "text-align: center;"),
                style(".signature p", "text-align: right; text-indent: 0;"));

        private StyledPage() {}

        private static String[] style(String elements, String style) {
            return new String[] {elements, style};
        }

        /**
         * Writes a page and its pictures; the folder is complete, or it is not there.
         *
         * @param paper the entry as a paper, which is changed
         * @param pictures returns the bytes of a picture, by its reference
         * @param folder is made, or empty
         * @return how many pictures are not there, whose descriptions stand in their places
         */
        static int write(Document paper, Function<String, Optional<byte[]>> pictures, Path folder) throws IOException {
            Element article = paper.selectFirst("article");
            article.select(OF_SHEETS).remove();
            article.select("no-break, wbr").unwrap();
            article.select("dt").append("：");
            article.select("a:not([href~=^https?://])").unwrap();
            Path made = folder.resolveSibling("." + folder.getFileName() + ".new");
            FileTrees.delete(made);
            Files.createDirectory(made);
            try {
                int missing = pictures(article.select("img"), pictures, made);
                STYLES.forEach(
                        style -> article.select(style[0]).forEach(it -> it.attr("style", it.attr("style") + style[1])));
                article.getAllElements().forEach(StyledPage::keepOnlyStyles);
                String page = "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head><meta charset=\"UTF-8\"><title>"
                        + Document.createShell("")
                                .appendElement("title")
                                .text(paper.title())
                                .html()
                        + "</title></head>\n<body>\n" + article.html() + "\n</body>\n</html>\n";
                Files.writeString(made.resolve(NAME), page, StandardCharsets.UTF_8);
                Files.deleteIfExists(folder);
                Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
                return missing;
            } finally {
                FileTrees.delete(made);
            }
        }

        private static int pictures(Elements images, Function<String, Optional<byte[]>> pictures, Path folder)
                throws IOException {
            int missing = 0;
            for (int i = 0; i < images.size(); i++) {
                Element image = images.get(i);
                Optional<byte[]> bytes = pictures.apply(image.attr("src"));
                if (bytes.isPresent()) {
                    String name = "图" + (i + 1) + image.attr("src").replaceFirst("^.*(?=\\.[A-Za-z0-9]+$)", "");
                    Files.write(folder.resolve(name), bytes.get());
                    image.attr("src", name);
                } else {
                    image.replaceWith(new Element("span").text("（图：" + image.attr("alt") + "）"));
                    missing++;
                }
            }
            return missing;
        }

        private static void keepOnlyStyles(Element element) {
            element.attributes().asList().stream()
                    .map(attribute -> attribute.getKey())
                    .filter(name -> !List.of("style", "src", "alt", "href", "colspan", "rowspan", "start")
                            .contains(name))
                    .toList()
                    .forEach(element::removeAttr);
        }
    }
}
