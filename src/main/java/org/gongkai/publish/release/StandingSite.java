package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.output.Manifest;
import org.gongkai.problem.PublicationRefused;

/** Where the site stands that readers see now, for whoever wants to know before a release is made what it would share. */
public final class StandingSite {

    private StandingSite() {}

    /**
     * The folder of the release that readers of an audience see. Later releases leave it as it is.
     *
     * @param folder where all is published
     * @param audience folder of the audience; empty if the site has one
     * @return a folder that does not exist if nothing was published yet
     */
    public static Path of(Path folder, String audience) throws IOException {
        Path current = new Store(audience.isEmpty() ? folder : folder.resolve(audience)).current();
        return Files.isDirectory(current) ? current.toRealPath() : current;
    }

    /**
     * The editions that stand, by name, with what each holds.
     *
     * @param folder where all is published
     * @param audience folder of the audience; empty if the site has one
     * @throws PublicationRefused if the store is not as it was left
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
