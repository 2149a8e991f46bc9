package org.gongkai.input.attachment.picture;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.jpeg.JpegReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Reads size and orientation from the first bytes of a picture; the image is not decoded. */
public final class PictureReader {

    /** Number of pixels from which a picture is not decoded, because it would not fit into memory. */
    private static final long MAX_PIXELS = 64_000_000;

    /** How many times as high as wide a picture may be to be scaled. */
    private static final int MAX_RATIO = 4;

    /** Orientations, as Exif defines them, in which width and height change places begin here. */
    private static final int SIDEWAYS = 5;

    private PictureReader() {}

    /**
     * What the file of a picture states.
     *
     * @param facts its size
     * @param orientation from 1 to 8, as Exif defines it
     * @param inInk whether it is a photograph in ink colors, which Java does not decode
     */
    public record Stated(PictureFacts facts, int orientation, boolean inInk) {}

    /** Reads a JPEG or PNG picture; empty for anything else and for damaged files. */
    public static Optional<Stated> read(byte[] bytes) {
        if (bytes.length > 24 && bytes[0] == (byte) 0x89 && bytes[1] == 'P') {
            ByteBuffer header = ByteBuffer.wrap(bytes);
            return stated(header.getInt(16), header.getInt(20), 1, false, false);
        }
        if (bytes.length > 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8) {
            return jpeg(bytes);
        }
        return Optional.empty();
    }

    private static Optional<Stated> jpeg(byte[] bytes) {
        try {
            Metadata metadata = JpegMetadataReader.readMetadata(
                    new ByteArrayInputStream(bytes), List.of(new ExifReader(), new JpegReader()));
            JpegDirectory image = metadata.getFirstDirectoryOfType(JpegDirectory.class);
            Integer width = image == null ? null : image.getInteger(JpegDirectory.TAG_IMAGE_WIDTH);
            Integer height = image == null ? null : image.getInteger(JpegDirectory.TAG_IMAGE_HEIGHT);
            Integer components = image == null ? null : image.getInteger(JpegDirectory.TAG_NUMBER_OF_COMPONENTS);
            if (width == null || height == null || components == null) {
                return Optional.empty();
            }
            boolean inInk = components != 1 && components != 3;
            return stated(width, height, orientation(metadata), !inInk, inInk);
        } catch (JpegProcessingException | IOException e) {
            return Optional.empty();
        }
    }

    private static int orientation(Metadata metadata) {
        return metadata.getDirectoriesOfType(ExifIFD0Directory.class).stream()
                .map(exif -> exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
                .filter(stated -> stated != null && stated >= 1 && stated <= 8)
                .findFirst()
                .orElse(1);
    }

    private static Optional<Stated> stated(int width, int height, int orientation, boolean photograph, boolean inInk) {
        if (width <= 0 || height <= 0) {
            return Optional.empty();
        }
        boolean scalable = photograph
                && (long) width * height <= MAX_PIXELS
                && Math.max(width, height) <= (long) MAX_RATIO * Math.min(width, height);
        PictureFacts facts = orientation < SIDEWAYS
                ? new PictureFacts(width, height, scalable)
                : new PictureFacts(height, width, scalable);
        return Optional.of(new Stated(facts, orientation, inInk));
    }

    /**
     * The size of a picture as readers see it.
     *
     * @param width in pixels
     * @param height in pixels
     * @param scalable whether smaller copies of it can be made
     */
    public record PictureFacts(int width, int height, boolean scalable) {}
}
