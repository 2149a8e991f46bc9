package org.gongkai.input.attachment.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.gongkai.testing.Promise;
import org.junit.jupiter.api.Test;

@Promise("What a picture says beside its image")
class PictureMetadataRemoverTest {

    private static byte[] photo(int orientation) throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", plain);
        // One directory with the orientation and the name of the photographer.
        byte[] author = "Somebody\0".getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer exif = ByteBuffer.allocate(4 + 6 + 8 + 2 + 24 + 4 + author.length);
        exif.putShort((short) 0xffe1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 2);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putShort((short) 0x013b).putShort((short) 2).putInt(author.length).putInt(8 + 2 + 24 + 4);
        exif.putInt(0).put(author);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        photo.write(plain.toByteArray(), 0, 2);
        photo.write(exif.array());
        photo.write(plain.toByteArray(), 2, plain.size() - 2);
        return photo.toByteArray();
    }

    @Test
    void aPhotoKeepsItsPixelsAndOrientationOnly() throws Exception {
        byte[] photo = photo(6);

        byte[] clean = PictureMetadataRemover.remove(photo).orElseThrow();

        Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(clean));
        ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        assertThat(directory.getInt(ExifIFD0Directory.TAG_ORIENTATION)).isEqualTo(6);
        assertThat(directory.containsTag(ExifIFD0Directory.TAG_ARTIST)).isFalse();
        assertThat(metadata.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("Somebody");
        assertThat(new String(clean, StandardCharsets.ISO_8859_1)).doesNotContain("Somebody");
        assertThat(ImageIO.read(new ByteArrayInputStream(clean)).getWidth()).isEqualTo(8);
    }

    @Test
    void aPhotoThatStandsUprightLosesAllOfIt() throws Exception {
        byte[] clean = PictureMetadataRemover.remove(photo(1)).orElseThrow();

        assertThat(new String(clean, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        assertThat(PictureMetadataRemover.remove(clean)).contains(clean);
    }

    @Test
    void aPictureThatCannotBeReadIsNotTakenForAClean() {
        byte[] cut = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1, 0x7f, 0x7f, 1};

        assertThat(PictureMetadataRemover.remove(cut)).isEmpty();
    }

    @Test
    void aWebpPictureLosesWhereItWasTakenAndSaysNoLongerThatItKnows() {
        ByteBuffer webp = ByteBuffer.allocate(12 + 18 + 12 + 14).order(ByteOrder.LITTLE_ENDIAN);
        webp.put(ascii("RIFF")).putInt(webp.capacity() - 8).put(ascii("WEBP"));
        webp.put(ascii("VP8X")).putInt(10).put((byte) 0x18).put(new byte[9]);
        webp.put(ascii("VP8L")).putInt(4).put(ascii("seen"));
        webp.put(ascii("EXIF")).putInt(5).put(ascii("place\0"));

        byte[] clean = PictureMetadataRemover.remove(webp.array()).orElseThrow();

        assertThat(new String(clean, StandardCharsets.ISO_8859_1))
                .contains("seen")
                .doesNotContain("EXIF", "place");
        assertThat(clean[20]).as("flags").isEqualTo((byte) 0x10);
        assertThat(ByteBuffer.wrap(clean).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
                .isEqualTo(clean.length - 8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
