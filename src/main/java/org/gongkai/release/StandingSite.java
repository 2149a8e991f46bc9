package org.gongkai.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
}
