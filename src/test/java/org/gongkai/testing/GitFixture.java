package org.gongkai.testing;

import org.junit.jupiter.api.BeforeEach;

/** Tests of a site in a repository, both empty at first. */
public abstract class GitFixture extends SiteFixture {

    protected GitFolder git;

    @BeforeEach
    protected final void anEmptyRepository() {
        git = new GitFolder(site.root());
    }
}
