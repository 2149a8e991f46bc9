package org.gongkai.publish.release;

import java.io.IOException;
import org.gongkai.testing.FolderFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of sites that are published into an empty folder. */
public abstract class SitesFixture extends FolderFixture {

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
