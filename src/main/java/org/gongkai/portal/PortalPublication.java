package org.gongkai.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.io.FileTrees;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.pipeline.BuiltSite;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.portal.merge.PortalMerge;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.SiteList.PortalSettings;
import org.gongkai.publish.release.Disk;
import org.gongkai.publish.release.FolderContents;
import org.gongkai.publish.release.NewSite;
import org.gongkai.publish.release.Publication;
import org.gongkai.publish.release.Publication.Outcome;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.publish.release.takedown.NamedEntries;
import org.gongkai.publish.release.takedown.RepublishedContent;
import org.gongkai.site.address.Slugs;

/**
 * Publishes merged pages as the releases of a portal, one for each audience. Its lists have no lasting addresses: a
 * unit or a column may leave the portal.
 *
 * @param work the folder with the merged pages, which remain there
 * @param clock the times of the ledger
 */
public record PortalPublication(PortalSettings portal, Path work, Clock clock) {

    /**
     * Publishes.
     *
     * @param entries how many sites the portal is about, which the ledger tells as its entries
     * @throws PublicationRefused if nothing was merged, or a file is not as it was merged
     * @throws IOException if the machine fails; readers see what they saw before
     */
    public List<Outcome> publish(int entries, LedgerWriter writer, int lockTimeoutSeconds) throws IOException {
        Slugs slugs = new Slugs();
        try (Publication publication = Publication.begin(portal.to(), lockTimeoutSeconds, clock, new Disk())) {
            List<NewSite> sites = new ArrayList<>();
            for (Audience audience : portal.audiences()) {
                String folder = BuiltSite.folder(portal.audiences(), audience, slugs);
                Path merged = PortalMerge.folder(work, audience);
                Path copy = publication.work().resolve(merged.getFileName());
                Manifest manifest = FolderContents.manifest(merged)
                        .orElseThrow(() -> new PublicationRefused("还没有合成好的门户，请先运行 portal merge：" + merged));
                Set<String> linked = copy(
                        manifest, merged, copy, Store.of(portal.to(), folder).current());
                NamedEntries.takeOut(copy, RepublishedContent.inForce(portal.to(), folder), new Disk());
                sites.add(new NewSite(
                        audience.name(),
                        folder,
                        copy,
                        linked,
                        new BuiltSite.Size(entries, (int) manifest.files().stream()
                                .filter(file -> file.path().endsWith(".html"))
                                .count()),
                        List.of(),
                        BuiltSite.Addresses.of(Set.of()),
                        Optional.empty()));
            }
            return publication.publish(
                    sites, RequestedEditions.NONE, false, writer.at(clock.withZone(SiteConfig.ZONE)));
        }
    }

    /**
     * Copies what the manifest lists, and the manifest; a file that readers see with the same bytes is linked instead.
     *
     * @return the addresses of those that were linked
     */
    private static Set<String> copy(Manifest manifest, Path from, Path to, Path current) throws IOException {
        Set<String> linked = new HashSet<>();
        for (OutputFile file : manifest.files()) {
            Path target = to.resolve(file.path());
            Files.createDirectories(target.getParent());
            if (linkOrCopy(from.resolve(file.path()), target, current.resolve(file.path()))) {
                linked.add(file.path());
            }
        }
        Files.copy(from.resolve(Manifest.NAME), to.resolve(Manifest.NAME));
        return linked;
    }

    private static boolean linkOrCopy(Path from, Path to, Path seen) throws IOException {
        if (Files.isRegularFile(seen) && Files.mismatch(from, seen) < 0) {
            return FileTrees.link(seen, to);
        }
        Files.copy(from, to);
        return false;
    }
}
