package org.gongkai.publish.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.pipeline.BuiltSite;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Disk;
import org.gongkai.publish.release.JointRollback;
import org.gongkai.publish.release.NewSite;
import org.gongkai.publish.release.Publication;
import org.gongkai.publish.release.Publication.Outcome;
import org.gongkai.publish.release.ledger.Event.Counts;
import org.gongkai.publish.release.ledger.Event.Imported;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.site.identity.PublishedEntry;

/**
 * Publishes the release of a verified archive.
 *
 * @param to the folder to publish to
 * @param allowLost whether addresses may be lost
 * @param force whether an older release, or one of another store, may replace the current one
 * @param withWithdrawn addresses of entries that an older release may make public again
 * @param writer writes the ledger
 * @param lockTimeoutSeconds how long to wait for another process
 * @param clock measures how long another process is waited for
 */
public record BundleImport(
        Path to,
        boolean allowLost,
        boolean force,
        Set<String> withWithdrawn,
        LedgerWriter writer,
        int lockTimeoutSeconds,
        Clock clock) {

    /**
     * Imports an archive.
     *
     * @param bundle an archive in which nothing is wrong
     * @throws PublicationRefused if the current release must not be replaced; nothing is changed
     * @throws IOException if the machine fails; readers see what they saw before
     */
    public Outcome run(Bundle bundle) throws IOException {
        try (Publication publication = Publication.begin(to, lockTimeoutSeconds, clock, new Disk())) {
            Path site = publication.work().resolve("site");
            bundle.unpackSite(site);
            refuseOlder(new Store(to), bundle, site);
            return publish(publication, bundle, site);
        }
    }

    private Outcome publish(Publication publication, Bundle bundle, Path site) throws IOException {
        Imported release = bundle.release();
        Counts counts = bundle.contents().provenance().published().counts();
        List<PublishedEntry> entries = bundle.entries(site);
        NewSite imported = new NewSite(
                "",
                "",
                site,
                Set.of(),
                new BuiltSite.Size(counts.entries(), counts.pages()),
                entries,
                BuiltSite.Addresses.of(bundle.otherAddresses(entries)),
                Optional.of(release));
        return publication
                .publish(
                        List.of(imported),
                        RequestedEditions.NONE,
                        allowLost,
                        writer.at(clock.withZone(release.at().getOffset())))
                .get(0);
    }

    private void refuseOlder(Store store, Bundle bundle, Path site) throws IOException {
        Imported release = bundle.release();
        Optional<Release> current = store.recorded().current();
        Optional<Imported> previous = current.flatMap(it -> it.published().imported());
        boolean foreign = previous.isPresent() && !previous.get().store().equals(release.store());
        if (foreign && !force) {
            throw new PublicationRefused("这个离线包来自另一处发布，和这里的站点不是同一个（例如另一个公开对象的）；确实要用它换掉，加上 --force");
        }
        if (current.isEmpty() || foreign) {
            return;
        }
        OffsetDateTime since =
                previous.map(Imported::at).orElse(current.get().record().at());
        if (!release.at().isBefore(since)) {
            return;
        }
        if (!force) {
            throw new PublicationRefused("离线包里的发布批次 " + release.release() + " 比现在的 "
                    + previous.map(Imported::release).orElse(current.get().id()) + " 旧；如果有意退回去，加上 --force");
        }
        Set<String> returning = JointRollback.withdrawnSince(
                store, store.ledger(), site, bundle.contents().addresses(), 0);
        returning.removeAll(withWithdrawn);
        if (!returning.isEmpty()) {
            throw JointRollback.refusal(release.release(), String.join("、", returning));
        }
    }
}
