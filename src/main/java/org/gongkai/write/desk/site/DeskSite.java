package org.gongkai.write.desk.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.build.BuildRequest;
import org.gongkai.build.PreviousPublication;
import org.gongkai.build.RegisterQuery;
import org.gongkai.build.listing.EntryListQuery;
import org.gongkai.build.live.LiveFile;
import org.gongkai.build.live.PreviewReader;
import org.gongkai.build.live.SiteSnapshot;
import org.gongkai.build.read.SiteHeaders;
import org.gongkai.build.read.SiteSource;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.SourceFile;
import org.gongkai.problem.Problem;
import org.gongkai.register.DueList;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.SiteBuilder;
import org.gongkai.write.form.EntryDefaults;
import org.gongkai.write.form.EntryForm;
import org.gongkai.write.form.EntryForms;

/**
 * Reads the site of the desk. What was read is reused until {@link #changed} is called. Safe for use by multiple
 * threads.
 */
public final class DeskSite implements AutoCloseable {

    private final Path root;
    private final Clock clock;
    private final PreviewReader reader;
    private final PreviewReader special;
    private final Retained<SiteSnapshot> snapshot;
    private final Retained<SiteSnapshot> specialSnapshot;
    private final Retained<SiteHeaders> headers;

    private DeskSite(Path root, Clock clock, PreviewReader reader, PreviewReader special) {
        this.root = root;
        this.clock = clock;
        this.reader = reader;
        this.special = special;
        this.snapshot = new Retained<>(reader::read);
        this.specialSnapshot = new Retained<>(special::read);
        this.headers = new Retained<>(() -> SiteHeaders.of(root, clock));
    }

    /**
     * Opens a site that is no JBake project.
     *
     * @param version version of the program
     * @throws IOException if it cannot be read
     */
    public static DeskSite open(Path root, String version, Clock clock) throws IOException {
        PreviewReader reader = PreviewReader.open(request(root, Optional.empty()), version, clock);
        try {
            return new DeskSite(
                    root,
                    clock,
                    reader,
                    PreviewReader.open(request(root, Optional.of(SiteBuilder.SPECIAL)), version, clock));
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static BuildRequest request(Path root, Optional<String> audience) {
        return new BuildRequest(
                root,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                audience,
                true,
                BuildRequest.Reuse.ALL,
                PreviousPublication.NONE,
                Runtime.getRuntime().availableProcessors());
    }

    /** Files of the source have changed. */
    public void changed() {
        snapshot.drop();
        specialSnapshot.drop();
        headers.drop();
    }

    /** Reads what most requests need. */
    public void prepare() throws IOException {
        headers.get();
        snapshot.get();
    }

    /** The settings and headers of the site. */
    public SiteHeaders headers() throws IOException {
        return headers.get();
    }

    /** The current day in the site's time zone. */
    public LocalDate today() throws IOException {
        return headers.get().today();
    }

    /** Converts and checks the text of an entry as if it were saved. */
    public SeenEntry see(String path, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        SiteSnapshot site = reader.with(snapshot.get(), path, bytes);
        Optional<Item> item = Optional.ofNullable(site.items().get(path));
        if (item.isPresent() && site.site().hiddenReasons().get(path) == Site.HiddenReason.OTHER_AUDIENCE) {
            site = special.with(specialSnapshot.get(), path, bytes);
            item = Optional.ofNullable(site.items().get(path));
        }
        Optional<SeenEntry.SeenPage> page = Optional.empty();
        if (item.isPresent()) {
            String address = item.get().address();
            page = site.file(address)
                    .map(file -> new SeenEntry.SeenPage(address, new String(file.bytes(), StandardCharsets.UTF_8)));
        }
        List<Problem> problems = site.problems().stream()
                .filter(problem -> problem.path().equals(path))
                .toList();
        LocalDate today = today();
        return new SeenEntry(
                item.map(found -> found.entry().title()).orElse(""),
                item.map(found -> state(found.entry(), today)).orElse(""),
                page,
                problems);
    }

    private static String state(Entry entry, LocalDate today) {
        return switch (entry.publication().status()) {
            case DRAFT -> "草稿";
            case WITHDRAWN -> "已撤回";
            case PUBLISHED ->
                entry.dates().published().toLocalDate().isAfter(today)
                        ? entry.dates().published().toLocalDate() + " 起公开"
                        : "已发布";
        };
    }

    /** The form of a text; empty if its header cannot be read. */
    public Optional<EntryForm> form(String path, String text) throws IOException {
        SiteHeaders site = headers();
        return new EntryForms(new YamlReader(), site.kinds(), defaults()).of(SourceFile.ending(path), text);
    }

    /** What new entries take over. */
    public EntryDefaults defaults() throws IOException {
        SiteHeaders site = headers();
        return new EntryDefaults(site.config(), site.entries());
    }

    /** The entries by state, with the problems in their headers and texts. */
    public EntryListQuery.Result entries() throws IOException {
        try (SiteSource source = SiteSource.open(root, Optional.empty())) {
            return new EntryListQuery(clock).run(request(root, Optional.empty()), source);
        }
    }

    /** What is due; empty if errors in the source keep registers from being computed. */
    public Optional<List<DueList.Item>> due() throws IOException {
        try (SiteSource source = SiteSource.open(root, Optional.empty())) {
            RegisterQuery.Result result = new RegisterQuery(clock).run(published(), source);
            return result.errors().isEmpty()
                    ? Optional.of(DueList.of(result.site(), result.registers()).items())
                    : Optional.empty();
        }
    }

    private BuildRequest published() {
        BuildRequest all = request(root, Optional.empty());
        return new BuildRequest(
                all.source(),
                all.revision(),
                all.output(),
                all.asOf(),
                all.audience(),
                false,
                all.reuse(),
                all.previous(),
                all.jobs());
    }

    /** All problems that a build reports. */
    public List<Problem> problems() throws IOException {
        SiteSnapshot site = snapshot.get();
        reader.check(site);
        return site.problems();
    }

    /** The paths of entries whose title or text holds a phrase, whatever its case. */
    public List<String> search(String phrase) throws IOException {
        String wanted = phrase.strip().toUpperCase(Locale.ROOT);
        SiteSnapshot site = snapshot.get();
        List<String> found = new ArrayList<>();
        for (String path : site.items().keySet()) {
            String text = site.source(path)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse("");
            if (text.toUpperCase(Locale.ROOT).contains(wanted)) {
                found.add(path);
            }
        }
        return found.stream().sorted().toList();
    }

    /** A page or file of the site as it was last read; of the site for 特定对象 if the usual one has none. */
    public Optional<byte[]> file(String address) throws IOException {
        Optional<LiveFile> file = snapshot.get().file(address);
        return (file.isPresent() ? file : specialSnapshot.get().file(address)).map(LiveFile::bytes);
    }

    @Override
    public void close() throws IOException {
        try (special) {
            reader.close();
        }
    }
}
