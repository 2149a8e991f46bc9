package org.gongkai.testing;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of pushes: a repository without hooks, and a clone in which a site with one entry is committed. */
public abstract class PushFixture {

    @TempDir
    protected Path folder;

    protected GitServer server;
    protected Path clone;

    @BeforeEach
    protected final void aRepositoryAndASite() {
        server = new GitServer(folder);
        clone = server.clonedWithSite();
    }
}
