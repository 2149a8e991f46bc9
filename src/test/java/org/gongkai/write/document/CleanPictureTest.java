package org.gongkai.write.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.gongkai.write.document.picture.CleanPicture;
import org.junit.jupiter.api.Test;

class CleanPictureTest {

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

        CleanPicture clean = CleanPicture.of(photo);

        Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(clean.bytes()));
        ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        assertThat(directory.getInt(ExifIFD0Directory.TAG_ORIENTATION)).isEqualTo(6);
        assertThat(directory.containsTag(ExifIFD0Directory.TAG_ARTIST)).isFalse();
        assertThat(metadata.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("Somebody");
        assertThat(new String(clean.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Somebody");
        assertThat(ImageIO.read(new ByteArrayInputStream(clean.bytes())).getWidth())
                .isEqualTo(8);
    }

    @Test
    void aPhotoThatStandsUprightLosesAllOfIt() throws Exception {
        CleanPicture clean = CleanPicture.of(photo(1));

        assertThat(clean.cleaned()).isTrue();
        assertThat(new String(clean.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        assertThat(CleanPicture.of(clean.bytes()).cleaned()).isFalse();
    }

    @Test
    void aDamagedPictureIsLeftAlone() {
        byte[] cut = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1, 0x7f, 0x7f, 1};

        assertThat(CleanPicture.of(cut).bytes()).isEqualTo(cut);
    }
}
