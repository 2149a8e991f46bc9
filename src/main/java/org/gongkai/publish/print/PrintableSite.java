package org.gongkai.publish.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.pipeline.live.PartialSite;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/**
 * A site that makes the pages that are printed and no others.
 *
 * @param root the root of its source
 * @param from its pages and files
 */
record PrintableSite(Path root, PartialSite from) {

    /** The problems found so far. */
    List<Problem> problems() {
        return from.problems();
    }

    boolean hasErrors() {
        return problems().stream().anyMatch(Problem::isError);
    }

    /** Finds its pages; called if there are no errors. */
    WantedPages wanted() throws IOException {
        return new WantedPages(
                root,
                site().config().baseUrl(),
                from.addressesOfPages(),
                site().items().stream()
                        .collect(Collectors.toMap(item -> item.entry().path(), Item::address)));
    }

    /** Its entries by their addresses. */
    Map<String, Item> entries() {
        return site().items().stream().collect(Collectors.toMap(Item::address, item -> item));
    }

    /** Its entries in their places. */
    Site site() {
        return from.site();
    }

    /** The day of the site. */
    LocalDate day() {
        return site().asOf();
    }

    /** Makes a page and all that it shows, and returns where it is; empty if there is none. */
    Optional<Path> page(String address) throws IOException {
        return withReferences(address, from.file(address));
    }

    /** Makes an entry as a paper to be signed in the place of its page, as {@link #page}. */
    Optional<Path> paper(Item item) throws IOException {
        return withReferences(item.address(), from.paper(item));
    }

    private Optional<Path> withReferences(String address, Optional<Path> page) throws IOException {
        if (page.isPresent()) {
            from.withReferences(PrintablePage.references(address, Files.readAllBytes(page.get())));
        }
        return page;
    }
}
