package org.gongkai.pipeline.live;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.function.IOSupplier;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.output.DryRunOutput;
import org.gongkai.output.Output;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.live.SiteSnapshot.LiveFile;
import org.gongkai.problem.Problem;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.SiteFile;
import org.gongkai.site.address.AddressPaths;

/**
 * Some pages and files of a site, written into a folder when they are asked for, without the others. They are searched
 * for what the audience may not see, as those of a build are.
 *
 * <pre>{@code
 * try (PartialSite site = PartialSite.open(request, "1.0", clock, shared, folder)) {
 *     Optional<Path> page = site.file("notices/2024/a.html");
 *     List<Problem> problems = site.problems();
 * }
 * }</pre>
 */
public final class PartialSite implements AutoCloseable {

    /** What a style sheet refers to. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?:url\\(\\s*|@import\\s+)(?:\"([^\"]*)\"|'([^']*)'|([^\"'()\\s;]+))");

    private final PreviewReader reader;
    private final SiteSnapshot snapshot;
    private final Path folder;
    private final Output output;
    private final Set<String> made = new HashSet<>();

    private PartialSite(PreviewReader reader, SiteSnapshot snapshot, Path folder) throws IOException {
        this.reader = reader;
        this.snapshot = snapshot;
        this.folder = folder;
        this.output = snapshot.build().searched(new DryRunOutput(Optional.of(folder), Optional.empty()));
    }

    /**
     * Reads a site that is no JBake project.
     *
     * @param request says which site, revision, audience and day; its output is not used
     * @param version version of the program
     * @param clock determines the day of a request that names none
     * @param shared what all builds of this process share
     * @param folder an existing folder for the files
     * @throws IOException if a file cannot be read
     */
    public static PartialSite open(BuildRequest request, String version, Clock clock, SharedParts shared, Path folder)
            throws IOException {
        PreviewReader reader = PreviewReader.open(request, version, clock, shared);
        try {
            return new PartialSite(reader, reader.read(), folder);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** The entries in their places. */
    public Site site() {
        return snapshot.site();
    }

    /**
     * Makes the page or file of an address.
     *
     * @return where it is; empty if the site has none, or if a template is broken, which is then among the problems
     */
    public Optional<Path> file(String address) throws IOException {
        if (!made.contains(address)) {
            Optional<LiveFile> file = made(() -> snapshot.file(address));
            if (file.isEmpty()) {
                return Optional.empty();
            }
            write(address, file.get().bytes());
            made.add(address);
        }
        return Optional.of(folder.resolve(address));
    }

    /**
     * Makes an entry as a paper to be signed, in the place of its page.
     *
     * @return where it is; empty if a template is broken, which is then among the problems
     */
    public Optional<Path> paper(Item item) throws IOException {
        Optional<LiveFile> paper = made(() -> {
            snapshot.files().facts(item);
            return Optional.of(new LiveFile(snapshot.files().entries().paper(item), Optional.of(item)));
        });
        if (paper.isEmpty()) {
            return Optional.empty();
        }
        write(item.address(), paper.get().bytes());
        return Optional.of(folder.resolve(item.address()));
    }

    private Optional<LiveFile> made(IOSupplier<Optional<LiveFile>> maker) throws IOException {
        try {
            return maker.get();
        } catch (PageRenderer.BrokenTemplate e) {
            snapshot.context().problems().accept(e.problem());
            return Optional.empty();
        }
    }

    private void write(String address, byte[] bytes) throws IOException {
        if (address.endsWith(".html")) {
            output.write(address, bytes);
        } else {
            output.copy(address, new ByteArrayInputStream(bytes));
        }
        Path file = folder.resolve(address);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** The addresses of the files that an entry names, and of the copies of its pictures, sorted. */
    public List<String> filesOf(Item item) {
        return snapshot.files().named(item).stream()
                .map(SiteFile::address)
                .sorted()
                .distinct()
                .toList();
    }

    /** The addresses of all pages that the site may have, found without making any. */
    public Set<String> addressesOfPages() {
        return snapshot.files().addressesOfPages();
    }

    /** The commit that the files of the site are identical to, if there is one. */
    public Optional<String> commit() {
        return snapshot.placed().content().history().commit();
    }

    /** The kinds of its entries. */
    public Kinds kinds() {
        return snapshot.placed().content().settings().kinds();
    }

    /** The name of the audience. */
    public String audience() {
        return snapshot.placed().audience().name();
    }

    /**
     * Makes some files and those that the style sheets among them refer to, directly or through other sheets.
     *
     * @return the addresses of all that the site has
     */
    public Set<String> withReferences(Collection<String> wanted) throws IOException {
        Set<String> all = new TreeSet<>();
        Deque<String> left = new ArrayDeque<>(wanted);
        while (!left.isEmpty()) {
            String address = left.pop();
            Optional<Path> file = all.contains(address) ? Optional.empty() : file(address);
            if (file.isPresent()) {
                all.add(address);
                left.addAll(references(address, file.get()));
            }
        }
        return all;
    }

    private static Set<String> references(String address, Path file) throws IOException {
        Set<String> found = new TreeSet<>();
        if (address.toLowerCase(Locale.ROOT).endsWith(".css")) {
            // Whatever the encoding of the sheet, references are ASCII, or cannot be followed.
            Matcher reference = REFERENCE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            while (reference.find()) {
                String typed = reference.group(1) != null
                        ? reference.group(1)
                        : reference.group(2) != null ? reference.group(2) : reference.group(3);
                AddressPaths.target(address, typed).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The problems of headers and settings, and of the pages that were made; leaks in these are among them. */
    public List<Problem> problems() {
        if (!snapshot.context().problems().failed()) {
            snapshot.build().reportLeaks(output, snapshot.files().facts().values());
        }
        return snapshot.problems();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
