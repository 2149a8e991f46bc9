package org.gongkai.publish.release.takedown;

import static org.gongkai.testing.SiteFolder.done;
import static org.gongkai.testing.SiteFolder.run;

import java.nio.file.Path;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;

/** Tests of a source, empty at first, that is published again and again. */
abstract class PublishedSource extends SiteFixture {

    Path to;

    @BeforeEach
    final void anEmptySource() {
        to = folder.resolve("published");
    }

    final Ran publish(Object... more) {
        return run("publish", "-s", site.root(), "--to", to, more);
    }

    final void published() {
        done("publish", "-s", site.root(), "--to", to);
    }
}
