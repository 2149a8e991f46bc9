package org.gongkai.publish.release.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.output.Manifest;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.file.FolderContents;

/** The site that readers see now, of which a build can reuse files. */
public final class ServedSite {

    private ServedSite() {}

    /**
     * The folder of the release that readers of an audience see. Later releases do not change it.
     *
     * @param folder where all is published
     * @param audience folder of the audience; empty if the site has one
     * @return the folder; it does not exist if nothing was published yet
     */
    public static Path of(Path folder, String audience) throws IOException {
        Path current = new Store(audience.isEmpty() ? folder : folder.resolve(audience)).current();
        return Files.isDirectory(current) ? current.toRealPath() : current;
    }

    /**
     * The manifests of the published editions, by name.
     *
     * @param folder where all is published
     * @param audience folder of the audience; empty if the site has one
     * @throws PublicationRefused if the records were tampered with
     */
    public static Map<String, Manifest> editions(Path folder, String audience) throws IOException {
        Store store = new Store(audience.isEmpty() ? folder : folder.resolve(audience));
        Map<String, Manifest> editions = new TreeMap<>();
        if (Files.exists(store.records())) {
            for (String name : store.ledger().editions().keySet()) {
                FolderContents.manifest(store.edition(name)).ifPresent(manifest -> editions.put(name, manifest));
            }
        }
        return editions;
    }
}
