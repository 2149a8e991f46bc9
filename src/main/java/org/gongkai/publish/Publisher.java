package org.gongkai.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.history.git.CommitId;
import org.gongkai.io.WorkPool;
import org.gongkai.output.Manifest;
import org.gongkai.pipeline.Build;
import org.gongkai.pipeline.Build.Progress;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.BuildRequest.PreviousPublication;
import org.gongkai.pipeline.BuildResult;
import org.gongkai.pipeline.BuiltSite;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.edition.EditionBuilder;
import org.gongkai.pipeline.edition.EditionCatalog;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.pipeline.edition.TakenDownNotices;
import org.gongkai.pipeline.read.SiteSettingsReader;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Disk;
import org.gongkai.publish.release.FolderContents;
import org.gongkai.publish.release.NewSite;
import org.gongkai.publish.release.Publication;
import org.gongkai.publish.release.Publication.Outcome;
import org.gongkai.publish.release.Publication.PartialPublication;
import org.gongkai.publish.release.ledger.Event;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.LedgerRecord;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.publish.release.takedown.RepublishedContent;
import org.gongkai.publish.release.takedown.TakedownNoticePage;
import org.gongkai.site.Editions;

/**
 * Builds a site as a new release of its store and switches {@code current} to it.
 *
 * @param version version of the program, which the site names
 * @param clock provides the current date and the times of the ledger
 */
public record Publisher(String version, Clock clock, Progress progress, SharedParts shared) {

    /**
     * A request to publish a site.
     *
     * @param site what to build; its output and its previous publication are not used
     * @param to the folder to publish to
     * @param allowLost whether addresses may be lost
     * @param writer writes the ledger
     * @param lockTimeoutSeconds how long to wait for another process
     * @param prepared makes the site of what was made before, if it can
     */
    public record Request(
            BuildRequest site,
            Path to,
            boolean allowLost,
            LedgerWriter writer,
            int lockTimeoutSeconds,
            PreparedSite prepared) {}

    /** A site that need not be built. */
    @FunctionalInterface
    public interface PreparedSite {

        /** The absence of one. */
        PreparedSite NONE = folder -> Optional.empty();

        /**
         * Puts it in a folder, and those of further audiences beside it. The locks of the publication are held.
         *
         * @return empty if the site must be built; nothing is left then
         */
        Optional<BuildResult> into(Path folder) throws IOException;
    }

    /**
     * The result of publishing.
     *
     * @param outcomes one for each site; empty if the build failed
     * @param notes warnings about editions, in Chinese without their full stop
     * @param allowLost whether addresses were allowed to be lost
     */
    public record Result(BuildResult build, List<Outcome> outcomes, List<String> notes, boolean allowLost) {

        /** Whether the build succeeded, but the publication was refused: then no site was changed. */
        public boolean isRefused() {
            return outcomes.stream().anyMatch(outcome -> outcome.isRefused(allowLost));
        }

        /** Whether readers see the site that was built. */
        public boolean isPublished() {
            return build.succeeded() && !isRefused();
        }
    }

    /**
     * Publishes a site.
     *
     * @throws PublicationRefused if the store is not as it was left
     * @throws PartialPublication if the release was recorded, but could not be completed
     * @throws IOException if the machine fails; readers see what they saw before
     */
    public Result publish(Request request) throws IOException {
        try (Publication publication = Publication.begin(
                request.to(),
                request.lockTimeoutSeconds(),
                clock,
                new Disk(request.site().jobs()))) {
            BuildResult result;
            EditionCatalog editions = new EditionCatalog();
            List<String> editionNotes;
            try (SiteSource site = SiteSource.open(request.site())) {
                PreviousReleases previous = new PreviousReleases(request.to(), editions);
                for (String folder : SiteSettingsReader.audienceFolders(site)) {
                    if (publication.audiences().contains(folder)) {
                        previous.editions(folder);
                    }
                }
                Path folder = publication.work().resolve("site");
                Path ofEditions = publication.work().resolve("editions");
                BuildRequest build = request.site().into(folder).previous(previous);
                editionNotes =
                        new EditionBuilder(version, clock, progress, shared, editions).build(build, site, ofEditions);
                // Who has made a site before knows nothing of editions that are built now.
                Optional<BuildResult> prepared = Files.exists(ofEditions)
                        ? Optional.empty()
                        : request.prepared().into(folder);
                result = prepared.isPresent()
                        ? prepared.get()
                        : new Build(version, clock, progress, shared).run(build, site);
            }
            List<Outcome> outcomes = List.of();
            if (result.succeeded()) {
                try (WorkPool pool = new WorkPool(request.site().jobs())) {
                    outcomes = pool.run(() -> publish(publication, result, editions, request));
                }
            }
            return new Result(result, outcomes, editionNotes, request.allowLost());
        }
    }

    private List<Outcome> publish(Publication publication, BuildResult result, EditionCatalog editions, Request request)
            throws IOException {
        Clock local = clock.withZone(result.sites().get(0).zone());
        return publication.publish(
                result.sites().stream().map(Publisher::site).toList(),
                new RequestedEditions(
                        editions.built(
                                result.sites().stream().map(BuiltSite::audience).toList()),
                        editions::move,
                        editions::entries),
                request.allowLost(),
                request.writer().at(local));
    }

    private static NewSite site(BuiltSite built) {
        return new NewSite(
                built.audience(),
                built.folder(),
                built.output().orElseThrow(),
                built.shared(),
                built.size(),
                built.identities().get(),
                built.addresses(),
                Optional.empty());
    }

    /**
     * The program that runs.
     *
     * @param version its version, which a published site names
     * @param fingerprint one line that differs as soon as the program, one of its libraries or its Java does
     */
    public record ProgramIdentity(String version, String fingerprint) {}

    /** What was published into a folder before, for a build whose result is published there. */
    public static class PreviousReleases implements PreviousPublication {

        private final Path to;
        private final EditionCatalog editions;

        /** @param editions receives the published editions of the audiences that are built */
        public PreviousReleases(Path to, EditionCatalog editions) {
            this.to = to;
            this.editions = editions;
        }

        @Override
        public Editions editions(String folder) throws IOException {
            Store store = Store.of(to, folder);
            Map<String, Manifest> published = new HashMap<>();
            Ledger recorded = store.recorded();
            for (String name : recorded.editions().keySet()) {
                FolderContents.manifest(store.edition(name)).ifPresent(manifest -> published.put(name, manifest));
            }
            editions.addPublished(folder, published);
            return new Editions(Optional.empty(), editions.of(folder), recorded.interventions());
        }

        @Override
        public List<CommitId> published() throws IOException {
            List<LedgerRecord> records = new ArrayList<>();
            for (Store store : Store.at(to)) {
                records.addAll(store.recorded().records());
            }
            return records.stream()
                    .sorted(Comparator.comparing(LedgerRecord::at))
                    .map(LedgerRecord::event)
                    .filter(Event.Published.class::isInstance)
                    .flatMap(event -> ((Event.Published) event).origin().commit().stream())
                    .distinct()
                    .map(CommitId::new)
                    .toList();
        }

        @Override
        public Optional<Path> currentSite(String folder) throws IOException {
            Path current = Store.of(to, folder).current();
            // Later releases do not change what the link leads to now.
            return Optional.of(Files.isDirectory(current) ? current.toRealPath() : current);
        }

        @Override
        public TakenDownNotices takenDown(String folder) throws IOException {
            Map<String, Function<String, byte[]>> notices = new HashMap<>();
            RepublishedContent.inForce(to, folder).forEach(down -> {
                TakedownNoticePage notice = TakedownNoticePage.of(down);
                down.event().notices().forEach(redirect -> notices.putIfAbsent(redirect, notice::at));
                notices.put(down.event().address(), notice::at);
            });
            return new TakenDownNotices(notices);
        }
    }
}
