package org.gongkai.input.attachment;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegSegmentMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.iptc.IptcReader;
import com.drew.metadata.photoshop.PhotoshopReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.input.attachment.Inspection.Finding;
import org.gongkai.input.attachment.TextPiece.Nature;

/** Reads the metadata of a picture. The picture itself is never decoded. */
final class Photo {

    /**
     * Readers of metadata about locations and persons. The one for XMP is excluded, because it allocates as much memory
     * as the file declares.
     */
    private static final List<JpegSegmentMetadataReader> READERS =
            List.of(new ExifReader(), new PhotoshopReader(), new IptcReader());

    private final ContentType type;
    private final byte[] bytes;
    private final TextPieces pieces;

    Photo(ContentType type, byte[] bytes, TextPieces pieces) {
        this.type = type;
        this.bytes = bytes;
        this.pieces = pieces;
    }

    /**
     * Returns true if bytes are those of a picture that says where it was taken; false if they are damaged.
     *
     * @throws LimitExceeded if the decompressed data exceed a limit
     */
    static boolean isPlaced(byte[] bytes, TextPieces pieces) {
        try {
            return switch (ContentType.of(bytes)) {
                case JPEG, PNG, WEBP, HEIC -> isPlaced(new Photo(ContentType.of(bytes), bytes, pieces).metadata());
                default -> false;
            };
        } catch (LimitExceeded e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The library throws all kinds of exceptions for damaged files.
            return false;
        }
    }

    private static boolean isPlaced(Metadata metadata) {
        return metadata.getDirectoriesOfType(GpsDirectory.class).stream()
                .anyMatch(gps ->
                        gps.getGeoLocation() != null && !gps.getGeoLocation().isZero());
    }

    /**
     * Reads the metadata.
     *
     * @throws IOException if the file is damaged
     * @throws LimitExceeded if the decompressed data exceed a limit
     */
    Set<Finding> read() throws IOException {
        Metadata metadata = metadata();
        Set<String> authors = new LinkedHashSet<>();
        for (Directory directory : metadata.getDirectories()) {
            if (directory instanceof ExifDirectoryBase) {
                authors.add(directory.getDescription(ExifDirectoryBase.TAG_ARTIST));
                authors.add(directory.getDescription(ExifDirectoryBase.TAG_WIN_AUTHOR));
            } else if (directory instanceof IptcDirectory) {
                authors.add(directory.getDescription(IptcDirectory.TAG_BY_LINE));
            }
        }
        authors.remove(null);
        authors.forEach(author -> pieces.add(Nature.AUTHOR, "照片信息", 1, 1, 0, author.strip()));
        return isPlaced(metadata) ? Set.of(Finding.GPS, Finding.PICTURES) : Set.of(Finding.PICTURES);
    }

    private Metadata metadata() throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        try {
            if (type == ContentType.JPEG) {
                return JpegMetadataReader.readMetadata(in, READERS);
            }
            if (type == ContentType.PNG) {
                PngChunks.limit(bytes);
            }
            return ImageMetadataReader.readMetadata(in, bytes.length);
        } catch (ImageProcessingException e) {
            throw new IOException(e);
        }
    }
}
