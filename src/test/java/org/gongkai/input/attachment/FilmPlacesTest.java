package org.gongkai.input.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.gongkai.testing.Films;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FilmPlacesTest {

    static List<byte[]> films() {
        return List.of(Films.ofAndroid(), Films.ofApple(), Films.of3gpp());
    }

    /** What another reader finds in a film. */
    private static List<String> seen(byte[] film) throws Exception {
        Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(film));
        return StreamSupport.stream(metadata.getDirectories().spliterator(), false)
                .flatMap(directory -> directory.getTags().stream())
                .map(Tag::toString)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("films")
    void placesAreFoundAndRemovedWithoutMovingAnything(byte[] film) {
        byte[] clean = FilmPlaces.removedFrom(film);

        assertThat(FilmPlaces.isIn(film)).isTrue();
        assertThat(FilmPlaces.isIn(clean)).isFalse();
        assertThat(clean).hasSameSizeAs(film);
        int tail = film.length - 33;
        assertThat(Arrays.copyOfRange(clean, tail, film.length)).isEqualTo(Arrays.copyOfRange(film, tail, film.length));
    }

    @Test
    void anotherReaderSeesThePlaceBeforeAndTheRestAfterwards() throws Exception {
        byte[] film = Films.ofApple();

        assertThat(seen(film)).anyMatch(tag -> tag.contains("+30.1234"));
        assertThat(seen(FilmPlaces.removedFrom(film)))
                .noneMatch(tag -> tag.contains("30.1234"))
                .anyMatch(tag -> tag.contains("Duration"));
        assertThat(seen(FilmPlaces.removedFrom(Films.ofAndroid()))).noneMatch(tag -> tag.contains("30.1"));
    }

    @Test
    void otherFilmsRemainAsTheyAre() {
        assertThat(FilmPlaces.isIn(Films.plain())).isFalse();
        assertThat(FilmPlaces.removedFrom(Films.plain())).isEqualTo(Films.plain());
    }

    @Test
    void damagedFilmsAreReadAsFarAsTheyGo() {
        for (byte[] film : films()) {
            for (int length = 0; length < film.length; length++) {
                byte[] cut = Arrays.copyOf(film, length);
                assertThat(FilmPlaces.removedFrom(cut)).hasSize(length);
            }
            for (int i = 0; i < film.length; i++) {
                byte[] changed = film.clone();
                changed[i] ^= (byte) 0xFF;
                assertThat(FilmPlaces.removedFrom(changed)).hasSameSizeAs(film);
            }
        }
    }
}
