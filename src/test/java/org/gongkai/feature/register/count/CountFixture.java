package org.gongkai.feature.register.count;

import org.gongkai.testing.FolderFixture;
import org.junit.jupiter.api.BeforeEach;

/** Tests of a site with records of meetings and a text that counts them. */
abstract class CountFixture extends FolderFixture {

    CountSite site;

    @BeforeEach
    final void records() {
        site = new CountSite(folder);
    }
}
