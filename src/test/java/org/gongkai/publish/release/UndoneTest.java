package org.gongkai.publish.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.junit.jupiter.api.Test;

/** A publication fails once, after some of it was put in place: nothing of it stays anywhere in the store. */
class UndoneTest extends SitesFixture {

    private static final Map<String, String> FIRST = Map.of("index.html", "甲", "a/2024/x.html", "正文");
    private static final Map<String, String> SECOND = Map.of("index.html", "乙", "a/2024/x.html", "正文");

    /** Publishes on a disk that fails the first time that something is so. */
    private void failingOnce(String operation, Predicate<Path> when) {
        AtomicBoolean failed = new AtomicBoolean();
        sites.on(new Disk(
                (step, path) -> {
                    if (step.equals(operation) && when.test(path) && !failed.getAndSet(true)) {
                        throw new FileSystemException(path.toString(), null, "No space left on device");
                    }
                },
                false));
    }

    private boolean isServed(String release) {
        try {
            return sites.store().servedRelease().filter(release::equals).isPresent();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Every path in the store with the text of the file or the target of the link. */
    private TreeMap<String, String> everything() throws IOException {
        TreeMap<String, String> all = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(sites.folder())) {
            for (Path path : paths.toList()) {
                all.put(
                        sites.folder().relativize(path).toString(),
                        Files.isSymbolicLink(path)
                                ? Files.readSymbolicLink(path).toString()
                                : Files.isDirectory(path) ? "" : Files.readString(path));
            }
        }
        return all;
    }

    private void publishWithAnEdition(Map<String, String> site) throws IOException {
        sites.editions(new RequestedEditions(List.of("v1"), (name, audience, to) -> Sites.write(to, FIRST)));
        sites.publish(site);
    }

    @Test
    void aReleaseAndAnEditionLeaveTheirPlacesAgain() throws IOException {
        sites.publish(FIRST);
        Files.createDirectories(sites.store().editions());
        TreeMap<String, String> before = everything();
        Path store = sites.folder();
        failingOnce("force", path -> path.equals(store) && isServed("20240601-120000-2"));

        assertThatThrownBy(() -> publishWithAnEdition(SECOND)).hasMessageContaining("No space left on device");

        assertThat(everything()).isEqualTo(before);
        publishWithAnEdition(SECOND);
        assertThat(sites.releases()).containsExactly("20240601-120000", "20240601-120000-2");
        assertThat(sites.faults()).isEmpty();
    }

    @Test
    void afterTheVeryFirstReleaseThereIsNoStore() throws IOException {
        Path store = sites.folder();
        failingOnce("force", path -> path.equals(store) && isServed("20240601-120000"));

        assertThatThrownBy(() -> publishWithAnEdition(FIRST)).hasMessageContaining("No space left on device");

        assertThat(everything()).containsOnlyKeys("", ".lock", "releases", "editions", "addresses");
        publishWithAnEdition(FIRST);
        assertThat(sites.releases()).containsExactly("20240601-120000");
        assertThat(sites.faults()).isEmpty();
    }

    @Test
    void whatWasNotRecordedIsNotTakenOutOfTheRecords() throws IOException {
        sites.publish(FIRST);
        sites.publish(SECOND);
        TreeMap<String, String> before = everything();
        failingOnce("write", path -> path.endsWith(".gongkai-records.jsonl"));

        assertThatThrownBy(() -> sites.publish(FIRST)).hasMessageContaining("No space left on device");

        assertThat(everything()).isEqualTo(before);
    }
}
