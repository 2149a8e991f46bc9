package org.gongkai.testing;

import org.junit.jupiter.api.BeforeEach;

/** Tests of a site that is empty at first; what the site does not own lies beside it in the folder. */
public abstract class SiteFixture extends FolderFixture {

    protected SiteFolder site;

    @BeforeEach
    protected final void anEmptySite() {
        site = new SiteFolder(folder.resolve("site"));
    }
}
