package org.gongkai.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.output.Manifest;
import org.gongkai.pipeline.BuildRequest.PreviousPublication;
import org.gongkai.pipeline.edition.EditionCatalog;
import org.gongkai.pipeline.edition.TakenDownNotices;
import org.gongkai.publish.release.file.FolderContents;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.publish.release.takedown.Notice;
import org.gongkai.publish.release.takedown.ReturnedPages;
import org.gongkai.site.Editions;

/** What was published into a folder before, for a build whose result is published there. */
public class PreviousReleases implements PreviousPublication {

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
        for (String name : store.recorded().editions().keySet()) {
            FolderContents.manifest(store.edition(name)).ifPresent(manifest -> published.put(name, manifest));
        }
        editions.addPublished(folder, published);
        return new Editions(Optional.empty(), editions.of(folder));
    }

    @Override
    public Optional<Path> currentSite(String folder) throws IOException {
        Path current = Store.of(to, folder).current();
        // Later releases do not change what the link leads to now.
        return Optional.of(Files.isDirectory(current) ? current.toRealPath() : current);
    }

    @Override
    public TakenDownNotices takenDown(String folder) throws IOException {
        Map<String, TakenDownNotices.Notice> notices = new HashMap<>();
        ReturnedPages.inForce(to, folder).forEach(down -> {
            Notice notice = Notice.of(down);
            down.event().notices().forEach(redirect -> notices.putIfAbsent(redirect, notice::at));
            notices.put(down.event().address(), notice::at);
        });
        return new TakenDownNotices(notices);
    }
}
