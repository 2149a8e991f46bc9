package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.Build;
import org.gongkai.BuildRequest;
import org.gongkai.BuildResult;
import org.gongkai.BuiltSite;
import org.gongkai.EditionBuilds;
import org.gongkai.Progress;
import org.gongkai.PublishedBefore;
import org.gongkai.SiteAudiences;
import org.gongkai.SiteSource;
import org.gongkai.TakenDown;
import org.gongkai.release.Disk;
import org.gongkai.release.Editions;
import org.gongkai.release.NewSite;
import org.gongkai.release.Outcome;
import org.gongkai.release.Pen;
import org.gongkai.release.Publication;

/** Builds a site into a new release of its store and leads readers to it. */
final class Publisher {

    private final Clock clock;
    private final Progress progress;

    Publisher(Clock clock, Progress progress) {
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
    record Request(
            Path root,
            Optional<String> revision,
            Optional<LocalDate> asOf,
            Optional<String> audience,
            Path to,
            Publication.Choices choices,
            BuildRequest.Reuse reuse,
            Pen pen,
            int seconds,
            int jobs) {}

    /**
     * What came of it.
     *
     * @param outcomes one a site; none if the build failed
     * @param notes what is worth knowing of editions
     */
    record Result(BuildResult build, List<Outcome> outcomes, List<String> notes) {}

    Result publish(Request request) throws IOException {
        try (Publication publication = Publication.begin(request.to(), request.seconds(), clock, new Disk())) {
            BuildResult result;
            EditionBuilds editions;
            try (SiteSource site = SiteSource.open(request.root(), request.revision())) {
                Map<String, TakenDown> takenDown = new HashMap<>();
                List<String> folders = SiteAudiences.folders(site);
                for (String folder : folders) {
                    takenDown.put(folder, TakenDownPages.of(request.to(), folder));
                }
                editions = new EditionBuilds(
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

    private static PublishedBefore before(Publication publication, EditionBuilds made) {
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

    private List<Outcome> publish(Publication publication, BuildResult result, EditionBuilds editions, Request request)
            throws IOException {
        Clock local = clock.withZone(result.sites().get(0).zone());
        return publication.publish(
                result.sites().stream().map(Publisher::site).toList(),
                new Editions(
                        editions.made(
                                result.sites().stream().map(BuiltSite::audience).toList()),
                        editions::move,
                        editions::entries),
                request.choices(),
                request.pen().at(local));
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
