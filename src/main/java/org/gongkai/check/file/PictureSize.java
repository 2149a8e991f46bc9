package org.gongkai.check.file;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.jpeg.JpegReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.attachment.ContentType;

/**
 * The size of a photograph or a screenshot, from its header; the picture is not decoded.
 *
 * @param width the width in pixels
 * @param height the height in pixels
 */
record PictureSize(int width, int height) {

    /** Where the width of a PNG file stands; its first chunk is always the header. */
    private static final int PNG_WIDTH = 16;

    /** Returns the size; empty if the file is no JPEG or PNG, or its header cannot be read. */
    static Optional<PictureSize> of(ContentType type, byte[] bytes) {
        if (type == ContentType.PNG && bytes.length >= PNG_WIDTH + 8) {
            ByteBuffer header = ByteBuffer.wrap(bytes);
            return Optional.of(new PictureSize(header.getInt(PNG_WIDTH), header.getInt(PNG_WIDTH + 4)));
        }
        return type == ContentType.JPEG ? jpeg(bytes) : Optional.empty();
    }

    private static Optional<PictureSize> jpeg(byte[] bytes) {
        try {
            Metadata metadata =
                    JpegMetadataReader.readMetadata(new ByteArrayInputStream(bytes), List.of(new JpegReader()));
            JpegDirectory header = metadata.getFirstDirectoryOfType(JpegDirectory.class);
            return header == null
                    ? Optional.empty()
                    : Optional.of(new PictureSize(header.getImageWidth(), header.getImageHeight()));
        } catch (ImageProcessingException | IOException | MetadataException e) {
            return Optional.empty();
        }
    }

    int longerSide() {
        return Math.max(width, height);
    }
}
