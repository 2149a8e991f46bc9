package org.gongkai.inspect;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.gongkai.inspect.Inspection.Mark;
import org.gongkai.inspect.Piece.Nature;

/** Reads what a camera or a telephone wrote beside a picture. */
final class Photo {

    private final byte[] bytes;
    private final Pieces pieces;

    Photo(byte[] bytes, Pieces pieces) {
        this.bytes = bytes;
        this.pieces = pieces;
    }

    /**
     * Reads it.
     *
     * @throws IOException if it is broken
     */
    Set<Mark> read() throws IOException {
        Metadata metadata;
        try {
            metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes), bytes.length);
        } catch (ImageProcessingException e) {
            throw new IOException(e);
        }
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
        boolean placed = metadata.getDirectoriesOfType(GpsDirectory.class).stream()
                .anyMatch(gps ->
                        gps.getGeoLocation() != null && !gps.getGeoLocation().isZero());
        return placed ? Set.of(Mark.GPS, Mark.PICTURES) : Set.of(Mark.PICTURES);
    }
}
