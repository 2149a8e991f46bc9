package org.gongkai.input.attachment;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegSegmentMetadataReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.imaging.png.PngChunk;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.lang.SequentialByteArrayReader;
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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.gongkai.input.attachment.AttachmentContent.Finding;
import org.gongkai.input.attachment.ReadingLimits.Limit;
import org.gongkai.input.attachment.ReadingLimits.LimitExceeded;
import org.gongkai.input.attachment.TextPiece.Nature;

/** Reads the metadata of a picture. The picture itself is never decoded. */
record PictureMetadataReader(ContentType type, byte[] bytes, TextPieces pieces) {

    /**
     * Readers of metadata about locations and persons. The one for XMP is excluded, because it allocates as much memory
     * as the file declares.
     */
    private static final List<JpegSegmentMetadataReader> READERS =
            List.of(new ExifReader(), new PhotoshopReader(), new IptcReader());

    /** How a photograph with metadata begins; the two bytes without a value state the length of these. */
    private static final Pattern PHOTOGRAPH = Pattern.compile("(?s)(\u00FF\u00D8\u00FF\u00E1..)Exif\0\0");

    private static final int LONGEST_SEGMENT = 1 << 16;

    /**
     * Returns true if bytes are those of a picture that says where it was taken; false if they are damaged.
     *
     * @throws LimitExceeded if the decompressed data exceed a limit
     */
    static boolean isPlaced(byte[] bytes, TextPieces pieces) {
        try {
            return switch (ContentType.of(bytes)) {
                case JPEG, PNG, WEBP, HEIC ->
                    isPlaced(new PictureMetadataReader(ContentType.of(bytes), bytes, pieces).metadata());
                default -> false;
            };
        } catch (LimitExceeded e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The library throws all kinds of exceptions for damaged files.
            return false;
        }
    }

    /** Returns true if a photograph anywhere in bytes says where it was taken. */
    static boolean isPlacedWithin(byte[] bytes, TextPieces pieces) {
        return PHOTOGRAPH
                .matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                .results()
                .anyMatch(found -> {
                    pieces.step(LONGEST_SEGMENT / 16);
                    byte[] segment = Arrays.copyOfRange(
                            bytes, found.end(1), Math.min(bytes.length, found.end(1) + LONGEST_SEGMENT));
                    Metadata metadata = new Metadata();
                    new ExifReader().readJpegSegments(List.of(segment), metadata, JpegSegmentType.APP1);
                    return isPlaced(metadata);
                });
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
    void read() throws IOException {
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
        pieces.found(Finding.GPS, isPlaced(metadata));
        pieces.found(Finding.PICTURES, true);
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

    /**
     * Limits the compressed chunks of a PNG picture, such as color profiles, which a library would decompress without
     * limit.
     */
    static final class PngChunks {

        private static final Set<PngChunkType> COMPRESSED =
                Set.of(PngChunkType.iCCP, PngChunkType.zTXt, PngChunkType.iTXt);

        /**
         * Maximum total size of decompressed chunks in bytes, which are held in memory; color profiles have a few
         * million at most.
         */
        private static final int MAX_BYTES = 8 << 20;

        private final byte[] sink = new byte[16_384];
        private long unpacked;

        /**
         * Checks that a picture may be read.
         *
         * @throws LimitExceeded if the decompressed chunks exceed the limit
         * @throws IOException if the file is damaged
         */
        static void limit(byte[] bytes) throws IOException, ImageProcessingException {
            PngChunks chunks = new PngChunks();
            for (PngChunk chunk : new PngChunkReader().extract(new SequentialByteArrayReader(bytes), COMPRESSED)) {
                chunks.unpack(chunk.getBytes(), packed(chunk));
            }
        }

        /** The offset of the compressed data of a chunk; beyond its end if it has none. */
        private static int packed(PngChunk chunk) {
            byte[] data = chunk.getBytes();
            int name = afterNull(data, 0);
            if (chunk.getType().equals(PngChunkType.iTXt)) {
                return name < data.length && data[name] == 1 ? afterNull(data, afterNull(data, name + 2)) : data.length;
            }
            return name + 1;
        }

        private static int afterNull(byte[] data, int from) {
            int at = from;
            while (at < data.length && data[at] != 0) {
                at++;
            }
            return at + 1;
        }

        /** The image data are not decompressed. Damage is reported elsewhere. */
        private void unpack(byte[] data, int from) {
            InputStream packed = new ByteArrayInputStream(data, Math.min(from, data.length), data.length);
            try (InflaterInputStream in = new InflaterInputStream(packed)) {
                for (int read = in.read(sink); read > 0; read = in.read(sink)) {
                    unpacked += read;
                    if (unpacked > MAX_BYTES) {
                        throw new LimitExceeded(Limit.UNPACKED);
                    }
                }
            } catch (IOException e) {
                return;
            }
        }
    }
}
