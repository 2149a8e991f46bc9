package org.gongkai.publish.release.takedown;

import static org.gongkai.testing.SiteFolder.done;
import static org.gongkai.testing.SiteFolder.run;

import java.nio.file.Path;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a source, empty at first, that is published again and again. */
abstract class PublishedSource {

    @TempDir
    Path folder;

    SiteFolder site;
    Path to;

    @BeforeEach
    final void anEmptySource() {
        site = new SiteFolder(folder.resolve("source"));
        to = folder.resolve("published");
    }

    final Ran publish(Object... more) {
        return run("publish", "-s", site.root(), "--to", to, more);
    }

    final void published() {
        done("publish", "-s", site.root(), "--to", to);
    }
}
