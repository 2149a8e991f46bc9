package org.gongkai.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.build.Build;
import org.gongkai.build.BuildRequest;
import org.gongkai.build.BuildResult;
import org.gongkai.build.BuiltSite;
import org.gongkai.build.Progress;
import org.gongkai.build.PublishedBefore;
import org.gongkai.build.edition.EditionBuilder;
import org.gongkai.build.edition.RequestedEditions;
import org.gongkai.build.edition.TakenDown;
import org.gongkai.build.read.SiteAudiences;
import org.gongkai.build.read.SiteSource;
import org.gongkai.cli.option.ProgramVersion;
import org.gongkai.publish.release.Disk;
import org.gongkai.publish.release.NewSite;
import org.gongkai.publish.release.Outcome;
import org.gongkai.publish.release.Publication;
import org.gongkai.publish.release.ledger.LedgerWriter;

/** Builds a site into a new release of its store and leads readers to it. */
public final class Publisher {

    private final Clock clock;
    private final Progress progress;

    public Publisher(Clock clock, Progress progress) {
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * What is to be published.
     *
     * @param root the site's root, or a bare repository
     * @param revision the commit to read it from; the folder as it stands if empty
     * @param asOf the day for which the site stands; today in its time zone if empty
     * @param audience the audience to publish for; all if empty
     * @param to where to
     * @param choices what may be lost, and whether texts are packed
     * @param reuse what earlier runs left may be used
     * @param pen writes the record
     * @param seconds how long to wait for another process
     * @param jobs threads
     */
    public record Request(
            Path root,
            Optional<String> revision,
            Optional<LocalDate> asOf,
            Optional<String> audience,
            Path to,
            Publication.Choices choices,
            BuildRequest.Reuse reuse,
            LedgerWriter writer,
            int lockTimeoutSeconds,
            int jobs) {}

    /**
     * What came of it.
     *
     * @param outcomes one a site; none if the build failed
     * @param notes what is worth knowing of editions
     */
    public record Result(BuildResult build, List<Outcome> outcomes, List<String> notes) {}

    public Result publish(Request request) throws IOException {
        try (Publication publication = Publication.begin(request.to(), request.lockTimeoutSeconds(), clock, new Disk())) {
            BuildResult result;
            EditionBuilder editions;
            try (SiteSource site = SiteSource.open(request.root(), request.revision())) {
                Map<String, TakenDown> takenDown = new HashMap<>();
                List<String> folders = SiteAudiences.folders(site);
                for (String folder : folders) {
                    takenDown.put(folder, TakenDownPages.of(request.to(), folder));
                }
                editions = new EditionBuilder(
                        ProgramVersion.text(),
                        clock,
                        progress,
                        folder -> takenDown.getOrDefault(folder, TakenDown.NOTHING));
                for (String folder : publication.audiences()) {
                    if (folders.contains(folder)) {
                        editions.add(folder, publication.editions(folder));
                    }
                }
                BuildRequest asked = new BuildRequest(
                        request.root(),
                        request.revision(),
                        Optional.of(publication.work().resolve("site")),
                        request.asOf(),
                        request.audience(),
                        false,
                        request.reuse(),
                        before(publication, editions),
                        request.jobs());
                editions.build(asked, site, publication.work().resolve("editions"));
                result = new Build(ProgramVersion.text(), clock, progress).run(asked, site);
            }
            List<Outcome> outcomes = result.succeeded() ? publish(publication, result, editions, request) : List.of();
            return new Result(result, outcomes, editions.notes());
        }
    }

    private static PublishedBefore before(Publication publication, EditionBuilder made) {
        return new PublishedBefore() {
            @Override
            public org.gongkai.site.Editions editions(String folder) {
                return new org.gongkai.site.Editions(Optional.empty(), made.of(folder));
            }

            @Override
            public Optional<Path> standing(String folder) {
                return publication.standing(folder);
            }
        };
    }

    private List<Outcome> publish(Publication publication, BuildResult result, EditionBuilder editions, Request request)
            throws IOException {
        Clock local = clock.withZone(result.sites().get(0).zone());
        return publication.publish(
                result.sites().stream().map(Publisher::site).toList(),
                new RequestedEditions(
                        editions.made(
                                result.sites().stream().map(BuiltSite::audience).toList()),
                        editions::move,
                        editions::entries),
                request.choices(),
                request.writer().at(local));
    }

    private static NewSite site(BuiltSite built) {
        return new NewSite(
                built.audience(),
                built.folder(),
                built.output().orElseThrow(),
                built.entries(),
                built.pages(),
                built.known(),
                built.otherAddresses(),
                built.waitingAddresses(),
                Optional.empty());
    }
}
