package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of sites that are published into an empty folder. */
public abstract class SitesFixture {

    @TempDir
    protected Path folder;

    protected Sites sites;

    @BeforeEach
    protected final void anEmptyFolder() {
        sites = new Sites(folder.resolve("published"));
    }

    @AfterEach
    protected final void mayBeDeleted() throws IOException {
        sites.delete();
    }
}
