package org.gongkai.publish.release.takedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.nio.file.Path;
import java.util.stream.Stream;
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

    final Ran publish(String... more) {
        return run(Stream.concat(
                        Stream.of("publish", "-s", site.root().toString(), "--to", to.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    final void published() {
        Ran ran = publish();
        assertThat(ran.status()).as(ran.err()).isZero();
    }
}
