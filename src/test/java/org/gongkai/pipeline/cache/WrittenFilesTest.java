package org.gongkai.pipeline.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.gongkai.io.Digests;
import org.gongkai.io.WorkPool;
import org.gongkai.output.FinishedOutput.KnownFiles;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.pipeline.cache.WrittenFiles.PlacedFile;
import org.gongkai.testing.FolderFixture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WrittenFilesTest extends FolderFixture {

    @AutoClose
    private final WorkPool pool = new WorkPool(2);

    private WrittenFiles placed;

    @BeforeEach
    void place() throws IOException {
        placed = WrittenFiles.of(
                folder,
                List.of(write("a.html", "甲"), write("b.html", "乙"), write("manifest.json", "{}")),
                Map.of(),
                pool);
    }

    private OutputFile write(String address, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve(address), bytes);
        return new OutputFile(address, bytes.length, Digests.sha256(bytes));
    }

    @Test
    void whatIsAsItWasLeftIsKnownWithoutReading() {
        KnownFiles known = placed.known(placed.intact(pool));

        assertThat(known.intact()).containsOnlyKeys("a.html", "b.html", "manifest.json");
        assertThat(known.listed()).hasValueSatisfying(all -> assertThat(all).containsExactly("a.html", "b.html"));
    }

    @Test
    void whatSomebodyChangedIsNot() throws IOException {
        write("a.html", "丙");

        assertThat(placed.known(placed.intact(pool)).intact()).containsOnlyKeys("b.html", "manifest.json");
    }

    @Test
    void nothingIsKnownOnceAnotherBuildHasPlacedItsFiles() throws IOException {
        Map<String, PlacedFile> examined = placed.intact(pool);
        write("a.html", "丙");
        write("manifest.json", "[]");

        assertThat(placed.known(examined)).isEqualTo(KnownFiles.NONE);
    }

    @Test
    void nothingIsKnownWhileABuildIsWriting() throws IOException {
        Files.createDirectories(folder.resolve(".gongkai-staging"));

        assertThat(placed.intact(pool)).isEmpty();
    }

    @Test
    void aManifestOfAnotherNameIsAmongWhatABuildMayRemove() throws IOException {
        WrittenFiles other = WrittenFiles.of(
                folder,
                List.of(write("manifest.json", "附件"), write("gongkai-manifest.json", "{}")),
                placed.intact(pool),
                pool);

        assertThat(other.known(other.intact(pool)).listed())
                .hasValueSatisfying(all -> assertThat(all).containsExactly("manifest.json", "gongkai-manifest.json"));
    }
}
