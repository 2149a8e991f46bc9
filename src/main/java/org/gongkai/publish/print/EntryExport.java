package org.gongkai.publish.print;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.io.function.IOBiFunction;
import org.apache.commons.io.function.Uncheck;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.TemporaryFolder;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.live.PartialSite;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;
import org.gongkai.publish.InvalidRequest;
import org.gongkai.publish.print.word.WordFile;
import org.gongkai.site.Item;
import org.jsoup.nodes.Document;

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
    public record Result(List<Problem> problems, int missing) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

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
                        picture -> PartialSite.target(item.address(), picture)
                                .flatMap(shown -> read(temporary.path().resolve(shown))));
            }
            return new Result(printable.problems(), missing);
        }
    }

    private static Optional<byte[]> read(Path file) {
        return Uncheck.get(() -> Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty());
    }
}
