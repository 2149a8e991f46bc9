package org.gongkai.testing;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;

/** Tests of pushes: a repository without hooks, and a clone in which a site with one entry is committed. */
public abstract class PushFixture extends FolderFixture {

    protected GitServer server;
    protected Path clone;

    @BeforeEach
    protected final void aRepositoryAndASite() {
        server = new GitServer(folder);
        clone = server.clonedWithSite();
    }

    /** Writes an entry of the clone, and commits all that stands there under its title. */
    protected final void committed(String path, String title, String... more) {
        GitServer.entry(clone, path, title, more);
        server.commit(clone, title);
    }
}
