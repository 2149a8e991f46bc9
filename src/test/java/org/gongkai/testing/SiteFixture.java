package org.gongkai.testing;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a site that is empty at first; what the site does not own lies beside it in the folder. */
public abstract class SiteFixture {

    @TempDir
    protected Path folder;

    protected SiteFolder site;

    @BeforeEach
    protected final void anEmptySite() {
        site = new SiteFolder(folder.resolve("site"));
    }
}
