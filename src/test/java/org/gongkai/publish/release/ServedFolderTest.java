package org.gongkai.publish.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.gongkai.output.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody leads readers past the records. */
class ServedFolderTest extends SitesFixture {

    private static final String FIRST = "20240601-120000";

    @BeforeEach
    void aRelease() throws IOException {
        sites.publish(Map.of("index.html", "甲"));
    }

    private void lead(Path target) throws IOException {
        Sites.QUICK.replaceLink(sites.store().current(), target);
    }

    private boolean waits() throws IOException {
        return new StoreCheck(sites.store(), Optional.empty()).waitsForSwitch();
    }

    @Test
    void aFolderThatIsNoReleaseIsFound() throws IOException {
        Files.createDirectories(sites.folder().resolve("other"));
        lead(Path.of("other"));

        assertThat(sites.currentFaults()).containsExactly("current 指向的不是记录里的当前发布批次：other");
        assertThat(waits()).isFalse();
    }

    @Test
    void anotherFolderOfTheNameOfAReleaseIsComparedWithItsSeal() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("elsewhere").resolve(FIRST));
        Files.copy(sites.store().release(FIRST).resolve(Manifest.NAME), copy.resolve(Manifest.NAME));
        Files.writeString(copy.resolve("index.html"), "乙");
        lead(copy);

        assertThat(sites.currentFaults()).containsExactly("改动：index.html");
    }

    @Test
    void aPrunedReleaseIsFound() throws IOException {
        sites.publish(Map.of("index.html", "乙"));
        sites.prune(1);
        lead(Path.of("releases", FIRST));

        assertThat(sites.currentFaults()).containsExactly("current 指向的不是记录里的当前发布批次：releases/" + FIRST);
    }

    @Test
    void aMissingLinkIsFoundUnlessThePublicationOfTheVeryFirstReleaseDied() throws IOException {
        Files.delete(sites.store().current());
        assertThat(sites.currentFaults()).isEmpty();
        assertThat(waits()).isTrue();

        sites.publish(Map.of("index.html", "乙"));
        Files.delete(sites.store().current());

        assertThat(sites.currentFaults()).containsExactly("current 指向的不是记录里的当前发布批次：没有 current");
    }
}
