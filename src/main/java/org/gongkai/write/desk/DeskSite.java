package org.gongkai.write.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.function.IOFunction;
import org.apache.commons.io.function.Uncheck;
import org.gongkai.feature.register.RegisterQuery;
import org.gongkai.feature.register.model.DueList;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.source.OverlaidSource;
import org.gongkai.input.source.SharedSource;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Lazy;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.ProblemCollector;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.SiteQuery;
import org.gongkai.pipeline.live.PreviewReader;
import org.gongkai.pipeline.live.SiteSnapshot;
import org.gongkai.pipeline.live.SiteSnapshot.LiveFile;
import org.gongkai.pipeline.read.SiteHeaders;
import org.gongkai.pipeline.read.SiteSettingsReader;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.preview.LiveSite;
import org.gongkai.preview.LiveState;
import org.gongkai.problem.Problem;
import org.gongkai.write.EntryListing;
import org.gongkai.write.form.EntryForms;
import org.gongkai.write.form.EntryForms.EntryForm;
import org.gongkai.write.form.EntryPresets;

/**
 * Reads the site of the desk. What was read is reused until {@link #changed} is called. Safe for use by multiple
 * threads.
 */
public final class DeskSite implements AutoCloseable {

    private final BuildRequest request;
    private final Clock clock;
    private final SharedParts shared;
    private final Lazy<LiveSite> followed;
    private final PreviewReader special;
    private final Lazy<SiteSnapshot> specialSnapshot;

    private final Remembered<EntryListing> listing = new Remembered<>(this::entries);
    private final Remembered<List<DueList.Item>> duties = new Remembered<>(this::due);

    private DeskSite(BuildRequest request, String version, Clock clock, SharedParts shared, PreviewReader special) {
        this.request = request;
        this.clock = clock;
        this.shared = shared;
        this.special = special;
        this.specialSnapshot = new Lazy<>(special::read);
        this.followed = new Lazy<>(
                () -> LiveSite.open(request.drafts(true), version, clock, shared, state -> specialSnapshot.drop()));
    }

    /**
     * Opens a site that is no JBake project. It is read when something of it is first needed.
     *
     * @param version version of the program
     * @param shared what all builds of this process share
     * @throws IOException if its files cannot be listed
     */
    public static DeskSite open(BuildRequest request, String version, Clock clock, SharedParts shared)
            throws IOException {
        return new DeskSite(
                request,
                version,
                clock,
                shared,
                PreviewReader.open(
                        request.audience(Optional.of(SiteConfig.SPECIAL)).drafts(true), version, clock, shared));
    }

    /** Files of the source have changed, which need not wait until the change is noticed. */
    public void changed(String... paths) throws IOException {
        specialSnapshot.drop();
        followed.get().changed(List.of(paths));
    }

    /** Any files of the source may have changed. */
    public void changed() throws IOException {
        specialSnapshot.drop();
        followed.get().refresh();
    }

    /** The settings and headers of the site. */
    public SiteHeaders headers() throws IOException {
        return followed.get().state().snapshot().headers();
    }

    /** The current day in the site's time zone. */
    public LocalDate today() throws IOException {
        return headers().today();
    }

    /** A day with the time of the clock if it is the current day, else with midnight. */
    LocalDateTime moment(LocalDate day) throws IOException {
        return day.equals(today())
                ? day.atTime(LocalTime.now(clock.withZone(headers().config().zone())))
                : day.atStartOfDay();
    }

    /** Converts and checks the text of an entry as if it were saved. */
    LiveSite.Rendered see(String path, String text) throws IOException {
        LiveSite.Rendered rendered = followed.get().render(path, text);
        if (rendered.address().isPresent() && rendered.page().isEmpty()) {
            SiteSnapshot site = special.with(specialSnapshot.get(), path, text.getBytes(StandardCharsets.UTF_8));
            if (site.site().byPath().containsKey(path)) {
                Optional<byte[]> page = site.file(rendered.address().get()).map(LiveFile::bytes);
                return new LiveSite.Rendered(rendered.address(), page, site.problems(path));
            }
        }
        return rendered;
    }

    /** Writes the figures that an approved text counts into the text, as they are now. */
    public String withFigures(String path, String text) throws IOException {
        LiveSite live = followed.get();
        // What is signed counts all files as they are, also those whose changes have not been noticed yet.
        live.refresh();
        return live.withFigures(path, text);
    }

    /** The header of a text; empty if it cannot be read. */
    public Optional<Entry> entry(String path, String text) throws IOException {
        return new EntryReader(
                        new HeaderParser(shared.yaml()), headers().headerContext(), EntryReader.Strictness.STRICT)
                .read(new SourceFile(path, text.length()), text, problem -> {});
    }

    /** The form of a text; empty if its header cannot be read. */
    public Optional<EntryForm> form(String path, String text) throws IOException {
        SiteHeaders site = headers();
        return new EntryForms(shared.yaml(), site.kinds(), defaults()).of(SourceFile.ending(path), text);
    }

    /** What new entries take over. */
    public EntryPresets defaults() throws IOException {
        SiteHeaders site = headers();
        return new EntryPresets(site.config(), site.entries(), site.today());
    }

    /** The entries by state, with the problems in their headers and texts. */
    public EntryListing entries() throws IOException {
        return listing.get();
    }

    private EntryListing entries(SiteSource source) throws IOException {
        return EntryListing.of(new SiteQuery(clock, shared), request.drafts(true), source);
    }

    /** What is due, as far as entries can be read. */
    public List<DueList.Item> due() throws IOException {
        return duties.get();
    }

    private List<DueList.Item> due(SiteSource source) throws IOException {
        RegisterQuery.Result result = new RegisterQuery(clock, shared).run(request, source);
        return DueList.of(result.site(), result.registers()).items();
    }

    /** What is made of the source, until a file or what git says of it changes, or an hour and perhaps a day begins. */
    private final class Remembered<T> {

        private final IOFunction<SiteSource, T> making;
        private List<Object> state = List.of();
        private T value;

        Remembered(IOFunction<SiteSource, T> making) {
            this.making = making;
        }

        synchronized T get() throws IOException {
            try (SiteSource source = SiteSource.open(request)) {
                // What changes while it is made is seen by the next call.
                List<Object> now = List.of(
                        clock.instant().truncatedTo(ChronoUnit.HOURS),
                        source.tip(),
                        source.repository().isPresent()
                                ? source.repository().get().upstream()
                                : source.tip(),
                        files(request.source()),
                        source.shared().isPresent() ? files(source.shared().get()) : Map.of());
                if (!now.equals(state)) {
                    value = making.apply(source);
                    state = now;
                }
                return value;
            }
        }

        /** What tells the files of a folder from what they were before; equal to nothing if one of them goes away. */
        private Map<Path, Object> files(Path root) {
            Map<Path, Object> known = new HashMap<>();
            for (String name : SourceTree.FOLDERS) {
                Path folder = root.resolve(name);
                try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
                    files.forEach(file -> known.put(
                            file, Uncheck.get(() -> Files.readAttributes(file, "size,lastModifiedTime,fileKey"))));
                } catch (IOException | UncheckedIOException e) {
                    return Map.of(folder, new Object());
                }
            }
            return known;
        }
    }

    /** All problems that a build reports; those in the bodies of entries are found in the background. */
    public LiveState state() throws IOException {
        return followed.get().state();
    }

    /** Whether a file is one that several sites share; one of the site itself would take its place as a whole. */
    boolean isShared(String path) throws IOException {
        try (SiteSource source = SiteSource.open(request)) {
            return source.tree(SourceTree.FOLDERS) instanceof SharedSource files
                    && files.own().file(path).isEmpty()
                    && files.file(path).isPresent();
        }
    }

    /** The problems in a file of settings if it had another text. */
    List<Problem> settingProblems(String path, String text) throws IOException {
        ProblemCollector problems = new ProblemCollector();
        try (SiteSource source = SiteSource.open(request)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            new SiteSettingsReader(shared, clock, problems)
                    .read(new OverlaidSource(source.tree(SourceTree.FOLDERS), path, bytes), Optional.empty());
        }
        return problems.reported().stream()
                .filter(problem -> problem.path().equals(path))
                .toList();
    }

    /** The paths of entries whose title or text holds a phrase, whatever its case. */
    public List<String> search(String phrase) throws IOException {
        String wanted = phrase.strip().toUpperCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        for (Entry entry : headers().entries()) {
            Path file = SiteSource.place(request.source(), entry.path());
            try {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                if (text.toUpperCase(Locale.ROOT).contains(wanted)) {
                    found.add(entry.path());
                }
            } catch (NoSuchFileException e) {
                // It is gone since the headers were read.
            }
        }
        return found;
    }

    /** A page or file of the site; of the site for 特定对象 if the usual one has none. */
    public Optional<byte[]> file(String address) throws IOException {
        Optional<LiveFile> file = followed.get().file(address);
        return (file.isPresent() ? file : specialSnapshot.get().file(address)).map(LiveFile::bytes);
    }

    @Override
    public void close() throws IOException {
        try (special) {
            if (followed.isRead()) {
                followed.get().close();
            }
        }
    }
}
