package org.gongkai.publish.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.output.ManifestReader;
import org.gongkai.pipeline.BuildResult;
import org.gongkai.pipeline.live.PartialSite;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/** A site whose pages can be printed. */
interface PrintableSite {

    /** The problems found so far. */
    List<Problem> problems();

    /** Finds its pages; called if there are no errors. */
    WantedPages wanted() throws IOException;

    /** The day of the site. */
    LocalDate day() throws IOException;

    /** Its entries in their places; empty if it is a JBake project. */
    Optional<Site> site();

    /** Makes a page and all that it shows, and returns where it is; empty if there is none. */
    Optional<Path> page(String address) throws IOException;

    /** Makes an entry as a paper to be signed in the place of its page, as {@link #page}. */
    Optional<Path> paper(Item item) throws IOException;

    /** A site that makes the pages that are printed and no others. */
    record InParts(Path root, PartialSite from) implements PrintableSite {

        @Override
        public List<Problem> problems() {
            return from.problems();
        }

        @Override
        public WantedPages wanted() throws IOException {
            return new WantedPages(
                    root,
                    from.site().config().baseUrl(),
                    from.addressesOfPages(),
                    from.site().items().stream()
                            .collect(Collectors.toMap(item -> item.entry().path(), Item::address)));
        }

        @Override
        public LocalDate day() {
            return from.site().asOf();
        }

        @Override
        public Optional<Site> site() {
            return Optional.of(from.site());
        }

        @Override
        public Optional<Path> page(String address) throws IOException {
            return withReferences(address, from.file(address));
        }

        @Override
        public Optional<Path> paper(Item item) throws IOException {
            return withReferences(item.address(), from.paper(item));
        }

        private Optional<Path> withReferences(String address, Optional<Path> page) throws IOException {
            if (page.isPresent()) {
                from.withReferences(PrintablePage.references(address, Files.readAllBytes(page.get())));
            }
            return page;
        }
    }

    /** A JBake project, whose pages cannot be made one by one. */
    record Built(Path root, BuildResult built, Path folder) implements PrintableSite {

        @Override
        public List<Problem> problems() {
            return built.problems();
        }

        @Override
        public WantedPages wanted() throws IOException {
            Set<String> pages = manifest().files().stream()
                    .map(OutputFile::path)
                    .filter(path -> path.endsWith(".html"))
                    .collect(Collectors.toSet());
            return new WantedPages(root, "", pages, Map.of());
        }

        @Override
        public LocalDate day() throws IOException {
            return LocalDate.parse(manifest().asOf());
        }

        @Override
        public Optional<Site> site() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> page(String address) {
            return Optional.of(folder.resolve(address));
        }

        @Override
        public Optional<Path> paper(Item item) {
            throw new IllegalStateException("a JBake project has no entries of ours");
        }

        private Manifest manifest() throws IOException {
            Path file = folder.resolve(Manifest.OTHER_NAME);
            return ManifestReader.read(Files.readString(Files.exists(file) ? file : folder.resolve(Manifest.NAME)))
                    .orElseThrow(() -> new IllegalStateException("a build writes a valid manifest"));
        }
    }
}
